package sinkmap.grid;

import java.util.Arrays;

/**
 * One number per cell of a grid.
 *
 * @param grid the grid; {@code values} is row-major, row 0 in the north
 * @param values {@code grid.size()} numbers; nodata is NaN, never a sentinel. The array is shared, not copied.
 * @param unit unit of the values as the layer declares it, such as {@code m} or {@code kWh/m2/yr}; {@code 1} without
 */
public record Raster(Grid grid, float[] values, String unit) {

    public Raster {
        if (values.length != grid.size()) {
            throw new IllegalArgumentException(values.length + " values for " + grid.size() + " cells");
        }
    }

    /** A raster that is nodata everywhere. */
    public static Raster empty(Grid grid, String unit) {
        float[] values = new float[grid.size()];
        Arrays.fill(values, Float.NaN);
        return new Raster(grid, values, unit);
    }

    public float at(int row, int column) {
        return values[grid.index(row, column)];
    }

    /** Number of cells that hold data. */
    public int countData() {
        int count = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                count++;
            }
        }
        return count;
    }

    /** A copy of the part that starts at {@code row, column} and lies inside the grid. */
    public Raster window(int row, int column, int rows, int columns) {
        Grid window = grid.window(row, column, rows, columns);
        float[] part = new float[window.size()];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(values, grid.index(row + r, column), part, r * columns, columns);
        }
        return new Raster(window, part, unit);
    }
}
