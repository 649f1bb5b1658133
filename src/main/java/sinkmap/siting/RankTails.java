package sinkmap.siting;

import java.util.Arrays;

/** The smallest and largest ranks of each site over the draws: all that a 95 % interval needs. */
final class RankTails {

    private static final double TAIL = 0.025;

    private final int length;
    /** For each site its smallest ranks, smallest first. */
    private final int[] smallest;
    /** For each site its largest ranks, largest first, as negative numbers. */
    private final int[] largest;

    RankTails(int sites, int draws) {
        this.length = (int) (TAIL * draws) + 1;
        this.smallest = new int[sites * length];
        this.largest = new int[sites * length];
        Arrays.fill(smallest, Integer.MAX_VALUE);
        Arrays.fill(largest, Integer.MAX_VALUE);
    }

    void add(int site, int rank) {
        insert(smallest, site, rank);
        insert(largest, site, -rank);
    }

    private void insert(int[] tails, int site, int value) {
        int from = site * length;
        int at = from + length - 1;
        if (value >= tails[at]) {
            return;
        }
        while (at > from && tails[at - 1] > value) {
            tails[at] = tails[at - 1];
            at--;
        }
        tails[at] = value;
    }

    /** The rank that at most 2.5 % of the draws beat. */
    int low(int site) {
        return smallest[(site + 1) * length - 1];
    }

    /** The rank that is beaten by at most 2.5 % of the draws. */
    int high(int site) {
        return -largest[(site + 1) * length - 1];
    }
}
