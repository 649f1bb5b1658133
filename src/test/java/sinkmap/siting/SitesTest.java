package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import sinkmap.grid.Mask;
import sinkmap.grid.Patch;
import sinkmap.grid.Ranks;

class SitesTest {

    private static final Exclusion ROAD = Plans.rule("road", new Term.Within("road", 50));
    private static final Exclusion SHORE = Plans.rule(
            "shore",
            new Term.Not(new Term.Any(List.of(
                    new Term.Not(new Term.Within("sea", 120)), new Term.Value("ghi", null, 2000.0, null, null)))));

    private static Ground ground() {
        return new Ground(3, 7)
                .with("land", "POLYGON ((0 0, 700 0, 700 300, 0 300, 0 0))")
                .with("road", "LINESTRING (350 -100, 350 400)")
                .with("pond", "POLYGON ((310 -90, 790 -90, 790 390, 310 390, 310 -90))")
                .with("sea", "POLYGON ((900 -500, 1500 -500, 1500 800, 900 800, 900 -500))")
                .raster("ghi", "kWh/m2/yr", """
                        1100 1100 1100 1300 1400 1400 -
                        1100 1100 1300 1300 1200 1400 1400
                        1100 1100 1100 1300 1400 1400 1400
                        """);
    }

    private static List<Site> sites(SiteRules rules, Exclusion... exclusions) {
        Plan plan = Plans.plan(Unknown.EXCLUDED, Plans.LAND, List.of(exclusions), List.of(Plans.SUN), rules);
        Ground ground = ground();
        Screening screening = Screening.of(plan, ground);
        float[] sun = CriterionValues.of(plan, Plans.SUN, screening.available(), ground);
        Ranks ranks = new Ranks(screening.available());
        Mask scored = screening.available().copy();
        ranks.mask().forEach(cell -> {
            if (Float.isNaN(sun[ranks.of(cell)])) {
                scored.clear(cell);
            }
        });
        List<SiteArea> areas =
                SiteAreas.of(scored, rules, plan.figures().density()).sites();
        List<SiteSums> sums = areas.stream()
                .map(area -> sums(plan, area, ranks, sun, screening))
                .toList();
        return new Sites(plan, List.of("kWh/m2/yr"), scored.grid().cellArea_ha())
                .describe(
                        areas,
                        sums,
                        obstacles(plan, areas, scored, ground),
                        new double[] {1},
                        site -> SiteFigures.of(plan.figures(), site.usable_ha(), site.usable_ha(), site.hours(), null));
    }

    private static List<List<Site.Obstacle>> obstacles(Plan plan, List<SiteArea> areas, Mask scored, Ground ground) {
        Obstacles obstacles = new Obstacles(plan);
        NearestCells nothing = NearestCells.none(obstacles.kinds().size());
        return obstacles.around(obstacles.search(areas, scored, nothing).nearest(ground));
    }

    private static SiteSums sums(Plan plan, SiteArea area, Ranks ranks, float[] sun, Screening screening) {
        SiteSums sums = new SiteSums(1);
        area.cells().forEach(cell -> {
            float value = sun[ranks.of(cell)];
            float degree = (float) Plans.SUN.membership().of(value);
            double hours = plan.figures().yield().hours().applyAsDouble(value);
            float[] one = {1};
            sums.addCells(one, 0, 1);
            sums.addScores(one, new float[] {degree}, 0, 1);
            sums.addHours(one, new double[] {hours}, 0, 1);
            sums.addUnknown(screening.unknown().get(cell) ? 1 : 0);
            sums.add(0, one, new float[] {value}, new float[] {degree}, 0, 1);
        });
        return sums;
    }

    private static String draw(Patch cells) {
        Mask mask = new Mask(cells.grid());
        cells.forEach(mask::set);
        return Ground.draw(mask);
    }

    @Test
    void theBetterSiteComesFirst() {
        List<Site> sites = sites(new SiteRules(8, 2), ROAD);
        assertThat(sites).extracting(Site::id).containsExactly("sunny-002", "sunny-001");
        assertThat(sites).extracting(Site::rank).containsExactly(1, 2);
        assertThat(sites).extracting(Site::area_ha).containsExactly(8.0, 9.0);
        assertThat(sites.get(1).polygon().getArea()).isEqualTo(90_000);
        assertThat(draw(sites.get(0).area().cells())).isEqualTo("""
                ....##.
                ....###
                ....###
                """);
    }

    @Test
    void partsOfTheScoreAreExplained() {
        Site site = sites(new SiteRules(8, 2), ROAD).get(1);
        assertThat(site.score()).isEqualTo((8 * 0.2 + 0.6) / 9, within(1e-6));
        Site.Part part = site.parts().get(0);
        assertThat(part.value()).isEqualTo((8 * 1100 + 1300) / 9.0, within(1e-6));
        assertThat(part.part()).isEqualTo(site.score(), within(1e-6));
        assertThat(part.unit()).isEqualTo("kWh/m2/yr");
    }

    @Test
    void energyIsSummedCellByCell() {
        Site site = sites(new SiteRules(8, 2), ROAD).get(0);
        assertThat(site.figures().capacity_mw()).isEqualTo(4, within(1e-12)); // 8 ha at 50 MW/km2
        double hours = (7 * 1400 + 1200) / 8.0 * 1.1 * 0.8;
        assertThat(site.hours()).isEqualTo(hours, within(1e-6));
        assertThat(site.figures().energy_gwh()).isEqualTo(4 * hours / 1000, within(1e-9));
        assertThat(site.withoutResource_ha()).isZero();
    }

    @Test
    void smallPlacesAreNoSites() {
        assertThat(sites(new SiteRules(8, 8.5), ROAD)).extracting(Site::id).containsExactly("sunny-001");
        assertThat(sites(new SiteRules(8, 9.1), ROAD)).isEmpty();
    }

    /** The rule takes a place by two conditions, so a site may lie in the pond, 40 m from its nearest edge. */
    @Test
    void siteInsideWhatIsProtectedOnConditionIsAtNoDistance() {
        Exclusion shaded = Plans.rule(
                "shaded",
                new Term.All(List.of(new Term.Within("pond", 0), new Term.Value("ghi", null, null, 1250.0, null))));
        assertThat(sites(new SiteRules(8, 2), shaded))
                .allSatisfy(
                        site -> assertThat(site.obstacles()).containsExactly(new Site.Obstacle(shaded, "pond", 0, 0)));
    }

    @Test
    void siteKnowsHowFarItKeepsFromWhatIsProtected() {
        Site site = sites(new SiteRules(8, 2), ROAD, SHORE).get(0);
        assertThat(site.obstacles())
                .containsExactly(new Site.Obstacle(ROAD, "road", 50, 100), new Site.Obstacle(SHORE, "sea", 120, 250));
    }
}
