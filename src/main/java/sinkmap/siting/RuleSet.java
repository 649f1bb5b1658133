package sinkmap.siting;

import java.time.LocalDate;
import java.util.List;

/**
 * One edition of a regulation, as exclusions.
 *
 * @param id short name
 * @param title title
 * @param source the regulation
 * @param validFrom first day of validity, or null
 * @param validTo last day of validity, or null while it is in force
 * @param technology technology that it regulates
 * @param exclusions its rules, in order
 */
public record RuleSet(
        String id,
        Title title,
        String source,
        LocalDate validFrom,
        LocalDate validTo,
        String technology,
        List<Exclusion> exclusions) {

    public RuleSet {
        exclusions = List.copyOf(exclusions);
    }
}
