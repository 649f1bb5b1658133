package sinkmap.grid;

import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What bands of rows need to know of each other for a distance transform: per band and column, how many rows away the
 * nearest source above and below the band is. That is all of the transform that is kept for a whole region.
 */
final class Carries {

    /** No source within this many rows. */
    private static final char FAR = Character.MAX_VALUE;

    private final Frame frame;
    private final int bandRows;
    private final int firstBand;
    private final char[][] above;
    private final char[][] below;

    /**
     * Looks at the sources of a frame once, band by band; the bands begin at row 0 of the region.
     *
     * @param frame the region with what is around it
     * @param regionRows rows of the region, which alone gets carries
     * @param sources the sources of a part of the frame
     */
    Carries(Frame frame, int regionRows, int bandRows, Function<Frame, Mask> sources) {
        this.frame = frame;
        this.bandRows = bandRows;
        this.firstBand = Math.floorDiv(frame.fromRow(), bandRows);
        int bands = Math.floorDiv(frame.toRow() - 1, bandRows) - firstBand + 1;
        int first = -firstBand;
        int last = first + (regionRows - 1) / bandRows;
        this.above = new char[bands][];
        this.below = new char[bands][];
        int[][] down = new int[bands][];
        int[][] up = new int[bands][];
        IntStream.range(0, bands).parallel().filter(b -> b < last || b > first).forEach(b -> {
            Mask band = sources.apply(frame.withRows(from(b), to(b)));
            down[b] = b < last ? ColumnGaps.lastAbove(band, 0, band.grid().rows()) : null;
            up[b] = b > first ? ColumnGaps.firstBelow(band, 0, band.grid().rows()) : null;
        });
        int[] carry = ColumnGaps.none(frame.columns());
        for (int b = 0; b <= last; b++) {
            above[b] = b < first ? null : packed(carry);
            carry = b == last ? carry : ColumnGaps.nearer(down[b], carry, to(b) - from(b));
        }
        carry = ColumnGaps.none(frame.columns());
        for (int b = bands - 1; b >= first; b--) {
            below[b] = b > last ? null : packed(carry);
            carry = b == first ? carry : ColumnGaps.nearer(up[b], carry, to(b) - from(b));
        }
    }

    private int from(int band) {
        return Math.max(frame.fromRow(), (firstBand + band) * bandRows);
    }

    private int to(int band) {
        return Math.min(frame.toRow(), (firstBand + band + 1) * bandRows);
    }

    private int bandOf(int row) {
        return Math.floorDiv(row, bandRows) - firstBand;
    }

    /** Per column of a part, rows from its first row to the nearest source above it. */
    int[] above(Frame part, Function<Frame, Mask> sources) {
        int band = bandOf(part.fromRow());
        int[] carry = unpacked(above[band], part);
        int rows = part.fromRow() - from(band);
        if (rows == 0) {
            return carry;
        }
        Mask between = sources.apply(part.withRows(from(band), part.fromRow()));
        return ColumnGaps.nearer(ColumnGaps.lastAbove(between, 0, rows), carry, rows);
    }

    /** Per column of a part, rows from its last row to the nearest source below it. */
    int[] below(Frame part, Function<Frame, Mask> sources) {
        int band = bandOf(part.toRow() - 1);
        int[] carry = unpacked(below[band], part);
        int rows = to(band) - part.toRow();
        if (rows == 0) {
            return carry;
        }
        Mask between = sources.apply(part.withRows(part.toRow(), to(band)));
        return ColumnGaps.nearer(ColumnGaps.firstBelow(between, 0, rows), carry, rows);
    }

    private static char[] packed(int[] gaps) {
        char[] packed = new char[gaps.length];
        for (int c = 0; c < packed.length; c++) {
            packed[c] = (char) Math.min(FAR, gaps[c]);
        }
        return packed;
    }

    private int[] unpacked(char[] packed, Frame part) {
        int[] gaps = new int[part.columns()];
        int shift = part.fromColumn() - frame.fromColumn();
        for (int c = 0; c < gaps.length; c++) {
            gaps[c] = packed[c + shift] == FAR ? ColumnGaps.NONE : packed[c + shift];
        }
        return gaps;
    }
}
