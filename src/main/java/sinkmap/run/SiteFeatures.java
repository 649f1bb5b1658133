package sinkmap.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.Grid;
import sinkmap.sink.Disturbance;
import sinkmap.sink.Verification;
import sinkmap.siting.Plan;
import sinkmap.siting.Site;
import sinkmap.siting.SiteFigures;
import sinkmap.siting.SiteStability;
import sinkmap.siting.Substations;
import sinkmap.siting.Title;
import sinkmap.store.Feature;

/** Sites as features: their outline in the CRS of the layer, and every number that stands behind them. */
final class SiteFeatures {

    /** Longest edge of an outline in the grid's CRS before it is transformed: a straight line there is none elsewhere. */
    private static final double LONGEST_EDGE_m = 1000;

    private final Plan plan;
    private final ScreenedLand land;
    private final OtherRuleSets others;
    private final FeatureLayer layer;
    private final Optional<SiteCarbon> carbon;
    private final Optional<ZoneMap> zones;
    private final BalanceTerms terms;
    private final String quality;

    SiteFeatures(
            Plan plan,
            ScreenedLand land,
            OtherRuleSets others,
            FeatureLayer layer,
            Optional<SiteCarbon> carbon,
            Optional<ZoneMap> zones,
            BalanceTerms terms,
            String quality) {
        this.plan = plan;
        this.land = land;
        this.others = others;
        this.layer = layer;
        this.carbon = carbon;
        this.zones = zones;
        this.terms = terms;
        this.quality = quality;
    }

    /** A criterion's part in the score of a site, as JSON. */
    record Part(
            String id,
            Title title,
            String layer,
            double value,
            String unit,
            double membership,
            double weight,
            double part) {}

    /** Something that an exclusion protects, as JSON. */
    record Obstacle(String rule, Title title, String layer, double required_m, double distance_m) {}

    /** What becomes of the rank when the weight of a criterion changes, as JSON. */
    record Change(String criterion, double factor, int rank) {}

    /** How much of a site another rule set leaves, as JSON. */
    record UnderRuleSet(String ruleSet, double availableShare) {}

    Feature feature(Site site, SiteTally tally, SiteStability stability) {
        Grid grid = land.window();
        Geometry outline = RegionFeatures.densify(site.polygon(), LONGEST_EDGE_m);
        Geometry there = Crs.of(layer.crs()).transform(outline, Crs.of(grid.crs()));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("site_id", site.id());
        values.put("plan", plan.id());
        values.put("rule_set", plan.ruleSet());
        values.put("technology", plan.technology());
        values.put("rank", (long) site.rank());
        values.put("city", zones.map(z -> city(site, tally, z)).orElse(null));
        values.put("area_ha", site.area_ha());
        values.put("usable_ha", site.usable_ha());
        values.put("score", site.score());
        plant(site.figures(), values);
        carbon(site, tally, values);
        stability(stability, values);
        values.put("rule_sets", Json.write(ruleSets(tally)));
        values.put("unknown_ha", site.unknown_ha());
        values.put(
                "criteria",
                Json.write(site.parts().stream().map(SiteFeatures::part).toList()));
        values.put(
                "obstacles",
                Json.write(site.obstacles().stream().map(SiteFeatures::obstacle).toList()));
        values.put("quality", quality);
        return new Feature(0, plan.sites().simplify_m() > 0 ? Results.polygons(there) : Results.multi(there), values);
    }

    private static void plant(SiteFigures figures, Map<String, Object> values) {
        values.put("capacity_mw", figures.capacity_mw());
        values.put("capacity_low_mw", figures.capacityLow_mw());
        values.put("capacity_high_mw", figures.capacityHigh_mw());
        values.put("energy_gwh", finite(figures.energy_gwh()));
        values.put("full_load_hours", finite(figures.fullLoadHours()));
        values.put("capacity_factor", finite(figures.capacityFactor()));
        values.put("yield_basis", figures.yieldBasis());
        values.put("capex_myuan", finite(figures.capex_myuan()));
        values.put("opex_myuan", finite(figures.opex_myuan_yr()));
        values.put("lcoe_yuan_kwh", finite(figures.lcoe_yuan_kwh()));
        values.put("lcoe_low_yuan_kwh", finite(figures.lcoeLow_yuan_kwh()));
        values.put("lcoe_high_yuan_kwh", finite(figures.lcoeHigh_yuan_kwh()));
        values.put("cost_basis", figures.costBasis());
        values.put("targets", Json.write(figures.targets()));
        Substations.Connection connection = figures.connection();
        if (connection != null && connection.exists()) {
            values.put("grid_substation", connection.substation());
            values.put("grid_voltage_kv", connection.voltage_kv());
            values.put("grid_distance_km", connection.distance_km());
            values.put("grid_sea_km", connection.sea_km());
            values.put("grid_cost_myuan", connection.cost_myuan());
        }
    }

    private void carbon(Site site, SiteTally tally, Map<String, Object> values) {
        EmissionFactor avoided = terms.avoided();
        double energy_mwh = site.figures().energy_gwh() * 1000;
        values.put("co2_avoided_t", Double.isNaN(energy_mwh) ? null : energy_mwh * avoided.value());
        values.put("avoided_basis", basis(avoided));
        carbon.ifPresent(c -> {
            double[] area_ha = areas_ha(tally.strata());
            new SiteLedger(c.under(area_ha, terms.life_years()), energy_mwh, terms).put(values);
            shares(c.disturbances(area_ha), values);
            values.put("carbon_unmapped_ha", unmapped_ha(site, area_ha));
            Optional<Double> redLine_ha = c.redLine_ha(site.polygon());
            values.put("redline_ha", redLine_ha.orElse(null));
            values.put("carbon_flags", Json.write(c.flags(area_ha, redLine_ha)));
        });
    }

    /** What the shares that a plant takes rest on, and the pools whose share no source states. */
    private static void shares(List<Disturbance> rows, Map<String, Object> values) {
        values.put(
                "carbon_shares",
                Json.write(rows.stream().map(SitingCarbon::share).toList()));
        values.put(
                "shares_assumed",
                rows.stream()
                        .filter(row -> row.verification() == Verification.ASSUMPTION)
                        .map(row -> row.pool().code())
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    /** Usable area that the account maps nothing on; sums of shares may miss the whole by rounding. */
    private static double unmapped_ha(Site site, double[] area_ha) {
        double rest = site.usable_ha() - Arrays.stream(area_ha).sum();
        return rest < 1e-6 * site.usable_ha() ? 0 : rest;
    }

    private double[] areas_ha(double[] cells) {
        return Arrays.stream(cells).map(n -> n * land.window().cellArea_ha()).toArray();
    }

    private void stability(SiteStability stability, Map<String, Object> values) {
        values.put("top_share", stability.topShare());
        values.put("rank_low", (long) stability.rankLow());
        values.put("rank_high", (long) stability.rankHigh());
        values.put("score_spread", finite(stability.scoreSpread()));
        values.put(
                "sensitivity",
                Json.write(stability.changes().stream()
                        .map(change -> new Change(
                                plan.criteria().get(change.criterion()).id(), change.factor(), change.rank()))
                        .toList()));
    }

    private List<UnderRuleSet> ruleSets(SiteTally tally) {
        List<UnderRuleSet> shares = new ArrayList<>();
        for (int i = 0; i < others.plans().size(); i++) {
            shares.add(new UnderRuleSet(
                    others.plans().get(i).ruleSet(),
                    tally.others()[i] / tally.sums().cells()));
        }
        return shares;
    }

    /** What avoided emissions are reckoned by: name, value, id. */
    static String basis(EmissionFactor factor) {
        String interval = factor.intervalBasis() == null
                ? ""
                : " [" + factor.interval().low() + ", " + factor.interval().high() + "]";
        return factor.title().both() + ", " + factor.value() + interval + " t CO2/MWh (" + factor.id() + ")";
    }

    /** The zone with most cells of a site; the nearest to its middle where none has any, as at sea. */
    private static String city(Site site, SiteTally tally, ZoneMap zones) {
        double[] cells = tally.zones();
        int largest = 0;
        for (int zone = 1; zone < cells.length; zone++) {
            if (cells[zone] > (largest == 0 ? 0 : cells[largest])) {
                largest = zone;
            }
        }
        return largest > 0
                ? zones.names().get(largest - 1)
                : zones.nearest(site.polygon().getInteriorPoint());
    }

    private static Part part(Site.Part of) {
        return new Part(
                of.criterion().id(),
                of.criterion().title(),
                of.criterion().value().layer(),
                of.value(),
                of.unit(),
                of.membership(),
                of.weight(),
                of.part());
    }

    private static Obstacle obstacle(Site.Obstacle of) {
        return new Obstacle(of.exclusion().id(), of.exclusion().title(), of.layer(), of.required_m(), of.distance_m());
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
