package sinkmap.sink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sinkmap.grid.SinkmapException;

/**
 * The table of carbon densities, and which row holds for which stratum.
 *
 * <p>For one layer, class and pool the order is: local row for that class, local row for any class, default row for
 * that class, default row for any class. A local row for any class therefore beats a default row for the very class.
 * That is deliberate: soils of the Yellow River delta hold 23 to 49 t C/ha per metre against 226 to 255 in the IPCC
 * defaults, so where a stratum lies says more than which species grows on it.
 *
 * <p>A source gives biomass either as one ({@link Pool#BIOMASS}) or as above and below ground. Only one of the two ways
 * is used for a stratum, the one with the better row; both in one rank are an error, for they would count twice.
 */
public final class Factors {

    private final List<Factor> rows;

    public Factors(List<Factor> rows) {
        this.rows = List.copyOf(rows);
        Map<List<Object>, Factor> seen = new HashMap<>();
        for (Factor row : rows) {
            Factor other = seen.put(List.of(row.layer(), row.classCode(), row.pool(), row.scope()), row);
            if (other != null) {
                throw new SinkmapException("factors '" + other.id() + "' and '" + row.id() + "' are both for layer "
                        + row.layer() + ", class " + row.classCode() + ", pool "
                        + row.pool().code() + " in the same scope; keep one");
            }
        }
    }

    public List<Factor> list() {
        return rows;
    }

    /** The rows that hold for a class of a layer, one a pool at most, in the order of {@link Pool}; empty when none. */
    public List<Factor> listFor(String layer, String classCode) {
        Map<Pool, Factor> best = new EnumMap<>(Pool.class);
        for (Factor row : rows) {
            if (row.layer().equals(layer)
                    && (exact(row, classCode) || row.classCode().equals(Factor.ANY))) {
                best.merge(row.pool(), row, (a, b) -> rank(a, classCode) <= rank(b, classCode) ? a : b);
            }
        }
        keepOneWayOfBiomass(best, classCode);
        return new ArrayList<>(best.values());
    }

    private static void keepOneWayOfBiomass(Map<Pool, Factor> best, String classCode) {
        Factor whole = best.get(Pool.BIOMASS);
        Factor part = List.of(Pool.ABOVE, Pool.BELOW).stream()
                .filter(best::containsKey)
                .map(best::get)
                .min(Comparator.comparingInt(row -> rank(row, classCode)))
                .orElse(null);
        if (whole == null || part == null) {
            return;
        }
        int difference = rank(whole, classCode) - rank(part, classCode);
        if (difference == 0) {
            throw new SinkmapException("factors '" + whole.id() + "' (biomass as one) and '" + part.id()
                    + "' (above and below ground apart) would count biomass twice; keep one way");
        }
        if (difference < 0) {
            best.remove(Pool.ABOVE);
            best.remove(Pool.BELOW);
        } else {
            best.remove(Pool.BIOMASS);
        }
    }

    private static int rank(Factor row, String classCode) {
        return (row.scope() == Factor.Scope.LOCAL ? 0 : 2) + (exact(row, classCode) ? 0 : 1);
    }

    private static boolean exact(Factor row, String classCode) {
        return row.classCode().equals(classCode);
    }
}
