package sinkmap.run;

import java.util.List;
import java.util.Optional;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.SinkmapException;

/** The layers that runs write to. Their names and attributes are fixed; the layers directory declares them. */
final class DerivedLayers {

    static final List<String> SITE_ATTRIBUTES = List.of(
            "site_id",
            "plan",
            "rule_set",
            "technology",
            "rank",
            "city",
            "area_ha",
            "usable_ha",
            "score",
            "score_spread",
            "top_share",
            "rank_low",
            "rank_high",
            "capacity_mw",
            "capacity_low_mw",
            "capacity_high_mw",
            "energy_gwh",
            "full_load_hours",
            "capacity_factor",
            "yield_basis",
            "capex_myuan",
            "opex_myuan",
            "lcoe_yuan_kwh",
            "lcoe_low_yuan_kwh",
            "lcoe_high_yuan_kwh",
            "cost_basis",
            "grid_substation",
            "grid_voltage_kv",
            "grid_distance_km",
            "grid_sea_km",
            "grid_cost_myuan",
            "targets",
            "carbon_stock_tc",
            "carbon_low_tc",
            "carbon_high_tc",
            "blue_carbon_ha",
            "carbon_unknown_ha",
            "carbon_unmapped_ha",
            "carbon_disturbed_tc",
            "carbon_disturbed_low_tc",
            "carbon_disturbed_high_tc",
            "carbon_pools",
            "carbon_shares",
            "shares_assumed",
            "forgone_tco2e",
            "forgone_low_tco2e",
            "forgone_high_tco2e",
            "forgone_unknown_ha",
            "net_balance_tco2e",
            "net_balance_low_tco2e",
            "net_balance_high_tco2e",
            "redline_ha",
            "carbon_flags",
            "co2_avoided_t",
            "co2_avoided_low_t",
            "co2_avoided_high_t",
            "avoided_basis",
            "payback_years",
            "payback_low_years",
            "payback_high_years",
            "balances",
            "unknown_ha",
            "criteria",
            "sensitivity",
            "obstacles",
            "rule_sets",
            "quality");

    static final List<String> TRADE_OFF_ATTRIBUTES = List.of(
            "site_id",
            "plan",
            "technology",
            "rank",
            "score",
            "carbon_disturbed_tc",
            "carbon_disturbed_low_tc",
            "carbon_disturbed_high_tc",
            "shares_assumed",
            "forgone_tco2e",
            "net_balance_tco2e",
            "net_balance_low_tco2e",
            "net_balance_high_tco2e",
            "payback_years",
            "payback_low_years",
            "payback_high_years",
            "lcoe_yuan_kwh",
            "blue_carbon_ha",
            "redline_ha",
            "score_class",
            "carbon_class",
            "bivariate",
            "pareto",
            "quality");

    static final List<String> ACCOUNT_ATTRIBUTES = List.of(
            "name_zh",
            "name_en",
            "adcode",
            "area_ha",
            "stock_tc",
            "low_tc",
            "high_tc",
            "stock_tco2e",
            "sequestration_tc_yr",
            "by_stratum",
            "quality");

    static final List<String> STOCK_ATTRIBUTES = List.of(
            "partition",
            "name_zh",
            "name_en",
            "area_ha",
            "uncovered_ha",
            "without_factor_ha",
            "stock_tc",
            "low_tc",
            "high_tc",
            "stock_tco2e",
            "density_tc_ha",
            "sequestration_tc_yr",
            "sequestration_low_tc_yr",
            "sequestration_high_tc_yr",
            "by_pool",
            "by_stratum",
            "quality");

    private final Catalog catalog;

    DerivedLayers(Catalog catalog) {
        this.catalog = catalog;
    }

    FeatureLayer candidateSite() {
        return features("candidate-site", SITE_ATTRIBUTES);
    }

    FeatureLayer siteCarbonBalance() {
        return features("site-carbon-balance", TRADE_OFF_ATTRIBUTES);
    }

    FeatureLayer sinkAccount() {
        return features("sink-account", ACCOUNT_ATTRIBUTES);
    }

    /** The layer of stocks by zone of every partition, where the layers directory declares one. */
    Optional<FeatureLayer> carbonStock() {
        return catalog.findLayer("carbon-stock").map(layer -> features("carbon-stock", STOCK_ATTRIBUTES));
    }

    RasterLayer carbonDensity() {
        return raster("carbon-density");
    }

    /** The layer of yearly uptake, where the layers directory declares one. */
    Optional<RasterLayer> sequestration() {
        return find("sequestration");
    }

    /** The layer of uncertainties of the carbon density, where the layers directory declares one. */
    Optional<RasterLayer> carbonUncertainty() {
        return find("carbon-uncertainty");
    }

    RasterLayer suitability(String plan) {
        return raster("suitability-" + plan);
    }

    RasterLayer exclusion(String plan) {
        return raster("exclusion-" + plan);
    }

    /** The layer of score spreads, where the layers directory declares one. */
    Optional<RasterLayer> scoreSpread(String plan) {
        return find("score-spread-" + plan);
    }

    /** The layer of available shares, where the layers directory declares one. */
    Optional<RasterLayer> availability(String plan) {
        return find("availability-" + plan);
    }

    private Optional<RasterLayer> find(String id) {
        return catalog.findLayer(id).map(layer -> raster(id));
    }

    private FeatureLayer features(String id, List<String> attributes) {
        if (!(catalog.findLayer(id).orElse(null) instanceof FeatureLayer layer)) {
            throw missing(id, "as a layer of features");
        }
        List<String> absent = attributes.stream()
                .filter(name -> layer.findAttribute(name).isEmpty())
                .toList();
        if (!absent.isEmpty()) {
            throw missing(id, "with the attributes " + String.join(", ", absent));
        }
        return layer;
    }

    private RasterLayer raster(String id) {
        if (catalog.findLayer(id).orElse(null) instanceof RasterLayer layer) {
            return layer;
        }
        throw missing(id, "as a raster");
    }

    private SinkmapException missing(String id, String what) {
        return new SinkmapException("runs write to layer '" + id + "'; declare it " + what + " in "
                + catalog.directory().resolve("derived"));
    }
}
