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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    private FixtureService service;
    private JsonNode siting;

    @BeforeAll
    void fillAndRun(@TempDir Path folder) {
        service = TinyRegion.open(folder);
        siting = run(SITING);
    }

    @AfterAll
    void close() {
        service.close();
    }

    private JsonNode run(RunRequest request) {
        return TinyRegion.run(service, request);
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
    void sitingSaysWhenItsRuleSetIsInForce() {
        JsonNode valid = siting.path("rule_set_valid");
        assertThat(valid.path("from").asString()).isEqualTo("2023-03-20");
        assertThat(valid.path("to").isNull()).isTrue();
        assertThat(valid.path("in_force").asBoolean()).isTrue();
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
        JsonNode shares = JsonMapper.shared().readTree(site.get("carbon_shares").toString());
        assertThat(shares.findValuesAsString("pool")).containsExactlyInAnyOrder("soil", "biomass");
        assertThat(shares.findValuesAsString("verification")).containsOnly("assumption");
        assertThat(shares.findValuesAsString("source")).containsOnly("a choice");
        assertThat(site.get("shares_assumed").toString().split(", ")).containsExactlyInAnyOrder("soil", "biomass");
        assertThat(service.list("site-carbon-balance").get(0).attributes().get("shares_assumed"))
                .isEqualTo(site.get("shares_assumed"));
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

    @ParameterizedTest
    @ValueSource(strings = {"screening", "sites", "scoring", "write sites", "screening maps", "score maps"})
    void cancelledRunLeavesNothing(String stage) {
        assertThatThrownBy(() -> service.runs.runNow(SITING, run -> {
                    if (run.stage().equals(stage)) {
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
