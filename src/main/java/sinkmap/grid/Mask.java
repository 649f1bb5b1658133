package sinkmap.grid;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A set of cells of a grid, one bit each, row-major. Two masks combine only when their grids are equal. The words are
 * 64 cells each, lowest bit first; bits past the last cell are always zero.
 */
public final class Mask {

    private final Grid grid;
    private final long[] words;

    public Mask(Grid grid) {
        this.grid = grid;
        this.words = new long[(grid.size() + 63) >>> 6];
    }

    private Mask(Grid grid, long[] words) {
        this.grid = grid;
        this.words = words;
    }

    /**
     * The set that words hold.
     *
     * @param words 64 cells each, lowest bit first, nothing past the last cell; shared, not copied
     */
    public static Mask ofWords(Grid grid, long[] words) {
        if (words.length != (grid.size() + 63) >>> 6) {
            throw new IllegalArgumentException(words.length + " words for " + grid.size() + " cells");
        }
        return new Mask(grid, words);
    }

    /** The set as words of 64 cells each, lowest bit first; shared, not copied. */
    public long[] toWords() {
        return words;
    }

    public Grid grid() {
        return grid;
    }

    public boolean get(int cell) {
        return (words[cell >>> 6] & (1L << cell)) != 0;
    }

    public void set(int cell) {
        words[cell >>> 6] |= 1L << cell;
    }

    public void clear(int cell) {
        words[cell >>> 6] &= ~(1L << cell);
    }

    /** Sets the cells {@code from} (inclusive) to {@code to} (exclusive) of the row-major order. */
    public void setRange(int from, int to) {
        if (from >= to) {
            return;
        }
        int first = from >>> 6;
        int last = (to - 1) >>> 6;
        long head = -1L << from;
        long tail = -1L >>> -to;
        if (first == last) {
            words[first] |= head & tail;
            return;
        }
        words[first] |= head;
        Arrays.fill(words, first + 1, last, -1L);
        words[last] |= tail;
    }

    /** The first cell of the set at or after {@code cell} in row-major order, or -1 when there is none. */
    public int next(int cell) {
        return next(cell, grid.size());
    }

    /** The first cell of the set from {@code cell} (inclusive) to {@code end} (exclusive), or -1 when there is none. */
    public int next(int cell, int end) {
        if (cell >= end) {
            return -1;
        }
        int word = cell >>> 6;
        int last = (end - 1) >>> 6;
        long rest = words[word] & (-1L << cell);
        while (rest == 0) {
            if (++word > last) {
                return -1;
            }
            rest = words[word];
        }
        int found = (word << 6) + Long.numberOfTrailingZeros(rest);
        return found < end ? found : -1;
    }

    /** The first cell outside the set at or after {@code cell} in row-major order, or the size of the grid. */
    public int nextGap(int cell) {
        int word = cell >>> 6;
        if (word >= words.length) {
            return grid.size();
        }
        long rest = ~words[word] & (-1L << cell);
        while (rest == 0) {
            if (++word == words.length) {
                return grid.size();
            }
            rest = ~words[word];
        }
        return Math.min(grid.size(), (word << 6) + Long.numberOfTrailingZeros(rest));
    }

    /** Visits every cell of the set in row-major order. */
    public void forEach(IntConsumer visitor) {
        for (int i = 0; i < words.length; i++) {
            for (long rest = words[i]; rest != 0; rest &= rest - 1) {
                visitor.accept((i << 6) + Long.numberOfTrailingZeros(rest));
            }
        }
    }

    /** The part of the set in a window that starts at {@code row, column} of this grid and lies inside it. */
    public Mask window(int row, int column, int rows, int columns) {
        Mask part = new Mask(grid.window(row, column, rows, columns));
        for (int r = 0; r < rows; r++) {
            int from = grid.index(row + r, column);
            for (int c = 0; c < columns; c += 64) {
                part.orBits(r * columns + c, bits(from + c) & firstBits(columns - c));
            }
        }
        return part;
    }

    /** Whether each of the 64 cells from {@code cell} on is in the set, lowest bit first; no past the last cell. */
    long bits(int cell) {
        int word = cell >>> 6;
        int shift = cell & 63;
        long low = words[word] >>> shift;
        return shift == 0 || word + 1 == words.length ? low : low | words[word + 1] << -shift;
    }

    /** Adds those of the 64 cells from {@code cell} on whose bit is set; none may lie past the last cell. */
    void orBits(int cell, long bits) {
        int shift = cell & 63;
        if (bits == 0) {
            return;
        }
        words[cell >>> 6] |= bits << shift;
        if (shift != 0 && bits >>> -shift != 0) {
            words[(cell >>> 6) + 1] |= bits >>> -shift;
        }
    }

    /** Adds to a row the cells whose bit is set, 64 a word; the first column has the bit {@code firstBit}. */
    void orRow(int row, long[] bits, int firstBit) {
        int shift = firstBit & 63;
        for (int c = 0, w = firstBit >>> 6; c < grid.columns(); c += 64, w++) {
            long next = shift == 0 || w + 1 == bits.length ? 0 : bits[w + 1] << -shift;
            orBits(grid.index(row, c), (bits[w] >>> shift | next) & firstBits(grid.columns() - c));
        }
    }

    /** The lowest {@code count} bits; all 64 from 64 on. */
    static long firstBits(int count) {
        return count >= 64 ? -1L : (1L << count) - 1;
    }

    /** Adds the cells of a window over the whole width whose first row is {@code row} of this grid. */
    public void put(Mask window, int row) {
        if (window.grid.columns() != grid.columns() || row + window.grid.rows() > grid.rows()) {
            throw new IllegalArgumentException("the window is not one of this grid's rows");
        }
        int shift = row * grid.columns();
        if ((shift & 63) == 0) {
            for (int i = 0; i < window.words.length; i++) {
                words[(shift >>> 6) + i] |= window.words[i];
            }
        } else {
            window.forEach(cell -> set(cell + shift));
        }
    }

    /** Number of cells in the set. */
    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** Number of cells of the set from {@code from} (inclusive) to {@code to} (exclusive). */
    public int count(int from, int to) {
        if (from >= to) {
            return 0;
        }
        int first = from >>> 6;
        int last = (to - 1) >>> 6;
        long head = words[first] & (-1L << from);
        long tail = -1L >>> -to;
        if (first == last) {
            return Long.bitCount(head & tail);
        }
        int count = Long.bitCount(head) + Long.bitCount(words[last] & tail);
        for (int i = first + 1; i < last; i++) {
            count += Long.bitCount(words[i]);
        }
        return count;
    }

    public boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** The cells of the set that have one of their four neighbours outside it, or lie at the edge of the grid. */
    public Mask rim() {
        Mask rim = new Mask(grid);
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column += 64) {
                int cell = grid.index(row, column);
                long own = bits(cell) & firstBits(grid.columns() - column);
                rim.orBits(cell, own & ~inner(row, column, cell));
            }
        }
        return rim;
    }

    /** Which of the 64 cells from a cell of a row on have all four neighbours in the set. */
    private long inner(int row, int column, int cell) {
        if (row == 0 || row == grid.rows() - 1) {
            return 0;
        }
        long west = column == 0 ? bits(cell) << 1 : bits(cell - 1);
        long east = bits(cell + 1) & firstBits(grid.columns() - 1 - column);
        return west & east & bits(cell - grid.columns()) & bits(cell + grid.columns());
    }

    /** Area of the set, in hectares. */
    public double area_ha() {
        return count() * grid.cellArea_ha();
    }

    public Mask copy() {
        return new Mask(grid, words.clone());
    }

    /** Adds every cell of the other set to this one. */
    public Mask or(Mask other) {
        check(other);
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
        return this;
    }

    /** Keeps only the cells that the other set holds too. */
    public Mask and(Mask other) {
        check(other);
        for (int i = 0; i < words.length; i++) {
            words[i] &= other.words[i];
        }
        return this;
    }

    /** Removes every cell of the other set from this one. */
    public Mask andNot(Mask other) {
        check(other);
        for (int i = 0; i < words.length; i++) {
            words[i] &= ~other.words[i];
        }
        return this;
    }

    /** Turns this set into its complement within the grid. */
    public Mask not() {
        for (int i = 0; i < words.length; i++) {
            words[i] = ~words[i];
        }
        int rest = grid.size() & 63;
        if (rest != 0) {
            words[words.length - 1] &= (1L << rest) - 1;
        }
        return this;
    }

    int words() {
        return words.length;
    }

    long word(int index) {
        return words[index];
    }

    private void check(Mask other) {
        if (!grid.equals(other.grid)) {
            throw new IllegalArgumentException("masks of different grids do not combine");
        }
    }
}
