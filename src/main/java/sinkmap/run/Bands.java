package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import sinkmap.grid.Grid;
import sinkmap.store.RasterWriter;

/**
 * The windows that a run goes through: bands of rows over the whole width, from north to south. Some are worked on at the
 * same time; what they give is taken in their order, so that results do not depend on the number of threads.
 */
final class Bands {

    /**
     * Rows of a band are this, doubled any number of times, so that no two bands share a word of a mask, and bands fill rows
     * of tiles.
     */
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
        int rows = ROWS * Integer.highestOneBit((int) Math.max(1, cells / block));
        List<Band> bands = new ArrayList<>();
        for (int row = 0; row < whole.rows(); row += rows) {
            bands.add(new Band(row, whole.window(row, 0, Math.min(rows, whole.rows() - row), whole.columns())));
        }
        return bands;
    }

    /** Bands joined, in their order, to as few rows as begin and end where rows of tiles do. */
    static List<List<Band>> inTiles(List<Band> bands) {
        List<List<Band>> joined = new ArrayList<>();
        for (Band band : bands) {
            if (band.row() % RasterWriter.TILE == 0) {
                joined.add(new ArrayList<>());
            }
            joined.get(joined.size() - 1).add(band);
        }
        return joined;
    }

    /** The cells of bands that follow each other. */
    static Grid grid(List<Band> bands, Grid whole) {
        int rows = bands.stream().mapToInt(band -> band.grid().rows()).sum();
        return whole.window(bands.get(0).row(), 0, rows, whole.columns());
    }

    /**
     * Works on bands in any order, several at once.
     *
     * @param bands the bands
     * @param stages hears how far it is
     * @param work done for each, by any thread
     */
    static <B> void each(List<B> bands, Stages stages, Consumer<B> work) {
        AtomicInteger done = new AtomicInteger();
        stages.at(0);
        bands.parallelStream().forEach(band -> {
            stages.tick();
            work.accept(band);
            stages.at((double) done.incrementAndGet() / bands.size());
        });
    }

    /**
     * Works on bands, several at once.
     *
     * @param bands the bands
     * @param stages hears how far it is
     * @param work done for each band, by any thread
     * @param take takes what the work gives, band by band in their order, in this thread
     */
    static <B, T> void each(List<B> bands, Stages stages, Function<B, T> work, BiConsumer<B, T> take) {
        int atOnce = 2 * Runtime.getRuntime().availableProcessors();
        for (int from = 0; from < bands.size(); from += atOnce) {
            List<B> group = bands.subList(from, Math.min(bands.size(), from + atOnce));
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
