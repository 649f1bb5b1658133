package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.store.StoreFixture.feature;
import static sinkmap.store.StoreFixture.load;
import static sinkmap.store.StoreFixture.run;
import static sinkmap.store.StoreFixture.square;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;

/** What generalised shapes promise on every database: they are never older than the layer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShapeContract {

    private static final Crs DEGREES = Crs.of("EPSG:4490");
    private static final double PIXEL_DEG = 0.001;
    private static final FeatureLayer MARSH = new FeatureLayer(
            Layers.MARSH.about(),
            Layers.MARSH.geometryType(),
            Layers.MARSH.crs(),
            Layers.MARSH.attributes(),
            null,
            true);

    private Store store;

    abstract StoreSettings settings(Path data) throws Exception;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        store = Store.open(settings(directory), Layers.catalog(MARSH, Layers.SITE));
    }

    @AfterAll
    void close() {
        if (store != null) {
            store.close();
        }
    }

    @BeforeEach
    void fill() {
        load(
                store,
                MARSH,
                feature(square(118, 37, 0.1), "name_zh", "甲"),
                feature(square(119, 38, 0.2), "name_zh", "乙"));
    }

    private List<Object> names(FeatureLayer layer, String attribute) {
        ShapeLevel level = store.features()
                .getShapes(layer, DEGREES, PIXEL_DEG, List.of(attribute))
                .orElseThrow();
        return java.util.stream.IntStream.range(0, level.size())
                .mapToObj(i -> level.attributes(i).get(attribute))
                .toList();
    }

    @Test
    void shapesComeInTheOrderOfTheFeaturesWithTheirAttributes() {
        assertThat(names(MARSH, "name_zh")).containsExactly("甲", "乙");
    }

    @Test
    void theFirstQuestionDoesNotWaitAndALaterOneFinds() throws InterruptedException {
        Optional<ShapeLevel> level = Optional.empty();
        for (int i = 0; i < 500 && level.isEmpty(); i++) {
            level = store.features().findShapes(MARSH, Crs.of("EPSG:3857"), 77, List.of());
            Thread.sleep(10);
        }
        assertThat(level).hasValueSatisfying(found -> assertThat(found.size()).isEqualTo(2));
    }

    @Test
    void aLoadOrAnEditMakesTheShapesAnew() {
        assertThat(names(MARSH, "name_zh")).hasSize(2);
        load(store, MARSH, feature(square(118, 37, 0.1), "name_zh", "丙"));
        assertThat(store.features().findShapes(MARSH, DEGREES, PIXEL_DEG, List.of("name_zh")))
                .as("what is stale is not shown")
                .isEmpty();
        assertThat(names(MARSH, "name_zh")).containsExactly("丙");
        try (FeatureEdit edit = store.edits().begin("someone")) {
            edit.action(1);
            edit.insert(MARSH, feature(square(120, 37, 0.1), "name_zh", "丁"));
            edit.commit();
        }
        assertThat(names(MARSH, "name_zh")).containsExactly("丙", "丁");
        try (FeatureEdit edit = store.edits().begin("someone")) {
            edit.action(1);
            edit.insert(MARSH, feature(square(121, 37, 0.1), "name_zh", "never"));
        }
        assertThat(names(MARSH, "name_zh")).containsExactly("丙", "丁");
    }

    @Test
    void resultsShowOnceTheirRunIsCurrent() {
        store.runs().add(run("r1", "siting", "plan"));
        StoreFixture.write(store, Layers.SITE, "r1", feature(square(118, 37, 0.1), "site_id", "A"));
        assertThat(names(Layers.SITE, "site_id")).isEmpty();
        store.runs().complete("r1", "{}");
        assertThat(names(Layers.SITE, "site_id")).containsExactly("A");
    }

    @Test
    void levelsThatWereNotUsedForLongestGoFirstAndTooLargeOnesAreNotMade() {
        ShapeStore small = new ShapeStore(store.features(), 700);
        try (small) {
            for (double pixel : new double[] {0.001, 0.01, 0.1}) {
                assertThat(small.get(MARSH, DEGREES, pixel, List.of())).isPresent();
                assertThat(small.bytes()).isBetween(1L, 700L);
            }
        }
        try (ShapeStore tiny = new ShapeStore(store.features(), 100)) {
            assertThat(tiny.get(MARSH, DEGREES, 0.001, List.of())).isEmpty();
        }
    }

    @Test
    void attributesOfOneFeatureAreAMap() {
        ShapeLevel level = store.features()
                .getShapes(MARSH, DEGREES, PIXEL_DEG, List.of("code", "name_zh"))
                .orElseThrow();
        assertThat(level.attributes(1)).hasSize(2).containsEntry("code", null).containsEntry("name_zh", "乙");
        assertThat(level.attributes(0).get("name_zh")).isEqualTo("甲");
        assertThat(level.attributes(0).get("other")).isNull();
    }
}
