package sinkmap.siting;

import java.util.List;

/** Plans to test with. */
final class Plans {

    static final Title TITLE = new Title("题", "title");
    /** Features of the layer {@code land}. */
    static final Term LAND = new Term.Within("land", 0);

    static final Criterion SUN =
            new Criterion("sun", TITLE, new Criterion.RasterValue("ghi"), new Membership.Linear(1000, 1500), 1);

    private Plans() {}

    static Exclusion rule(String id, Term when) {
        return new Exclusion(id, TITLE, "test", when);
    }

    static Plan plan(Unknown unknown, Term land, Exclusion... exclusions) {
        return plan(unknown, land, List.of(exclusions), List.of(SUN), new SiteRules(8, 2));
    }

    static Plan plan(
            Unknown unknown, Term land, List<Exclusion> exclusions, List<Criterion> criteria, SiteRules sites) {
        return new Plan(
                "sunny",
                TITLE,
                null,
                "pv-ground",
                null,
                ScreeningPolicy.centre(unknown),
                land,
                exclusions,
                criteria,
                new Weighting("test"),
                sites,
                new ProjectFigures(
                        new Density(50, 40, 60, "MW/km2", "test"), new PvYield("ghi", 1.1, 0.8, "test"), null));
    }
}
