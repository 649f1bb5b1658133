package sinkmap.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.Grid;
import sinkmap.sink.Payback;
import sinkmap.sink.TonnesCo2e;
import sinkmap.siting.Plan;
import sinkmap.siting.Site;
import sinkmap.siting.Title;
import sinkmap.store.Feature;

/** Sites as features: their outline in the CRS of the layer, and every number that stands behind them. */
final class SiteFeatures {

    /** Longest edge of an outline in the grid's CRS before it is transformed: a straight line there is none elsewhere. */
    private static final double LONGEST_EDGE_m = 1000;

    private final Plan plan;
    private final Grid grid;
    private final FeatureLayer layer;
    private final Optional<SiteCarbon> carbon;
    private final Optional<ZoneMap> zones;
    private final EmissionFactor avoided;
    private final String quality;

    SiteFeatures(
            Plan plan,
            Grid grid,
            FeatureLayer layer,
            Optional<SiteCarbon> carbon,
            Optional<ZoneMap> zones,
            EmissionFactor avoided,
            String quality) {
        this.plan = plan;
        this.grid = grid;
        this.layer = layer;
        this.carbon = carbon;
        this.zones = zones;
        this.avoided = avoided;
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

    Feature feature(Site site) {
        Geometry outline = RegionFeatures.densify(site.polygon(), LONGEST_EDGE_m);
        Geometry there = Crs.of(layer.crs()).transform(outline, Crs.of(grid.crs()));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("site_id", site.id());
        values.put("plan", plan.id());
        values.put("rule_set", plan.ruleSet());
        values.put("technology", plan.technology());
        values.put("rank", (long) site.rank());
        values.put("city", zones.map(z -> city(site, z)).orElse(null));
        values.put("area_ha", site.area_ha());
        values.put("score", site.score());
        values.put("capacity_mw", site.capacity_mw());
        values.put("energy_gwh", site.energy_gwh());
        values.put("full_load_hours", finite(site.fullLoadHours()));
        carbon(site, values);
        values.put("unknown_ha", site.unknown_ha());
        values.put(
                "criteria",
                Json.write(site.parts().stream().map(SiteFeatures::part).toList()));
        values.put(
                "obstacles",
                Json.write(site.obstacles().stream().map(SiteFeatures::obstacle).toList()));
        values.put("quality", quality);
        return new Feature(0, Results.polygons(there), values);
    }

    private void carbon(Site site, Map<String, Object> values) {
        TonnesCo2e avoidedPerYear = new TonnesCo2e(site.energy_gwh() * 1000 * avoided.value());
        values.put("co2_avoided_t", avoidedPerYear.value());
        values.put("avoided_basis", basis(avoided));
        carbon.map(c -> c.under(site)).ifPresent(under -> {
            values.put("carbon_stock_tc", under.stock().value().value());
            values.put("carbon_low_tc", under.stock().low().value());
            values.put("carbon_high_tc", under.stock().high().value());
            values.put("blue_carbon_ha", under.blue_ha());
            values.put("carbon_unknown_ha", under.unknown_ha());
            Payback payback = Payback.of(under.stock(), avoidedPerYear);
            values.put("payback_years", finite(payback.years()));
            values.put("payback_low_years", finite(payback.low_years()));
            values.put("payback_high_years", finite(payback.high_years()));
        });
    }

    /** What avoided emissions are reckoned by: name, value, id. */
    static String basis(EmissionFactor factor) {
        return factor.title().both() + ", " + factor.value() + " t CO2/MWh (" + factor.id() + ")";
    }

    /** The zone with most cells of a site; the nearest to its middle where none has any, as at sea. */
    private static String city(Site site, ZoneMap zones) {
        int[] cells = new int[zones.list().size() + 1];
        for (int cell : site.cells()) {
            cells[zones.of(cell)]++;
        }
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
                of.criterion().weight(),
                of.part());
    }

    private static Obstacle obstacle(Site.Obstacle of) {
        return new Obstacle(of.exclusion().id(), of.exclusion().title(), of.layer(), of.required_m(), of.distance_m());
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
