package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import sinkmap.grid.Grid;

/**
 * The windows that a run goes through: bands of rows over the whole width, from north to south. Some are worked on at the
 * same time; what they give is taken in their order, so that results do not depend on the number of threads.
 */
final class Bands {

    /** Rows of a band are a multiple of this, so that no two bands share a word of a mask. */
    private static final int ROWS = 64;

    private Bands() {}

    /**
     * A band.
     *
     * @param row its first row in the whole grid
     * @param grid its cells
     */
    record Band(int row, Grid grid) {}

    /**
     * The bands of a grid.
     *
     * @param parts parts of a cell along each side that are worked on each
     * @param cells about how many parts a band has
     */
    static List<Band> of(Grid whole, int parts, int cells) {
        long block = (long) ROWS * whole.columns() * parts * parts;
        int rows = ROWS * (int) Math.max(1, cells / block);
        List<Band> bands = new ArrayList<>();
        for (int row = 0; row < whole.rows(); row += rows) {
            bands.add(new Band(row, whole.window(row, 0, Math.min(rows, whole.rows() - row), whole.columns())));
        }
        return bands;
    }

    /**
     * Works on bands, several at once.
     *
     * @param bands the bands
     * @param stages hears how far it is
     * @param work done for each band, by any thread
     * @param take takes what the work gives, band by band in their order, in this thread
     */
    static <T> void each(List<Band> bands, Stages stages, Function<Band, T> work, BiConsumer<Band, T> take) {
        int atOnce = 2 * Runtime.getRuntime().availableProcessors();
        for (int from = 0; from < bands.size(); from += atOnce) {
            List<Band> group = bands.subList(from, Math.min(bands.size(), from + atOnce));
            stages.at((double) from / bands.size());
            List<T> results = IntStream.range(0, group.size())
                    .parallel()
                    .mapToObj(i -> {
                        stages.tick();
                        return work.apply(group.get(i));
                    })
                    .toList();
            for (int i = 0; i < group.size(); i++) {
                take.accept(group.get(i), results.get(i));
            }
        }
        stages.at(1);
    }
}
