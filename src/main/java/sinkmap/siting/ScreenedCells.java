package sinkmap.siting;

import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Raster;
import sinkmap.grid.Shares;

/** What a screening says about the cells of a window, whether their centres were screened or their parts. */
public final class ScreenedCells {

    /** Shares are held in single precision. */
    private static final double ROUNDING = 1e-6;

    private final Screening screening;
    private final Mask eligible;
    private final Mask available;
    private final Mask unknown;
    /** Available share of each cell; null where cells were screened whole. */
    private final Raster shares;

    private ScreenedCells(Screening screening, Mask eligible, Mask available, Mask unknown, Raster shares) {
        this.screening = screening;
        this.eligible = eligible;
        this.available = available;
        this.unknown = unknown;
        this.shares = shares;
    }

    /** The screening of a window by the centres of its cells. */
    public static ScreenedCells of(Screening screening) {
        return new ScreenedCells(screening, screening.eligible(), screening.available(), screening.unknown(), null);
    }

    /**
     * The cells of a window whose parts were screened.
     *
     * @param screening screening of {@code cells} cut into parts; of the cells themselves, it says what {@link
     *     #of(Screening)} does
     * @param cells the window
     */
    public static ScreenedCells of(Screening screening, Grid cells) {
        if (screening.grid().equals(cells)) {
            return of(screening);
        }
        Raster shares = Shares.of(screening.available(), cells);
        return new ScreenedCells(
                screening,
                any(screening.eligible(), cells),
                from(shares, screening.plan().screening().availableFrom()),
                any(screening.unknown(), cells),
                shares);
    }

    /** Where sites may lie: cells whose centre, or any part, is eligible. */
    public Mask eligible() {
        return eligible;
    }

    /** Cells that may belong to a site. */
    public Mask available() {
        return available;
    }

    /** Cells whose centre, or any part, is undecided. */
    public Mask unknown() {
        return unknown;
    }

    /** Share of each cell that is available, 0 to 1; NaN where it is not eligible. */
    public Raster share() {
        Raster share = Raster.empty(eligible.grid(), "1");
        if (shares == null) {
            eligible.forEach(cell -> share.values()[cell] = 0);
            available.forEach(cell -> share.values()[cell] = 1);
        } else {
            eligible.forEach(cell -> share.values()[cell] = shares.values()[cell]);
        }
        return share;
    }

    /** See {@link Screening#reasons}; of a cell in parts all rules that take any of its parts. */
    public Raster reasons() {
        if (shares == null) {
            return screening.reasons();
        }
        Grid fine = screening.grid();
        Grid cells = eligible.grid();
        int parts = fine.columns() / cells.columns();
        int[] bits = new int[cells.size()];
        Raster ofParts = screening.reasons();
        Raster reasons = Raster.empty(cells, "1");
        screening.eligible().forEach(part -> {
            int row = part / fine.columns();
            int cell = cells.index(row / parts, (part - row * fine.columns()) / parts);
            bits[cell] |= (int) ofParts.values()[part];
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
