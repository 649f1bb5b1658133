package sinkmap.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import sinkmap.grid.Mask;
import sinkmap.siting.Site.Part;

/** Describes the areas that a plan leaves as sites, and ranks them. */
public final class Sites {

    private final Plan plan;
    private final List<String> units;
    private final Obstacles obstacles;
    private final Mask scored;

    /**
     * A describer.
     *
     * @param plan the plan
     * @param units units of the criteria's raw values, in their order
     * @param scored the cells that the areas were cut out of
     * @param evidence knows the features that exclusions are about
     */
    public Sites(Plan plan, List<String> units, Mask scored, Evidence evidence) {
        this.plan = plan;
        this.units = List.copyOf(units);
        this.scored = scored;
        this.obstacles = new Obstacles(plan, evidence);
    }

    /**
     * The sites, best first: by score, then area, then number.
     *
     * @param areas areas of the sites
     * @param sums what was summed over the cells of each area
     * @param weights weights of the criteria
     * @param figures figures of the plant on an area
     */
    public List<Site> describe(
            List<SiteArea> areas, List<SiteSums> sums, double[] weights, Function<Site, SiteFigures> figures) {
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            Site site = describe(areas.get(i), sums.get(i), weights);
            sites.add(site.with(figures.apply(site)));
        }
        sites.sort(Comparator.comparingDouble(Site::score)
                .thenComparingDouble(Site::area_ha)
                .reversed()
                .thenComparing(Site::number));
        for (int i = 0; i < sites.size(); i++) {
            sites.set(i, sites.get(i).ranked(i + 1));
        }
        return List.copyOf(sites);
    }

    private Site describe(SiteArea area, SiteSums sums, double[] weights) {
        double cell_ha = scored.grid().cellArea_ha();
        return new Site(
                plan.id(),
                0,
                area,
                sums.cells() * cell_ha,
                sums.meanScore(),
                parts(sums, weights),
                sums.meanHours(),
                null,
                (sums.cells() - sums.withResource()) * cell_ha,
                sums.unknown() * cell_ha,
                obstacles.around(area.cells(), scored));
    }

    private List<Part> parts(SiteSums sums, double[] weights) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            double mean = sums.meanMembership(i);
            parts.add(new Part(
                    plan.criteria().get(i), units.get(i), sums.meanRaw(i), mean, weights[i], weights[i] * mean));
        }
        return List.copyOf(parts);
    }
}
