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

    /** Rows handed to a thread at once; a multiple of 64, so that no two threads share a word of a mask. */
    static final int BLOCK = 64;

    /** Columns handed to a thread at once; wide, as memory is read along rows. */
    private static final int COLUMN_BLOCK = 1024;

    /** No source in the column; no analysis grid has as many rows within reach of each other. */
    private static final char FAR = Character.MAX_VALUE;

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
        inBlocks(grid.columns(), COLUMN_BLOCK, from -> columns(sources, cells, from, columnEnd(grid, from)));
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
        return within(sources, new double[] {distance_m})[0];
    }

    /** The cells within each of several distances, for little more than the price of one. */
    static Mask[] within(Mask sources, double[] distances_m) {
        Grid grid = sources.grid();
        Mask[] results = new Mask[distances_m.length];
        Arrays.setAll(results, i -> new Mask(grid));
        if (sources.isEmpty()) {
            return results;
        }
        char[] gaps = new char[grid.size()];
        inBlocks(grid.columns(), COLUMN_BLOCK, from -> gaps(sources, gaps, from, columnEnd(grid, from)));
        for (int i = 0; i < results.length; i++) {
            int[] widths = widths(grid, distances_m[i]);
            Mask result = results[i];
            inBlocks(grid.rows(), from -> dilate(gaps, widths, result, from, Math.min(from + BLOCK, grid.rows())));
        }
        return results;
    }

    private static int columnEnd(Grid grid, int from) {
        return Math.min(from + COLUMN_BLOCK, grid.columns());
    }

    /** How many columns a source reaches to either side, by how many rows it is away. */
    private static int[] widths(Grid grid, double distance_m) {
        double reach = distance_m / grid.cellSize() * (1 + 1e-12);
        if (!(reach >= 0)) {
            return new int[0];
        }
        int[] widths = new int[1 + (int) Math.min(reach, Math.min(grid.rows(), FAR - 1))];
        for (int step = 0; step < widths.length; step++) {
            widths[step] = (int) Math.min(Math.sqrt(reach * reach - (double) step * step), grid.columns());
        }
        return widths;
    }

    static Envelope extent(List<? extends Geometry> geometries) {
        Envelope extent = new Envelope();
        geometries.forEach(geometry -> extent.expandToInclude(geometry.getEnvelopeInternal()));
        return extent;
    }

    /** Calls a block of work for each {@link #BLOCK} rows, given the first, in parallel. */
    static void inBlocks(int rows, IntConsumer block) {
        inBlocks(rows, BLOCK, block);
    }

    private static void inBlocks(int length, int size, IntConsumer block) {
        IntStream.range(0, (length + size - 1) / size).parallel().forEach(i -> block.accept(i * size));
    }

    /** Writes each cell's distance to the nearest source in its own column, in cells; infinite where there is none. */
    private static void columns(Mask sources, float[] cells, int from, int to) {
        int columns = sources.grid().columns();
        int rows = sources.grid().rows();
        Arrays.fill(cells, from, to, Float.POSITIVE_INFINITY);
        for (int r = 0; r < rows; r++) {
            int start = r * columns + from;
            int end = r * columns + to;
            if (r > 0) {
                for (int cell = start; cell < end; cell++) {
                    cells[cell] = cells[cell - columns] + 1;
                }
            }
            for (int cell = sources.next(start, end); cell >= 0; ) {
                int gap = Math.min(sources.nextGap(cell), end);
                Arrays.fill(cells, cell, gap, 0);
                cell = sources.next(gap, end);
            }
        }
        for (int r = rows - 2; r >= 0; r--) {
            int end = r * columns + to;
            for (int cell = r * columns + from; cell < end; cell++) {
                cells[cell] = Math.min(cells[cell], cells[cell + columns] + 1);
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
        int columns = sources.grid().columns();
        int rows = sources.grid().rows();
        Arrays.fill(gaps, from, to, FAR);
        for (int r = 0; r < rows; r++) {
            int start = r * columns + from;
            int end = r * columns + to;
            if (r > 0) {
                for (int cell = start; cell < end; cell++) {
                    gaps[cell] = (char) Math.min(FAR, gaps[cell - columns] + 1);
                }
            }
            for (int cell = sources.next(start, end); cell >= 0; ) {
                int gap = Math.min(sources.nextGap(cell), end);
                Arrays.fill(gaps, cell, gap, (char) 0);
                cell = sources.next(gap, end);
            }
        }
        for (int r = rows - 2; r >= 0; r--) {
            int end = r * columns + to;
            for (int cell = r * columns + from; cell < end; cell++) {
                gaps[cell] = (char) Math.min(gaps[cell], gaps[cell + columns] + 1);
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
