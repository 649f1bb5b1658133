package sinkmap.grid;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How deep the cells of a region lie inside polygons, window by window like {@link Proximity}: a buffer inwards.
 *
 * <p>Depth is measured from the edge of the union of all polygons, so an edge that neighbours share, or that lies within
 * another polygon, is no edge. Lines and points have no inside, nor has a polygon that covers no cell centre.
 */
public final class Inset {

    private final Grid region;
    private final Strips interior;
    private final Proximity edge;

    private Inset(List<Geometry> union, Grid region, double reach_m, int bandRows) {
        this.region = region;
        this.interior = new Strips(union, region, Frame.of(region));
        List<Geometry> edges = union.stream().map(Geometry::getBoundary).toList();
        this.edge = Proximity.of(edges, region, reach_m, bandRows);
    }

    /**
     * Prepares polygons for questions about windows of a region.
     *
     * @param geometries in the CRS of the grid; what is no polygon is left out, invalid polygons are repaired first
     * @param region the grid that windows are cut from
     * @param reach_m the largest depth that will be asked for, in metres
     * @param bandRows rows of the bands that windows will mostly be, at least 1
     */
    public static Inset of(List<? extends Geometry> geometries, Grid region, double reach_m, int bandRows) {
        List<Geometry> polygons = new ArrayList<>();
        geometries.forEach(geometry ->
                parts(geometry).forEach(part -> polygons.add(part.isValid() ? part : GeometryFixer.fix(part))));
        List<Geometry> union = polygons.isEmpty() ? List.of() : parts(OverlayNGRobust.union(polygons));
        return new Inset(union, region, reach_m, bandRows);
    }

    private static List<Geometry> parts(Geometry geometry) {
        List<Geometry> parts = new ArrayList<>();
        if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                parts.addAll(parts(geometry.getGeometryN(i)));
            }
        } else if (geometry instanceof Polygon && !geometry.isEmpty()) {
            parts.add(geometry);
        }
        return parts;
    }

    /**
     * The cells of a window whose centre lies inside the polygons and at least {@code depth_m} metres from their edge.
     *
     * @throws IllegalArgumentException when the depth is larger than the reach
     */
    public Mask cells(Grid window, double depth_m) {
        Mask inside = interior.cells(Rasterizer::cover, Frame.of(window, region));
        return depth_m > 0 ? inside.andNot(edge.nearerThan(window, depth_m)) : inside;
    }
}
