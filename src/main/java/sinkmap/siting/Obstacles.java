package sinkmap.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sinkmap.grid.Mask;
import sinkmap.grid.Nearest;
import sinkmap.siting.Site.Obstacle;

/** Measures how far sites keep from the features that exclusions are about. */
final class Obstacles {

    private final List<Watched> watched = new ArrayList<>();

    /**
     * Features of one layer that an exclusion keeps away from.
     *
     * @param outside whether no available cell can have its centre inside of one
     */
    private record Watched(Exclusion exclusion, String layer, double required_m, boolean outside, Nearest features) {}

    private record Features(String layer, String where) {}

    /** How far an exclusion keeps from features, and whether they alone take the land. */
    private record Required(double distance_m, boolean alone) {

        Required and(Required other) {
            return new Required(Math.max(distance_m, other.distance_m), alone || other.alone);
        }
    }

    Obstacles(Plan plan, Evidence evidence) {
        boolean whole = plan.screening().parts() == 1;
        Map<Features, Nearest> prepared = new HashMap<>();
        for (Exclusion exclusion : plan.exclusions()) {
            Map<Features, Required> required = new LinkedHashMap<>();
            collect(exclusion.when(), true, true, required);
            required.forEach((features, of) -> watched.add(new Watched(
                    exclusion,
                    features.layer,
                    of.distance_m,
                    whole && of.alone,
                    prepared.computeIfAbsent(features, f -> evidence.nearest(f.layer, f.where)))));
        }
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

    /**
     * Distances from the available cells of each area, nearest first.
     *
     * @param rim the edge of what the areas were cut out of
     */
    List<List<Obstacle>> around(List<SiteArea> areas, Mask rim) {
        List<RimCells> rims = areas.parallelStream()
                .map(area -> new RimCells(area.cells(), rim))
                .toList();
        int rules = watched.size();
        List<Obstacle> found = IntStream.range(0, areas.size() * rules)
                .parallel()
                .mapToObj(i -> obstacle(watched.get(i % rules), rims.get(i / rules)))
                .toList();
        return IntStream.range(0, areas.size())
                .mapToObj(area -> found.subList(area * rules, (area + 1) * rules).stream()
                        .filter(obstacle -> Double.isFinite(obstacle.distance_m()))
                        .sorted(Comparator.comparingDouble(Obstacle::distance_m))
                        .toList())
                .toList();
    }

    private static Obstacle obstacle(Watched of, RimCells cells) {
        return new Obstacle(of.exclusion, of.layer, of.required_m, cells.distance(of.features, of.outside));
    }
}
