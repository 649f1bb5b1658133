package sinkmap.survey;

import java.util.List;

/**
 * A soil core: its measured slices from the surface down, which do not overlap but may leave gaps.
 *
 * @param id which core
 * @param intervals slices by depth; empty when none could be used
 * @param fault why the core as a whole cannot be used; null when it can
 */
public record Core(CoreId id, List<CoreInterval> intervals, String fault) {

    public Core {
        intervals = List.copyOf(intervals);
    }

    /** Lower end of the deepest measured slice, cm; 0 for a core without any. */
    public double deepest_cm() {
        return intervals.isEmpty() ? 0 : intervals.get(intervals.size() - 1).bottom_cm();
    }
}
