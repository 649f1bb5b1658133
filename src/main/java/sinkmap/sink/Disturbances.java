package sinkmap.sink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sinkmap.grid.SinkmapException;

/** The table of disturbance shares. A row for the very layer beats one for any layer. */
public final class Disturbances {

    private final Map<List<Object>, Disturbance> rows = new HashMap<>();

    /** A {@link SinkmapException} when two rows are for the same. */
    public Disturbances(List<Disturbance> list) {
        for (Disturbance row : list) {
            if (rows.put(key(row.technology(), row.layer(), row.pool()), row) != null) {
                throw new SinkmapException("two shares are for technology " + row.technology() + ", layer "
                        + row.layer() + ", pool " + row.pool().code() + "; keep one");
            }
        }
    }

    /** The share for a pool of a stratum; a {@link SinkmapException} that says what is missing when there is none. */
    Disturbance get(String technology, Stratum stratum, Pool pool) {
        Disturbance exact = rows.get(key(technology, stratum.layer(), pool));
        Disturbance row = exact != null ? exact : rows.get(key(technology, Factor.ANY, pool));
        if (row == null) {
            throw new SinkmapException("factors/disturbance.csv has no share for technology '" + technology
                    + "' and pool '" + pool.code() + "' of layer '" + stratum.layer()
                    + "'; add a row, for the layer or for "
                    + Factor.ANY + " (technologies in it: " + technologies() + ")");
        }
        return row;
    }

    private String technologies() {
        return rows.isEmpty()
                ? "none"
                : rows.values().stream()
                        .map(Disturbance::technology)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static List<Object> key(String technology, String layer, Pool pool) {
        return List.of(technology, layer, pool);
    }
}
