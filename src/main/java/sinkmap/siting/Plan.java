package sinkmap.siting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sinkmap.grid.SinkmapException;

/**
 * A siting plan: the whole question, as data. A plan that exists is consistent.
 *
 * @param id short name
 * @param title title
 * @param summary what it is about, or null
 * @param technology technology that is to be sited
 * @param ruleSet id of the rule set it goes by, or null
 * @param screening how cells are screened
 * @param land where sites may lie at all
 * @param exclusions rules that take land away, in order, at most 24; see {@link #under}
 * @param criteria what makes a place better, at least one
 * @param weighting how they are weighed and become a score
 * @param sites what makes available cells a site
 * @param figures what is needed to describe a plant on a site
 */
public record Plan(
        String id,
        Title title,
        Title summary,
        String technology,
        String ruleSet,
        ScreeningPolicy screening,
        Term land,
        List<Exclusion> exclusions,
        List<Criterion> criteria,
        Weighting weighting,
        SiteRules sites,
        ProjectFigures figures) {

    /** Reasons of a cell are a sum of powers of two in a float, which is exact for this many rules. */
    public static final int MOST_RULES = 24;

    public Plan {
        exclusions = List.copyOf(exclusions);
        criteria = List.copyOf(criteria);
        if (id == null || id.isBlank()) {
            throw new SinkmapException("a plan needs an id");
        }
        require(land != null, id, "needs a term 'land' that says where sites may lie");
        require(screening != null && sites != null, id, "needs 'unknown' and 'sites'");
        require(weighting != null && figures != null, id, "needs weights and technology_figures");
        int most = screening.unknown() == Unknown.FLAGGED ? MOST_RULES - 1 : MOST_RULES;
        require(
                exclusions.size() <= most,
                id,
                "has " + exclusions.size() + " exclusions with those of its rule set; at most " + most
                        + " can be told apart in the map of reasons: join some with 'any'");
        distinct(id, "exclusion", exclusions.stream().map(Exclusion::id).toList());
        distinct(id, "criterion", criteria.stream().map(Criterion::id).toList());
        require(!criteria.isEmpty(), id, "needs at least one criterion");
        Optional<String> fault = weighting.findFault(criteria);
        if (fault.isPresent()) {
            throw new SinkmapException("plan '" + id + "': " + fault.get());
        }
    }

    private static void require(boolean holds, String plan, String message) {
        if (!holds) {
            throw new SinkmapException("plan '" + plan + "' " + message);
        }
    }

    private static void distinct(String plan, String kind, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            require(seen.add(id), plan, "uses the " + kind + " id '" + id + "' twice, its rule set included");
        }
    }

    /** This plan with the rules of a rule set before its own. */
    public Plan under(RuleSet rules) {
        require(
                rules.technology().equals(technology),
                id,
                "is about " + technology + ", but rule set '" + rules.id() + "' regulates " + rules.technology());
        require(
                rules.regulates(this),
                id,
                "names none of the layers that rule set '" + rules.id() + "' is about: " + rules.land());
        List<Exclusion> all = new ArrayList<>(rules.exclusions());
        all.addAll(exclusions);
        return new Plan(
                id, title, summary, technology, rules.id(), screening, land, all, criteria, weighting, sites, figures);
    }
}
