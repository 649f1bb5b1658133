package sinkmap.grid;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
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

    /** Rows or columns handed to a thread at once; a multiple of 64, so that no two threads share a word of a mask. */
    private static final int BLOCK = 64;

    /** No source in the column; no analysis grid has as many rows within reach of each other. */
    private static final int FAR = Character.MAX_VALUE;

    private Distance() {}

    /**
     * Distance from each cell's centre to the nearest source cell's centre, in metres; 0 at a source, NaN everywhere when
     * there is no source.
     */
    public static Raster to(Mask sources) {
        Grid grid = sources.grid();
        if (sources.isEmpty()) {
            return Raster.empty(grid, "m");
        }
        float[] cells = new float[grid.size()];
        inBlocks(grid.columns(), from -> columns(sources, cells, from, Math.min(from + BLOCK, grid.columns())));
        inBlocks(grid.rows(), from -> {
            Envelopes row = new Envelopes(grid.columns(), (float) grid.cellSize());
            for (int r = from; r < Math.min(from + BLOCK, grid.rows()); r++) {
                row.transform(cells, r * grid.columns());
            }
        });
        return new Raster(grid, cells, "m");
    }

    /**
     * Distance from each cell's centre to the nearest cell that a geometry touches, in metres: within half a cell diagonal
     * of the distance to the geometry itself. Geometries outside the grid count too; those that are more than
     * {@code reach_m} from the grid may be left out, so that values up to {@code reach_m} hold and larger ones mean at
     * least that. NaN everywhere when no geometry is in reach.
     */
    public static Raster to(List<? extends Geometry> geometries, Grid grid, double reach_m) {
        Halo halo = Halo.around(grid, extent(geometries), reach_m);
        Mask sources = new Mask(halo.grid());
        geometries.forEach(geometry -> Rasterizer.touch(geometry, sources));
        Raster distance = to(sources);
        return halo.grid().equals(grid)
                ? distance
                : distance.window(halo.northRows(), halo.westColumns(), grid.rows(), grid.columns());
    }

    /** The cells whose centre lies within {@code distance_m} of the centre of a source cell. */
    public static Mask within(Mask sources, double distance_m) {
        Grid grid = sources.grid();
        Mask result = new Mask(grid);
        double reach = distance_m / grid.cellSize() * (1 + 1e-12);
        if (!(reach >= 0) || sources.isEmpty()) {
            return result;
        }
        int steps = (int) Math.min(reach, Math.min(grid.rows(), FAR - 1));
        int[] widths = new int[steps + 1];
        for (int step = 0; step <= steps; step++) {
            widths[step] = (int) Math.min(Math.sqrt(reach * reach - (double) step * step), grid.columns());
        }
        char[] gaps = new char[grid.size()];
        inBlocks(grid.columns(), from -> gaps(sources, gaps, from, Math.min(from + BLOCK, grid.columns())));
        inBlocks(grid.rows(), from -> dilate(gaps, widths, result, from, Math.min(from + BLOCK, grid.rows())));
        return result;
    }

    static Envelope extent(List<? extends Geometry> geometries) {
        Envelope extent = new Envelope();
        geometries.forEach(geometry -> extent.expandToInclude(geometry.getEnvelopeInternal()));
        return extent;
    }

    static void inBlocks(int length, IntConsumer block) {
        IntStream.range(0, (length + BLOCK - 1) / BLOCK).parallel().forEach(i -> block.accept(i * BLOCK));
    }

    /** Writes each cell's distance to the nearest source in its own column, in cells; infinite where there is none. */
    private static void columns(Mask sources, float[] cells, int from, int to) {
        Grid grid = sources.grid();
        float[] nearest = new float[to - from];
        Arrays.fill(nearest, Float.POSITIVE_INFINITY);
        for (int r = 0; r < grid.rows(); r++) {
            int offset = r * grid.columns();
            for (int c = from; c < to; c++) {
                float steps = sources.get(offset + c) ? 0 : nearest[c - from] + 1;
                nearest[c - from] = steps;
                cells[offset + c] = steps;
            }
        }
        for (int r = grid.rows() - 2; r >= 0; r--) {
            int offset = r * grid.columns();
            for (int c = from; c < to; c++) {
                cells[offset + c] = Math.min(cells[offset + c], cells[offset + grid.columns() + c] + 1);
            }
        }
    }

    /** The lower envelope of the parabolas along one row, with its working memory. */
    private static final class Envelopes {

        private final int length;
        private final float cellSize;
        private final int[] feet;
        private final double[] heights;
        private final double[] starts;

        Envelopes(int length, float cellSize) {
            this.length = length;
            this.cellSize = cellSize;
            this.feet = new int[length];
            this.heights = new double[length];
            this.starts = new double[length];
        }

        /** Replaces the distances along columns, in cells, by distances in metres. */
        void transform(float[] cells, int offset) {
            int top = -1;
            for (int x = 0; x < length; x++) {
                double steps = cells[offset + x];
                if (steps == Double.POSITIVE_INFINITY) {
                    continue;
                }
                double height = steps * steps + (double) x * x;
                double start = Double.NEGATIVE_INFINITY;
                while (top >= 0) {
                    start = (height - heights[top]) / (2.0 * (x - feet[top]));
                    if (start > starts[top]) {
                        break;
                    }
                    top--;
                }
                top++;
                feet[top] = x;
                heights[top] = height;
                starts[top] = top == 0 ? Double.NEGATIVE_INFINITY : start;
            }
            write(cells, offset, top);
        }

        private void write(float[] cells, int offset, int top) {
            int x = 0;
            for (int i = 0; i <= top; i++) {
                int foot = feet[i];
                double rise = heights[i] - (double) foot * foot;
                int end = i == top ? length : (int) Math.max(x, Math.min(length, Math.ceil(starts[i + 1])));
                for (; x < end; x++) {
                    double dx = x - foot;
                    cells[offset + x] = (float) Math.sqrt(dx * dx + rise) * cellSize;
                }
            }
        }
    }

    /** Writes how many rows away the nearest source in each cell's own column is, at most {@link #FAR}. */
    private static void gaps(Mask sources, char[] gaps, int from, int to) {
        Grid grid = sources.grid();
        int[] nearest = new int[to - from];
        Arrays.fill(nearest, FAR);
        for (int r = 0; r < grid.rows(); r++) {
            int offset = r * grid.columns();
            for (int c = from; c < to; c++) {
                int gap = sources.get(offset + c) ? 0 : Math.min(FAR, nearest[c - from] + 1);
                nearest[c - from] = gap;
                gaps[offset + c] = (char) gap;
            }
        }
        for (int r = grid.rows() - 2; r >= 0; r--) {
            int offset = r * grid.columns();
            for (int c = from; c < to; c++) {
                gaps[offset + c] = (char) Math.min(gaps[offset + c], gaps[offset + grid.columns() + c] + 1);
            }
        }
    }

    /** Sets the cells of some rows that are within reach; {@code widths[n]} is how far a source n rows away reaches. */
    private static void dilate(char[] gaps, int[] widths, Mask result, int fromRow, int toRow) {
        int columns = result.grid().columns();
        int[] edges = new int[columns + 1];
        for (int row = fromRow; row < toRow; row++) {
            int offset = row * columns;
            boolean any = false;
            for (int c = 0; c < columns; c++) {
                int gap = gaps[offset + c];
                if (gap < widths.length) {
                    any = true;
                    edges[Math.max(0, c - widths[gap])]++;
                    edges[Math.min(columns, c + widths[gap] + 1)]--;
                }
            }
            if (any) {
                setOpen(edges, result, offset);
                Arrays.fill(edges, 0);
            }
        }
    }

    /** Sets the cells of a row where more intervals have begun than ended. */
    private static void setOpen(int[] edges, Mask result, int offset) {
        int open = 0;
        int from = 0;
        for (int c = 0; c < edges.length; c++) {
            int now = open + edges[c];
            if (open == 0 && now > 0) {
                from = c;
            } else if (open > 0 && now == 0) {
                result.setRange(offset + from, offset + c);
            }
            open = now;
        }
    }
}
