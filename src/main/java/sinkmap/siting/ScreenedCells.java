package sinkmap.siting;

import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Raster;
import sinkmap.grid.Shares;

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

    /** Shares are held in single precision. */
    private static final double ROUNDING = 1e-6;

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
        Mask eligible = any(screening.eligible(), cells);
        Raster available = Shares.of(screening.available(), cells);
        Raster share = Raster.empty(cells, "1");
        eligible.forEach(cell -> share.values()[cell] = available.values()[cell]);
        return new ScreenedCells(
                eligible,
                from(available, screening.plan().screening().availableFrom()),
                any(screening.unknown(), cells),
                reasons(screening, cells),
                share);
    }

    /** All rules that take any part of a cell. */
    private static Raster reasons(Screening screening, Grid cells) {
        Grid fine = screening.grid();
        int parts = fine.columns() / cells.columns();
        int[] bits = new int[cells.size()];
        Raster reasons = Raster.empty(cells, "1");
        screening.eligible().forEach(part -> {
            int row = part / fine.columns();
            int cell = cells.index(row / parts, (part - row * fine.columns()) / parts);
            bits[cell] |= (int) screening.reasons().values()[part];
            reasons.values()[cell] = bits[cell];
        });
        return reasons;
    }

    /**
     * The cells of a window that may belong to a site.
     *
     * @param parts the parts of cells that are available
     * @param cells the window
     * @param least least share of a cell that is available
     */
    public static Mask available(Mask parts, Grid cells, double least) {
        return from(Shares.of(parts, cells), least);
    }

    /** The cells of a window of which any part is in a set. */
    public static Mask any(Mask parts, Grid cells) {
        return from(Shares.of(parts, cells), 0);
    }

    private static Mask from(Raster shares, double least) {
        Mask cells = new Mask(shares.grid());
        for (int cell = 0; cell < shares.values().length; cell++) {
            float share = shares.values()[cell];
            if (share > 0 && share >= least * (1 - ROUNDING)) {
                cells.set(cell);
            }
        }
        return cells;
    }
}
