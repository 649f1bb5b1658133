package sinkmap.report;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureStore;

/** A store whose every layer holds the same places. */
final class Places {

    private Places() {}

    static FeatureStore none() {
        return holding(List.of());
    }

    static FeatureStore of(String chinese, String english) {
        return holding(List.of(new Feature(1, null, Map.of("name_zh", chinese, "name_en", english))));
    }

    private static FeatureStore holding(List<Feature> features) {
        FeatureStore store = mock(FeatureStore.class);
        when(store.open(any())).thenAnswer(question -> new Cursor(features.iterator()));
        return store;
    }

    private record Cursor(Iterator<Feature> features) implements FeatureCursor {

        @Override
        public boolean hasNext() {
            return features.hasNext();
        }

        @Override
        public Feature next() {
            return features.next();
        }

        @Override
        public void close() {}
    }
}
