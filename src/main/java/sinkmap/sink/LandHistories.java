package sinkmap.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import sinkmap.grid.SinkmapException;

/**
 * What cells were at several dates. Cells with the same past share one history, so that what becomes of them is worked out
 * once and looked up for each cell and year. Memory grows with the number of histories, not with that of cells: land is added
 * window by window, and {@link #on} tells the histories of a window again. Histories are numbered in the order in which land
 * first has them, so the numbers do not depend on the windows as long as these are added in order.
 */
public final class LandHistories {

    private final int[] years;
    private final IntUnaryOperator seenAs;
    private final List<short[]> histories = new ArrayList<>();
    private final Map<List<Short>, Integer> numbers = new HashMap<>();
    private long[] cells = new long[16];
    private double cell_ha;

    /**
     * Histories of no land yet.
     *
     * @param years years at whose ends the states hold, each later than the one before
     * @param seenAs code that a code of the maps counts as
     */
    public LandHistories(int[] years, IntUnaryOperator seenAs) {
        for (int i = 1; i < years.length; i++) {
            if (years[i] <= years[i - 1]) {
                throw new SinkmapException("the state of " + years[i] + " must be later than that of " + years[i - 1]);
            }
        }
        this.years = years.clone();
        this.seenAs = seenAs;
    }

    /** Adds the land of a window, given its maps in the order of the years. */
    public void add(List<StratumMap> states) {
        List<short[]> codes = codes(states);
        sized(states.get(0).grid().cellArea_ha());
        int number = 0;
        for (int cell = 0; cell < codes.get(0).length; cell++) {
            if (cell == 0 || !same(codes, cell)) {
                number = numbers.computeIfAbsent(key(codes, cell), this::begin);
            }
            cells[number]++;
        }
    }

    /** Adds other land, of the same years and in cells of the same size. */
    public void add(LandHistories other) {
        if (!Arrays.equals(years, other.years)) {
            throw new IllegalArgumentException(other + " are not of the years " + Arrays.toString(years));
        }
        sized(other.cell_ha);
        for (int i = 0; i < other.size(); i++) {
            // a new history may move the counts to a longer array, so it is looked up before they are
            int number = numbers.computeIfAbsent(list(other.histories.get(i)), this::begin);
            cells[number] += other.cells[i];
        }
    }

    private void sized(double newCell_ha) {
        if (size() > 0 && cell_ha != newCell_ha) {
            throw new IllegalArgumentException("cells of " + newCell_ha + " ha among cells of " + cell_ha + " ha");
        }
        cell_ha = newCell_ha;
    }

    private int begin(List<Short> codes) {
        short[] history = new short[codes.size()];
        for (int i = 0; i < history.length; i++) {
            history[i] = codes.get(i);
        }
        histories.add(history);
        cells = size() < cells.length ? cells : Arrays.copyOf(cells, 2 * cells.length);
        return size() - 1;
    }

    /**
     * The history of each cell of a window that was added before. An {@link IllegalStateException} when it shows a past that
     * no land has.
     */
    public int[] on(List<StratumMap> states) {
        List<short[]> codes = codes(states);
        int[] of = new int[codes.get(0).length];
        for (int cell = 0; cell < of.length; cell++) {
            of[cell] = cell > 0 && same(codes, cell) ? of[cell - 1] : number(key(codes, cell));
        }
        return of;
    }

    private int number(List<Short> codes) {
        Integer number = numbers.get(codes);
        if (number == null) {
            throw new IllegalStateException("the window was not added: no land has been " + codes);
        }
        return number;
    }

    private List<short[]> codes(List<StratumMap> states) {
        StratumMap first = states.get(0);
        if (states.size() != years.length
                || states.stream()
                        .anyMatch(s ->
                                !s.grid().equals(first.grid()) || !s.strata().equals(first.strata()))) {
            throw new IllegalArgumentException(
                    "there must be a map for each of " + years.length + " states, of the same grid and strata");
        }
        return states.stream().map(StratumMap::codes).toList();
    }

    private static boolean same(List<short[]> codes, int cell) {
        for (short[] state : codes) {
            if (state[cell] != state[cell - 1]) {
                return false;
            }
        }
        return true;
    }

    private List<Short> key(List<short[]> codes, int cell) {
        return codes.stream()
                .map(state -> (short) seenAs.applyAsInt(state[cell]))
                .toList();
    }

    private static List<Short> list(short[] codes) {
        List<Short> list = new ArrayList<>();
        for (short code : codes) {
            list.add(code);
        }
        return List.copyOf(list);
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

    /** Area of a history, hectares. */
    public double area_ha(int history) {
        return cells[history] * cell_ha;
    }

    /**
     * Areas of the strata in one state, hectares, by their place in the order of precedence.
     *
     * @param state place of the state in the order of the years
     * @param strata how many strata there are
     */
    public double[] areas_ha(int state, int strata) {
        double[] areas_ha = new double[strata];
        for (int i = 0; i < size(); i++) {
            short code = histories.get(i)[state];
            if (code != StratumMap.NONE) {
                areas_ha[code - 1] += area_ha(i);
            }
        }
        return areas_ha;
    }

    @Override
    public String toString() {
        return size() + " histories of the years " + Arrays.toString(years);
    }
}
