package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sinkmap.store.Layers.DEPTH;
import static sinkmap.store.Layers.MARSH;
import static sinkmap.store.Layers.SITE;
import static sinkmap.store.Layers.SUITABILITY;
import static sinkmap.store.Layers.attribute;
import static sinkmap.store.StoreFixture.feature;
import static sinkmap.store.StoreFixture.load;
import static sinkmap.store.StoreFixture.raster;
import static sinkmap.store.StoreFixture.read;
import static sinkmap.store.StoreFixture.run;
import static sinkmap.store.StoreFixture.square;
import static sinkmap.store.StoreFixture.values;
import static sinkmap.store.StoreFixture.write;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Role;
import sinkmap.grid.SinkmapException;

/** What runs, loads and restarts promise on every database. */
abstract class RunStoreContract {

    @TempDir
    Path directory;

    private StoreSettings settings;
    private Store store;

    abstract StoreSettings settings(Path data) throws Exception;

    @BeforeEach
    void open() throws Exception {
        settings = settings(directory);
        store = Store.open(settings, Layers.CATALOG);
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void keepsWhatARunSays() {
        StoredRun queued = run("r1", "siting", "pv");
        store.runs().add(queued);
        assertThat(store.runs().find("r1")).contains(queued);

        StoredRun running = new StoredRun(
                "r1",
                "siting",
                "pv",
                "{}",
                StoredRun.State.FAILED,
                0.25,
                "excluding 航路",
                queued.requested(),
                OffsetDateTime.parse("2026-02-03T04:05:07Z"),
                OffsetDateTime.parse("2026-02-03T04:05:09.5Z"),
                null,
                "no data",
                false);
        store.runs().update(running);
        assertThat(store.runs().find("r1")).contains(running);
        assertThat(store.runs().find("r2")).isEmpty();
        assertThat(store.runs().findCurrent("siting", "pv")).isEmpty();
    }

    @Test
    void completingMakesARunTheCurrentOneOfItsKindAndPlan() {
        for (String[] r : new String[][] {
            {"a", "siting", "pv"}, {"b", "siting", "pv"}, {"c", "siting", "wind"}, {"d", "account", ""}
        }) {
            store.runs().add(run(r[0], r[1], r[2]));
        }
        for (String id : List.of("a", "c", "d", "b")) {
            store.runs().complete(id, "{\"run\":\"" + id + "\",\"长\":\"" + "字".repeat(500_000) + "\"}");
        }
        assertThat(store.runs().list())
                .filteredOn(StoredRun::current)
                .extracting(StoredRun::id)
                .containsExactly("d", "c", "b");
        StoredRun current = store.runs().findCurrent("siting", "pv").orElseThrow();
        assertThat(current.id()).isEqualTo("b");
        assertThat(current.state()).isEqualTo(StoredRun.State.COMPLETED);
        assertThat(current.progress()).isEqualTo(1);
        assertThat(current.finished()).isNotNull();
        assertThat(current.result()).startsWith("{\"run\":\"b\"").hasSizeGreaterThan(500_000);
    }

    @Test
    void refusesToCompleteWhatIsNotUnderWay() {
        store.runs().add(run("a", "siting", "pv"));
        store.runs().add(run("b", "siting", "pv"));
        store.runs().complete("a", "{}");
        StoredRun b = store.runs().find("b").orElseThrow();
        store.runs()
                .update(new StoredRun(
                        b.id(),
                        b.kind(),
                        b.plan(),
                        "{}",
                        StoredRun.State.CANCELLED,
                        0,
                        "",
                        b.requested(),
                        null,
                        null,
                        null,
                        null,
                        false));

        assertThatThrownBy(() -> store.runs().complete("b", "{}")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.runs().complete("nobody", "{}")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.runs().discard("a")).isInstanceOf(IllegalStateException.class);
        assertThat(store.runs().findCurrent("siting", "pv")).map(StoredRun::id).contains("a");
    }

    @Test
    void discardsWhatAnInterruptedRunLeft() {
        store.runs().add(run("done", "siting", "pv"));
        write(store, SITE, "done", feature(square(118, 37, 1), "site_id", "kept"));
        store.runs().complete("done", "{}");
        store.runs().add(run("cut", "siting", "pv"));
        write(store, SITE, "cut", feature(square(118, 37, 1), "site_id", "lost"));
        store.rasters().write(SUITABILITY, "cut", raster(1, 1, 1));

        store.close();
        store = Store.open(settings, Layers.CATALOG);

        assertThat(store.runs().find("cut").orElseThrow().state()).isEqualTo(StoredRun.State.INTERRUPTED);
        assertThat(read(store, FeatureQuery.of(SITE).withRun("cut"))).isEmpty();
        assertThat(directory.resolve("rasters").resolve("suitability")).isEmptyDirectory();
        assertThat(values(store, FeatureQuery.of(SITE), "site_id")).containsExactly("kept");
        assertThat(store.runs().findCurrent("siting", "pv")).map(StoredRun::id).contains("done");
    }

    @Test
    void showsAnAnswerBeforeTheRunIsCompletedAndForgetsItWhenTheRunIsCutOff() {
        store.runs().add(run("before", "siting", "pv"));
        store.runs().complete("before", "{}");
        store.runs().add(run("cut", "siting", "pv"));
        write(store, SITE, "cut", feature(square(118, 37, 1), "site_id", "ranked"));
        store.runs().answer("cut", "{\"sites\":1}");
        assertThat(store.runs().find("cut").orElseThrow().result()).isEqualTo("{\"sites\":1}");
        assertThat(values(store, FeatureQuery.of(SITE).withRun("cut"), "site_id"))
                .containsExactly("ranked");
        assertThat(store.runs().findCurrent("siting", "pv")).map(StoredRun::id).contains("before");

        store.close();
        store = Store.open(settings, Layers.CATALOG);

        assertThat(store.runs().find("cut").orElseThrow().state()).isEqualTo(StoredRun.State.INTERRUPTED);
        assertThat(store.runs().find("cut").orElseThrow().result()).isNull();
    }

    /** A completed run with a site and a raster that bear its id. */
    private void completed(String id, String plan) {
        StoredRun made = run(id, "siting", plan);
        store.runs().add(made);
        write(store, SITE, id, feature(square(118, 37, 1), "site_id", id));
        store.rasters().write(SUITABILITY, id, raster(1, 1, 1));
        store.runs().complete(id, "{}");
    }

    @Test
    void oldRunsGoWithTheirResultsButNeverTheOneThatLayersShow() {
        for (String id : List.of("a1", "a2", "a3")) {
            completed(id, "pv");
        }
        completed("b1", "wind");
        store.runs().add(run("a4", "siting", "pv"));

        assertThat(store.runs().prune("siting", "pv", 1)).isEqualTo(2);

        assertThat(store.runs().list()).extracting(StoredRun::id).containsExactlyInAnyOrder("a3", "a4", "b1");
        assertThat(read(store, FeatureQuery.of(SITE).withRun("a1"))).isEmpty();
        assertThat(values(store, FeatureQuery.of(SITE), "site_id")).containsExactlyInAnyOrder("a3", "b1");
        assertThat(directory.resolve("rasters/suitability").toFile().list())
                .containsExactlyInAnyOrder("a3.tif", "b1.tif");
        assertThat(store.rasters().holds(SUITABILITY)).isTrue();
        assertThat(store.runs().prune("siting", "pv", 1)).isZero();
    }

    @Test
    void theRunThatLayersShowStaysEvenWhenLaterOnesFailed() {
        completed("shown", "pv");
        for (String id : List.of("f1", "f2")) {
            StoredRun queued = run(id, "siting", "pv");
            store.runs().add(queued);
            store.runs()
                    .update(new StoredRun(
                            id,
                            "siting",
                            "pv",
                            "{}",
                            StoredRun.State.FAILED,
                            0,
                            "",
                            queued.requested(),
                            queued.requested(),
                            queued.requested(),
                            null,
                            "no data",
                            false));
        }
        assertThat(store.runs().prune("siting", "pv", 2)).isEqualTo(1);
        assertThat(store.runs().list()).extracting(StoredRun::id).containsExactlyInAnyOrder("shown", "f2");
        assertThat(values(store, FeatureQuery.of(SITE), "site_id")).containsExactly("shown");
    }

    @Test
    void keepsEverythingOverARestart() {
        load(store, MARSH, feature(square(118, 37, 1), "name_zh", "盐沼"));
        store.rasters().replace(DEPTH, raster(1, 2, 7, 8));

        store.close();
        store = Store.open(settings, Layers.CATALOG);

        assertThat(values(store, FeatureQuery.of(MARSH), "name_zh")).containsExactly("盐沼");
        assertThat(store.rasters().read(DEPTH, raster(1, 2, 0, 0).grid()).values())
                .containsExactly(7, 8);
    }

    @Test
    void addsNewAttributesAndRefusesChangedOnes() {
        FeatureLayer before = Layers.features(
                "reef", Role.SINK, GeometryType.POINT, "EPSG:4490", attribute("height", AttributeType.REAL));
        FeatureLayer more = Layers.features(
                "reef",
                Role.SINK,
                GeometryType.POINT,
                "EPSG:4490",
                attribute("height", AttributeType.REAL),
                attribute("kind", AttributeType.TEXT));
        FeatureLayer changed = Layers.features(
                "reef", Role.SINK, GeometryType.POINT, "EPSG:4490", attribute("height", AttributeType.TEXT));
        FeatureLayer moved = Layers.features("reef", Role.SINK, GeometryType.LINE, "EPSG:4490");
        store.features().prepare(Layers.catalog(before));
        load(store, before, feature(StoreFixture.wkt("POINT (120 37)"), "height", 2.5));

        store.features().prepare(Layers.catalog(more));
        assertThat(read(store, FeatureQuery.of(more)).get(0).attributes())
                .containsEntry("height", 2.5)
                .containsEntry("kind", null);
        assertThatThrownBy(() -> store.features().prepare(Layers.catalog(changed)))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("layer 'reef', attribute 'height': the catalog says text");
        assertThatThrownBy(() -> store.features().prepare(Layers.catalog(moved)))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("MULTILINESTRING 4490")
                .hasMessageContaining("POINT 4490");
    }

    @Test
    void refusesNamesThatTheStoreNeedsItself() {
        for (String id : List.of("run", "raster-file", "1st", "x".repeat(60))) {
            FeatureLayer layer = Layers.features(id, Role.SINK, GeometryType.POINT, "EPSG:4490");
            assertThatThrownBy(() -> store.features().prepare(Layers.catalog(layer)))
                    .isInstanceOf(SinkmapException.class)
                    .hasMessageContaining(id);
        }
        FeatureLayer layer = Layers.features(
                "reef2", Role.SINK, GeometryType.POINT, "EPSG:4490", attribute("geom", AttributeType.TEXT));
        assertThatThrownBy(() -> store.features().prepare(Layers.catalog(layer)))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("attribute 'geom'");
    }

    @Test
    void listsTheLoadsThatMakeUpALayer() {
        LoadRecord first = loadOf("a.geojson", "append");
        LoadRecord second = loadOf("b.geojson", "replace");
        LoadRecord third = loadOf("文件.shp", "append");
        store.loads().add(first);
        assertThat(store.loads().listCurrent("salt-marsh")).containsExactly(first);
        store.loads().add(second);
        store.loads().add(third);
        assertThat(store.loads().listCurrent("salt-marsh")).containsExactly(second, third);
        assertThat(store.loads().listCurrent("port")).isEmpty();
    }

    private static LoadRecord loadOf(String file, String mode) {
        return new LoadRecord(
                "salt-marsh",
                file,
                "0123abcd",
                mode,
                10,
                2,
                3,
                "{\"rejected\":[]}",
                OffsetDateTime.parse("2026-03-04T05:06:07Z"));
    }
}
