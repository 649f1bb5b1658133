package sinkmap.siting;

import java.util.List;
import java.util.stream.Stream;
import sinkmap.grid.SinkmapException;

/**
 * A condition that holds at a cell, does not hold, or cannot be decided there. It is undecided only where a raster holds
 * no data; {@code any}, {@code all} and {@code not} then follow Kleene's strong logic.
 */
public sealed interface Term {

    /** The terms without parts at the leaves of this one, from left to right. */
    default Stream<Term> leaves() {
        return Stream.of(this);
    }

    /** The layers that the leaves look at, in their order; one may occur again. */
    default Stream<String> layers() {
        return leaves().map(leaf -> leaf instanceof Within within
                ? within.layer()
                : leaf instanceof Value value ? value.layer() : ((InClass) leaf).layer());
    }

    /**
     * Holds where the centre of the cell lies within a distance of a feature (inside a polygon is distance 0). A negative
     * distance is a buffer inwards: holds where the centre lies inside a polygon and at least that far from its edge.
     *
     * @param layer layer of features
     * @param where filter on the features, in CQL; null for all
     * @param distance_m distance in metres; negative inwards
     * @param mayBeEmpty whether the layer may hold no such feature in the region; an error otherwise
     */
    record Within(String layer, String where, double distance_m, boolean mayBeEmpty) implements Term {
        public Within {
            requireLayer(layer, "within");
            requireDistance(layer, "within", distance_m);
        }

        public Within(String layer, double distance_m) {
            this(layer, null, distance_m, false);
        }
    }

    /**
     * Holds where the value of a raster lies between bounds; undecided where it holds no data. Each bound may be null;
     * at least one is given, and of {@code atLeast} and {@code above}, {@code atMost} and {@code below} only one each.
     *
     * @param layer layer with a raster
     * @param atLeast lower bound that belongs to the range, in the unit of the layer
     * @param above lower bound that does not
     * @param atMost upper bound that belongs to the range
     * @param below upper bound that does not
     */
    record Value(String layer, Double atLeast, Double above, Double atMost, Double below) implements Term {
        public Value {
            requireLayer(layer, "value");
            String at = "value: layer '" + layer + "' ";
            if (atLeast == null && above == null && atMost == null && below == null) {
                throw new SinkmapException(at + "needs a bound: at_least, above, at_most or below");
            }
            if (atLeast != null && above != null || atMost != null && below != null) {
                throw new SinkmapException(at + "has two bounds on the same side; keep one");
            }
            Double lower = atLeast != null ? atLeast : above;
            Double upper = atMost != null ? atMost : below;
            if (isNaN(lower) || isNaN(upper)) {
                throw new SinkmapException(at + "has a bound that is not a number");
            }
            boolean both = lower != null && upper != null;
            if (both && (lower > upper || lower.equals(upper) && (above != null || below != null))) {
                throw new SinkmapException(
                        at + "can never hold: its lower bound " + lower + " is not below its upper bound " + upper);
            }
        }

        private static boolean isNaN(Double bound) {
            return bound != null && bound.isNaN();
        }

        /** Whether a value that is not NaN lies in the range; bounds are compared at the precision of rasters. */
        boolean holds(float value) {
            return (atLeast == null || value >= atLeast.floatValue())
                    && (above == null || value > above.floatValue())
                    && (atMost == null || value <= atMost.floatValue())
                    && (below == null || value < below.floatValue());
        }
    }

    /**
     * Holds where a classified raster has one of some classes, or where the centre of such a cell lies within a distance;
     * undecided where the cell itself holds no data and no such cell is near. A negative distance is a buffer inwards: holds
     * where the cell has one of the classes and every cell within the distance too; cells without data count as others.
     *
     * @param layer layer with a classified raster
     * @param codes codes of the classes
     * @param distance_m distance in metres between cell centres; negative inwards
     */
    record InClass(String layer, List<Integer> codes, double distance_m) implements Term {
        public InClass {
            requireLayer(layer, "class");
            codes = List.copyOf(codes);
            if (codes.isEmpty()) {
                throw new SinkmapException("class: layer '" + layer + "' needs at least one class code in 'in'");
            }
            requireDistance(layer, "class", distance_m);
        }
    }

    /**
     * Holds where any of the terms does.
     *
     * @param terms at least one
     */
    record Any(List<Term> terms) implements Term {
        public Any {
            terms = List.copyOf(terms);
            requireTerms(terms, "any");
        }

        @Override
        public Stream<Term> leaves() {
            return terms.stream().flatMap(Term::leaves);
        }
    }

    /**
     * Holds where all of the terms do.
     *
     * @param terms at least one
     */
    record All(List<Term> terms) implements Term {
        public All {
            terms = List.copyOf(terms);
            requireTerms(terms, "all");
        }

        @Override
        public Stream<Term> leaves() {
            return terms.stream().flatMap(Term::leaves);
        }
    }

    /**
     * Holds where the term does not.
     *
     * @param term the term
     */
    record Not(Term term) implements Term {
        public Not {
            if (term == null) {
                throw new SinkmapException("not: needs a term");
            }
        }

        @Override
        public Stream<Term> leaves() {
            return term.leaves();
        }
    }

    private static void requireLayer(String layer, String term) {
        if (layer == null || layer.isBlank()) {
            throw new SinkmapException(term + ": names no layer");
        }
    }

    private static void requireDistance(String layer, String term, double distance_m) {
        if (!Double.isFinite(distance_m)) {
            throw new SinkmapException(term + ": distance_m of layer '" + layer + "' must be a number of metres, not "
                    + distance_m + "; a negative number buffers inwards");
        }
    }

    private static void requireTerms(List<Term> terms, String term) {
        if (terms.isEmpty()) {
            throw new SinkmapException(term + ": needs at least one term");
        }
    }
}
