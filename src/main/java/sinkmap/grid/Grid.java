package sinkmap.grid;

import org.locationtech.jts.geom.Envelope;

/**
 * A regular grid of square cells in a projected, equal-area coordinate reference system.
 *
 * <p>Row 0 is the northernmost row and column 0 the westernmost column. {@code west} and {@code north} are the outer
 * corner of cell (0, 0), not its centre; upper bounds are exclusive. A cell is addressed as {@code row * columns +
 * column}. Whatever is indexed by cell is {@code rows x columns}, row-major.
 *
 * @param crs authority code or WKT of the coordinate reference system, axis order east, north
 * @param west x of the outer western edge, in metres
 * @param north y of the outer northern edge, in metres
 * @param cellSize edge of a cell, in metres
 * @param rows number of rows, at least 1
 * @param columns number of columns, at least 1
 */
public record Grid(String crs, double west, double north, double cellSize, int rows, int columns) {

    public Grid {
        if (!(cellSize > 0) || !Double.isFinite(cellSize)) {
            throw new SinkmapException("cell size must be a positive number of metres, not " + cellSize);
        }
        if (rows < 1 || columns < 1) {
            throw new SinkmapException("a grid needs at least one row and one column, not " + rows + " x " + columns);
        }
    }

    /** The smallest grid that covers {@code extent}, its edges on whole multiples of the cell size. */
    public static Grid covering(String crs, Envelope extent, double cellSize) {
        double west = Math.floor(extent.getMinX() / cellSize) * cellSize;
        double north = Math.ceil(extent.getMaxY() / cellSize) * cellSize;
        double columns = Math.ceil((extent.getMaxX() - west) / cellSize);
        double rows = Math.ceil((north - extent.getMinY()) / cellSize);
        if (rows * columns > Integer.MAX_VALUE - 8) {
            throw new SinkmapException("cells of " + cellSize + " m cut the region into too many pieces (" + (long) rows
                    + " x " + (long) columns + "); take larger cells");
        }
        return new Grid(crs, west, north, cellSize, (int) rows, (int) columns);
    }

    /**
     * Number of cells.
     *
     * @throws SinkmapException when the grid has too many for one piece, so that only windows of it can be worked on
     */
    public int size() {
        long size = (long) rows * columns;
        if (size > Integer.MAX_VALUE - 8) {
            throw new SinkmapException("a grid of " + rows + " x " + columns
                    + " cells is too large for one piece; take larger cells or a smaller region");
        }
        return (int) size;
    }

    public int index(int row, int column) {
        return row * columns + column;
    }

    /** x of the centre of a column, in metres. */
    public double x(int column) {
        return west + (column + 0.5) * cellSize;
    }

    /** y of the centre of a row, in metres. */
    public double y(int row) {
        return north - (row + 0.5) * cellSize;
    }

    /** Column that holds x; may lie outside {@code 0..columns-1}. A point on an edge belongs to the column east of it. */
    public int column(double x) {
        return (int) Math.floor((x - west) / cellSize);
    }

    /** Row that holds y; may lie outside {@code 0..rows-1}. A point on an edge belongs to the row south of it. */
    public int row(double y) {
        return (int) Math.floor((north - y) / cellSize);
    }

    public boolean contains(int row, int column) {
        return row >= 0 && row < rows && column >= 0 && column < columns;
    }

    /** Outer bounds in the grid's CRS, metres. */
    public Envelope envelope() {
        return new Envelope(west, west + columns * cellSize, north - rows * cellSize, north);
    }

    /** Area of one cell, in hectares. */
    public double cellArea_ha() {
        return cellSize * cellSize / 10_000.0;
    }

    /** The part of this grid from {@code row, column} on; must lie inside. */
    public Grid window(int row, int column, int windowRows, int windowColumns) {
        if (row < 0 || column < 0 || row + windowRows > rows || column + windowColumns > columns) {
            throw new IllegalArgumentException("window leaves the grid");
        }
        return new Grid(crs, west + column * cellSize, north - row * cellSize, cellSize, windowRows, windowColumns);
    }

    /** This grid with rows and columns of the same size added on each side. */
    public Grid grown(int northRows, int southRows, int westColumns, int eastColumns) {
        long grownRows = (long) rows + northRows + southRows;
        long grownColumns = (long) columns + westColumns + eastColumns;
        if (grownRows * grownColumns > Integer.MAX_VALUE - 8) {
            throw new SinkmapException("a distance that reaches this far needs a grid of " + grownRows + " x "
                    + grownColumns + " cells, which is too large for one piece; take larger cells");
        }
        return new Grid(
                crs, west - westColumns * cellSize, north + northRows * cellSize, cellSize, (int) grownRows, (int)
                        grownColumns);
    }

    /** This grid grown by whole cells on each side until its edges are at least {@code distance_m} further out. */
    public Grid grown(double distance_m) {
        int cells = (int) Math.ceil(distance_m / cellSize);
        return grown(cells, cells, cells, cells);
    }

    /**
     * The grid that cuts each cell of this one into {@code parts x parts}; it may be too large for one piece.
     *
     * @param parts cells of the new grid along the edge of a cell of this one, at least 1
     */
    public Grid refined(int parts) {
        if (parts < 1) {
            throw new SinkmapException("a cell is cut into at least 1 part, not " + parts);
        }
        return new Grid(
                crs,
                west,
                north,
                cellSize / parts,
                Math.multiplyExact(rows, parts),
                Math.multiplyExact(columns, parts));
    }

    /** Half the diagonal of a cell, in metres: no point of a cell lies further from its centre. */
    public double halfDiagonal_m() {
        return cellSize * Math.sqrt(0.5);
    }
}
