package sinkmap.grid;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * The cells within a distance of geometries, as the geometries themselves decide and not their cells.
 *
 * <p>The distance from the centre of a cell to the nearest cell that a geometry touches differs from the distance to the
 * geometry by at most half the diagonal of a cell. So the distance transform settles every cell but those in a thin band
 * around the threshold, and only these are measured against the edges of the geometry.
 */
public final class Buffers {

    private Buffers() {}

    /**
     * The cells whose centre lies within {@code distance_m} of any of the geometries (polygons include their inside),
     * together with the cells that the geometries fill as {@link Rasterizer#fill} says, so that a feature smaller than a
     * cell is never lost and a larger distance never gives fewer cells. Geometries outside the grid count too.
     */
    public static Mask within(List<? extends Geometry> geometries, Grid grid, double distance_m) {
        return Proximity.of(geometries, grid, distance_m).within(grid, distance_m);
    }

    /**
     * The cells whose centre lies inside the polygons and at least {@code distance_m} from the edge of their union, as
     * {@link Inset} says.
     */
    public static Mask inside(List<? extends Geometry> geometries, Grid grid, double distance_m) {
        return Inset.of(geometries, grid, distance_m, grid.rows()).cells(grid, distance_m);
    }
}
