package sinkmap.ogc.wms;

import java.util.Arrays;

/**
 * A prefix code of deflate (RFC 1951, 3.2.2): frequent symbols get short codes.
 *
 * @param lengths bits of each symbol's code; 0 for symbols that do not come
 * @param codes the codes, first bit lowest, as deflate packs them
 */
record HuffmanCode(int[] lengths, int[] codes) {

    private static final int SYMBOL_bits = 16;

    /**
     * The code for symbols that come so often.
     *
     * @param counts how often each symbol comes
     * @param longest most bits that a code may have
     */
    static HuffmanCode of(int[] counts, int longest) {
        int[] weights = counts.clone();
        int[] lengths = lengths(weights);
        while (Arrays.stream(lengths).max().orElse(0) > longest) {
            // flatter counts give a flatter tree
            for (int symbol = 0; symbol < weights.length; symbol++) {
                weights[symbol] = (weights[symbol] + 1) / 2;
            }
            lengths = lengths(weights);
        }
        return new HuffmanCode(lengths, codes(lengths));
    }

    /** Depths in the tree that joins the two lightest nodes again and again (D. Huffman, 1952). */
    private static int[] lengths(int[] counts) {
        long[] leaves = new long[counts.length];
        int used = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                leaves[used++] = (long) counts[symbol] << SYMBOL_bits | symbol;
            }
        }
        Arrays.sort(leaves, 0, used);
        int[] lengths = new int[counts.length];
        if (used == 1) {
            lengths[symbol(leaves[0])] = 1;
        } else if (used > 1) {
            int[] depths = depths(Arrays.copyOf(leaves, used));
            for (int leaf = 0; leaf < used; leaf++) {
                lengths[symbol(leaves[leaf])] = depths[leaf];
            }
        }
        return lengths;
    }

    private static int symbol(long leaf) {
        return (int) leaf & (1 << SYMBOL_bits) - 1;
    }

    /** Depths of leaves that are sorted by weight. Joined nodes come out in the order of their weight too. */
    private static int[] depths(long[] leaves) {
        int count = leaves.length;
        long[] weights = new long[2 * count - 1];
        int[] parents = new int[2 * count - 1];
        for (int i = 0; i < count; i++) {
            weights[i] = leaves[i] >> SYMBOL_bits;
        }
        int leaf = 0;
        int joined = count;
        for (int node = count; node < weights.length; node++) {
            for (int child = 0; child < 2; child++) {
                boolean takeLeaf = leaf < count && (joined == node || weights[leaf] <= weights[joined]);
                int lightest = takeLeaf ? leaf++ : joined++;
                weights[node] += weights[lightest];
                parents[lightest] = node;
            }
        }
        int[] depths = new int[weights.length];
        for (int node = weights.length - 2; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
        }
        return depths;
    }

    private static int[] codes(int[] lengths) {
        int[] next = new int[17];
        for (int length : lengths) {
            next[length + 1]++;
        }
        next[1] = 0;
        for (int length = 2; length < next.length; length++) {
            next[length] = (next[length - 1] + next[length]) << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                codes[symbol] = Integer.reverse(next[length]++) >>> (Integer.SIZE - length);
            }
        }
        return codes;
    }
}
