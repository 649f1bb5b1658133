package sinkmap.ogc.api;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Geometries in the cells of a tile: clipped a little outside of it, simplified to half a pixel, on whole cells, x = right, y
 * = down. A line or area that is smaller than a cell is kept as the smallest one there is: what exists is seen.
 */
final class TileGeometry {

    /** Cells of a tile's side. */
    static final int EXTENT = 4096;

    /** Cells around the tile that are kept, so that strokes do not end at its edge. */
    static final int BUFFER = 80;

    /** What half a pixel is, in cells, where a tile is drawn 512 pixels wide. */
    private static final double TOLERANCE = 4;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final PrecisionModel WHOLE = new PrecisionModel(1);

    private final AffineTransformation toCells;
    private final Envelope clip = new Envelope(-BUFFER, EXTENT + BUFFER, -BUFFER, EXTENT + BUFFER);
    private final Geometry clipArea = GEOMETRIES.toGeometry(clip);
    private final double tolerance;

    /**
     * @param bounds bounds of the tile in the CRS of the geometries
     * @param finest whether this is the finest zoom level, where nothing is simplified
     */
    TileGeometry(Envelope bounds, boolean finest) {
        double scale = EXTENT / bounds.getWidth();
        this.toCells = AffineTransformation.translationInstance(-bounds.getMinX(), -bounds.getMaxY())
                .scale(scale, -scale);
        this.tolerance = finest ? 0 : TOLERANCE;
    }

    /** The geometry in cells; null when none of it lies in the tile and around it. */
    Geometry of(Geometry geometry) {
        Geometry cells = toCells.transform(geometry);
        if (!clip.intersects(cells.getEnvelopeInternal())) {
            return null;
        }
        Geometry part = clip.covers(cells.getEnvelopeInternal()) ? cells : clipped(cells);
        if (part.isEmpty()) {
            return null;
        }
        if (part instanceof Puntal) {
            return rounded(part);
        }
        Geometry simple = tolerance > 0 ? TopologyPreservingSimplifier.simplify(part, tolerance) : part;
        Geometry whole = rounded(simple);
        if (whole instanceof Polygonal && (whole.getArea() == 0 || !whole.isValid())) {
            whole = GeometryPrecisionReducer.reduce(simple, WHOLE);
        }
        boolean gone = whole.isEmpty() || (part instanceof Polygonal ? whole.getArea() == 0 : whole.getLength() == 0);
        return gone ? smallest(part) : whole;
    }

    private Geometry clipped(Geometry cells) {
        Geometry part = OverlayNGRobust.overlay(cells, clipArea, OverlayNG.INTERSECTION);
        String type = cells instanceof Polygonal ? "Polygon" : cells instanceof Lineal ? "LineString" : "Point";
        return part.getGeometryType().endsWith(type)
                ? part
                : GEOMETRIES.buildGeometry(GeometryExtracter.extract(part, type));
    }

    private static Geometry rounded(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int i) {
                points.setOrdinate(i, 0, Math.rint(points.getX(i)));
                points.setOrdinate(i, 1, Math.rint(points.getY(i)));
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }

    private static Geometry smallest(Geometry part) {
        Coordinate c = part.getEnvelopeInternal().centre();
        double x = Math.floor(c.x);
        double y = Math.floor(c.y);
        return part instanceof Polygonal
                ? GEOMETRIES.toGeometry(new Envelope(x, x + 1, y, y + 1))
                : GEOMETRIES.createLineString(new Coordinate[] {new Coordinate(x, y), new Coordinate(x + 1, y)});
    }
}
