package sinkmap.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import sinkmap.siting.Site.Part;

/** Describes the areas that a plan leaves as sites, and ranks them. */
public final class Sites {

    private final Plan plan;
    private final List<String> units;
    private final double cell_ha;

    /**
     * A describer.
     *
     * @param plan the plan
     * @param units units of the criteria's raw values, in their order
     * @param cell_ha area of a cell, in hectares
     */
    public Sites(Plan plan, List<String> units, double cell_ha) {
        this.plan = plan;
        this.units = List.copyOf(units);
        this.cell_ha = cell_ha;
    }

    /**
     * The sites, best first: by score, then area, then number.
     *
     * @param areas areas of the sites
     * @param sums what was summed over the cells of each area; scores only where the plan's aggregation is not linear
     * @param obstacles what is protected around each area
     * @param weights weights of the criteria
     * @param figures figures of the plant on an area
     */
    public List<Site> describe(
            List<SiteArea> areas,
            List<SiteSums> sums,
            List<List<Site.Obstacle>> obstacles,
            double[] weights,
            Function<Site, SiteFigures> figures) {
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            Site site = describe(areas.get(i), sums.get(i), obstacles.get(i), weights);
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

    private Site describe(SiteArea area, SiteSums sums, List<Site.Obstacle> obstacles, double[] weights) {
        return new Site(
                plan.id(),
                0,
                area,
                sums.cells() * cell_ha,
                score(sums, weights),
                parts(sums, weights),
                sums.meanHours(),
                null,
                (sums.cells() - sums.withResource()) * cell_ha,
                sums.unknown() * cell_ha,
                obstacles);
    }

    /** The mean score of the cells, which need not be scored one by one where the aggregation is linear. */
    private double score(SiteSums sums, double[] weights) {
        if (!plan.weighting().aggregation().linear()) {
            return sums.meanScore();
        }
        double[] means = new double[weights.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = sums.meanMembership(i);
        }
        return new WlcScorer(weights).score(means);
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
