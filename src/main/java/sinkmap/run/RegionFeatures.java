package sinkmap.run;

import java.util.function.Consumer;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.Grid;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;

/**
 * Features of a layer in and around a grid, their geometry in the CRS of the grid. An edge is straight in the CRS of its
 * layer; long ones are cut into pieces before the transformation, so that they stay where they are.
 */
final class RegionFeatures {

    /** Longest edge that is transformed by its ends alone: it leaves its place by less than 10 cm. */
    private static final double LONGEST_EDGE_m = 2000;

    private final FeatureStore store;

    RegionFeatures(FeatureStore store) {
        this.store = store;
    }

    /**
     * Hands over features.
     *
     * @param layer the layer
     * @param filter only features that pass
     * @param grid the grid
     * @param reach_m how far beyond the grid features count
     * @param consumer takes them in the order of their ids
     */
    void forEach(FeatureLayer layer, Filter filter, Grid grid, double reach_m, Consumer<Feature> consumer) {
        Crs target = Crs.of(grid.crs());
        Crs source = Crs.of(layer.crs());
        Envelope region = grid.envelope();
        region.expandBy(reach_m + grid.cellSize());
        FeatureQuery query =
                FeatureQuery.of(layer).withBbox(source.bounds(region, target)).withFilter(filter);
        try (FeatureCursor cursor = store.open(query)) {
            while (cursor.hasNext()) {
                Feature feature = cursor.next();
                if (feature.geometry() != null && !feature.geometry().isEmpty()) {
                    consumer.accept(new Feature(
                            feature.id(), transform(feature.geometry(), source, target), feature.attributes()));
                }
            }
        }
    }

    /** A copy of a geometry in another CRS, with its edges where they were. */
    static Geometry transform(Geometry geometry, Crs source, Crs target) {
        return target.transform(densify(geometry, LONGEST_EDGE_m / source.metresPerUnit()), source);
    }

    /** A geometry without edges longer than {@code longest}, in units of its CRS. */
    static Geometry densify(Geometry geometry, double longest) {
        if (geometry.getDimension() == 0 || !hasLongerEdge(geometry, longest)) {
            return geometry;
        }
        Densifier densifier = new Densifier(geometry);
        densifier.setDistanceTolerance(longest);
        densifier.setValidate(false);
        return densifier.getResultGeometry();
    }

    private static boolean hasLongerEdge(Geometry geometry, double longest) {
        LongEdge filter = new LongEdge(longest);
        geometry.apply(filter);
        return filter.found;
    }

    private static final class LongEdge implements CoordinateSequenceFilter {

        private final double longest;
        private boolean found;

        LongEdge(double longest) {
            this.longest = longest;
        }

        @Override
        public void filter(CoordinateSequence points, int i) {
            if (i > 0) {
                Coordinate from = points.getCoordinate(i - 1);
                found |= from.distance(points.getCoordinate(i)) > longest;
            }
        }

        @Override
        public boolean isDone() {
            return found;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
