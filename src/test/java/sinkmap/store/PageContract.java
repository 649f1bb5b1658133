package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sinkmap.store.StoreFixture.feature;
import static sinkmap.store.StoreFixture.load;
import static sinkmap.store.StoreFixture.read;
import static sinkmap.store.StoreFixture.square;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;

/** What pages by key and versions of layers promise on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageContract {

    private static final FeatureLayer MARSH = new FeatureLayer(
            Layers.MARSH.about(),
            Layers.MARSH.geometryType(),
            Layers.MARSH.crs(),
            Layers.MARSH.attributes(),
            null,
            true);

    Store store;

    abstract StoreSettings settings(Path data) throws Exception;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        store = Store.open(settings(directory), Layers.catalog(MARSH, Layers.PORT, Layers.SITE));
    }

    @AfterAll
    void close() {
        if (store != null) {
            store.close();
        }
    }

    /** Ties, gaps and both ends: codes 3 - 1 3 1 - 2 3 1, names a b - a b c - a b. */
    @BeforeEach
    void fill() {
        Integer[] codes = {3, null, 1, 3, 1, null, 2, 3, 1};
        String[] names = {"a", "b", null, "a", "b", "c", null, "a", "b"};
        Feature[] features = new Feature[codes.length];
        for (int i = 0; i < codes.length; i++) {
            features[i] = feature(
                    square(118 + i * 0.1, 37, 0.05),
                    "code",
                    codes[i] == null ? null : codes[i].longValue(),
                    "name_zh",
                    names[i],
                    "observed",
                    codes[i] == null ? null : LocalDate.of(2020, codes[i], 1));
        }
        load(store, MARSH, features);
    }

    private static FeatureQuery sorted(String order) {
        List<FeatureQuery.Sort> keys = Arrays.stream(order.split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> new FeatureQuery.Sort(name.replace("-", ""), name.startsWith("-")))
                .toList();
        return FeatureQuery.of(MARSH).withSort(keys);
    }

    private static RowKey key(Feature feature, FeatureQuery query) {
        List<Object> values = new ArrayList<>();
        query.sort().forEach(sort -> values.add(feature.attributes().get(sort.attribute())));
        return new RowKey(values, feature.id());
    }

    private List<Long> ids(FeatureQuery query) {
        return read(store, query).stream().map(Feature::id).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code", "-code", "code,-name_zh", "-name_zh,code", "observed,-code", "-area_km2"})
    void pagesByKeyJoinToTheWholeForwardsAndBackwards(String order) {
        FeatureQuery all = sorted(order);
        List<Feature> whole = read(store, all);
        for (int size = 1; size <= 4; size++) {
            for (int first = 0; first < whole.size(); first++) {
                FeatureQuery from = all.withStart(key(whole.get(first), all));
                assertThat(ids(from.withPage(0, size)))
                        .as("%s from %d, %d rows", order, first, size)
                        .isEqualTo(whole.subList(first, Math.min(whole.size(), first + size)).stream()
                                .map(Feature::id)
                                .toList());
                Optional<RowKey> previous = store.features().findPrevious(from, size);
                assertThat(previous.map(RowKey::fid))
                        .as("%s before %d, %d rows", order, first, size)
                        .isEqualTo(
                                first == 0
                                        ? Optional.empty()
                                        : Optional.of(whole.get(Math.max(0, first - size))
                                                .id()));
            }
        }
    }

    @Test
    void aPageBeginsWhereItDidWhenTheRowThereAndOthersBeforeItAreGone() {
        FeatureQuery all = sorted("code");
        List<Feature> whole = read(store, all);
        FeatureQuery from = all.withStart(key(whole.get(4), all));
        try (FeatureEdit edit = store.edits().begin("li")) {
            for (int gone : new int[] {0, 2, 4}) {
                edit.delete(MARSH, whole.get(gone).id(), FeatureEdit.ANY_VERSION);
            }
            edit.commit();
        }
        assertThat(ids(from.withPage(0, 2)))
                .containsExactly(whole.get(5).id(), whole.get(6).id());
    }

    @Test
    void aKeyMayBeTextAsItComesThroughAnAddress() {
        FeatureQuery all = sorted("observed");
        assertThat(ids(all.withStart(new RowKey(List.of("2020-02-01"), 0)))).hasSize(6);
    }

    @Test
    void aKeyOfAnotherOrderIsRefused() {
        FeatureQuery from = sorted("code").withStart(new RowKey(List.of(), 3));
        assertThatThrownBy(() -> ids(from)).isInstanceOf(SinkmapException.class).hasMessageContaining("another order");
    }

    @Test
    void theVersionOfALayerChangesWithLoadsEditsAndRunsAndNotOtherwise() {
        LayerVersion port = store.features().version(Layers.PORT);
        LayerVersion loaded = store.features().version(MARSH);
        ids(sorted("code"));
        try (FeatureEdit edit = store.edits().begin("li")) {
            edit.insert(MARSH, feature(square(119, 37, 0.1), "code", 9L));
        }
        assertThat(store.features().version(MARSH)).as("nothing was committed").isEqualTo(loaded);
        try (FeatureEdit edit = store.edits().begin("li")) {
            edit.insert(MARSH, feature(square(119, 37, 0.1), "code", 9L));
            edit.commit();
        }
        LayerVersion edited = store.features().version(MARSH);
        fill();
        assertThat(edited.number()).isEqualTo(loaded.number() + 1);
        assertThat(store.features().version(MARSH).number()).isEqualTo(edited.number() + 1);
        assertThat(store.features().version(Layers.PORT)).isEqualTo(port);

        LayerVersion before = store.features().version(Layers.SITE);
        store.runs().add(StoreFixture.run("r1", "site", "pv"));
        StoreFixture.write(store, Layers.SITE, "r1", feature(square(118, 37, 0.1), "site_id", "s"));
        assertThat(store.features().version(Layers.SITE)).as("not shown yet").isEqualTo(before);
        store.runs().complete("r1", "{}");
        assertThat(store.features().version(Layers.SITE).tag()).isNotEqualTo(before.tag());
    }
}
