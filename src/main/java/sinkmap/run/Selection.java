package sinkmap.run;

import sinkmap.grid.Mask;

/** Values that are kept for the cells of a mask only, and some of those cells. */
final class Selection {

    private Selection() {}

    /** Moves the values of the wanted ones among the cells of a mask to the front. */
    static void keep(float[] values, Mask of, Mask wanted) {
        keep(values, of.toWords(), wanted.toWords(), 0, of.toWords().length);
    }

    /** The same between two words of masks; the values begin with those of the first word. */
    static void keep(float[] values, long[] of, long[] wanted, int from, int to) {
        int n = 0;
        int next = 0;
        for (int word = from; word < to; word++) {
            int count = Long.bitCount(of[word]);
            if (of[word] == wanted[word]) {
                System.arraycopy(values, next, values, n, count);
                n += count;
            } else {
                for (long rest = wanted[word]; rest != 0; rest &= rest - 1) {
                    long below = Long.lowestOneBit(rest) - 1;
                    values[n++] = values[next + Long.bitCount(of[word] & below)];
                }
            }
            next += count;
        }
    }
}
