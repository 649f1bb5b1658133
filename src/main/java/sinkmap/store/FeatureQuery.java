package sinkmap.store;

import java.util.List;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.FeatureLayer;

/**
 * What to read from a feature layer. Rows come in the order of {@code sort} and then of the id, so that pages never
 * overlap. Of a derived layer only the rows of the current run of each plan are seen unless {@code run} is given.
 *
 * @param layer the layer
 * @param bbox only features whose bounds meet this envelope, in the layer's CRS; null for all
 * @param filter only features that pass; property names are attribute names or {@code geom}, geometry literals in the
 *     layer's CRS; {@link Filter#INCLUDE} for all
 * @param attributes attributes to fetch; null for all
 * @param geometry whether to fetch the geometry
 * @param sort sort keys
 * @param offset rows to skip
 * @param limit most rows to return; negative for no limit
 * @param start where the rows begin, in their order; null for the first
 * @param run id of a run of a derived layer; null for the current ones
 */
public record FeatureQuery(
        FeatureLayer layer,
        Envelope bbox,
        Filter filter,
        List<String> attributes,
        boolean geometry,
        List<Sort> sort,
        long offset,
        long limit,
        RowKey start,
        String run) {

    /**
     * A sort key.
     *
     * @param attribute attribute name
     * @param descending whether larger values come first
     */
    public record Sort(String attribute, boolean descending) {}

    /** Every feature of a layer. */
    public static FeatureQuery of(FeatureLayer layer) {
        return new FeatureQuery(layer, null, Filter.INCLUDE, null, true, List.of(), 0, -1, null, null);
    }

    public FeatureQuery withBbox(Envelope newBbox) {
        return new FeatureQuery(layer, newBbox, filter, attributes, geometry, sort, offset, limit, start, run);
    }

    public FeatureQuery withFilter(Filter newFilter) {
        return new FeatureQuery(layer, bbox, newFilter, attributes, geometry, sort, offset, limit, start, run);
    }

    public FeatureQuery withAttributes(List<String> newAttributes, boolean newGeometry) {
        return new FeatureQuery(layer, bbox, filter, newAttributes, newGeometry, sort, offset, limit, start, run);
    }

    public FeatureQuery withSort(List<Sort> newSort) {
        return new FeatureQuery(layer, bbox, filter, attributes, geometry, newSort, offset, limit, start, run);
    }

    public FeatureQuery withPage(long newOffset, long newLimit) {
        return new FeatureQuery(layer, bbox, filter, attributes, geometry, sort, newOffset, newLimit, start, run);
    }

    public FeatureQuery withRun(String newRun) {
        return new FeatureQuery(layer, bbox, filter, attributes, geometry, sort, offset, limit, start, newRun);
    }

    /** The query with its rows from a place in their order on; the offset counts from there. */
    public FeatureQuery withStart(RowKey newStart) {
        return new FeatureQuery(layer, bbox, filter, attributes, geometry, sort, offset, limit, newStart, run);
    }
}
