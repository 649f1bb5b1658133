package sinkmap.grid;

/** Where each cell of a mask stands among the cells of the mask, in constant time; for values kept for these cells only. */
public final class Ranks {

    private final Mask mask;
    /** Cells of the mask before each word of 64 cells. */
    private final int[] before;

    /** Counts the cells of a mask, which must not change from now on. */
    public Ranks(Mask mask) {
        this.mask = mask;
        this.before = new int[mask.words() + 1];
        for (int i = 0; i < before.length - 1; i++) {
            before[i + 1] = before[i] + Long.bitCount(mask.word(i));
        }
    }

    public Mask mask() {
        return mask;
    }

    /** Number of cells in the mask. */
    public int count() {
        return before[before.length - 1];
    }

    /** Number of cells of the mask before this one, in row-major order. */
    public int of(int cell) {
        return before[cell >>> 6] + Long.bitCount(mask.word(cell >>> 6) & ((1L << cell) - 1));
    }
}
