package sinkmap.grid;

import java.util.Arrays;

/**
 * Cuts areas apart where they hang together by something narrow.
 *
 * <p>The cells that a disc of a diameter reaches without leaving the mask are its morphological opening (J. Serra, "Image
 * Analysis and Mathematical Morphology", 1982, chapter II); its areas are the bodies. The disc is digital: n cells wide, n the
 * diameter in cells rounded up, and it holds the cells whose centres lie within n / 2 cells of its own, which is a cell
 * centre for odd n and a cell corner for even n; so a strip of n cells survives and one of n - 1 does not. What the opening
 * takes away falls into pieces: a piece that touches one body only is a spur or a rounded-off corner and goes back to
 * it; a piece between two bodies is a neck and is dropped; a piece that touches none is land narrower than the disc
 * everywhere and is dropped too. Beyond the edge of the grid there are no cells.
 */
public final class Necks {

    private final int columns;
    private final int rows;
    private final int words;
    /** First and last column of each row of the disc. */
    private final int[] spanFrom;

    private final int[] spanTo;

    private Necks(Grid grid, int n) {
        this.columns = grid.columns();
        this.rows = grid.rows();
        this.words = (columns + 63) >>> 6;
        this.spanFrom = new int[n];
        this.spanTo = new int[n];
        double centre = (n - 1) / 2.0;
        for (int row = 0; row < n; row++) {
            double across = Math.sqrt(n * n / 4.0 - (row - centre) * (row - centre));
            spanFrom[row] = (int) Math.ceil(centre - across);
            spanTo[row] = (int) Math.floor(centre + across);
        }
    }

    /** The mask without necks narrower than {@code width_m}, and without what is that narrow everywhere. */
    public static Mask cut(Mask mask, double width_m, int connectivity) {
        Mask bodies = opening(mask, width_m);
        Zones pieces = Zones.of(mask.copy().andNot(bodies), connectivity);
        Zones body = Zones.of(bodies, connectivity);
        for (int piece = 1; piece <= pieces.count(); piece++) {
            Patch patch = pieces.patch(piece);
            if (touchesOne(patch, body, connectivity)) {
                patch.forEachRun(bodies::setRange);
            }
        }
        return bodies;
    }

    private static boolean touchesOne(Patch piece, Zones bodies, int connectivity) {
        Grid grid = piece.grid();
        int corner = connectivity == 8 ? 1 : 0;
        int found = 0;
        for (int run = 0; run < piece.runs(); run++) {
            int row = piece.from(run) / grid.columns();
            int left = piece.from(run) - row * grid.columns();
            int right = piece.to(run) - 1 - row * grid.columns();
            for (int r = Math.max(0, row - 1); r <= Math.min(grid.rows() - 1, row + 1); r++) {
                int reach = r == row ? 1 : corner;
                int from = grid.index(r, Math.max(0, left - reach));
                int to = grid.index(r, Math.min(grid.columns() - 1, right + reach)) + 1;
                int body = bodies.only(from, to, found);
                if (body < 0) {
                    return false;
                }
                found = body;
            }
        }
        return found > 0;
    }

    /** The cells that a disc of a diameter can cover without leaving the mask. */
    public static Mask opening(Mask mask, double diameter_m) {
        Grid grid = mask.grid();
        double cells = Math.ceil(diameter_m / grid.cellSize() - 1e-9);
        if (cells <= 1) {
            return mask.copy();
        }
        Mask opened = new Mask(grid);
        if (cells <= Math.min(grid.rows(), grid.columns())) {
            new Necks(grid, (int) cells).open(mask, opened);
        }
        return opened;
    }

    /** Slides the disc, addressed by the north-western corner of its bounds, down the rows. */
    private void open(Mask mask, Mask opened) {
        int n = spanFrom.length;
        long[][] of = new long[rows][];
        for (int top = 0; top + n <= rows; top++) {
            for (int row = top == 0 ? 0 : top + n - 1; row < top + n; row++) {
                of[row] = row(mask, row);
            }
            long[] fits = new long[words];
            Arrays.fill(fits, -1);
            boolean any = true;
            for (int i = 0; i < n && any; i++) {
                any = keep(fits, eroded(of[top + i], spanFrom[i], spanTo[i]));
            }
            if (any) {
                for (int i = 0; i < n; i++) {
                    add(opened, top + i, dilated(fits, spanFrom[i], spanTo[i]));
                }
            }
            of[top] = null;
        }
    }

    private long[] row(Mask mask, int row) {
        long[] bits = new long[words];
        int from = row * columns;
        int end = from + columns;
        for (int cell = mask.next(from, end); cell >= 0; ) {
            int gap = Math.min(mask.nextGap(cell), end);
            set(bits, cell - from, gap - from);
            cell = mask.next(gap, end);
        }
        return bits;
    }

    private static void set(long[] bits, int from, int to) {
        for (int word = from >>> 6; word <= (to - 1) >>> 6; word++) {
            long head = word == from >>> 6 ? -1L << from : -1L;
            long tail = word == (to - 1) >>> 6 ? -1L >>> -to : -1L;
            bits[word] |= head & tail;
        }
    }

    private static boolean keep(long[] bits, long[] others) {
        long any = 0;
        for (int i = 0; i < bits.length; i++) {
            bits[i] &= others[i];
            any |= bits[i];
        }
        return any != 0;
    }

    /** Bit x is set where the bits x + from to x + to all are. */
    private long[] eroded(long[] bits, int from, int to) {
        long[] result = shifted(bits, from);
        for (int done = 1; done <= to - from; ) {
            int step = Math.min(done, to - from + 1 - done);
            long[] more = shifted(result, step);
            keep(result, more);
            done += step;
        }
        return result;
    }

    /** Bit x is set where any of the bits x - to to x - from is. */
    private long[] dilated(long[] bits, int from, int to) {
        long[] result = shifted(bits, -from);
        for (int done = 1; done <= to - from; ) {
            int step = Math.min(done, to - from + 1 - done);
            long[] more = shifted(result, -step);
            for (int i = 0; i < words; i++) {
                result[i] |= more[i];
            }
            done += step;
        }
        return result;
    }

    /** Bit x of the result is bit x + by; zero from outside. */
    private long[] shifted(long[] bits, int by) {
        long[] result = new long[words];
        int wordShift = Math.floorDiv(by, 64);
        int bitShift = Math.floorMod(by, 64);
        for (int i = 0; i < words; i++) {
            int at = i + wordShift;
            long low = at >= 0 && at < words ? bits[at] >>> bitShift : 0;
            long high = bitShift > 0 && at + 1 >= 0 && at + 1 < words ? bits[at + 1] << (64 - bitShift) : 0;
            result[i] = low | high;
        }
        return result;
    }

    private void add(Mask mask, int row, long[] bits) {
        int shift = row * columns;
        for (int word = 0; word < words; word++) {
            long rest = bits[word];
            int at = word << 6;
            while (rest != 0) {
                int gap = Long.numberOfTrailingZeros(rest);
                int run = Long.numberOfTrailingZeros(~(rest >>> gap));
                mask.setRange(shift + at + gap, shift + at + gap + run);
                rest = gap + run >= 64 ? 0 : rest >>> (gap + run) << (gap + run);
            }
        }
    }
}
