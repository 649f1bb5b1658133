package sinkmap.survey;

/**
 * Which core a sample belongs to: cores of different studies or sites may have the same name.
 *
 * @param study study or campaign; empty when the file names none
 * @param site site; empty when the file names none
 * @param core name of the core, never empty
 */
public record CoreId(String study, String site, String core) implements Comparable<CoreId> {

    @Override
    public int compareTo(CoreId other) {
        int order = study.compareTo(other.study);
        order = order != 0 ? order : site.compareTo(other.site);
        return order != 0 ? order : core.compareTo(other.core);
    }

    @Override
    public String toString() {
        return (study.isEmpty() ? "" : study + " / ")
                + (site.isEmpty() || site.equals(core) ? "" : site + " / ")
                + core;
    }
}
