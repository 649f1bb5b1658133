package sinkmap.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sinkmap.grid.Mask;
import sinkmap.grid.Nearest;
import sinkmap.grid.Patch;
import sinkmap.siting.Site.Obstacle;

/** Measures how far sites keep from the features that exclusions are about. */
final class Obstacles {

    private final List<Watched> watched = new ArrayList<>();

    /** Features of one layer that an exclusion keeps away from. */
    private record Watched(Exclusion exclusion, String layer, double required_m, Nearest features) {}

    private record Features(String layer, String where) {}

    Obstacles(Plan plan, Evidence evidence) {
        Map<Features, Nearest> prepared = new HashMap<>();
        for (Exclusion exclusion : plan.exclusions()) {
            Map<Features, Double> required = new LinkedHashMap<>();
            collect(exclusion.when(), true, required);
            required.forEach((features, distance_m) -> watched.add(new Watched(
                    exclusion,
                    features.layer,
                    distance_m,
                    prepared.computeIfAbsent(features, f -> evidence.nearest(f.layer, f.where)))));
        }
    }

    /** Finds what takes land by being near; a {@code within} under an odd number of {@code not} does the opposite. */
    private static void collect(Term term, boolean takes, Map<Features, Double> required) {
        if (term instanceof Term.Within within && takes) {
            required.merge(new Features(within.layer(), within.where()), within.distance_m(), Math::max);
        } else if (term instanceof Term.Not not) {
            collect(not.term(), !takes, required);
        } else if (term instanceof Term.Any any) {
            any.terms().forEach(part -> collect(part, takes, required));
        } else if (term instanceof Term.All all) {
            all.terms().forEach(part -> collect(part, takes, required));
        }
    }

    /** Distances from the available cells of a site, nearest first; {@code rim} is the edge of what sites were cut out of. */
    List<Obstacle> around(Patch cells, Mask rim) {
        RimCells own = new RimCells(cells, rim);
        return watched.parallelStream()
                .map(w -> new Obstacle(w.exclusion, w.layer, w.required_m, own.distance(w.features)))
                .filter(obstacle -> Double.isFinite(obstacle.distance_m()))
                .sorted(Comparator.comparingDouble(Obstacle::distance_m))
                .toList();
    }
}
