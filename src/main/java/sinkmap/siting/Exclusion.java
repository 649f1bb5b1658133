package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * A rule that takes land away.
 *
 * @param id short name, unique in its plan
 * @param title title
 * @param source the regulation or study that the rule and its numbers come from
 * @param when the cells that it takes
 */
public record Exclusion(String id, Title title, String source, Term when) {

    public Exclusion {
        if (id == null || id.isBlank()) {
            throw new SinkmapException("an exclusion needs an id");
        }
        if (when == null) {
            throw new SinkmapException("exclusion '" + id + "' needs a term 'when'");
        }
        if (source == null || source.isBlank()) {
            throw new SinkmapException("exclusion '" + id + "' needs a source");
        }
    }
}
