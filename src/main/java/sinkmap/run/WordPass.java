package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Ranks;
import sinkmap.siting.Membership;
import sinkmap.siting.Plan;
import sinkmap.siting.SiteArea;
import sinkmap.store.CellCache;

/**
 * Counts what lies in each site where cells are available whole: word by word from {@link WordSums}, and cell by cell only in
 * words that are not altogether in the site. Every run adds in the same order, whether it finds the sums or makes them.
 */
final class WordPass implements AutoCloseable {

    private final ScreenedLand land;
    private final List<SiteArea> areas;
    private final CountingPass.Wanted wanted;
    private final List<Item> items = new ArrayList<>();

    /** Two sums over values. */
    private interface Pair {

        /**
         * Adds values.
         *
         * @param count how many of {@code values} are to be added
         * @param spare may be used for as many
         * @param sums takes the two sums
         */
        void add(float[] values, int count, float[] spare, double[] sums);
    }

    /**
     * Something that is summed.
     *
     * @param criterion the criterion, -1 for the hours of the resource
     * @param column column of its values
     */
    private record Item(int criterion, int column, Pair pair, WordSums sums) {}

    /** A band: the sums of each item by word, and what of them was made here. */
    private record Cells(Bands.Band band, Mask eligible, Mask scored, Ranks ranks, double[][] sums) {}

    /** Values of the cells of a word, and room for as many. */
    private static final class Room {
        private final float[] values = new float[Long.SIZE];
        private final float[] spare = new float[Long.SIZE];
    }

    private record Found(double[][] made, Map<Integer, SiteTally> tallies) {}

    /**
     * A pass.
     *
     * @param wanted the sums and the sites that are looked at; all else of it is not
     */
    WordPass(ScreenedLand land, List<SiteArea> areas, CountingPass.Wanted wanted, CellCache cache) {
        this.land = land;
        this.areas = areas;
        this.wanted = wanted;
        Plan plan = land.plan();
        for (int i = 0; i < plan.criteria().size(); i++) {
            if (wanted.criteria()[i]) {
                Membership membership = plan.criteria().get(i).membership();
                items.add(item(i, i, degrees(membership), "by " + membership, cache));
            }
        }
        if (wanted.hours()) {
            Pair hours = hours(plan.figures().yield().hours());
            items.add(item(
                    -1, land.resource(), hours, "of hours, " + plan.figures().yield(), cache));
        }
    }

    private Item item(int criterion, int column, Pair pair, String what, CellCache cache) {
        String key = CacheKeys.once(land.key(column) + " sums " + what);
        return new Item(criterion, column, pair, new WordSums(cache, key, land.window()));
    }

    /** Values and their memberships. */
    private static Pair degrees(Membership membership) {
        return (values, count, spare, sums) -> {
            membership.of(values, spare, count);
            for (int i = 0; i < count; i++) {
                sums[0] += values[i];
                sums[1] += spare[i];
            }
        };
    }

    /** Hours of cells with a value of the resource, and their number. */
    private static Pair hours(DoubleUnaryOperator hours) {
        return (values, count, spare, sums) -> {
            for (int i = 0; i < count; i++) {
                double of = hours.applyAsDouble(values[i]);
                if (!Double.isNaN(of)) {
                    sums[0] += of;
                    sums[1]++;
                }
            }
        };
    }

    /** Adds what is wanted to the tallies. */
    void run(SiteTally[] tallies, Stages stages) {
        Bands.each(land.bands(), stages, band -> count(band, tallies), (band, found) -> {
            for (int i = 0; i < items.size(); i++) {
                if (found.made[i] != null) {
                    items.get(i).sums.write(found.made[i]);
                }
            }
            found.tallies.forEach((site, tally) -> tallies[site].add(tally));
        });
        items.forEach(item -> item.sums.commit());
    }

    private Found count(Bands.Band band, SiteTally[] tallies) {
        Grid grid = band.grid();
        Mask eligible = land.eligible().window(band.row(), 0, grid.rows(), grid.columns());
        Mask scored = land.scored().window(band.row(), 0, grid.rows(), grid.columns());
        double[][] sums = new double[items.size()][];
        double[][] made = new double[items.size()][];
        for (int i = 0; i < sums.length; i++) {
            boolean known = items.get(i).sums.known();
            sums[i] = known ? items.get(i).sums.read(band) : make(items.get(i), band, eligible);
            made[i] = known ? null : sums[i];
        }
        Cells cells = new Cells(band, eligible, scored, new Ranks(eligible), sums);
        Map<Integer, SiteTally> found = new TreeMap<>();
        for (int site : CountingPass.sitesIn(band, areas, wanted.summed())) {
            SiteTally tally = tallies[site].empty();
            count(areas.get(site), cells, tally);
            found.put(site, tally);
        }
        return new Found(made, found);
    }

    /** Sums of all eligible cells of each word. */
    private double[] make(Item item, Bands.Band band, Mask eligible) {
        float[] values = land.values(item.column, band);
        long[] words = eligible.toWords();
        double[] sums = new double[2 * words.length];
        float[] word = new float[Long.SIZE];
        float[] spare = new float[Long.SIZE];
        int next = 0;
        for (int i = 0; i < words.length; i++) {
            int count = Long.bitCount(words[i]);
            System.arraycopy(values, next, word, 0, count);
            double[] both = new double[2];
            item.pair.add(word, count, spare, both);
            sums[2 * i] = both[0];
            sums[2 * i + 1] = both[1];
            next += count;
        }
        return sums;
    }

    private void count(SiteArea area, Cells cells, SiteTally tally) {
        Bands.Band band = cells.band;
        int shift = band.row() * band.grid().columns();
        Mask own = new Mask(band.grid());
        area.cells()
                .rows(band.row(), band.row() + band.grid().rows())
                .forEachRun((from, to) -> own.setRange(from - shift, to - shift));
        long[] words = own.and(cells.scored).toWords();
        int[] used = IntStream.range(0, words.length)
                .filter(word -> words[word] != 0)
                .toArray();
        Room room = new Room();
        for (int i = 0; i < items.size(); i++) {
            double[] sum = new double[2];
            for (int word : used) {
                if (words[word] == cells.eligible.toWords()[word]) {
                    sum[0] += cells.sums[i][2 * word];
                    sum[1] += cells.sums[i][2 * word + 1];
                } else {
                    sum(i, cells, word, words[word], room, sum);
                }
            }
            if (items.get(i).criterion < 0) {
                tally.sums().addHours(sum[0], sum[1]);
            } else {
                tally.sums().add(items.get(i).criterion, sum[0], sum[1]);
            }
        }
    }

    /**
     * Adds some cells of a word; where fewer are left out, all of the word without these. Cells without a value leave no sum
     * of a word to take from.
     */
    private void sum(int item, Cells cells, int word, long wantedBits, Room room, double[] sum) {
        long of = cells.eligible.toWords()[word];
        double whole = cells.sums[item][2 * word] + cells.sums[item][2 * word + 1];
        if (2 * Long.bitCount(wantedBits) <= Long.bitCount(of) || Double.isNaN(whole)) {
            add(item, cells, word, wantedBits, 1, room, sum);
        } else {
            sum[0] += cells.sums[item][2 * word];
            sum[1] += cells.sums[item][2 * word + 1];
            add(item, cells, word, of & ~wantedBits, -1, room, sum);
        }
    }

    /** Adds the values of some cells of a word times a factor. */
    private void add(int item, Cells cells, int word, long bits, int factor, Room room, double[] sum) {
        long of = cells.eligible.toWords()[word];
        int skipped = Long.bitCount(of & (Long.lowestOneBit(bits) - 1));
        int count = Long.bitCount(of & (Long.highestOneBit(bits) | Long.highestOneBit(bits) - 1)) - skipped;
        long start = land.before(cells.band.row()) + cells.ranks.of(word * Long.SIZE) + skipped;
        land.read(items.get(item).column, start, count, room.values);
        int wantedCount = 0;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            int at = Long.bitCount(of & (Long.lowestOneBit(rest) - 1)) - skipped;
            room.values[wantedCount++] = room.values[at];
        }
        double[] both = new double[2];
        items.get(item).pair.add(room.values, wantedCount, room.spare, both);
        sum[0] += factor * both[0];
        sum[1] += factor * both[1];
    }

    @Override
    public void close() {
        items.forEach(item -> item.sums.close());
    }
}
