package sinkmap.sink;

import java.util.List;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;

/**
 * Which stratum each cell of a grid belongs to. Covers are added in the order of precedence: the first one that covers
 * a cell keeps it, and a later one only counts the cell as overlap.
 */
public final class StratumMap {

    /** Code of a cell without stratum. */
    public static final short NONE = 0;

    private final Grid grid;
    private final List<Stratum> strata;
    private final short[] codes;
    /** By stratum that covers cells, then by stratum that has them; null without any. */
    private final int[][] overlaps;

    /** An empty map; {@code strata} in the order of precedence, at most 32,767 of them. */
    public StratumMap(Grid grid, List<Stratum> strata) {
        if (strata.size() > Short.MAX_VALUE) {
            throw new IllegalArgumentException(strata.size() + " strata");
        }
        this.grid = grid;
        this.strata = List.copyOf(strata);
        this.codes = new short[grid.size()];
        this.overlaps = new int[strata.size()][];
    }

    /** Gives the cells of {@code cover} to a stratum, as far as no earlier one has them. */
    public void add(Stratum stratum, Mask cover) {
        int index = strata.indexOf(stratum);
        if (index < 0 || !grid.equals(cover.grid())) {
            throw new IllegalArgumentException("no such stratum, or another grid: " + stratum);
        }
        cover.forEach(cell -> {
            if (codes[cell] == NONE) {
                codes[cell] = (short) (index + 1);
            } else {
                overlap(index)[codes[cell] - 1]++;
            }
        });
    }

    private int[] overlap(int index) {
        if (overlaps[index] == null) {
            overlaps[index] = new int[strata.size()];
        }
        return overlaps[index];
    }

    public Grid grid() {
        return grid;
    }

    public List<Stratum> strata() {
        return strata;
    }

    /** Position in {@link #strata()} plus one, or {@link #NONE}. */
    public int code(int cell) {
        return codes[cell];
    }

    /**
     * Number of cells that one stratum has although another covers them too.
     *
     * @param has position of the one that has them
     * @param other position of the other
     */
    int overlapCells(int has, int other) {
        return overlaps[other] == null ? 0 : overlaps[other][has];
    }

    /** Codes of all cells, row by row; not to be changed. */
    short[] codes() {
        return codes;
    }
}
