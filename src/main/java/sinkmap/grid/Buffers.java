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
        Mask filled = Rasterizer.cells(geometries, grid);
        if (!(distance_m > 0)) {
            return filled;
        }
        Halo halo = Halo.around(grid, Distance.extent(geometries), distance_m + grid.cellSize());
        Mask touched = new Mask(halo.grid());
        geometries.forEach(geometry -> Rasterizer.touch(geometry, touched));
        if (touched.isEmpty()) {
            return filled;
        }
        double slack = grid.halfDiagonal_m() * (1 + 1e-9);
        Mask certain =
                inside(grid, halo, Distance.within(touched, distance_m - slack)).or(filled);
        Mask possible = inside(grid, halo, Distance.within(touched, distance_m + slack));
        decide(possible.andNot(certain), certain, geometries, distance_m);
        return certain;
    }

    private static Mask inside(Grid grid, Halo halo, Mask mask) {
        return halo.grid().equals(grid)
                ? mask
                : mask.window(halo.northRows(), halo.westColumns(), grid.rows(), grid.columns());
    }

    /** Adds those cells of a band to the result whose centre is within the distance of an edge or point. */
    private static void decide(Mask band, Mask result, List<? extends Geometry> geometries, double distance_m) {
        Grid grid = band.grid();
        SegmentTree edges = SegmentTree.of(
                geometries, grid.grown(distance_m + grid.cellSize()).envelope());
        Distance.inBlocks(grid.rows(), fromRow -> {
            int end = grid.index(Math.min(fromRow + Distance.BLOCK, grid.rows()), 0);
            for (int cell = band.next(grid.index(fromRow, 0), end); cell >= 0; cell = band.next(cell + 1, end)) {
                double x = grid.x(cell % grid.columns());
                double y = grid.y(cell / grid.columns());
                if (edges.anyWithin(x, y, distance_m)) {
                    result.set(cell);
                }
            }
        });
    }
}
