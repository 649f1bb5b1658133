package sinkmap.grid;

/**
 * A rectangle of cells of the endless lattice that a grid is a window of; rows and columns are those of the grid and may
 * be negative or past its end. A cell keeps its corners to the last bit whichever frame it is seen in.
 *
 * @param fromRow first row
 * @param toRow row after the last
 * @param fromColumn first column
 * @param toColumn column after the last
 */
record Frame(int fromRow, int toRow, int fromColumn, int toColumn) {

    static Frame of(Grid grid) {
        return new Frame(0, grid.rows(), 0, grid.columns());
    }

    /**
     * The frame of a window of a region.
     *
     * @throws IllegalArgumentException when the window is no window of the region
     */
    static Frame of(Grid window, Grid region) {
        int row = (int) Math.round((region.north() - window.north()) / region.cellSize());
        int column = (int) Math.round((window.west() - region.west()) / region.cellSize());
        Frame frame = new Frame(row, row + window.rows(), column, column + window.columns());
        double slip = 1e-3 * region.cellSize();
        boolean aligned = Math.abs(region.north() - row * region.cellSize() - window.north()) < slip
                && Math.abs(region.west() + column * region.cellSize() - window.west()) < slip
                && window.cellSize() == region.cellSize()
                && window.crs().equals(region.crs());
        if (!aligned || !Frame.of(region).contains(frame)) {
            throw new IllegalArgumentException("the grid asked for is no window of the region: " + window);
        }
        return frame;
    }

    int rows() {
        return toRow - fromRow;
    }

    int columns() {
        return toColumn - fromColumn;
    }

    boolean contains(int row, int column) {
        return row >= fromRow && row < toRow && column >= fromColumn && column < toColumn;
    }

    boolean contains(Frame other) {
        return fromRow <= other.fromRow
                && other.toRow <= toRow
                && fromColumn <= other.fromColumn
                && other.toColumn <= toColumn;
    }

    Frame withRows(int from, int to) {
        return new Frame(from, to, fromColumn, toColumn);
    }

    /** This frame with {@code columns} more on each side, but none outside {@code limit}. */
    Frame widened(int columns, Frame limit) {
        int from = (int) Math.max(limit.fromColumn, (long) fromColumn - columns);
        int to = (int) Math.min(limit.toColumn, (long) toColumn + columns);
        return new Frame(fromRow, toRow, from, to);
    }

    /** The frame as a grid of its own. */
    Grid on(Grid grid) {
        return new Grid(
                grid.crs(),
                grid.west() + fromColumn * grid.cellSize(),
                grid.north() - fromRow * grid.cellSize(),
                grid.cellSize(),
                rows(),
                columns());
    }
}
