package sinkmap.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Text;
import sinkmap.grid.Grid;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Account;
import sinkmap.sink.Factors;
import sinkmap.sink.Flow;
import sinkmap.sink.Measure;
import sinkmap.sink.Partition;
import sinkmap.sink.PerHectare;
import sinkmap.sink.Stocks;
import sinkmap.sink.StratumAreas;
import sinkmap.sink.StratumMap;
import sinkmap.store.Feature;
import sinkmap.store.FeatureWriter;
import sinkmap.store.RasterWriter;

/** An account run: sinks on the grid window by window, stock and flows by stratum, pool and zone, and the same as rasters. */
final class AccountRun implements Work {

    private static final Text OUTSIDE = new Text("各区域以外", "outside all zones");

    /** The rasters are packed tile by tile, and of the rest only windows are in memory. */
    private static final int BYTES_PER_CELL = 4;

    private final Grids grids;
    private final int windowCells;
    private final Catalog catalog;
    private final Optional<AccountPlan> plan;
    private final Factors factors;
    private final AsidePlan aside;
    private final Stores stores;

    AccountRun(Catalog catalog, Optional<AccountPlan> plan, Factors factors, Stores stores, RunSettings settings) {
        this.grids = new Grids(catalog, settings, BYTES_PER_CELL);
        this.windowCells = settings.windowCells();
        this.catalog = catalog;
        this.plan = plan;
        this.factors = factors;
        this.aside = AsideFiles.read(catalog.directory());
        this.stores = stores;
    }

    @Override
    public void check(RunRequest request) {
        if (request.plan() != null && !request.plan().isEmpty()) {
            throw new SinkmapException(
                    "an account takes no plan, but '" + request.plan() + "' was given; leave it out");
        }
        if (request.ruleSet() != null) {
            throw new SinkmapException("an account takes no rule set; leave '" + request.ruleSet() + "' out");
        }
        account();
        DerivedLayers derived = new DerivedLayers(catalog);
        derived.sinkAccount();
        derived.carbonDensity();
        grids.of(request.cell());
    }

    private AccountPlan account() {
        return plan.orElseThrow(() -> new SinkmapException("there is no account to run: "
                + catalog.directory().resolve("account.yaml") + " is missing; it says which layers are sinks"));
    }

    @Override
    public String run(String run, RunRequest request, RunProgress progress) {
        AccountPlan account = account();
        Stages stages = new Stages(progress);
        Inputs inputs = new Inputs(catalog, stores);
        Grid grid = grids.of(request.cell());
        RegionFeatures features = new RegionFeatures(stores.features());

        stages.begin("sinks", 0.02, 0.2);
        SinkMap sinks = SinkMap.read(account, features, grid, inputs, stages);
        stages.begin("zones", 0.2, 0.3);
        List<ZoneMap> zones = account.partitions().stream()
                .map(of -> ZoneMap.read(of.layer(), of.name(), features, grid, inputs, stages))
                .toList();
        stages.begin("stocks and maps", 0.3, 0.95);
        Stocks stocks = new Stocks(account.strata(), factors, account.headline().sets());
        List<Partition> partitions = partitions(account, sinks, zones, stocks, grid, run, stages);
        Map<AccountPlan.AccountMethod, Account> byMethod = new LinkedHashMap<>();
        for (AccountPlan.AccountMethod method : account.methods()) {
            byMethod.put(
                    method,
                    new Stocks(account.strata(), factors, method.sets()).account(partitions, account.groupings()));
        }
        Account result = byMethod.get(account.headline());
        checkAnything(result, account);
        stages.begin("uncertainty", 0.95, 0.97);
        StratumAreas areas = partitions.get(0).areas();
        AccountUncertainty uncertainty = AccountUncertainty.of(
                stocks.lines(Measure.STOCK, areas), stocks.lines(Measure.SEQUESTRATION, areas), account.draws());
        stages.begin("write zones", 0.97, 1);
        write(new DerivedLayers(catalog).sinkAccount(), run, result, zones.get(0), grid, inputs);
        writeStock(account, run, result, zones, grid, inputs);
        stages.end();
        return Json.write(
                AccountResult.of(byMethod, uncertainty, account, aside, sinks, grid.cellSize(), inputs, stages));
    }

    /** Counts the areas of strata in the zones of every partition, and writes the rasters on the way. */
    private List<Partition> partitions(
            AccountPlan account,
            SinkMap sinks,
            List<ZoneMap> zones,
            Stocks stocks,
            Grid grid,
            String run,
            Stages stages) {
        List<StratumAreas> areas = zones.stream()
                .map(of -> new StratumAreas(account.strata().size(), of.list().size(), grid.cellArea_ha()))
                .toList();
        PerHectare carbon = stocks.perHectare(Measure.STOCK);
        PerHectare yearly = stocks.perHectare(Measure.SEQUESTRATION);
        PerHectare percent = stocks.uncertainty_percent();
        DerivedLayers derived = new DerivedLayers(catalog);
        try (RasterWriter density = stores.rasters().open(derived.carbonDensity(), run, grid);
                OptionalWriter uptake = OptionalWriter.of(derived.sequestration(), run, grid, stores);
                OptionalWriter uncertainty = OptionalWriter.of(derived.carbonUncertainty(), run, grid, stores)) {
            Bands.each(
                    Bands.inTiles(Bands.of(grid, 1, windowCells)),
                    stages,
                    bands -> {
                        Grid window = window(bands, grid);
                        StratumMap map = sinks.on(window);
                        density.writeRows(carbon.on(map));
                        uptake.writer().ifPresent(writer -> writer.writeRows(yearly.on(map)));
                        uncertainty.writer().ifPresent(writer -> writer.writeRows(percent.on(map)));
                        return zones.stream().map(of -> count(map, of)).toList();
                    },
                    (bands, counted) -> {
                        for (int i = 0; i < counted.size(); i++) {
                            areas.get(i).add(counted.get(i));
                        }
                    });
            density.commit();
            uptake.commit();
            uncertainty.commit();
        }
        List<Partition> partitions = new ArrayList<>();
        for (int i = 0; i < zones.size(); i++) {
            partitions.add(new Partition(
                    account.partitions().get(i).id(), areas.get(i), zones.get(i).names(), OUTSIDE.both()));
        }
        return partitions;
    }

    private static Grid window(List<Bands.Band> bands, Grid grid) {
        int rows = bands.stream().mapToInt(band -> band.grid().rows()).sum();
        return grid.window(bands.get(0).row(), 0, rows, grid.columns());
    }

    private static StratumAreas count(StratumMap map, ZoneMap zones) {
        short[] zoneOf = zones.on(map.grid());
        return StratumAreas.count(map, zones.list().size(), cell -> zoneOf[cell]);
    }

    private static void checkAnything(Account result, AccountPlan account) {
        if (result.strata().isEmpty() && result.withoutFactor().isEmpty()) {
            throw new SinkmapException("there is nothing to account for: none of the layers "
                    + String.join(
                            ", ",
                            account.sinks().stream().map(s -> s.layer().id()).toList())
                    + " holds a feature in the region; load one first");
        }
    }

    private void write(FeatureLayer layer, String run, Account result, ZoneMap zones, Grid grid, Inputs inputs) {
        Crs from = Crs.of(grid.crs());
        Crs to = Crs.of(layer.crs());
        String quality = inputs.quality();
        try (FeatureWriter writer = stores.features().write(layer, run)) {
            for (Account.OfZone of : result.zones()) {
                if (of.zone() > 0) {
                    ZoneMap.Zone zone = zones.list().get(of.zone() - 1);
                    writer.add(new Feature(
                            0, Results.polygons(to.transform(zone.geometry(), from)), attributes(of, zone, quality)));
                }
            }
            writer.commit();
        }
    }

    /** The zones of all partitions with their stock by pool, as far as the region wants them as a layer. */
    private void writeStock(
            AccountPlan account, String run, Account result, List<ZoneMap> zones, Grid grid, Inputs inputs) {
        Optional<FeatureLayer> layer = new DerivedLayers(catalog).carbonStock();
        if (layer.isEmpty()) {
            return;
        }
        Crs from = Crs.of(grid.crs());
        Crs to = Crs.of(layer.get().crs());
        try (FeatureWriter writer = stores.features().write(layer.get(), run)) {
            for (int i = 0; i < zones.size(); i++) {
                for (Account.OfZone of : result.partitions().get(i).zones()) {
                    if (of.zone() > 0) {
                        ZoneMap.Zone zone = zones.get(i).list().get(of.zone() - 1);
                        Map<String, Object> values = new LinkedHashMap<>();
                        values.put("partition", account.partitions().get(i).id());
                        values.putAll(attributes(of, zone, inputs.quality()));
                        writer.add(new Feature(
                                0, Results.polygons(to.transform(zone.geometry(), from)), stockAttributes(of, values)));
                    }
                }
            }
            writer.commit();
        }
    }

    private static Map<String, Object> stockAttributes(Account.OfZone of, Map<String, Object> values) {
        values.remove("adcode");
        values.remove("sequestration_tc_yr");
        values.put("density_tc_ha", of.area_ha() > 0 ? of.stock().value().value() / of.area_ha() : null);
        values.put("uncovered_ha", of.uncovered_ha());
        values.put("without_factor_ha", of.withoutFactor_ha());
        values.put("by_pool", Json.write(AccountRows.pools(of)));
        Flow uptake = of.flows().sequestration();
        values.put("sequestration_tc_yr", AccountResult.known(uptake.value().value()));
        values.put("sequestration_low_tc_yr", AccountResult.known(uptake.value().low()));
        values.put(
                "sequestration_high_tc_yr", AccountResult.known(uptake.value().high()));
        return values;
    }

    private static Map<String, Object> attributes(Account.OfZone of, ZoneMap.Zone zone, String quality) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : List.of("name_zh", "name_en", "adcode")) {
            Object value = zone.attributes().get(name);
            values.put(name, value == null && name.startsWith("name") ? zone.name() : value);
        }
        values.put("area_ha", of.area_ha());
        values.put("stock_tc", of.stock().value().value());
        values.put("low_tc", of.stock().low().value());
        values.put("high_tc", of.stock().high().value());
        values.put("stock_tco2e", of.stock().value().toCo2e().value());
        values.put(
                "sequestration_tc_yr",
                AccountResult.known(of.flows().sequestration().value().value()));
        values.put("by_stratum", Json.write(AccountRows.parts(of)));
        values.put("quality", quality);
        return values;
    }
}
