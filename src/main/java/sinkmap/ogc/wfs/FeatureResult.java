package sinkmap.ogc.wfs;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.OwsRequest;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureStore;

/**
 * What a GetFeature request finds, before it is read.
 *
 * @param asked the request
 * @param parts the result of each query
 * @param page which part of it all the answer holds
 * @param endpoint address of the service
 * @param features where the features are
 */
record FeatureResult(FeatureRequest asked, List<Part> parts, Page page, String endpoint, FeatureStore features) {

    /**
     * The result of one query.
     *
     * @param query the query, with the part of the page that falls to it
     * @param matched features that it matches
     * @param returned features of this answer
     */
    record Part(WfsQuery query, long matched, long returned) {

        FeatureLayer layer() {
            return query.layer();
        }
    }

    /** Counts, and lays the page of the request over its queries one after another. */
    static FeatureResult of(FeatureRequest asked, OwsRequest request, FeatureStore features) {
        List<Part> parts = new ArrayList<>();
        long skip = asked.start();
        long left = asked.count();
        long matched = 0;
        for (WfsQuery query : asked.queries()) {
            long all = features.count(query.query());
            long offset = Math.min(skip, all);
            long returned = Math.min(left, all - offset);
            parts.add(new Part(query.withPage(offset, returned), all, returned));
            skip -= offset;
            left -= returned;
            matched += all;
        }
        return new FeatureResult(
                asked, parts, Page.of(request, matched, asked.start(), asked.count()), request.endpoint(), features);
    }

    /** Reads a part; close the cursor. */
    FeatureCursor open(Part part) {
        return asked.hits() || part.returned() == 0
                ? NONE
                : features.open(part.query().query());
    }

    /** The layers of all parts, each once. */
    List<FeatureLayer> layers() {
        return parts.stream().map(Part::layer).distinct().toList();
    }

    private static final FeatureCursor NONE = new FeatureCursor() {
        @Override
        public boolean hasNext() {
            return false;
        }

        @Override
        public Feature next() {
            throw new NoSuchElementException();
        }

        @Override
        public void close() {}
    };
}
