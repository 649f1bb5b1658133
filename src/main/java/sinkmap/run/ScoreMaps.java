package sinkmap.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.siting.Membership;
import sinkmap.siting.ScoreSpread;
import sinkmap.siting.Scorer;
import sinkmap.store.RasterWriter;

/**
 * The last way through the windows: scores every cell and draws the maps of suitability and of how far it varies. Both are
 * kept in steps of 1/4096, which single precision holds exactly: such maps pack to a fifth, and several times as fast.
 */
final class ScoreMaps {

    private static final double STEPS = 4096;

    /** Words of 64 cells that are worked on together: their values stay in the processor's cache. */
    private static final int BLOCK_words = 128;

    private final ScreenedLand land;
    private final Scorer scorer;
    private final ScoreSpread spread;
    private final Membership[] memberships;
    private final long[] eligible;
    private final long[] scored;

    /**
     * Maps of a land with scored cells.
     *
     * @param spread how far scores vary
     */
    ScoreMaps(ScreenedLand land, Scorer scorer, ScoreSpread spread) {
        this.land = land;
        this.scorer = scorer;
        this.spread = spread;
        this.memberships =
                land.plan().criteria().stream().map(c -> c.membership()).toArray(Membership[]::new);
        this.eligible = land.eligible().toWords();
        this.scored = land.scored().toWords();
    }

    /** Writes the maps, several rows of tiles at once. */
    void write(RasterWriter suitability, Optional<RasterWriter> spreads, Stages stages) {
        Bands.each(Bands.inTiles(land.bands()), stages, bands -> {
            Rows rows = new Rows(bands, spreads.isPresent());
            rows.score(stages);
            suitability.writeRows(rows.scores);
            spreads.ifPresent(writer -> writer.writeRows(rows.spreads));
        });
    }

    /** A number as the maps keep it. */
    static float rounded(float value) {
        return (float) (Math.rint(value * STEPS) / STEPS);
    }

    /** Rows over the whole width, which begin where a word does. */
    private final class Rows {

        private final Raster scores;
        private final Raster spreads;
        private final int firstWord;
        private final int endWord;
        private final float[][] degrees = new float[memberships.length][BLOCK_words * Long.SIZE];
        private final float[] found = new float[BLOCK_words * Long.SIZE];
        private long rank;

        Rows(List<Bands.Band> bands, boolean withSpreads) {
            int row = bands.get(0).row();
            Grid grid = Bands.grid(bands, land.window());
            scores = Raster.empty(grid, "1");
            spreads = withSpreads ? Raster.empty(grid, "1") : null;
            firstWord = row * grid.columns() / Long.SIZE;
            endWord = Math.min(scored.length, firstWord + (grid.size() + Long.SIZE - 1) / Long.SIZE);
            rank = land.before(row);
        }

        void score(Stages stages) {
            for (int from = firstWord; from < endWord; from += BLOCK_words) {
                stages.tick();
                score(from, Math.min(endWord, from + BLOCK_words));
            }
        }

        private void score(int from, int to) {
            int values = count(eligible, from, to);
            int cells = count(scored, from, to);
            if (cells > 0) {
                for (int i = 0; i < degrees.length; i++) {
                    land.read(i, rank, values, degrees[i]);
                    if (cells < values) {
                        Selection.keep(degrees[i], eligible, scored, from, to);
                    }
                    memberships[i].of(degrees[i], degrees[i], cells);
                }
                scorer.score(degrees, cells, found);
                put(found, cells, from, to, scores);
                if (spreads != null) {
                    spread.spread(degrees, cells, found);
                    put(found, cells, from, to, spreads);
                }
            }
            rank += values;
        }

        private void put(float[] values, int cells, int from, int to, Raster map) {
            for (int i = 0; i < cells; i++) {
                values[i] = rounded(values[i]);
            }
            int n = 0;
            for (int word = from; word < to; word++) {
                int first = (word - firstWord) * Long.SIZE;
                if (scored[word] == -1L) {
                    System.arraycopy(values, n, map.values(), first, Long.SIZE);
                    n += Long.SIZE;
                } else {
                    for (long rest = scored[word]; rest != 0; rest &= rest - 1) {
                        map.values()[first + Long.numberOfTrailingZeros(rest)] = values[n++];
                    }
                }
            }
        }
    }

    private static int count(long[] words, int from, int to) {
        return Arrays.stream(words, from, to).mapToInt(Long::bitCount).sum();
    }
}
