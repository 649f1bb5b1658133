package sinkmap.siting;

import java.util.List;
import java.util.function.Function;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;

/**
 * A truth value for each cell: true, unknown, or false where it is neither. Combines as Kleene's strong logic does: true
 * only if it would be true whatever the unknown turned out to be.
 *
 * @param yes where it is true
 * @param unknown where it is unknown; shares no cell with {@code yes}
 */
public record Truth(Mask yes, Mask unknown) {

    /** Known everywhere. */
    public static Truth known(Mask yes) {
        return new Truth(yes, new Mask(yes.grid()));
    }

    /** The same truth in masks of its own. */
    public Truth copy() {
        return new Truth(yes.copy(), unknown.copy());
    }

    Grid grid() {
        return yes.grid();
    }

    Truth not() {
        return new Truth(possible().not(), unknown);
    }

    /** Where it is not false. */
    public Mask possible() {
        return yes.copy().or(unknown);
    }

    /** True where any part is; {@code parts} is not empty. */
    static <T> Truth any(List<T> parts, Function<T, Truth> truth) {
        Truth first = truth.apply(parts.get(0));
        for (T part : parts.subList(1, parts.size())) {
            Truth next = truth.apply(part);
            first.yes.or(next.yes);
            first.unknown.or(next.unknown);
        }
        first.unknown.andNot(first.yes);
        return first;
    }

    /** True where all parts are; {@code parts} is not empty. */
    static <T> Truth all(List<T> parts, Function<T, Truth> truth) {
        Truth first = truth.apply(parts.get(0));
        Mask yes = first.yes;
        Mask possible = first.possible();
        for (T part : parts.subList(1, parts.size())) {
            Truth next = truth.apply(part);
            yes.and(next.yes);
            possible.and(next.possible());
        }
        return new Truth(yes, possible.andNot(yes));
    }
}
