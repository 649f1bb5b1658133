package sinkmap.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Nearest;
import sinkmap.grid.Patch;
import sinkmap.grid.PatchIndex;
import sinkmap.siting.Site.Obstacle;

/** Measures how far sites keep from the features that the exclusions of a plan are about. */
public final class Obstacles {

    private final List<Watched> watched = new ArrayList<>();
    private final List<Features> kinds;
    /** By kind, how far all available cells keep from features, metres; NaN where a cell may have its centre inside of one. */
    private final double[] kept_m;

    /**
     * Features of one kind: those of a layer that pass a condition.
     *
     * @param where filter in CQL, or null for all
     */
    public record Features(String layer, String where) implements Comparable<Features> {

        @Override
        public int compareTo(Features other) {
            return Comparator.comparing(Features::layer)
                    .thenComparing(of -> Objects.requireNonNullElse(of.where, ""))
                    .compare(this, other);
        }
    }

    /** Features that an exclusion keeps away from. */
    private record Watched(Exclusion exclusion, Features features, double required_m) {}

    /** How far an exclusion keeps from features, and whether they alone take the land. */
    private record Required(double distance_m, boolean alone) {

        Required and(Required other) {
            return new Required(Math.max(distance_m, other.distance_m), alone || other.alone);
        }
    }

    /** What the exclusions of a plan keep away from. */
    public Obstacles(Plan plan) {
        boolean whole = plan.screening().parts() == 1;
        Map<Features, Double> all = new TreeMap<>();
        for (Exclusion exclusion : plan.exclusions()) {
            Map<Features, Required> required = new LinkedHashMap<>();
            collect(exclusion.when(), true, true, required);
            required.forEach((features, of) -> {
                watched.add(new Watched(exclusion, features, of.distance_m));
                all.merge(features, whole && of.alone ? of.distance_m : Double.NaN, Obstacles::further);
            });
        }
        this.kinds = List.copyOf(all.keySet());
        this.kept_m = kinds.stream().mapToDouble(all::get).toArray();
    }

    private static double further(double one, double other) {
        return one >= other || Double.isNaN(other) ? one : other;
    }

    /**
     * Finds what takes land by being near; a {@code within} under an odd number of {@code not} does the opposite.
     *
     * @param alone whether the term takes land whatever the rest of the rule says
     */
    private static void collect(Term term, boolean takes, boolean alone, Map<Features, Required> required) {
        if (term instanceof Term.Within within && takes) {
            required.merge(
                    new Features(within.layer(), within.where()),
                    new Required(within.distance_m(), alone && within.distance_m() >= 0),
                    Required::and);
        } else if (term instanceof Term.Not not) {
            collect(not.term(), !takes, false, required);
        } else if (term instanceof Term.Any any) {
            any.terms().forEach(part -> collect(part, takes, alone, required));
        } else if (term instanceof Term.All all) {
            all.terms().forEach(part -> collect(part, takes, false, required));
        }
    }

    /** The kinds of features, each once, in an order that does not hang on that of the exclusions. */
    public List<Features> kinds() {
        return kinds;
    }

    /**
     * A search for the nearest available cells of areas.
     *
     * @param scored the cells that the areas were cut out of
     * @param known what is known of areas of the same grid, of the same kinds in their order; what is found is the same
     *     whatever it is, but the more it tells the less is searched
     */
    public Search search(List<SiteArea> areas, Mask scored, NearestCells known) {
        return new Search(areas, scored, known);
    }

    /** A search for the nearest available cells of areas. */
    public final class Search {

        private final Grid grid;
        private final List<Area> areas;

        private Search(List<SiteArea> areas, Mask scored, NearestCells known) {
            PatchIndex index = new PatchIndex(known.areas());
            this.grid = scored.grid();
            this.areas = areas.parallelStream()
                    .map(area -> new Area(area.available(scored), known, index))
                    .toList();
        }

        /** Whether all is known already. */
        public boolean settled() {
            return IntStream.range(0, kinds.size()).allMatch(this::settled);
        }

        private boolean settled(int kind) {
            return areas.stream().allMatch(area -> area.settled(kind));
        }

        /** The cells; {@code evidence} is asked for the features of the kinds that not all is known of. */
        public NearestCells nearest(Evidence evidence) {
            Nearest[] features = new Nearest[kinds.size()];
            for (int kind = 0; kind < features.length; kind++) {
                features[kind] = settled(kind) ? null : evidence.nearest(kinds.get(kind).layer, kinds.get(kind).where);
            }
            List<RimCells.Closest> found = IntStream.range(0, areas.size() * features.length)
                    .parallel()
                    .mapToObj(i -> {
                        int kind = i % features.length;
                        return areas.get(i / features.length).nearest(kind, features[kind], reach(kind, grid));
                    })
                    .toList();
            return new NearestCells(
                    areas.stream().map(area -> area.cells).toList(),
                    features.length,
                    found.stream().mapToInt(RimCells.Closest::cell).toArray(),
                    found.stream().mapToDouble(RimCells.Closest::distance_m).toArray());
        }
    }

    /** A feature that reaches into a cell is no further from its centre than half a diagonal. */
    private RimCells.Reach reach(int kind, Grid grid) {
        if (Double.isNaN(kept_m[kind])) {
            return RimCells.Reach.OVER_CENTRES;
        }
        return kept_m[kind] > grid.cellSize() * Math.sqrt(0.5) ? RimCells.Reach.NOT : RimCells.Reach.BETWEEN_CENTRES;
    }

    /** What is protected around each area, nearest first; of the kinds of features of this plan. */
    public List<List<Obstacle>> around(NearestCells cells) {
        return IntStream.range(0, cells.areas().size())
                .mapToObj(area -> watched.stream()
                        .map(of -> obstacle(of, cells.distance_m(area, kinds.indexOf(of.features))))
                        .filter(obstacle -> Double.isFinite(obstacle.distance_m()))
                        .sorted(Comparator.comparingDouble(Obstacle::distance_m))
                        .toList())
                .toList();
    }

    private static Obstacle obstacle(Watched of, double distance_m) {
        return new Obstacle(of.exclusion, of.features.layer, of.required_m, distance_m);
    }

    /** An area beside the known ones. */
    private static final class Area {

        private final Patch cells;
        private final NearestCells known;
        private final PatchIndex index;
        /** The known areas that hold cells of this one. */
        private final BitSet owners = new BitSet();

        private boolean beyond;
        private final Map<BitSet, RimCells> rests = new ConcurrentHashMap<>();

        Area(Patch cells, NearestCells known, PatchIndex index) {
            this.cells = cells;
            this.known = known;
            this.index = index;
            index.split(cells, (from, to, owner) -> {
                if (owner == PatchIndex.NONE) {
                    beyond = true;
                } else {
                    owners.set(owner);
                }
            });
        }

        /** The known areas whose nearest cell this one holds: of the cells that it shares with them none is nearer. */
        private BitSet telling(int kind) {
            BitSet telling = new BitSet();
            owners.stream()
                    .filter(owner ->
                            known.cell(owner, kind) != NearestCells.NONE && cells.contains(known.cell(owner, kind)))
                    .forEach(telling::set);
            return telling;
        }

        /** Whether the known areas tell all. */
        boolean settled(int kind) {
            return !beyond && telling(kind).equals(owners);
        }

        RimCells.Closest nearest(int kind, Nearest features, RimCells.Reach reach) {
            BitSet telling = telling(kind);
            RimCells.Closest best = telling.stream()
                    .mapToObj(owner -> new RimCells.Closest(known.cell(owner, kind), known.distance_m(owner, kind)))
                    .reduce(RimCells.Closest.NONE, RimCells.Closest::or);
            return settled(kind)
                    ? best
                    : rests.computeIfAbsent(telling, this::without).nearest(features, reach, best);
        }

        /** The cells that none of some known areas holds. */
        private RimCells without(BitSet telling) {
            return new RimCells(rest(cells, telling), rest(cells.rim(), telling));
        }

        private Patch rest(Patch of, BitSet telling) {
            if (telling.isEmpty()) {
                return of;
            }
            Patch.Builder rest = new Patch.Builder(of.grid());
            index.split(of, (from, to, owner) -> {
                if (owner == PatchIndex.NONE || !telling.get(owner)) {
                    rest.add(from, to);
                }
            });
            return rest.build();
        }
    }
}
