package sinkmap.siting;

import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Raster;

/**
 * What a screening says about the cells of a window, whether their centres were screened or their parts.
 *
 * @param eligible where sites may lie: cells whose centre, or any part, is eligible
 * @param available cells that may belong to a site
 * @param unknown cells whose centre, or any part, is undecided
 * @param reasons see {@link Screening#reasons}; of a cell in parts all rules that take any of its parts
 * @param share share of each cell that is available, 0 to 1; NaN where it is not eligible
 */
public record ScreenedCells(Mask eligible, Mask available, Mask unknown, Raster reasons, Raster share) {

    /** The screening of a window by the centres of its cells. */
    public static ScreenedCells of(Screening screening) {
        Raster share = Raster.empty(screening.grid(), "1");
        screening.eligible().forEach(cell -> share.values()[cell] = 0);
        screening.available().forEach(cell -> share.values()[cell] = 1);
        return new ScreenedCells(
                screening.eligible(), screening.available(), screening.unknown(), screening.reasons(), share);
    }

    /**
     * The cells of a window whose parts were screened.
     *
     * @param screening screening of {@code cells} cut into parts
     * @param cells the window
     */
    public static ScreenedCells of(Screening screening, Grid cells) {
        int parts = screening.grid().columns() / cells.columns();
        ScreenedCells whole = new ScreenedCells(
                new Mask(cells), new Mask(cells), new Mask(cells), Raster.empty(cells, "1"), Raster.empty(cells, "1"));
        int[] reasons = new int[cells.size()];
        int[] available = counts(screening.available(), cells);
        Parts part = new Parts(screening.grid(), cells, parts);
        screening.eligible().forEach(cell -> {
            int of = part.cell(cell);
            whole.eligible.set(of);
            reasons[of] |= (int) screening.reasons().values()[cell];
        });
        screening.unknown().forEach(cell -> whole.unknown.set(part.cell(cell)));
        double most = (double) parts * parts;
        double least = screening.plan().screening().availableFrom();
        whole.eligible.forEach(cell -> {
            double share = available[cell] / most;
            whole.share.values()[cell] = (float) share;
            whole.reasons.values()[cell] = reasons[cell];
            if (share >= least * (1 - 1e-9)) {
                whole.available.set(cell);
            }
        });
        return whole;
    }

    /**
     * The cells of a window that may belong to a site.
     *
     * @param parts the parts of cells that are available
     * @param cells the window
     * @param least least share of a cell that is available
     */
    public static Mask available(Mask parts, Grid cells, double least) {
        int perCell = parts.grid().size() / cells.size();
        int[] counts = counts(parts, cells);
        Mask available = new Mask(cells);
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0 && counts[cell] >= least * perCell * (1 - 1e-9)) {
                available.set(cell);
            }
        }
        return available;
    }

    /** The cells of a window of which any part is in a set. */
    public static Mask any(Mask parts, Grid cells) {
        return available(parts, cells, 0);
    }

    private static int[] counts(Mask parts, Grid cells) {
        Parts part = new Parts(parts.grid(), cells, parts.grid().columns() / cells.columns());
        int[] counts = new int[cells.size()];
        parts.forEach(cell -> counts[part.cell(cell)]++);
        return counts;
    }

    /** Which cell a part belongs to. */
    private record Parts(Grid fine, Grid cells, int parts) {

        int cell(int part) {
            int row = part / fine.columns();
            int column = part - row * fine.columns();
            return cells.index(row / parts, column / parts);
        }
    }
}
