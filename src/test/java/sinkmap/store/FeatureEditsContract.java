package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static sinkmap.store.StoreFixture.feature;
import static sinkmap.store.StoreFixture.load;
import static sinkmap.store.StoreFixture.read;
import static sinkmap.store.StoreFixture.square;
import static sinkmap.store.StoreFixture.wkt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Role;
import sinkmap.store.EditException.Reason;

/** What changes to single features promise on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FeatureEditsContract {

    private static final FeatureLayer MEADOW = editable("meadow", GeometryType.POLYGON);
    private static final FeatureLayer STATION = editable("station", GeometryType.POINT);

    Store store;

    abstract StoreSettings settings(Path data) throws Exception;

    private static FeatureLayer editable(String id, GeometryType type) {
        FeatureLayer layer = Layers.features(
                id,
                Role.SINK,
                type,
                "EPSG:4490",
                Layers.attribute("code", AttributeType.TEXT),
                Layers.attribute("shoots", AttributeType.INTEGER));
        return new FeatureLayer(layer.about(), type, layer.crs(), layer.attributes(), null, true);
    }

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        store = Store.open(settings(directory), Layers.catalog(MEADOW, STATION, Layers.PORT));
    }

    @AfterAll
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private long insert(FeatureLayer layer, Feature feature) {
        try (FeatureEdit edit = store.edits().begin("li")) {
            long id = edit.insert(layer, feature);
            edit.commit();
            return id;
        }
    }

    private Feature current(FeatureLayer layer, long id) {
        return read(store, FeatureQuery.of(layer)).stream()
                .filter(f -> f.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private void update(FeatureLayer layer, long id, String user, long expected, Map<String, Object> values) {
        try (FeatureEdit edit = store.edits().begin(user)) {
            edit.action(1);
            edit.update(layer, id, values, expected);
            edit.commit();
        }
    }

    /** Enough, and often enough, for an index that loses entries to lose one. */
    @Test
    void geometriesCanBeChangedAgainAndAgain() {
        int plots = 5000;
        List<Long> ids = new ArrayList<>();
        try (FeatureEdit edit = store.edits().begin("li")) {
            for (int i = 0; i < plots; i++) {
                ids.add(edit.insert(MEADOW, feature(plot(i, 0.02), "code", "again", "shoots", 0L)));
            }
            edit.commit();
        }
        for (double half : new double[] {0.021, 0.022, 0.023}) {
            try (FeatureEdit edit = store.edits().begin("wang")) {
                for (int i = 0; i < plots; i++) {
                    edit.action(i + 1);
                    edit.update(MEADOW, ids.get(i), Map.of("geom", plot(i, half)), FeatureEdit.ANY_VERSION);
                }
                edit.commit();
            }
        }
        assertThat(current(MEADOW, ids.get(4413)).geometry().getArea()).isCloseTo(0.046 * 0.046, within(1e-9));
        try (FeatureEdit edit = store.edits().begin("wang")) {
            ids.forEach(id -> edit.delete(MEADOW, id, FeatureEdit.ANY_VERSION));
            edit.commit();
        }
    }

    private static Geometry plot(int number, double half) {
        double lon = 115 + number % 100 * 0.07;
        double lat = 34.5 + number / 100 * 0.07;
        return square(lon - half, lat - half, 2 * half);
    }

    @Test
    void keepsEveryVersionWithWhoAndWhen() {
        long id = insert(MEADOW, feature(square(120, 36, 0.5), "code", "M1", "shoots", 3L));
        update(MEADOW, id, "wang", 1, Map.of("shoots", 5L));
        update(MEADOW, id, "li", 2, Map.of("geom", square(121, 37, 0.25)));
        try (FeatureEdit edit = store.edits().begin("zhao")) {
            edit.delete(MEADOW, id, 3);
            edit.commit();
        }

        List<FeatureVersion> versions = store.edits().listVersions(MEADOW, id);

        assertThat(versions).extracting(FeatureVersion::version).containsExactly(1L, 2L, 3L);
        assertThat(versions).extracting(FeatureVersion::by).containsExactly("li", "wang", "li");
        assertThat(versions).extracting(FeatureVersion::endedBy).containsExactly("wang", "li", "zhao");
        assertThat(versions)
                .extracting(FeatureVersion::ended)
                .containsExactly(
                        FeatureVersion.Operation.UPDATE,
                        FeatureVersion.Operation.UPDATE,
                        FeatureVersion.Operation.DELETE);
        assertThat(versions)
                .extracting(v -> v.feature().attributes().get("shoots"))
                .containsExactly(3L, 5L, 5L);
        assertThat(versions.get(0).to()).isEqualTo(versions.get(1).from());
        assertThat(versions.get(1).feature().geometry().getCoordinate().x).isEqualTo(120);
        assertThat(versions.get(2).feature().geometry().getCoordinate().x).isEqualTo(121);
        assertThat(store.edits().findVersion(MEADOW, id)).isEmpty();
    }

    @Test
    void everyChangeIsANewStateOfTheLayerAndReadingIsNone() {
        List<EditState> states = new ArrayList<>();
        states.add(store.edits().state(MEADOW));
        long id = insert(MEADOW, feature(square(118, 35, 0.5), "code", "M7", "shoots", 1L));
        states.add(store.edits().state(MEADOW));
        update(MEADOW, id, "wang", 1, Map.of("shoots", 2L));
        states.add(store.edits().state(MEADOW));
        update(MEADOW, id, "wang", 2, Map.of("shoots", 1L));
        states.add(store.edits().state(MEADOW));
        try (FeatureEdit edit = store.edits().begin("zhao")) {
            edit.delete(MEADOW, id, 3);
            edit.commit();
        }
        states.add(store.edits().state(MEADOW));

        assertThat(states).doesNotHaveDuplicates();
        assertThat(states.get(1).features()).isEqualTo(states.get(0).features() + 1);
        assertThat(states.get(4).ended()).isEqualTo(states.get(0).ended() + 3);
        assertThat(states.get(4).last())
                .isEqualTo(store.edits().listVersions(MEADOW, id).get(2).to());
        assertThat(store.edits().state(MEADOW)).isEqualTo(states.get(4));
    }

    @Test
    void keepsWhatAFileTakesThePlaceOf() {
        load(store, STATION, feature(wkt("POINT (120 36)"), "code", "old"));
        long id = read(store, FeatureQuery.of(STATION)).get(0).id();
        load(store, STATION, feature(wkt("POINT (121 36)"), "code", "new"));

        List<FeatureVersion> versions = store.edits().listVersions(STATION, id);

        assertThat(versions).hasSize(1);
        assertThat(versions.get(0).ended()).isEqualTo(FeatureVersion.Operation.LOAD);
        assertThat(versions.get(0).feature().attributes()).containsEntry("code", "old");
    }

    @Test
    void refusesAChangeOfAVersionThatIsNoLongerCurrentAndChangesNothing() {
        long first = insert(MEADOW, feature(square(118, 37, 0.5), "code", "A"));
        long second = insert(MEADOW, feature(square(119, 37, 0.5), "code", "B"));
        update(MEADOW, second, "wang", 1, Map.of("code", "B2"));

        try (FeatureEdit edit = store.edits().begin("li")) {
            edit.action(1);
            edit.update(MEADOW, first, Map.of("code", "A2"), 1);
            edit.action(2);
            edit.update(MEADOW, second, Map.of("code", "B3"), 1);
            assertThatThrownBy(edit::commit)
                    .isInstanceOf(EditException.class)
                    .hasMessageContaining("action 2, meadow." + second)
                    .hasMessageContaining("version 2, not 1")
                    .extracting(e -> ((EditException) e).reason())
                    .isEqualTo(Reason.CHANGED);
        }

        assertThat(current(MEADOW, first).attributes()).containsEntry("code", "A");
        assertThat(store.edits().listVersions(MEADOW, first)).hasSize(1);
    }

    @Test
    void letsOneOfManyClientsWinWhoChangeTheSameVersion() throws Exception {
        long id = insert(MEADOW, feature(square(118, 36, 0.5), "code", "contested"));
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String code = "by " + i;
                attempts.add(() -> {
                    try {
                        update(MEADOW, id, code, 1, Map.of("code", code));
                        return true;
                    } catch (EditException e) {
                        return false;
                    }
                });
            }
            int won = 0;
            for (Future<Boolean> attempt : clients.invokeAll(attempts)) {
                won += attempt.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            clients.shutdownNow();
        }
        List<FeatureVersion> versions = store.edits().listVersions(MEADOW, id);
        assertThat(versions).hasSize(2);
        assertThat(versions.get(1).feature().attributes())
                .containsEntry("code", versions.get(1).by());
    }

    @Test
    void undoesWhatWasNotCommitted() {
        long id = insert(STATION, feature(wkt("POINT (119 35)"), "code", "kept"));
        try (FeatureEdit edit = store.edits().begin("li")) {
            edit.delete(STATION, id, FeatureEdit.ANY_VERSION);
            long added = edit.insert(STATION, feature(wkt("POINT (118 35)"), "code", "lost"));
            assertThat(edit.find(FeatureQuery.of(STATION))).contains(added).doesNotContain(id);
        }
        assertThat(current(STATION, id).attributes()).containsEntry("code", "kept");
        assertThat(read(store, FeatureQuery.of(STATION)))
                .noneMatch(f -> "lost".equals(f.attributes().get("code")));
    }

    @Test
    void namesActionFeatureAndColumnOfAValueThatDoesNotFit() {
        long id = insert(STATION, feature(wkt("POINT (119 35)"), "code", "typed"));
        assertThatThrownBy(() -> update(STATION, id, "li", FeatureEdit.ANY_VERSION, Map.of("shoots", "many")))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("action 1, station." + id)
                .hasMessageContaining("'shoots' is integer");
        assertThatThrownBy(() -> insert(Layers.PORT, feature(wkt("POINT (1 2)"))))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("editable: true");
    }

    @Test
    void locksKeepOthersOutUntilTheyEnd() throws Exception {
        long id = insert(STATION, feature(wkt("POINT (120 35)"), "code", "locked"));
        long free = insert(STATION, feature(wkt("POINT (120 34.5)"), "code", "free"));
        FeatureLocks locks = store.edits().locks();
        FeatureLocks.Taken taken = locks.take(STATION, List.of(id), "", true, Duration.ofMinutes(5), "li");
        assertThat(taken.locked()).containsExactly(id);

        assertThatThrownBy(() -> update(STATION, id, "wang", FeatureEdit.ANY_VERSION, Map.of("code", "x")))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("station." + id)
                .hasMessageContaining("locked");
        assertThat(locks.take(STATION, List.of(id, free), "", true, Duration.ofMinutes(5), "wang")
                        .locked())
                .isEmpty();
        FeatureLocks.Taken some = locks.take(STATION, List.of(id, free), "", false, Duration.ofMinutes(5), "wang");
        assertThat(some.locked()).containsExactly(free);
        assertThat(some.others()).containsExactly(id);
        try (FeatureEdit edit = store.edits().begin("li")) {
            edit.useLock(taken.id());
            edit.update(STATION, id, Map.of("code", "by its owner"), FeatureEdit.ANY_VERSION);
            edit.commit();
        }
        assertThat(current(STATION, id).attributes()).containsEntry("code", "by its owner");

        locks.renew(taken.id(), Duration.ofSeconds(-1));
        assertThat(locks.state(taken.id())).isEqualTo(FeatureLocks.State.EXPIRED);
        assertThat(locks.state("nobody's")).isEqualTo(FeatureLocks.State.UNKNOWN);
        update(STATION, id, "wang", FeatureEdit.ANY_VERSION, Map.of("code", "after the end"));
        locks.release(some.id());
        update(STATION, free, "zhao", FeatureEdit.ANY_VERSION, Map.of("code", "after the release"));
    }

    @Test
    void changesManyFeaturesInOneTransaction() {
        List<Long> ids = new ArrayList<>();
        try (FeatureEdit edit = store.edits().begin("li")) {
            for (int i = 0; i < 1201; i++) {
                ids.add(edit.insert(STATION, feature(wkt("POINT (118 38)"), "shoots", (long) i)));
            }
            for (int i = 0; i < ids.size(); i++) {
                edit.action(i + 1);
                edit.update(STATION, ids.get(i), Map.of("shoots", i * 2L), 1);
            }
            edit.commit();
        }
        assertThat(current(STATION, ids.get(1200)).attributes()).containsEntry("shoots", 2400L);
        assertThat(current(STATION, ids.get(499)).attributes()).containsEntry("shoots", 998L);
        assertThat(store.edits().findVersion(STATION, ids.get(700))).hasValue(2);
    }
}
