package sinkmap.siting;

import java.time.LocalDate;
import java.util.List;
import sinkmap.grid.SinkmapException;

/**
 * One edition of a regulation, as exclusions.
 *
 * @param id short name
 * @param title title
 * @param source the regulation
 * @param validFrom first day of validity, or null
 * @param validTo last day of validity, or null while it is in force
 * @param technology technology that it regulates
 * @param land layers that it is about: plans whose land names none of them are not regulated; empty for any land
 * @param exclusions its rules, in order
 */
public record RuleSet(
        String id,
        Title title,
        String source,
        LocalDate validFrom,
        LocalDate validTo,
        String technology,
        List<String> land,
        List<Exclusion> exclusions) {

    public RuleSet {
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw new SinkmapException("rule set '" + id + "': valid from " + validFrom + ", but only to " + validTo);
        }
        land = List.copyOf(land);
        exclusions = List.copyOf(exclusions);
    }

    /** Whether it is in force on a day. */
    public boolean inForce(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether it is about the technology and the land of a plan. */
    public boolean regulates(Plan plan) {
        return technology.equals(plan.technology())
                && (land.isEmpty() || plan.land().layers().anyMatch(land::contains));
    }
}
