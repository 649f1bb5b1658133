package sinkmap.sink;

import java.util.List;
import java.util.function.Function;

/**
 * A way to group strata, such as by layer or by habitat.
 *
 * @param id name of the grouping
 * @param groups names of the groups, in order
 * @param groupOf name of the group that a stratum is of, one of {@code groups}
 */
public record Grouping(String id, List<String> groups, Function<Stratum, String> groupOf) {

    public Grouping {
        groups = List.copyOf(groups);
    }
}
