package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.GridConnection;
import sinkmap.siting.Plan;
import sinkmap.siting.Site;
import sinkmap.siting.SiteFigures;
import sinkmap.siting.Substations;

/** The figures of plants on the sites of a plan, connected to the substations of the region. */
final class SitePlants {

    /** How far around the region substations are looked for where the plan sets no limit. */
    private static final double FARTHEST_m = 300_000;

    private final Plan plan;
    private final Substations substations;

    private SitePlants(Plan plan, Substations substations) {
        this.plan = plan;
        this.substations = substations;
    }

    /** Reads what the plants can be connected to, where the plan reckons a connection. */
    static SitePlants read(
            Plan plan, Catalog catalog, Grid region, RegionFeatures features, Inputs inputs, Stages stages) {
        GridConnection rules = plan.figures().connection();
        if (rules == null) {
            return new SitePlants(plan, null);
        }
        double reach_m = Math.min(FARTHEST_m, rules.reach_km() * 1000);
        FeatureLayer layer = layer(catalog, rules.layer());
        inputs.use(layer);
        List<Substations.Substation> list = new ArrayList<>();
        features.forEach(layer, Where.filter(rules.where()), region, reach_m, feature -> {
            stages.tick();
            Object name = feature.attributes().get(rules.name());
            Object voltage = feature.attributes().get(rules.voltage());
            list.add(new Substations.Substation(
                    name == null ? null : name.toString(),
                    voltage instanceof Number number ? number.doubleValue() : Double.NaN,
                    feature.geometry().getInteriorPoint()));
        });
        List<Geometry> land = new ArrayList<>();
        if (rules.land() != null) {
            FeatureLayer ground = layer(catalog, rules.land());
            inputs.use(ground);
            features.forEach(ground, Filter.INCLUDE, region, reach_m, feature -> {
                stages.tick();
                land.add(feature.geometry());
            });
        }
        return new SitePlants(plan, new Substations(rules, list, land));
    }

    private static FeatureLayer layer(Catalog catalog, String id) {
        if (catalog.getLayer(id) instanceof FeatureLayer layer) {
            return layer;
        }
        throw new SinkmapException("layer '" + id + "' holds no features, as the grid connection of a plan needs");
    }

    SiteFigures figures(Site site) {
        double capacity_mw = plan.figures().density().capacity_mw(site.usable_ha());
        return SiteFigures.of(
                plan.figures(),
                site.usable_ha(),
                site.usable_ha() - site.withoutResource_ha(),
                site.hours(),
                substations == null ? null : substations.connect(site.polygon(), capacity_mw));
    }
}
