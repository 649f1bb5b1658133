package sinkmap.run;

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
import sinkmap.sink.Stocks;
import sinkmap.sink.StratumAreas;
import sinkmap.sink.StratumMap;
import sinkmap.store.Feature;
import sinkmap.store.FeatureWriter;
import sinkmap.store.Progress;

/** An account run: sinks on the grid, stock by stratum, pool and zone, density as a raster. */
final class AccountRun implements Work {

    private static final Text OUTSIDE = new Text("各区域以外", "outside all zones");

    private final Grids grids;
    /** Strata, zones and densities of all cells are in memory at once. */
    private static final int BYTES_PER_CELL = 20;

    private final Catalog catalog;
    private final Optional<AccountPlan> plan;
    private final Factors factors;
    private final Stores stores;

    AccountRun(Catalog catalog, Optional<AccountPlan> plan, Factors factors, Stores stores, RunSettings settings) {
        this.grids = new Grids(catalog, settings, BYTES_PER_CELL);
        this.catalog = catalog;
        this.plan = plan;
        this.factors = factors;
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
    public String run(String run, RunRequest request, Progress progress) {
        AccountPlan account = account();
        Stages stages = new Stages(progress);
        Inputs inputs = new Inputs(catalog, stores.loads());
        Grid grid = grids.of(request.cell());
        RegionFeatures features = new RegionFeatures(stores.features());

        stages.begin("sinks", 0.02, 0.4);
        StratumMap map = SinkMap.read(account, features, grid, inputs, stages).on(grid);
        stages.begin("zones", 0.4, 0.6);
        ZoneMap zones = ZoneMap.read(account.zones(), account.zoneName(), features, grid, inputs, stages);
        short[] zoneOf = zones.on(grid);
        stages.begin("stocks", 0.6, 0.7);
        Stocks stocks = new Stocks(account.strata(), factors, account.headline().sets());
        StratumAreas areas = StratumAreas.count(map, zones.list().size(), cell -> zoneOf[cell]);
        Account result = stocks.account(map, areas, zones.names(), OUTSIDE.both());
        checkAnything(result, account);
        Map<AccountPlan.AccountMethod, Account> byMethod = new LinkedHashMap<>();
        for (AccountPlan.AccountMethod method : account.methods()) {
            byMethod.put(
                    method,
                    new Stocks(account.strata(), factors, method.sets())
                            .account(map, areas, zones.names(), OUTSIDE.both()));
        }
        DerivedLayers derived = new DerivedLayers(catalog);
        stages.begin("write density", 0.7, 0.95);
        stages.during(() -> stores.rasters().write(derived.carbonDensity(), run, stocks.density(map)));
        stages.begin("write zones", 0.95, 1);
        write(derived.sinkAccount(), run, result, zones, grid, inputs);
        stages.end();
        return Json.write(AccountResult.of(result, byMethod, account, grid.cellSize(), inputs, stages));
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
        values.put("by_stratum", Json.write(AccountResult.parts(of)));
        values.put("quality", quality);
        return values;
    }
}
