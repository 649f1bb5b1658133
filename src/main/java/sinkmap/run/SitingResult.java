package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sinkmap.grid.Grid;
import sinkmap.siting.Criterion;
import sinkmap.siting.Plan;
import sinkmap.siting.Screening;
import sinkmap.siting.Site;
import sinkmap.siting.Suitability;
import sinkmap.siting.Title;

/** The result of a siting run, as JSON shows it. Areas in hectares. */
record SitingResult(
        String plan,
        String ruleSet,
        OfGrid grid,
        Area area,
        List<OfExclusion> exclusions,
        List<OfCriterion> criteria,
        OfSites sites,
        String avoidedBasis,
        Map<String, Double> seconds,
        long peakHeap_mb,
        List<Inputs.Input> inputs,
        String quality,
        String planHash,
        String definitionsHash,
        String version) {

    /** The grid; {@code cells} is their number. */
    record OfGrid(String crs, double cell_m, int rows, int columns, int cells) {}

    /**
     * Areas, each a part of the one before.
     *
     * @param region_ha the grid
     * @param eligible_ha land where sites may lie at all
     * @param available_ha what the exclusions leave
     * @param scored_ha what has a value for every criterion
     * @param unknown_ha where rules cannot be decided; not a part of the others
     */
    record Area(double region_ha, double eligible_ha, double available_ha, double scored_ha, double unknown_ha) {}

    record OfExclusion(
            String id, Title title, String source, double alone_ha, double inSequence_ha, double unknown_ha) {}

    /** A criterion and the available area that has no value for it. */
    record OfCriterion(String id, Title title, String layer, double weight, double missing_ha) {}

    record OfSites(int count, double area_ha, double capacity_mw, double energy_gwh) {}

    static OfGrid of(Grid grid) {
        return new OfGrid(grid.crs(), grid.cellSize(), grid.rows(), grid.columns(), grid.size());
    }

    static Area areas(Grid grid, Screening screening, Suitability suitability) {
        return new Area(
                grid.size() * grid.cellArea_ha(),
                screening.eligible().area_ha(),
                screening.available().area_ha(),
                suitability.available().area_ha(),
                screening.unknown().area_ha());
    }

    static List<OfExclusion> exclusions(Screening screening) {
        return screening.losses().stream()
                .map(loss -> new OfExclusion(
                        loss.exclusion().id(),
                        loss.exclusion().title(),
                        loss.exclusion().source(),
                        loss.alone_ha(),
                        loss.inSequence_ha(),
                        loss.unknown_ha()))
                .toList();
    }

    static List<OfCriterion> criteria(Plan plan, Suitability suitability) {
        List<OfCriterion> criteria = new ArrayList<>();
        for (int i = 0; i < plan.criteria().size(); i++) {
            Criterion criterion = plan.criteria().get(i);
            criteria.add(new OfCriterion(
                    criterion.id(),
                    criterion.title(),
                    criterion.value().layer(),
                    criterion.weight(),
                    suitability.missing_ha(i)));
        }
        return criteria;
    }

    static OfSites sites(List<Site> sites) {
        return new OfSites(
                sites.size(),
                sites.stream().mapToDouble(Site::area_ha).sum(),
                sites.stream().mapToDouble(Site::capacity_mw).sum(),
                sites.stream().mapToDouble(Site::energy_gwh).sum());
    }
}
