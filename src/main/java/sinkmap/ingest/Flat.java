package sinkmap.ingest;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryEditor;

/** Reduces geometries to x and y. */
final class Flat {

    private final GeometryFactory factory = new GeometryFactory();

    /** The geometry without heights and measures; the same object when it has none. */
    Geometry flatten(Geometry geometry) {
        Coordinate first = geometry.getCoordinate();
        if (first == null || first instanceof CoordinateXY) {
            return geometry;
        }
        return new GeometryEditor(factory).edit(geometry, new GeometryEditor.CoordinateSequenceOperation() {
            @Override
            public CoordinateSequence edit(CoordinateSequence sequence, Geometry part) {
                Coordinate[] flat = new Coordinate[sequence.size()];
                for (int i = 0; i < flat.length; i++) {
                    flat[i] = new CoordinateXY(sequence.getX(i), sequence.getY(i));
                }
                return new CoordinateArraySequence(flat, 2);
            }
        });
    }

    /** Whether a geometry carries heights. */
    static boolean hasHeights(Geometry geometry) {
        Coordinate first = geometry.getCoordinate();
        return first != null && !(first instanceof CoordinateXY) && !Double.isNaN(first.getZ());
    }

    /** Whether every x and y is a finite number. */
    static boolean finite(Geometry geometry) {
        FiniteFilter filter = new FiniteFilter();
        geometry.apply(filter);
        return filter.finite;
    }

    private static final class FiniteFilter implements CoordinateSequenceFilter {

        private boolean finite = true;

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            finite &= Double.isFinite(sequence.getX(i)) && Double.isFinite(sequence.getY(i));
        }

        @Override
        public boolean isDone() {
            return !finite;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
