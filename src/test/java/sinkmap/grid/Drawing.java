package sinkmap.grid;

/** Masks as drawings: {@code #} for a cell of the set, anything else for one outside. */
public final class Drawing {

    private Drawing() {}

    /** A mask of cells of 1 m whose south-western corner is at 0, 0. */
    public static Mask mask(String drawing) {
        return mask(drawing, 1);
    }

    public static Mask mask(String drawing, double cellSize) {
        String[] rows = drawing.strip().split("\\s+");
        Grid grid = new Grid("local", 0, rows.length * cellSize, cellSize, rows.length, rows[0].length());
        Mask mask = new Mask(grid);
        for (int cell = 0; cell < grid.size(); cell++) {
            if (rows[cell / grid.columns()].charAt(cell % grid.columns()) == '#') {
                mask.set(cell);
            }
        }
        return mask;
    }

    public static String of(Mask mask) {
        StringBuilder drawing = new StringBuilder();
        Grid grid = mask.grid();
        for (int cell = 0; cell < grid.size(); cell++) {
            drawing.append(mask.get(cell) ? '#' : '.');
            if (cell % grid.columns() == grid.columns() - 1) {
                drawing.append('\n');
            }
        }
        return drawing.toString();
    }
}
