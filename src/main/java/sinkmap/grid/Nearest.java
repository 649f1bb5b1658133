package sinkmap.grid;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Answers how far the nearest of some geometries is from a point, exactly and fast; safe for use by several threads. */
public final class Nearest {

    private final SegmentTree edges;

    private Nearest(SegmentTree edges) {
        this.edges = edges;
    }

    /** Prepares geometries, in the CRS that points will be given in. */
    public static Nearest of(List<? extends Geometry> geometries) {
        return new Nearest(SegmentTree.of(geometries, null));
    }

    /**
     * Distance to the nearest geometry, in units of the CRS; 0 inside a polygon, positive infinity when there is no
     * geometry.
     */
    public double distance(double x, double y) {
        return distance(x, y, Double.POSITIVE_INFINITY);
    }

    /** Distance to the nearest geometry, or {@code bound} when none is nearer than that; a low bound is answered faster. */
    public double distance(double x, double y, double bound) {
        return bound > 0 && inside(x, y) ? 0 : toEdge(x, y, bound);
    }

    /** Distance to the nearest edge or point, inside of polygons too, or {@code bound} when none is nearer than that. */
    public double toEdge(double x, double y, double bound) {
        return edges.nearest(x, y, bound);
    }

    /** Whether a point lies inside of a polygon. */
    public boolean inside(double x, double y) {
        return edges.inside(x, y);
    }
}
