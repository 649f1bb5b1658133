package sinkmap.siting;

import java.util.Locale;

/**
 * Some of the candidate sites.
 *
 * @param kind by what they are grouped
 * @param value the technology, city, plan or target that they have in common; null for all sites
 */
public record PortfolioGroup(Kind kind, String value) {

    /** All sites. */
    public static final PortfolioGroup ALL = new PortfolioGroup(Kind.ALL, null);

    /** By what sites are grouped. */
    public enum Kind {
        ALL,
        TECHNOLOGY,
        CITY,
        PLAN,
        /** Sites that serve a target of the carbon-peak plan. */
        TARGET
    }

    /** Whether a site belongs to the group. */
    public boolean contains(PortfolioCandidate site) {
        return switch (kind) {
            case ALL -> true;
            case TECHNOLOGY -> value.equals(site.technology());
            case CITY -> value.equals(site.city());
            case PLAN -> value.equals(site.plan());
            case TARGET -> site.targets().contains(value);
        };
    }

    /** As it is written in a request: {@code city=潍坊市}, or {@code all sites}. */
    public String label() {
        return kind == Kind.ALL ? "all sites" : kind.name().toLowerCase(Locale.ROOT) + "=" + value;
    }
}
