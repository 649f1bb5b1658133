package sinkmap.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import sinkmap.grid.Grid;
import sinkmap.grid.SinkmapException;

/**
 * What every cell was at several dates. Cells with the same past share one history, so that what becomes of them is
 * worked out once and looked up for each cell and year.
 */
public final class LandHistories {

    private final Grid grid;
    private final int[] years;
    private final IntUnaryOperator seenAs;
    private final List<short[]> histories = new ArrayList<>();
    private final List<long[]> cells = new ArrayList<>();
    private final int[] historyOf;

    private LandHistories(Grid grid, int[] years, IntUnaryOperator seenAs) {
        this.grid = grid;
        this.seenAs = seenAs;
        this.years = years;
        this.historyOf = new int[grid.size()];
    }

    /**
     * A map of strata and the year at whose end it holds.
     *
     * @param year the year
     * @param map the map
     */
    public record Dated(int year, StratumMap map) {}

    /** Histories of maps of the same grid and strata, the earliest first. */
    public static LandHistories of(List<Dated> states) {
        return of(states, IntUnaryOperator.identity());
    }

    /**
     * Histories with some strata taken for others.
     *
     * @param seenAs code that a code of the maps counts as
     */
    public static LandHistories of(List<Dated> states, IntUnaryOperator seenAs) {
        StratumMap first = states.get(0).map();
        for (int i = 1; i < states.size(); i++) {
            if (states.get(i).year() <= states.get(i - 1).year()) {
                throw new SinkmapException("the state of " + states.get(i).year() + " must be later than that of "
                        + states.get(i - 1).year());
            }
            if (!states.get(i).map().grid().equals(first.grid())
                    || !states.get(i).map().strata().equals(first.strata())) {
                throw new SinkmapException("the states of " + states.get(0).year() + " and "
                        + states.get(i).year() + " must have the same grid and strata");
            }
        }
        LandHistories all = new LandHistories(
                first.grid(), states.stream().mapToInt(Dated::year).toArray(), seenAs);
        Map<Key, Integer> numbers = new HashMap<>();
        for (int cell = 0; cell < all.historyOf.length; cell++) {
            all.add(cell, states, numbers);
        }
        return all;
    }

    private record Key(List<Integer> codes) {}

    private void add(int cell, List<Dated> states, Map<Key, Integer> numbers) {
        if (cell > 0 && same(cell, states)) {
            historyOf[cell] = historyOf[cell - 1];
        } else {
            Key key = new Key(states.stream()
                    .map(s -> seenAs.applyAsInt(s.map().code(cell)))
                    .toList());
            historyOf[cell] = numbers.computeIfAbsent(key, k -> {
                short[] codes = new short[k.codes().size()];
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = k.codes().get(i).shortValue();
                }
                histories.add(codes);
                cells.add(new long[1]);
                return histories.size() - 1;
            });
        }
        cells.get(historyOf[cell])[0]++;
    }

    private static boolean same(int cell, List<Dated> states) {
        for (Dated state : states) {
            if (state.map().code(cell) != state.map().code(cell - 1)) {
                return false;
            }
        }
        return true;
    }

    public Grid grid() {
        return grid;
    }

    /** The years of the states. */
    public int[] years() {
        return years.clone();
    }

    /** How many different histories there are. */
    public int size() {
        return histories.size();
    }

    /** Codes of a history, one a state, see {@link StratumMap#code}. */
    public short[] codes(int history) {
        return histories.get(history).clone();
    }

    /** Whether land is outside all strata in every state. */
    static boolean outside(short[] codes) {
        for (short code : codes) {
            if (code != StratumMap.NONE) {
                return false;
            }
        }
        return true;
    }

    /** The history of a cell. */
    public int of(int cell) {
        return historyOf[cell];
    }

    /** Area of a history, hectares. */
    public double area_ha(int history) {
        return cells.get(history)[0] * grid.cellArea_ha();
    }

    /**
     * Values of cells from a table by history.
     *
     * @param byHistory value of each history
     * @param cell first cell
     * @param values to fill
     * @param from first position to fill
     * @param length how many cells
     */
    public void fill(float[] byHistory, int cell, float[] values, int from, int length) {
        for (int i = 0; i < length; i++) {
            values[from + i] = byHistory[historyOf[cell + i]];
        }
    }

    @Override
    public String toString() {
        return size() + " histories of the years " + Arrays.toString(years);
    }
}
