package sinkmap.grid;

import java.util.Arrays;

/** How much of each cell a set covers, counted on a finer grid. */
public final class Shares {

    private Shares() {}

    /**
     * The share of each cell of a grid that a set of finer cells covers, from 0 to 1. The sum of the shares times the area
     * of a cell is the area of the set.
     *
     * @param fine a set of cells of {@code coarse.refined(parts)}, at most 64 parts
     * @throws IllegalArgumentException when the cells of the set are no whole parts of the grid's cells
     */
    public static Raster of(Mask fine, Grid coarse) {
        int parts = parts(fine.grid(), coarse);
        float[] shares = new float[coarse.size()];
        ColumnGaps.inBlocks(coarse.rows(), from -> {
            int[] counts = new int[coarse.columns()];
            for (int row = from; row < Math.min(from + ColumnGaps.BLOCK, coarse.rows()); row++) {
                Arrays.fill(counts, 0);
                for (int fineRow = row * parts; fineRow < (row + 1) * parts; fineRow++) {
                    count(fine, fineRow, parts, counts);
                }
                int offset = coarse.index(row, 0);
                for (int c = 0; c < counts.length; c++) {
                    shares[offset + c] = (float) ((double) counts[c] / (parts * parts));
                }
            }
        });
        return new Raster(coarse, shares, "1");
    }

    private static int parts(Grid fine, Grid coarse) {
        int parts = fine.columns() / coarse.columns();
        double slip = 1e-3 * fine.cellSize();
        boolean fits = parts >= 1
                && parts <= 64
                && fine.columns() == parts * coarse.columns()
                && fine.rows() == parts * coarse.rows()
                && Math.abs(fine.west() - coarse.west()) < slip
                && Math.abs(fine.north() - coarse.north()) < slip
                && Math.abs(fine.cellSize() * parts - coarse.cellSize()) < slip;
        if (!fits) {
            throw new IllegalArgumentException(
                    "the cells of " + fine + " are no whole parts, at most 64 along an edge, of those of " + coarse);
        }
        return parts;
    }

    /** Adds the cells of a row to the counts of the columns they lie in, as many at once as fit into a word. */
    private static void count(Mask fine, int row, int parts, int[] counts) {
        int atOnce = 64 / parts;
        long one = Mask.firstBits(parts);
        int cell = fine.grid().index(row, 0);
        for (int c = 0; c < counts.length; c += atOnce) {
            long bits = fine.bits(cell + c * parts);
            int to = Math.min(counts.length, c + atOnce);
            for (int column = c; bits != 0 && column < to; column++) {
                counts[column] += Long.bitCount(bits & one);
                bits = parts == 64 ? 0 : bits >>> parts;
            }
        }
    }
}
