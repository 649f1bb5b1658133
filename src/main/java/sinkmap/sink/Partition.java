package sinkmap.sink;

import java.util.List;

/**
 * A way to cut the region into zones, such as cities or protected areas.
 *
 * @param id name of the partition
 * @param areas areas of the strata in its zones; every partition of an account is of the same cells
 * @param zones names of the zones, the first is zone 1
 * @param outside name for what lies in no zone
 */
public record Partition(String id, StratumAreas areas, List<String> zones, String outside) {

    public Partition {
        zones = List.copyOf(zones);
        if (zones.size() != areas.zones()) {
            throw new IllegalArgumentException(zones.size() + " names of " + areas.zones() + " zones");
        }
    }
}
