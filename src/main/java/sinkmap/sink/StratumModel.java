package sinkmap.sink;

import java.util.ArrayList;
import java.util.List;

/**
 * How carbon of a stratum is reckoned: for every measure and pool one formula with the rows that it takes.
 *
 * @param stratum the stratum
 * @param entries by measure and pool, in the order of the two
 * @param missing what formulas lack that the table has some rows of, for people
 */
public record StratumModel(Stratum stratum, List<Entry> entries, List<String> missing) {

    /**
     * One pool.
     *
     * @param measure what it gives
     * @param pool the pool
     * @param formula the formula
     * @param set set that all its rows come from
     * @param terms the products whose sum it is
     */
    public record Entry(Measure measure, Pool pool, Formula formula, String set, List<Term> terms) {

        /** The rows it takes, each once. */
        public List<Factor> factors() {
            return terms.stream().flatMap(t -> t.factors().stream()).distinct().toList();
        }

        /** Value for a hectare, from the best estimates. */
        public double perHectare() {
            return terms.stream().mapToDouble(Term::value).sum();
        }
    }

    /** The entries of a measure, in the order of the pools. */
    public List<Entry> entries(Measure measure) {
        return entries.stream().filter(e -> e.measure() == measure).toList();
    }

    /** Whether nothing is known of a measure. */
    public boolean lacks(Measure measure) {
        return entries(measure).isEmpty();
    }

    /** Value of a measure for a hectare. */
    public double perHectare(Measure measure) {
        return entries(measure).stream().mapToDouble(Entry::perHectare).sum();
    }

    /** Value of a measure for a hectare; {@code unknown} when nothing is known of it. */
    double perHectare(Measure measure, double unknown) {
        return lacks(measure) ? unknown : perHectare(measure);
    }

    /** The products of a measure over an area. */
    List<Line> lines(Measure measure, double area_ha) {
        List<Line> lines = new ArrayList<>();
        entries(measure).forEach(entry -> lines.addAll(lines(entry, area_ha)));
        return lines;
    }

    /** The products of one entry over an area. */
    List<Line> lines(Entry entry, double area_ha) {
        return entry.terms().stream()
                .map(term -> new Line(stratum, term, area_ha))
                .toList();
    }
}
