package sinkmap.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.geotools.api.filter.Filter;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Text;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.grid.Rasterizer;
import sinkmap.grid.SinkmapException;
import sinkmap.store.Feature;
import sinkmap.store.FeatureWriter;

/**
 * An assessment of roofs: areas of built-up ground by use and county from the equal-area grid, times shares and density.
 * Low and high take every share and the density at its low or high end together, so they are wider than a 95 % interval.
 */
final class RooftopRun implements Work {

    /** Zone, use and radiation of each cell, and as much again for reading the last. */
    private static final int BYTES_PER_CELL = 12;

    private static final double M2_PER_HA = 10_000;
    private static final double HA_PER_KM2 = 100;

    private final Catalog catalog;
    private final Stores stores;
    private final TargetsFile targets;
    private final Grids grids;

    RooftopRun(Catalog catalog, Stores stores, TargetsFile targets, RunSettings settings) {
        this.catalog = catalog;
        this.stores = stores;
        this.targets = targets;
        this.grids = new Grids(catalog, settings, BYTES_PER_CELL);
    }

    /** Sums of one use, or of all; hectares, MW, GWh/yr. */
    record Sums(
            double ground_ha,
            double roof_ha,
            double usable_ha,
            double capacity_mw,
            double capacityLow_mw,
            double capacityHigh_mw,
            double energy_gwh,
            double energyLow_gwh,
            double energyHigh_gwh) {

        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0);

        Sums plus(Sums o) {
            return new Sums(
                    ground_ha + o.ground_ha,
                    roof_ha + o.roof_ha,
                    usable_ha + o.usable_ha,
                    capacity_mw + o.capacity_mw,
                    capacityLow_mw + o.capacityLow_mw,
                    capacityHigh_mw + o.capacityHigh_mw,
                    energy_gwh + o.energy_gwh,
                    energyLow_gwh + o.energyLow_gwh,
                    energyHigh_gwh + o.energyHigh_gwh);
        }
    }

    /** A use in a result. */
    record OfUse(String use, double roofShare, double usableShare, Sums sums) {}

    /** Share of a target; null where the plan sets no number. */
    record TargetShare(String target, Text title, Double target_gw, Double share) {}

    /** The result. */
    record Result(
            String plan,
            String technology,
            int counties,
            Sums total,
            List<OfUse> byUse,
            List<RooftopCounty> byCounty,
            List<TargetShare> targets,
            double outsideCounties_ha,
            double withoutResource_ha,
            String interval,
            Map<String, Double> seconds,
            List<Inputs.Input> inputs,
            String quality,
            String definitionsHash,
            String version) {}

    @Override
    public void check(RunRequest request) {
        if (request.plan() == null || request.ruleSet() != null) {
            throw new SinkmapException("an assessment needs its name, such as pv-rooftop-county, and no rule set");
        }
        plan(request);
        layer();
        grids.of(request.cell());
    }

    private RooftopPlan plan(RunRequest request) {
        return RooftopPlan.get(catalog, request.plan());
    }

    private FeatureLayer layer() {
        if (catalog.findLayer("rooftop-potential").orElse(null) instanceof FeatureLayer layer) {
            return layer;
        }
        throw new SinkmapException("an assessment writes to layer 'rooftop-potential'; declare it in "
                + catalog.directory().resolve("derived"));
    }

    @Override
    public String run(String run, RunRequest request, RunProgress progress) {
        RooftopPlan plan = plan(request);
        Stages stages = new Stages(progress);
        Inputs inputs = new Inputs(catalog, stores);
        Grid grid = grids.of(request.cell());
        RegionFeatures features = new RegionFeatures(stores.features());
        stages.begin("counties", 0.02, 0.3);
        ZoneMap zones = ZoneMap.read(plan.zones(), plan.zoneName(), features, grid, inputs, stages);
        stages.begin("ground", 0.3, 0.6);
        byte[] uses = ground(plan, features, grid, inputs, stages);
        stages.begin("roofs", 0.6, 0.9);
        inputs.use(plan.resource());
        Tally tally = tally(plan, zones, uses, stores.rasters().read(plan.resource(), grid), stages);
        stages.begin("write", 0.9, 1);
        write(plan, run, zones, tally, grid, inputs.quality());
        stages.end();
        Sums[] byUse = tally.byUse();
        return Json.write(new Result(
                plan.id(),
                plan.technology(),
                zones.list().size(),
                total(byUse),
                list(plan, byUse),
                counties(zones, tally),
                shares(plan, total(byUse).capacity_mw()),
                tally.outside_ha,
                tally.withoutResource_ha,
                "all shares and the density at their low, or all at their high end",
                stages.seconds(),
                inputs.list(),
                inputs.quality(),
                inputs.definitions(),
                Version.current()));
    }

    /** Number of the use of each cell, from 1; 0 for none. Where two patches overlap, the first has the cell. */
    private byte[] ground(RooftopPlan plan, RegionFeatures features, Grid grid, Inputs inputs, Stages stages) {
        inputs.use(plan.ground());
        List<String> codes = plan.uses().stream().map(RooftopPlan.Use::code).toList();
        byte[] uses = new byte[grid.size()];
        features.forEach(plan.ground(), Filter.INCLUDE, grid, 0, feature -> {
            stages.tick();
            byte use = (byte) (codes.indexOf(
                            String.valueOf(feature.attributes().get(plan.use().name())))
                    + 1);
            if (use > 0) {
                Rasterizer.fill(feature.geometry(), grid, (row, from, to) -> {
                    for (int cell = grid.index(row, from); cell < grid.index(row, from) + to - from; cell++) {
                        uses[cell] = uses[cell] == 0 ? use : uses[cell];
                    }
                });
            }
        });
        return uses;
    }

    /** Ground and the hours at full load on it, by zone and use. */
    private static final class Tally {
        private final Sums[][] sums;
        private final double[] area_ha;
        private double outside_ha;
        private double withoutResource_ha;

        Tally(int zones, int uses) {
            sums = new Sums[zones][uses];
            area_ha = new double[zones];
        }

        Sums[] byUse() {
            Sums[] total = new Sums[sums.length == 0 ? 0 : sums[0].length];
            Arrays.fill(total, Sums.NONE);
            for (Sums[] zone : sums) {
                for (int u = 0; u < zone.length; u++) {
                    total[u] = total[u].plus(zone[u]);
                }
            }
            return total;
        }
    }

    private static Tally tally(RooftopPlan plan, ZoneMap zones, byte[] uses, Raster ghi, Stages stages) {
        short[] zoneOf = zones.on(ghi.grid());
        int zoneCount = zones.list().size();
        int useCount = plan.uses().size();
        double cell_ha = ghi.grid().cellSize() * ghi.grid().cellSize() / M2_PER_HA;
        double[][] ground_ha = new double[zoneCount][useCount];
        double[][] hours_ha = new double[zoneCount][useCount];
        Tally tally = new Tally(zoneCount, useCount);
        for (int cell = 0; cell < uses.length; cell++) {
            if ((cell & 0xFFFFF) == 0) {
                stages.tick();
            }
            int zone = zoneOf[cell];
            if (zone > 0) {
                tally.area_ha[zone - 1] += cell_ha;
            }
            if (uses[cell] == 0) {
                continue;
            }
            if (zone == 0) {
                tally.outside_ha += cell_ha;
                continue;
            }
            ground_ha[zone - 1][uses[cell] - 1] += cell_ha;
            double hours = ghi.values()[cell] * plan.transposition() * plan.performanceRatio();
            if (Double.isNaN(hours)) {
                tally.withoutResource_ha += cell_ha;
            } else {
                hours_ha[zone - 1][uses[cell] - 1] += hours * cell_ha;
            }
        }
        for (int z = 0; z < zoneCount; z++) {
            for (int u = 0; u < useCount; u++) {
                tally.sums[z][u] = sums(plan, plan.uses().get(u), ground_ha[z][u], hours_ha[z][u]);
            }
        }
        return tally;
    }

    /** Roof, capacity and energy of some ground; {@code hours_ha}: hours at full load summed over it, h ha. */
    static Sums sums(RooftopPlan plan, RooftopPlan.Use use, double ground_ha, double hours_ha) {
        double perHa = use.roofShare().value()
                * use.usableShare()
                * plan.density_mw_km2().value()
                / HA_PER_KM2;
        double low = use.roofShare().low()
                * use.usableShare()
                * plan.density_mw_km2().low()
                / HA_PER_KM2;
        double high = use.roofShare().high()
                * use.usableShare()
                * plan.density_mw_km2().high()
                / HA_PER_KM2;
        double roof_ha = ground_ha * use.roofShare().value();
        return new Sums(
                ground_ha,
                roof_ha,
                roof_ha * use.usableShare(),
                ground_ha * perHa,
                ground_ha * low,
                ground_ha * high,
                hours_ha * perHa / 1000,
                hours_ha * low / 1000,
                hours_ha * high / 1000);
    }

    private static Sums total(Sums[] parts) {
        Sums total = Sums.NONE;
        for (Sums part : parts) {
            total = total.plus(part);
        }
        return total;
    }

    private static List<OfUse> list(RooftopPlan plan, Sums[] byUse) {
        List<OfUse> uses = new ArrayList<>();
        for (int u = 0; u < byUse.length; u++) {
            RooftopPlan.Use use = plan.uses().get(u);
            uses.add(new OfUse(use.code(), use.roofShare().value(), use.usableShare(), byUse[u]));
        }
        return uses;
    }

    private List<TargetShare> shares(RooftopPlan plan, double capacity_mw) {
        return targets.list().stream()
                .filter(t -> plan.targets().contains(t.id()) && t.unit().equals("GW"))
                .map(t -> new TargetShare(
                        t.id(),
                        new Text(t.nameZh(), t.nameEn()),
                        t.targetValue(),
                        t.targetValue() == null ? null : capacity_mw / 1000 / t.targetValue()))
                .toList();
    }

    /** The counties that have cells, those with most roofs to their area first. */
    private static List<RooftopCounty> counties(ZoneMap zones, Tally tally) {
        return IntStream.range(0, zones.list().size())
                .filter(z -> tally.area_ha[z] > 0)
                .mapToObj(z -> RooftopCounty.of(zones.list().get(z), tally.area_ha[z], total(tally.sums[z])))
                .sorted(Comparator.comparingDouble(RooftopCounty::roofShare).reversed())
                .toList();
    }

    private void write(RooftopPlan plan, String run, ZoneMap zones, Tally tally, Grid grid, String quality) {
        FeatureLayer layer = layer();
        Crs to = Crs.of(layer.crs());
        try (FeatureWriter writer = stores.features().write(layer, run)) {
            for (int z = 0; z < zones.list().size(); z++) {
                ZoneMap.Zone zone = zones.list().get(z);
                if (tally.area_ha[z] > 0) {
                    RooftopCounty county = RooftopCounty.of(zone, tally.area_ha[z], total(tally.sums[z]));
                    Map<String, Object> values = attributes(plan, county, quality);
                    values.put("by_use", Json.write(list(plan, tally.sums[z])));
                    writer.add(new Feature(
                            0, Results.polygons(to.transform(zone.geometry(), Crs.of(grid.crs()))), values));
                }
            }
            writer.commit();
        }
    }

    private static Map<String, Object> attributes(RooftopPlan plan, RooftopCounty county, String quality) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("plan", plan.id());
        values.put("technology", plan.technology());
        values.put("name_zh", county.nameZh());
        values.put("name_en", county.nameEn());
        values.put("adcode", county.adcode());
        values.put("area_ha", county.area_ha());
        values.put("built_ha", county.ground_ha());
        values.put("roof_ha", county.roof_ha());
        values.put("roof_share", county.roofShare());
        values.put("usable_ha", county.usable_ha());
        values.put("capacity_mw", county.capacity_mw());
        values.put("capacity_low_mw", county.capacityLow_mw());
        values.put("capacity_high_mw", county.capacityHigh_mw());
        values.put("energy_gwh", county.energy_gwh());
        values.put("energy_low_gwh", county.energyLow_gwh());
        values.put("energy_high_gwh", county.energyHigh_gwh());
        values.put("full_load_hours", county.fullLoadHours());
        values.put("quality", quality);
        return values;
    }
}
