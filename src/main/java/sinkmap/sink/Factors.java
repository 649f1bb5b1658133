package sinkmap.sink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sinkmap.grid.SinkmapException;

/**
 * The table of factors, and which rows hold for which stratum.
 *
 * <p>A method of accounting names sets of factors in the order it prefers them. For a measure and pool of a stratum the
 * first set counts that has all the rows of a formula; a formula never takes rows of two sets. Within a set a row for
 * the very class beats one for any class. A local row for any class therefore beats a default row for the very class
 * where local factors are preferred. That is deliberate: soils of the Yellow River delta hold 23 to 49 t C/ha per metre
 * against 226 to 255 in the IPCC defaults, so where a stratum lies says more than which species grows on it.
 *
 * <p>A source gives biomass either as one ({@link Pool#BIOMASS}) or as above and below ground. Only one of the two ways
 * is used for a stratum, the one of the preferred set; both in one set for the same class are an error, for they would
 * count twice.
 */
public final class Factors {

    private final List<Factor> rows;

    public Factors(List<Factor> rows) {
        this.rows = List.copyOf(rows);
        Map<List<Object>, Factor> seen = new HashMap<>();
        for (Factor row : rows) {
            for (String layer : row.layers()) {
                for (String classCode : row.classes().alternatives()) {
                    checkTwice(seen.put(key(row, layer, classCode), row), row, layer, classCode);
                }
            }
        }
    }

    private static List<Object> key(Factor row, String layer, String classCode) {
        return List.of(row.set(), row.formula(), layer, classCode, String.valueOf(row.pool()), row.quantity());
    }

    private static void checkTwice(Factor other, Factor row, String layer, String classCode) {
        if (other != null) {
            throw new SinkmapException("factors '" + other.id() + "' and '" + row.id() + "' are both for layer " + layer
                    + ", class " + classCode + ", " + subject(row) + " in the same set; keep one");
        }
    }

    private static String subject(Factor row) {
        return row.pool() == null
                ? row.quantity().code()
                : row.quantity().code() + " of pool " + row.pool().code();
    }

    public List<Factor> list() {
        return rows;
    }

    /** The sets of the table, in the order of their first rows. */
    public Set<String> sets() {
        Set<String> sets = new LinkedHashSet<>();
        rows.forEach(row -> sets.add(row.set()));
        return sets;
    }

    /**
     * How carbon of a stratum is reckoned.
     *
     * @param sets sets of factors, the preferred first
     */
    public StratumModel model(Stratum stratum, List<String> sets) {
        List<StratumModel.Entry> entries = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String set : sets) {
            List<Candidate> candidates = ofSet(stratum, set, missing);
            candidates.removeIf(
                    candidate -> entries.stream().anyMatch(preferred -> conflict(preferred, candidate.entry())));
            entries.addAll(oneWayEach(candidates));
        }
        entries.sort(Comparator.comparing(StratumModel.Entry::measure).thenComparing(StratumModel.Entry::pool));
        return new StratumModel(stratum, List.copyOf(entries), List.copyOf(missing));
    }

    /** An entry with how exactly its rows are for the class. */
    private record Candidate(StratumModel.Entry entry, int fit) {}

    /** What one set gives for a stratum. */
    private List<Candidate> ofSet(Stratum stratum, String set, List<String> missing) {
        Map<List<Object>, Map<Quantity, Factor>> groups = new LinkedHashMap<>();
        for (Factor row : rows) {
            if (row.set().equals(set) && fit(row, stratum) >= 0) {
                List<Object> key = row.pool() == null ? List.of(row.formula()) : List.of(row.formula(), row.pool());
                groups.computeIfAbsent(key, k -> new EnumMap<>(Quantity.class))
                        .merge(row.quantity(), row, (a, b) -> fit(a, stratum) > fit(b, stratum) ? a : b);
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Map<Quantity, Factor> group : groups.values()) {
            Factor first = group.values().iterator().next();
            Formula formula = first.formula();
            formula.lacking(group.keySet())
                    .forEach(q ->
                            missing.add("set " + set + ", formula " + formula.code() + ": no row for " + q.code()));
            if (!group.keySet().containsAll(formula.quantities())) {
                continue;
            }
            int fit = group.values().stream()
                    .mapToInt(row -> fit(row, stratum))
                    .max()
                    .orElse(0);
            for (Formula.PoolTerms of : formula.terms(first.pool(), group)) {
                candidates.add(
                        new Candidate(new StratumModel.Entry(of.measure(), of.pool(), formula, set, of.terms()), fit));
            }
        }
        return candidates;
    }

    /** Drops the ways to a pool that are less exact than another one; two as exact are an error. */
    private static List<StratumModel.Entry> oneWayEach(List<Candidate> candidates) {
        candidates.sort(Comparator.comparing(Candidate::fit).reversed());
        List<Candidate> kept = new ArrayList<>();
        for (Candidate next : candidates) {
            Candidate other = kept.stream()
                    .filter(k -> conflict(k.entry(), next.entry()))
                    .findFirst()
                    .orElse(null);
            if (other == null) {
                kept.add(next);
            } else if (other.fit() == next.fit()) {
                throw twice(other.entry(), next.entry());
            }
        }
        return kept.stream().map(Candidate::entry).toList();
    }

    private static SinkmapException twice(StratumModel.Entry a, StratumModel.Entry b) {
        return new SinkmapException("factors '" + a.factors().get(0).id() + "' ("
                + a.formula().code() + ", " + a.pool().code() + ") and '"
                + b.factors().get(0).id() + "' (" + b.formula().code() + ", "
                + b.pool().code() + ") of set " + a.set() + " would count "
                + a.measure().code()
                + " twice; keep one way");
    }

    /** Whether two entries would count the same carbon: the same pool, or biomass as one and a part of it. */
    private static boolean conflict(StratumModel.Entry a, StratumModel.Entry b) {
        return a.measure() == b.measure()
                && (a.pool() == b.pool() || holds(a.pool(), b.pool()) || holds(b.pool(), a.pool()));
    }

    private static boolean holds(Pool whole, Pool part) {
        return whole == Pool.BIOMASS && (part == Pool.ABOVE || part == Pool.BELOW);
    }

    private static int fit(Factor row, Stratum stratum) {
        return row.layers().contains(stratum.layer()) ? row.classes().fit(stratum.classCode()) : -1;
    }
}
