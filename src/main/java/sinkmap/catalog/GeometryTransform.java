package sinkmap.catalog;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import sinkmap.grid.SinkmapException;

/**
 * Transforms geometries from one CRS to another.
 *
 * @param to target
 * @param from source
 */
record GeometryTransform(Crs to, Crs from) {

    Geometry apply(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.setSRID(to.srid());
        if (geometry.isEmpty() || to.sameCoordinates(from)) {
            return copy;
        }
        Filter filter = new Filter();
        copy.apply(filter);
        return filter.lost ? clipped(geometry) : copy;
    }

    /** Cuts the geometry to the domain of the target before it is transformed. */
    private Geometry clipped(Geometry geometry) {
        if (!from.geographic()) {
            Crs base = Crs.of("CRS:84");
            Geometry degrees = geometry.copy();
            Filter filter = new GeometryTransform(base, from).new Filter();
            degrees.apply(filter);
            requireWhole(filter, geometry);
            return new GeometryTransform(to, base).apply(degrees);
        }
        Envelope domain = new Envelope(to.projection().domain());
        Geometry box = geometry.getFactory().toGeometry(domain);
        Geometry inside = OverlayNGRobust.overlay(fixed(geometry), box, OverlayNG.INTERSECTION);
        inside.setSRID(to.srid());
        Filter filter = new Filter();
        inside.apply(filter);
        requireWhole(filter, geometry);
        return inside;
    }

    private static Geometry fixed(Geometry geometry) {
        return geometry.isValid() ? geometry : GeometryFixer.fix(geometry);
    }

    private void requireWhole(Filter filter, Geometry geometry) {
        if (filter.lost) {
            throw new SinkmapException("a geometry with bounds " + geometry.getEnvelopeInternal()
                    + " cannot be transformed from " + from + " to " + to
                    + ": it lies outside the domain of one of them, or its coordinates are swapped");
        }
    }

    private final class Filter implements CoordinateSequenceFilter {

        private boolean lost;

        @Override
        public void filter(CoordinateSequence points, int i) {
            if (i > 0) {
                return;
            }
            double[] xy = new double[2 * points.size()];
            for (int k = 0; k < points.size(); k++) {
                xy[2 * k] = points.getX(k);
                xy[2 * k + 1] = points.getY(k);
            }
            to.transform(xy, points.size(), from);
            for (int k = 0; k < points.size(); k++) {
                points.setOrdinate(k, CoordinateSequence.X, xy[2 * k]);
                points.setOrdinate(k, CoordinateSequence.Y, xy[2 * k + 1]);
                lost |= Double.isNaN(xy[2 * k]);
            }
        }

        @Override
        public boolean isDone() {
            return lost;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
