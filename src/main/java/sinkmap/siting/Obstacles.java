package sinkmap.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sinkmap.grid.Grid;
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

    /** Distances from the available cells of a site, nearest first; {@code available} is what sites were cut out of. */
    List<Obstacle> around(Patch cells, Mask available) {
        int[] rim = rim(cells, available);
        return watched.parallelStream()
                .map(w -> new Obstacle(w.exclusion, w.layer, w.required_m, distance(rim, available.grid(), w.features)))
                .filter(obstacle -> Double.isFinite(obstacle.distance_m()))
                .sorted(Comparator.comparingDouble(Obstacle::distance_m))
                .toList();
    }

    /** The available cells at the edge of what is available, from which everything outside is nearest. */
    private static int[] rim(Patch cells, Mask available) {
        Grid grid = available.grid();
        IntStream.Builder rim = IntStream.builder();
        cells.forEach(cell -> {
            int row = cell / grid.columns();
            int column = cell % grid.columns();
            boolean inner = row > 0
                    && row < grid.rows() - 1
                    && column > 0
                    && column < grid.columns() - 1
                    && available.get(cell - 1)
                    && available.get(cell + 1)
                    && available.get(cell - grid.columns())
                    && available.get(cell + grid.columns());
            if (!inner && available.get(cell)) {
                rim.add(cell);
            }
        });
        return rim.build().toArray();
    }

    private static double distance(int[] cells, Grid grid, Nearest features) {
        double least = Double.POSITIVE_INFINITY;
        double reference_m = Double.POSITIVE_INFINITY;
        double x0 = 0;
        double y0 = 0;
        for (int cell : cells) {
            double x = grid.x(cell % grid.columns());
            double y = grid.y(cell / grid.columns());
            if (reference_m - Math.hypot(x - x0, y - y0) < least || Double.isInfinite(reference_m)) {
                reference_m = features.distance(x, y);
                x0 = x;
                y0 = y;
                least = Math.min(least, reference_m);
            }
        }
        return least;
    }
}
