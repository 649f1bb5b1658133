package sinkmap.grid;

import java.util.List;
import java.util.stream.IntStream;

/** Finds which of several patches holds which cells of another. */
public final class PatchIndex {

    /** In place of the position of a patch where none holds a cell. */
    public static final int NONE = -1;

    /** All runs in row-major order, and the position of the patch of each. */
    private final int[] from;

    private final int[] to;
    private final int[] patch;

    /** Sees a piece of a run. */
    @FunctionalInterface
    public interface PieceVisitor {

        /** Cells from one (inclusive) to another (exclusive) that the patch at a position holds, or {@link #NONE}. */
        void visit(int from, int to, int patch);
    }

    /** Indexes patches of one grid that have no cell in common. */
    public PatchIndex(List<Patch> patches) {
        long[] order = IntStream.range(0, patches.size())
                .boxed()
                .flatMapToLong(i -> IntStream.range(0, patches.get(i).runs())
                        .mapToLong(run -> (long) patches.get(i).from(run) << Integer.SIZE | i))
                .parallel()
                .sorted()
                .toArray();
        from = new int[order.length];
        to = new int[order.length];
        patch = new int[order.length];
        int[] next = new int[patches.size()];
        for (int run = 0; run < order.length; run++) {
            patch[run] = (int) order[run];
            Patch of = patches.get(patch[run]);
            from[run] = of.from(next[patch[run]]);
            to[run] = of.to(next[patch[run]]++);
        }
    }

    /** Visits the runs of a patch of the same grid in row-major order, split where other patches hold their cells. */
    public void split(Patch cells, PieceVisitor visitor) {
        int run = 0;
        for (int i = 0; i < cells.runs(); i++) {
            int at = cells.from(i);
            int end = cells.to(i);
            while (at < end) {
                while (run < from.length && to[run] <= at) {
                    run++;
                }
                int start = run < from.length ? Math.min(end, from[run]) : end;
                if (start > at) {
                    visitor.visit(at, start, NONE);
                    at = start;
                } else {
                    start = Math.min(end, to[run]);
                    visitor.visit(at, start, patch[run]);
                    at = start;
                }
            }
        }
    }
}
