package sinkmap.grid;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Exact Euclidean distance between cell centres, in time linear in the number of cells.
 *
 * <p>A first pass finds the nearest source in each column, a second takes the lower envelope of the parabolas that these
 * distances raise along each row: A. Meijster, J. Roerdink, W. Hesselink, "A general algorithm for computing distance
 * transforms in linear time" (2000); P. Felzenszwalb, D. Huttenlocher, "Distance transforms of sampled functions" (2012).
 */
public final class Distance {

    private Distance() {}

    /**
     * Distance from each cell's centre to the nearest source cell's centre, in metres; 0 at a source, NaN everywhere when
     * there is no source.
     */
    public static Raster to(Mask sources) {
        return sources.isEmpty()
                ? Raster.empty(sources.grid(), "m")
                : metres(new ColumnGaps(sources), sources.grid(), 0);
    }

    /**
     * Distance from each cell's centre to the nearest cell that a geometry touches, in metres: within half a cell diagonal
     * of the distance to the geometry itself. Geometries outside the grid count too; those that are more than
     * {@code reach_m} from the grid may be left out, so that values up to {@code reach_m} hold and larger ones mean at
     * least that. NaN everywhere when no geometry is in reach.
     */
    public static Raster to(List<? extends Geometry> geometries, Grid grid, double reach_m) {
        return Proximity.of(geometries, grid, reach_m).distance(grid);
    }

    /** The cells whose centre lies within {@code distance_m} of the centre of a source cell. */
    public static Mask within(Mask sources, double distance_m) {
        Grid grid = sources.grid();
        Dilation step = Dilation.by(distance_m, grid.cellSize(), grid.rows());
        return sources.isEmpty() ? new Mask(grid) : reached(new ColumnGaps(sources), new Dilation[] {step}, grid, 0)[0];
    }

    static Envelope extent(List<? extends Geometry> geometries) {
        Envelope extent = new Envelope();
        geometries.forEach(geometry -> extent.expandToInclude(geometry.getEnvelopeInternal()));
        return extent;
    }

    /** The distance transform of rows of gaps, for the columns of a grid, the first of which is {@code firstColumn}. */
    static Raster metres(ColumnGaps columns, Grid grid, int firstColumn) {
        float[] metres = new float[grid.size()];
        ColumnGaps.inBlocks(grid.rows(), from -> {
            ColumnGaps.Block block = columns.new Block();
            Parabolas parabolas = new Parabolas(columns.columns());
            block.find(from);
            int to = Math.min(from + ColumnGaps.BLOCK, grid.rows());
            for (int row = from; row < to; row++) {
                int offset = grid.index(row, 0);
                parabolas.transform(
                        block.gaps(row - from), firstColumn, metres, offset, grid.columns(), grid.cellSize());
            }
        });
        return new Raster(grid, metres, "m");
    }

    /** The cells of a grid within each of several distances, for little more than the price of one. */
    static Mask[] reached(ColumnGaps columns, Dilation[] steps, Grid grid, int firstColumn) {
        Mask[] results = new Mask[steps.length];
        Arrays.setAll(results, i -> new Mask(grid));
        if (columns.isEmpty()) {
            return results;
        }
        int limit = Arrays.stream(steps).mapToInt(Dilation::rows).max().orElse(-1);
        ColumnGaps.inBlocks(grid.rows(), from -> {
            ColumnGaps.Block block = columns.new Block();
            long[] bits = new long[(columns.columns() + 63) / 64];
            block.find(from, limit);
            int to = Math.min(from + ColumnGaps.BLOCK, grid.rows());
            for (int row = from; row < to; row++) {
                for (int i = 0; i < steps.length; i++) {
                    steps[i].reach(block.gaps(row - from), block.least(row - from), bits);
                    results[i].orRow(row, bits, firstColumn);
                }
            }
        });
        return results;
    }
}
