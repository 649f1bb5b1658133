package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.catalog.Crs;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.grid.SinkmapException;
import sinkmap.store.Feature;
import sinkmap.store.FeatureQuery;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs over the tiny region; a cell is 1 ha. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TinyRegionTest {

    private static final RunRequest SITING = new RunRequest("siting", "tiny", null, null);
    private static final RunRequest ACCOUNT = new RunRequest("account", null, null, null);

    private FixtureService service;
    private JsonNode siting;
    private JsonNode account;

    @BeforeAll
    void fillAndRun(@TempDir Path folder) {
        service = new FixtureService(new FixtureRegion(folder), folder);
        // free: 20 x 30 cells, and 2 x 4 that are too few for a site
        service.add("field", service.cells(10, 10, 30, 40), Map.of("state", "free"));
        service.add("field", service.cells(40, 10, 42, 14), Map.of("state", "free"));
        service.add("field", service.cells(0, 45, 8, 55), Map.of("state", "used"));
        // with 200 m around: columns 34 to 39 of the field, 20 rows
        service.add("reserve", service.cells(10, 36, 30, 46), Map.of("note", "heath"));
        service.add("port", service.point(20, 95), Map.of());
        service.fill("sun", 1400);
        service.add("marsh", service.cells(25, 10, 35, 20), Map.of("species", "reed"));
        service.add("marsh", service.cells(50, 28, 52, 33), Map.of("species", "suaeda"));
        service.add("wood", service.cells(28, 15, 32, 25), Map.of());
        service.add("city", service.cells(-2, -2, 60, 30), Map.of("name_zh", "甲市", "name_en", "Jia", "adcode", "1"));
        service.add("city", service.cells(-2, 30, 60, 80), Map.of("name_zh", "乙市", "name_en", "Yi", "adcode", "2"));
        siting = run(SITING);
        account = run(ACCOUNT);
    }

    @AfterAll
    void close() {
        service.close();
    }

    private JsonNode run(RunRequest request) {
        StoredRun run = service.runs.runNow(request, progress -> {});
        assertThat(run.state()).isEqualTo(State.COMPLETED);
        assertThat(run.progress()).isEqualTo(1);
        return JsonMapper.shared().readTree(run.result());
    }

    @Test
    void sitingCountsWhatEachRuleTakes() {
        JsonNode result = siting;
        JsonNode area = result.get("area");
        assertThat(area.get("region_ha").asDouble()).isEqualTo(service.grid.size());
        assertThat(area.get("eligible_ha").asDouble()).isEqualTo(608);
        assertThat(area.get("available_ha").asDouble()).isEqualTo(488);
        assertThat(area.get("unknown_ha").asDouble()).isZero();
        JsonNode reserve = result.get("exclusions").get(0);
        assertThat(reserve.get("id").asString()).isEqualTo("reserve");
        assertThat(reserve.get("alone_ha").asDouble()).isEqualTo(120);
        assertThat(reserve.get("in_sequence_ha").asDouble()).isEqualTo(120);
        assertThat(reserve.get("title").get("en").asString()).isEqualTo("Within 200 m of a reserve");
        assertThat(result.get("exclusions").get(1).get("alone_ha").asDouble()).isZero();
        assertThat(result.get("rule_set").asString()).isEqualTo("keep-clear");
        assertThat(result.get("sites").get("count").asInt()).isEqualTo(1);
        assertThat(result.get("grid").get("cells").asInt()).isEqualTo(service.grid.size());
        assertThat(result.get("seconds").has("screening")).isTrue();
        assertThat(result.get("peak_heap_mb").asInt()).isPositive();
        assertThat(result.get("plan_hash").asString()).hasSize(64);
        assertThat(result.get("quality").asString()).isEqualToIgnoringCase("illustrative");
    }

    @Test
    void sitingNamesItsInputs() {
        JsonNode inputs = siting.get("inputs");
        JsonNode reserve = inputs.valueStream()
                .filter(input -> input.get("layer").asString().equals("reserve"))
                .findFirst()
                .orElseThrow();
        assertThat(reserve.get("file").asString()).isEqualTo("reserve.geojson");
        assertThat(reserve.get("checksum").asString()).isEqualTo("ab12");
        assertThat(inputs.valueStream().map(input -> input.get("layer").asString()))
                .contains("field", "port", "sun", "marsh", "wood", "city")
                .contains("lake") // another rule set for the technology looks at it
                .doesNotContain("depth");
    }

    @Test
    void siteCarriesItsFigures() {
        List<Feature> sites = service.list("candidate-site");
        assertThat(sites).hasSize(1);
        Map<String, Object> site = sites.get(0).attributes();
        assertThat(site)
                .containsEntry("rank", 1L)
                .containsEntry("plan", "tiny")
                .containsEntry("city", "甲市")
                .containsEntry("area_ha", 480.0);
        // 1400 kWh/m2: (1400 - 1000) / 1000 x 0.6; the port is more than 5 km away
        assertThat((Double) site.get("score")).isCloseTo(0.24, within(1e-6));
        // 4.8 km2 x 50 MW/km2; 1400 h x 0.8
        assertThat((Double) site.get("capacity_mw")).isCloseTo(240, within(1e-9));
        assertThat((Double) site.get("energy_gwh")).isCloseTo(240 * 1.12, within(1e-3));
        assertThat((Double) site.get("full_load_hours")).isCloseTo(1120, within(1e-3));
        assertThat((Double) site.get("co2_avoided_t")).isCloseTo(268_800 * 0.641, within(1.0));
        assertThat(site.get("avoided_basis").toString()).contains("tiny-2022").contains("0.641");
        JsonNode criteria = JsonMapper.shared().readTree(site.get("criteria").toString());
        assertThat(criteria.get(0).get("value").asDouble()).isCloseTo(1400, within(1e-3));
        assertThat(criteria.get(0).get("part").asDouble()).isCloseTo(0.24, within(1e-6));
        JsonNode obstacle =
                JsonMapper.shared().readTree(site.get("obstacles").toString()).get(0);
        assertThat(obstacle.get("rule").asString()).isEqualTo("reserve");
        // last column of the site is 33, its centre 250 m from the reserve's edge
        assertThat(obstacle.get("distance_m").asDouble()).isCloseTo(250, within(1e-6));
    }

    @Test
    void siteCarriesTheCarbonUnderIt() {
        Map<String, Object> site = service.list("candidate-site").get(0).attributes();
        // rows 25 to 29, columns 10 to 19 are reed: 50 ha x (30 + 5) t C/ha; wood has no factor: 2 x 5 cells
        assertThat((Double) site.get("carbon_stock_tc")).isCloseTo(1750, within(1e-9));
        double area = 1750 * 0.15;
        double low = 1750 - Math.sqrt(area * area + 300 * 300 + 50 * 50);
        assertThat((Double) site.get("carbon_low_tc")).isCloseTo(low, within(1e-6));
        assertThat((Double) site.get("carbon_high_tc"))
                .isCloseTo(1750 + Math.sqrt(area * area + 500 * 500 + 100 * 100), within(1e-6));
        assertThat((Double) site.get("blue_carbon_ha")).isEqualTo(50);
        assertThat((Double) site.get("carbon_unknown_ha")).isEqualTo(10);
    }

    @Test
    void siteCarriesWhatAPlantTakesOfIt() {
        Map<String, Object> site = service.list("candidate-site").get(0).attributes();
        // soil 0.2 x 1500, biomass 250
        assertThat((Double) site.get("carbon_disturbed_tc")).isCloseTo(550, within(1e-9));
        double low = Math.pow(550 * 0.15, 2) + Math.pow(0.2 * 300, 2) + 50 * 50 + 150 * 150 + 50 * 50;
        assertThat((Double) site.get("carbon_disturbed_low_tc")).isCloseTo(550 - Math.sqrt(low), within(1e-6));
        JsonNode pools = JsonMapper.shared().readTree(site.get("carbon_pools").toString());
        assertThat(pools.get(0).get("pool").asString()).isEqualTo("biomass");
        assertThat(pools.get(1).get("disturbed_tc").asDouble()).isCloseTo(300, within(1e-9));
        assertThat(pools.get(1).get("stock_tc").asDouble()).isCloseTo(1500, within(1e-9));
        assertThat(pools.get(1).get("share").asDouble()).isCloseTo(0.2, within(1e-9));
        // no rates in the table, no life in the plan
        assertThat(site.get("forgone_tco2e")).isNull();
        assertThat((Double) site.get("forgone_unknown_ha")).isEqualTo(60);
        assertThat(site.get("net_balance_tco2e")).isNull();
        // 480 ha, 50 of marsh, 10 of wood
        assertThat((Double) site.get("carbon_unmapped_ha")).isEqualTo(420);
        double years = 550 * 44.0 / 12 / (268_800 * 0.641);
        assertThat((Double) site.get("payback_years")).isCloseTo(years, within(1e-6));
        // the emission factor lies between 0.6 and 0.7, the energy errs by 1.96 x 7 %
        double avoided = Math.hypot(0.059 / 0.641, 0.1372);
        assertThat((Double) site.get("co2_avoided_high_t"))
                .isCloseTo((Double) site.get("co2_avoided_t") * (1 + avoided), within(1.0));
        double down = years * Math.hypot(Math.sqrt(low) / 550, avoided);
        assertThat((Double) site.get("payback_low_years")).isCloseTo(years - down, within(1e-6));
    }

    @Test
    void siteCarriesTheBalanceByEveryBasis() {
        Map<String, Object> site = service.list("candidate-site").get(0).attributes();
        JsonNode bases = JsonMapper.shared().readTree(site.get("balances").toString());
        assertThat(bases.get(0).get("id").asString()).isEqualTo("tiny-2022");
        assertThat(bases.get(0).get("headline").asBoolean()).isTrue();
        assertThat(bases.get(0).get("payback_years").asDouble()).isEqualTo(site.get("payback_years"));
        assertThat(bases.get(1).get("kind").asString()).isEqualTo("provincial-average");
        assertThat(bases.get(1).get("factor").isNull()).isTrue();
        assertThat(bases.get(1).get("payback_years").isNull()).isTrue();
    }

    @Test
    void onlySiteIsInTheParetoSet() {
        Map<String, Object> site = service.list("site-carbon-balance").get(0).attributes();
        assertThat(site)
                .containsEntry(
                        "site_id",
                        service.list("candidate-site").get(0).attributes().get("site_id"))
                .containsEntry("pareto", true)
                .containsEntry("bivariate", "1-1");
        assertThat((Double) site.get("carbon_disturbed_tc")).isCloseTo(550, within(1e-9));
    }

    @Test
    void siteOutlineHoldsTheAreaOfItsCells() {
        Feature site = service.list("candidate-site").get(0);
        assertThat(site.geometry().isValid()).isTrue();
        double area_m2 = Crs.of(service.grid.crs())
                .transform(site.geometry(), Crs.of("EPSG:4490"))
                .getArea();
        assertThat(area_m2).isCloseTo(4_800_000, within(10.0));
    }

    @Test
    void rastersOfTheRunShowScoresAndReasons() {
        Raster reasons = service.store.rasters().read(service.raster("exclusion-tiny"), service.grid);
        assertThat(reasons.at(15, 33)).isZero();
        assertThat(reasons.at(15, 34)).isEqualTo(1);
        assertThat(reasons.at(15, 45)).isNaN();
        Raster score = service.store.rasters().read(service.raster("suitability-tiny"), service.grid);
        assertThat(score.at(15, 20)).isCloseTo(0.24f, within(1e-5f));
        assertThat(score.at(15, 36)).isNaN();
    }

    @Test
    void accountCountsOverlapOnceAndListsWhatHasNoFactor() {
        JsonNode result = account;
        // reed 100 ha x 35, Suaeda 10 ha x 30
        assertThat(result.get("total").get("stock_tc").asDouble()).isCloseTo(3800, within(1e-9));
        assertThat(result.get("total").get("area_ha").asDouble()).isEqualTo(110);
        assertThat(result.get("total").get("stock_tco2e").asDouble()).isCloseTo(3800 * 44.0 / 12, within(1e-6));
        assertThat(result.get("without_factor").get(0).get("layer").asString()).isEqualTo("wood");
        // 40 ha of wood, of which 20 lie under reed
        assertThat(result.get("without_factor").get(0).get("area_ha").asDouble())
                .isEqualTo(20);
        JsonNode reed = result.get("strata").get(0);
        assertThat(reed.get("class").asString()).isEqualTo("reed");
        assertThat(reed.get("pools").get(1).get("factors").get(0).get("id").asString())
                .isEqualTo("marsh-soil");
        assertThat(reed.get("pools").get(1).get("stock_tc").asDouble()).isEqualTo(3000);
    }

    @Test
    void methodsStandSideBySideOverTheSameAreas() {
        JsonNode methods = account.get("methods");
        assertThat(methods.size()).isEqualTo(2);
        assertThat(methods.get(0).get("id").asString()).isEqualTo("best");
        assertThat(methods.get(0).get("total").get("stock_tc").asDouble()).isCloseTo(3800, within(1e-9));
        // by defaults only the soil of reed is known, 100 ha x 226; Suaeda and wood have no row
        JsonNode defaults = methods.get(1);
        assertThat(defaults.get("total").get("stock_tc").asDouble()).isCloseTo(22600, within(1e-9));
        assertThat(defaults.get("total").get("area_ha").asDouble()).isEqualTo(100);
        assertThat(defaults.get("without_factor").get(0).get("class").asString())
                .isEqualTo("suaeda");
        assertThat(defaults.get("without_factor").get(0).get("area_ha").asDouble())
                .isEqualTo(10);
        assertThat(defaults.get("without_factor").get(1).get("layer").asString())
                .isEqualTo("wood");
    }

    @Test
    void accountOfTheCitiesAddsUp() {
        JsonNode zones = account.get("zones");
        assertThat(zones.size()).isEqualTo(2);
        // Suaeda: columns 28 and 29 in the first city, 30 to 32 in the second, two rows each
        assertThat(zones.get(0).get("stock_tc").asDouble()).isCloseTo(3500 + 120, within(1e-9));
        assertThat(zones.get(1).get("stock_tc").asDouble()).isCloseTo(180, within(1e-9));
        List<Feature> accounts = service.list("sink-account");
        assertThat(accounts).extracting(f -> f.attributes().get("name_en")).containsExactly("Jia", "Yi");
        assertThat((Double) accounts.get(1).attributes().get("area_ha")).isEqualTo(6);
        Raster density = service.store.rasters().read(service.raster("carbon-density"), service.grid);
        assertThat(density.at(30, 12)).isEqualTo(35);
        assertThat(density.at(30, 22)).isNaN();
    }

    @Test
    void bothApproachesToUncertaintyStandSideBySide() {
        JsonNode uncertainty = account.get("uncertainty");
        JsonNode first = uncertainty.get("approach1");
        // area: 15 % of 3500 and of 300; soil, one row, 110 ha x 6; biomass of reed 100 ha x 1
        double half = Math.sqrt(525 * 525 + 45 * 45 + 660 * 660 + 100 * 100);
        assertThat(first.get("low").asDouble()).isCloseTo(3800 - half, within(1e-6));
        JsonNode second = uncertainty.get("approach2");
        assertThat(second.get("draws").asInt()).isEqualTo(10_000);
        assertThat(second.get("value").asDouble()).isCloseTo(3800, within(30.0));
        assertThat(second.get("low").asDouble()).isCloseTo(3800 - half, within(60.0));
        // half widths of the soil are 660 and 1100: a standard deviation of about 450 beside 268 of the area
        JsonNode contributions = uncertainty.get("contributions");
        assertThat(contributions.get(0).get("input").asString()).isEqualTo("marsh-soil");
        assertThat(contributions.get(0).get("share").asDouble()).isBetween(0.6, 0.85);
        assertThat(contributions.get(1).get("input").asString()).isEqualTo("marsh/reed");
        assertThat(contributions.get(1).get("kind").asString()).isEqualTo("area");
        assertThat(uncertainty.get("sequestration").isNull()).isTrue();
    }

    @Test
    void flowsWithoutFactorAreNullAndNotZero() {
        JsonNode total = account.get("total");
        assertThat(total.get("sequestration_tc_yr").isNull()).isTrue();
        assertThat(total.get("sequestration_area_ha").asDouble()).isZero();
        assertThat(total.get("methane_tco2e_yr").isNull()).isTrue();
    }

    @Test
    void everyPartitionHasWhatLiesOutside() {
        JsonNode partitions = account.get("partitions");
        assertThat(partitions.get(0).get("zones")).isEqualTo(account.get("zones"));
        JsonNode reserves = partitions.get(1).get("zones");
        // the heath is 20 x 10 cells without any sink
        assertThat(reserves.get(0).get("name").asString()).isEqualTo("heath");
        assertThat(reserves.get(0).get("stock_tc").asDouble()).isZero();
        assertThat(reserves.get(0).get("uncovered_ha").asDouble()).isEqualTo(200);
        assertThat(reserves.get(1).get("stock_tc").asDouble()).isCloseTo(3800, within(1e-9));
    }

    @Test
    void gapsAndOverlapsAreListed() {
        JsonNode gaps = account.get("gaps");
        assertThat(gaps.get("region_ha").asDouble()).isEqualTo(service.grid.size());
        // reed 100, Suaeda 10, wood beside reed 20
        assertThat(gaps.get("covered_ha").asDouble()).isEqualTo(130);
        assertThat(gaps.get("uncovered_ha").asDouble()).isEqualTo(service.grid.size() - 130);
        JsonNode overlaps = account.get("overlaps");
        assertThat(overlaps.size()).isEqualTo(1);
        assertThat(overlaps.get(0).get("layer").asString()).isEqualTo("wood");
        assertThat(overlaps.get(0).get("overlap_ha").asDouble()).isEqualTo(20);
        JsonNode under = overlaps.get(0).get("under");
        assertThat(under.size()).isEqualTo(1);
        assertThat(under.get(0).get("class").asString()).isEqualTo("reed");
        assertThat(under.get(0).get("area_ha").asDouble()).isEqualTo(20);
    }

    @Test
    void ruleOnALayerWithoutFeaturesStopsTheRun() {
        assertThatThrownBy(() -> run(new RunRequest("siting", "tiny", "keep-off-lakes", null)))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("tiny")
                .hasMessageContaining("'lake'");
        assertThat(service.runs.list().get(0).state()).isEqualTo(State.FAILED);
        assertThat(service.runs.list().get(0).error()).contains("'lake'");
    }

    @Test
    void criterionWhoseLayerHasNoDataInTheRegionStopsTheRun() {
        Grid grid = service.grid;
        Grid elsewhere = new Grid(grid.crs(), grid.west() + 500_000, grid.north(), grid.cellSize(), 3, 5);
        float[] values = new float[elsewhere.size()];
        Arrays.fill(values, 1400);
        service.store.rasters().replace(service.raster("sun"), new Raster(elsewhere, values, "kWh/m2/yr"));
        try {
            assertThatThrownBy(() -> run(SITING))
                    .isInstanceOf(SinkmapException.class)
                    .hasMessageContaining("tiny")
                    .hasMessageContaining("'sun'");
            assertThat(service.list("candidate-site")).hasSize(1);
        } finally {
            service.fill("sun", 1400);
        }
    }

    @Test
    void failedRunLeavesTheResultsOfTheOneBefore() {
        assertThatThrownBy(() -> run(new RunRequest("siting", "tiny", "keep-off-lakes", null)))
                .isInstanceOf(SinkmapException.class);
        assertThat(service.list("candidate-site")).hasSize(1);
        assertThat(service.list("candidate-site").get(0).attributes()).containsEntry("rule_set", "keep-clear");
        assertThat(service.store.rasters().holds(service.raster("suitability-tiny")))
                .isTrue();
    }

    @Test
    void cancelledRunLeavesNothing() {
        assertThatThrownBy(() -> service.runs.runNow(SITING, run -> {
                    if (run.stage().equals("sites")) {
                        service.runs.cancel(run.id());
                    }
                }))
                .isInstanceOf(CancellationException.class);
        StoredRun run = service.runs.list().get(0);
        assertThat(run.state()).isEqualTo(State.CANCELLED);
        assertThat(run.result()).isNull();
        FeatureQuery itsSites =
                FeatureQuery.of(service.features("candidate-site")).withRun(run.id());
        assertThat(service.store.features().count(itsSites)).isZero();
        assertThat(service.filesOf(run.id())).isEmpty();
        assertThat(service.store
                        .runs()
                        .findCurrent("siting", "tiny")
                        .orElseThrow()
                        .id())
                .isNotEqualTo(run.id());
    }

    @Test
    void sameInputsGiveTheSameSites() {
        Feature first = service.list("candidate-site").get(0);
        run(SITING);
        Feature second = service.list("candidate-site").get(0);
        assertThat(second.attributes()).isEqualTo(first.attributes());
        assertThat(second.geometry().toText()).isEqualTo(first.geometry().toText());
        assertThat(service.list("candidate-site")).hasSize(1);
    }
}
