package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sinkmap.store.Layers.LANE;
import static sinkmap.store.Layers.MARSH;
import static sinkmap.store.Layers.PORT;
import static sinkmap.store.Layers.SITE;
import static sinkmap.store.StoreFixture.feature;
import static sinkmap.store.StoreFixture.load;
import static sinkmap.store.StoreFixture.read;
import static sinkmap.store.StoreFixture.run;
import static sinkmap.store.StoreFixture.square;
import static sinkmap.store.StoreFixture.values;
import static sinkmap.store.StoreFixture.wkt;
import static sinkmap.store.StoreFixture.write;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import sinkmap.grid.SinkmapException;

/** What the feature store promises on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FeatureStoreContract {

    Store store;

    abstract StoreSettings settings(Path data) throws Exception;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        store = Store.open(settings(directory), Layers.CATALOG);
    }

    @AfterAll
    void close() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void givesBackEveryAttributeType() {
        Map<String, Object> values = Map.of(
                "name_zh",
                "黄河口盐地碱蓬 'x' \\ 𠮷",
                "code",
                9_007_199_254_740_993L,
                "area_km2",
                0.1 + 0.2,
                "restored",
                true,
                "observed",
                LocalDate.of(1988, 2, 29),
                "edited",
                OffsetDateTime.parse("2026-07-01T10:00:00.123456Z"),
                "note",
                "{\"资料\":[1,2]}");
        load(store, MARSH, new Feature(0, square(119, 37, 0.5), values), feature(square(118, 37, 0.5)));

        List<Feature> features = read(store, FeatureQuery.of(MARSH));

        assertThat(features.get(0).attributes()).isEqualTo(values);
        assertThat(features.get(1).attributes()).hasSize(7).containsValues((Object) null);
        assertThat(features.get(1).id()).isGreaterThan(features.get(0).id());
    }

    @Test
    void storesPolygonsAsMultiPolygonsWithHolesAndWithoutHeights() {
        Geometry holed =
                wkt("MULTIPOLYGON (((118 37, 119 37, 119 38, 118 38, 118 37), (118.2 37.2, 118.2 37.4, 118.4 37.4,"
                        + " 118.2 37.2)), ((120 36, 120.5 36, 120.5 36.25, 120 36)))");
        Geometry high = wkt("POLYGON Z ((118 37 5, 119 37 5, 119 38 5, 118 37 5))");
        load(store, MARSH, feature(holed), feature(high));

        List<Feature> features = read(store, FeatureQuery.of(MARSH));

        assertThat(features.get(0).geometry().equalsExact(holed)).isTrue();
        assertThat(features.get(0).geometry().getSRID()).isEqualTo(4490);
        assertThat(features.get(1).geometry().toText()).isEqualTo("MULTIPOLYGON (((118 37, 119 37, 119 38, 118 37)))");
        assertThat(features.get(1).geometry().getCoordinate().getZ()).isNaN();
        assertThat(high.getSRID()).isZero();
    }

    @Test
    void storesPointsAndLinesInTheLayersCrs() {
        load(store, PORT, feature(wkt("MULTIPOINT ((120.3 36.05))"), "name_en", "Qingdao"));
        load(store, LANE, feature(wkt("LINESTRING (39500000 4000000, 39600000 4100000)"), "name_en", "Laotieshan"));

        assertThat(read(store, FeatureQuery.of(PORT)).get(0).geometry().toText())
                .isEqualTo("POINT (120.3 36.05)");
        assertThat(read(store, FeatureQuery.of(LANE)).get(0).geometry().toText())
                .isEqualTo("MULTILINESTRING ((39500000 4000000, 39600000 4100000))");
        assertThat(store.features().findExtent(LANE)).contains(new Envelope(39500000, 39600000, 4000000, 4100000));
    }

    @Test
    void keepsFeaturesWithoutGeometryOutOfBoundsAndBoxes() {
        load(store, PORT, feature(null, "name_en", "nowhere"), feature(wkt("POINT EMPTY"), "name_en", "empty"));

        assertThat(read(store, FeatureQuery.of(PORT)))
                .extracting(Feature::geometry)
                .containsExactly(null, null);
        assertThat(store.features().findExtent(PORT)).isEmpty();
        assertThat(store.features().count(FeatureQuery.of(PORT).withBbox(new Envelope(-180, 180, -90, 90))))
                .isZero();
    }

    @Test
    void refusesGeometriesAndValuesOfTheWrongTypeAndNamesTheRow() {
        load(store, PORT, feature(wkt("POINT (1 2)"), "name_en", "old"));

        try (FeatureWriter writer = store.features().write(PORT, FeatureStore.Mode.REPLACE)) {
            writer.add(feature(wkt("POINT (3 4)")));
            assertThatThrownBy(() -> writer.add(feature(square(1, 2, 3))))
                    .isInstanceOf(SinkmapException.class)
                    .hasMessageContaining("'port', row 2")
                    .hasMessageContaining("single points");
            assertThatThrownBy(() -> writer.add(feature(wkt("POINT (3 4)"), "name_en", 5L)))
                    .isInstanceOf(SinkmapException.class)
                    .hasMessageContaining("attribute 'name_en' is text");
            assertThatThrownBy(() -> writer.add(feature(wkt("POINT (3 4)"), "name_en", "a\0b")))
                    .isInstanceOf(SinkmapException.class)
                    .hasMessageContaining("NUL");
        }
        assertThat(values(store, FeatureQuery.of(PORT), "name_en")).containsExactly("old");
    }

    @Test
    void replacesOrAppendsAndUndoesWhatWasNotCommitted() {
        load(store, PORT, feature(wkt("POINT (1 2)"), "name_en", "a"));
        try (FeatureWriter writer = store.features().write(PORT, FeatureStore.Mode.APPEND)) {
            writer.add(feature(wkt("POINT (3 4)"), "name_en", "b"));
            assertThat(writer.commit()).isEqualTo(1);
        }
        assertThat(values(store, FeatureQuery.of(PORT), "name_en")).containsExactly("a", "b");

        try (FeatureWriter writer = store.features().write(PORT, FeatureStore.Mode.REPLACE)) {
            for (int i = 0; i < 2500; i++) {
                writer.add(feature(wkt("POINT (5 6)"), "name_en", "c"));
            }
            assertThat(store.features().count(FeatureQuery.of(PORT))).isEqualTo(2);
        }
        assertThat(values(store, FeatureQuery.of(PORT), "name_en")).containsExactly("a", "b");

        load(store, PORT, feature(wkt("POINT (7 8)"), "name_en", "d"));
        assertThat(values(store, FeatureQuery.of(PORT), "name_en")).containsExactly("d");
    }

    @Test
    void letsOneWriterLoadALayerAtATime() {
        try (FeatureWriter first = store.features().write(PORT, FeatureStore.Mode.REPLACE)) {
            assertThatThrownBy(() -> store.features().write(PORT, FeatureStore.Mode.APPEND))
                    .isInstanceOf(SinkmapException.class)
                    .hasMessageContaining("'port' is being loaded");
            first.add(feature(wkt("POINT (1 2)")));
        }
        store.features().write(PORT, FeatureStore.Mode.APPEND).close();
    }

    @Test
    void pagesInStableOrderWithoutOverlap() {
        Feature[] features = new Feature[53];
        for (int i = 0; i < features.length; i++) {
            features[i] = feature(wkt("POINT (" + i + " 30)"), "name_en", i % 10 == 0 ? null : "n" + i % 3);
        }
        load(store, PORT, features);
        FeatureQuery sorted = FeatureQuery.of(PORT).withSort(List.of(new FeatureQuery.Sort("name_en", true)));

        List<Feature> pages = new ArrayList<>();
        for (int offset = 0; offset < 60; offset += 7) {
            pages.addAll(read(store, sorted.withPage(offset, 7)));
        }

        assertThat(pages).extracting(Feature::id).doesNotHaveDuplicates().hasSize(53);
        assertThat(pages).isEqualTo(read(store, sorted));
        assertThat(pages.get(0).attributes()).containsEntry("name_en", "n2");
        assertThat(pages.get(52).attributes()).containsEntry("name_en", null);
        assertThat(read(store, sorted.withPage(3, 0))).isEmpty();
        assertThat(store.features().count(sorted.withPage(50, 7))).isEqualTo(53);
    }

    @Test
    void fetchesOnlyWhatIsAskedFor() {
        load(store, MARSH, feature(square(118, 37, 1), "name_zh", "甲", "code", 7L));

        Feature feature = read(store, FeatureQuery.of(MARSH).withAttributes(List.of("code"), false))
                .get(0);

        assertThat(feature.geometry()).isNull();
        assertThat(feature.attributes()).isEqualTo(Map.of("code", 7L));
        assertThatThrownBy(() -> read(store, FeatureQuery.of(MARSH).withAttributes(List.of("nmae_zh"), true)))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("did you mean 'name_zh'");
        assertThatThrownBy(() -> read(
                        store,
                        FeatureQuery.of(MARSH)
                                .withSort(List.of(new FeatureQuery.Sort("code\"; DROP TABLE salt_marsh; --", false)))))
                .isInstanceOf(SinkmapException.class);
    }

    @Test
    void boxesMeetBounds() {
        load(
                store,
                MARSH,
                feature(wkt("POLYGON ((118 37, 119 38, 118 38, 118 37))"), "code", 1L),
                feature(square(120, 36, 0.5), "code", 2L));
        FeatureQuery query = FeatureQuery.of(MARSH);

        assertThat(values(store, query.withBbox(new Envelope(118.9, 120, 36, 37.05)), "code"))
                .containsExactly(1L, 2L);
        assertThat(values(store, query.withBbox(new Envelope(120.2, 120.2, 36.1, 36.1)), "code"))
                .containsExactly(2L);
        assertThat(values(store, query.withBbox(new Envelope()), "code")).isEmpty();
        assertThat(store.features().findExtent(MARSH)).contains(new Envelope(118, 120.5, 36, 38));
    }

    @Test
    void showsTheCurrentRunOfEachPlanOnly() {
        for (String id : List.of("r1", "r2", "r3")) {
            store.runs().add(run(id, "siting", id.equals("r3") ? "wind" : "pv"));
        }
        write(store, SITE, "r1", feature(square(118, 37, 1), "site_id", "pv-old"));
        assertThat(read(store, FeatureQuery.of(SITE))).isEmpty();
        assertThat(store.features().findExtent(SITE)).isEmpty();
        assertThat(values(store, FeatureQuery.of(SITE).withRun("r1"), "site_id"))
                .containsExactly("pv-old");

        store.runs().complete("r1", "{}");
        write(store, SITE, "r3", feature(square(121, 38, 1), "site_id", "wind"));
        store.runs().complete("r3", "{}");
        write(store, SITE, "r2", feature(square(119, 36, 1), "site_id", "pv-new"));
        assertThat(values(store, FeatureQuery.of(SITE), "site_id")).containsExactly("pv-old", "wind");

        store.runs().complete("r2", "{}");
        assertThat(values(store, FeatureQuery.of(SITE), "site_id")).containsExactly("wind", "pv-new");
        assertThat(store.features().findExtent(SITE)).contains(new Envelope(119, 122, 36, 39));
        assertThat(values(store, FeatureQuery.of(SITE).withRun("r1"), "site_id"))
                .containsExactly("pv-old");
        assertThatThrownBy(() -> store.features().write(SITE, FeatureStore.Mode.REPLACE))
                .isInstanceOf(SinkmapException.class);
        assertThatThrownBy(() -> store.features().write(PORT, "r1")).isInstanceOf(SinkmapException.class);
    }

    @Test
    void streamsManyRowsOnOneConnection() {
        try (FeatureWriter writer = store.features().write(MARSH, FeatureStore.Mode.REPLACE)) {
            String text = "滩涂".repeat(300);
            for (int i = 0; i < 50_000; i++) {
                writer.add(feature(
                        square(118 + i % 100 * 0.01, 33 + i / 100 * 0.01, 0.01), "code", (long) i, "name_zh", text));
            }
            assertThat(writer.commit()).isEqualTo(50_000);
        }
        // the first reading fills the database's page cache, which the second must not be charged with
        mostHeapWhileReadingMarsh();
        long most = mostHeapWhileReadingMarsh();
        // all rows at once would take 70 MB and more
        assertThat(most).isLessThan(35_000_000);
        load(store, MARSH);
    }

    /** Reads 50,000 rows and returns by how many bytes the live heap grew at most on the way. */
    private long mostHeapWhileReadingMarsh() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        long most = 0;
        int count = 0;
        try (FeatureCursor cursor =
                store.features().open(FeatureQuery.of(MARSH).withBbox(new Envelope(110, 125, 30, 40)))) {
            while (cursor.hasNext()) {
                assertThat(cursor.next().attributes()).containsEntry("code", (long) count++);
                if (count % 10_000 == 0) {
                    runtime.gc();
                    most = Math.max(most, runtime.totalMemory() - runtime.freeMemory() - before);
                }
            }
        }
        assertThat(count).isEqualTo(50_000);
        return most;
    }

    @Test
    void closingACursorEarlyGivesItsConnectionBack() {
        load(store, PORT, feature(wkt("POINT (1 2)")), feature(wkt("POINT (3 4)")));
        for (int i = 0; i < 60; i++) {
            try (FeatureCursor cursor = store.features().open(FeatureQuery.of(PORT))) {
                assertThat(cursor.hasNext()).isTrue();
            }
        }
    }

    @Test
    void readersSeeTheOldContentOrTheNewNeverAMixture() throws Exception {
        int[] sizes = {3000, 500};
        fill(sizes[1], "500");
        AtomicBoolean stop = new AtomicBoolean();
        Map<String, Integer> seen = new ConcurrentHashMap<>();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            readers.add(new Thread(() -> {
                while (!stop.get()) {
                    seen.merge(observe(), 1, Integer::sum);
                }
            }));
        }
        readers.forEach(Thread::start);
        for (int round = 0; round < 12; round++) {
            fill(sizes[round % 2], String.valueOf(sizes[round % 2]));
        }
        stop.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(seen.keySet()).isSubsetOf("3000 of [3000]", "500 of [500]").isNotEmpty();
    }

    private void fill(int size, String name) {
        try (FeatureWriter writer = store.features().write(PORT, FeatureStore.Mode.REPLACE)) {
            for (int i = 0; i < size; i++) {
                writer.add(feature(
                        wkt("POINT (" + (110 + i % 97 * 0.1) + " " + (30 + i % 89 * 0.1) + ")"), "name_en", name));
            }
            writer.commit();
        }
    }

    private String observe() {
        try {
            List<Object> names =
                    values(store, FeatureQuery.of(PORT).withBbox(new Envelope(100, 130, 20, 50)), "name_en");
            return names.size() + " of "
                    + List.copyOf(new java.util.TreeSet<>(
                            names.stream().map(String::valueOf).toList()));
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
