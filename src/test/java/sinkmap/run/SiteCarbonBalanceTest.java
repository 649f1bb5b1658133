package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.grid.SinkmapException;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The balance of one site over the life of its plant, by hand; a cell is 1 ha. */
class SiteCarbonBalanceTest {

    private static final String PLAN = "plans/tiny.yaml";
    private static final double CO2 = 44.0 / 12;

    /** 6 km2 x 50 MW/km2 x 1400 h x 0.8 = 336 GWh at 0.641 t/MWh. */
    private static final double AVOIDED_t = 336_000 * 0.641;

    @TempDir
    private Path folder;

    private JsonNode result;

    private FixtureRegion region() {
        return new FixtureRegion(folder)
                .with("account.yaml", "red_line: reserve", "red_line: wood")
                .with(
                        "factors/carbon.csv",
                        "reed-biomass,",
                        "marsh-burial,local,rate,marsh,*,soil,rate,0.9,0.4,1.8,t C/ha/yr,core,2021,2,a survey,read,source-read,low\n"
                                + "reed-biomass,")
                .with(PLAN, "performance_ratio: 0.8, source: a choice}", """
                        performance_ratio: 0.8, source: a choice}
                          costs:
                            capex_yuan_per_w: {value: 3, source: a choice}
                            opex_yuan_per_w_yr: {value: 0.05, source: a choice}
                            discount_rate: {value: 0.06, source: a choice}
                            life_years: {value: 20, source: a choice}""");
    }

    private Map<String, Object> site(FixtureService service) {
        service.add("field", service.cells(10, 10, 30, 40), Map.of("state", "free"));
        service.add("marsh", service.cells(25, 10, 35, 20), Map.of("species", "reed"));
        service.add("wood", service.cells(28, 15, 32, 25), Map.of());
        service.add("reserve", service.cells(0, 0, 2, 2), Map.of());
        service.add("port", service.point(20, 95), Map.of());
        service.add("city", service.cells(-2, -2, 60, 99), Map.of("name_zh", "甲市", "name_en", "Jia", "adcode", "1"));
        service.fill("sun", 1400);
        StoredRun run = service.runs.runNow(new RunRequest("siting", "tiny", null, null), progress -> {});
        assertThat(run.state()).as(run.error()).isEqualTo(State.COMPLETED);
        result = JsonMapper.shared().readTree(run.result());
        return service.list("candidate-site").get(0).attributes();
    }

    @Test
    void stockUptakeAndSavingsMakeTheBalance() {
        try (FixtureService service = new FixtureService(region(), folder)) {
            Map<String, Object> site = site(service);
            // 50 ha of reed: soil 0.2 x 1500, biomass 250; burial 0.2 x 45 t C a year over 20 years
            assertThat((Double) site.get("carbon_disturbed_tc")).isCloseTo(550, within(1e-9));
            assertThat((Double) site.get("forgone_tco2e")).isCloseTo(180 * CO2, within(1e-9));
            // 10 ha of wood are a sink whose rate is not known
            assertThat((Double) site.get("forgone_unknown_ha")).isEqualTo(10);
            assertThat((Double) site.get("net_balance_tco2e")).isCloseTo(20 * AVOIDED_t - 730 * CO2, within(1.0));
            assertThat((Double) site.get("payback_years")).isCloseTo(730 * CO2 / AVOIDED_t, within(1e-7));
        }
    }

    @Test
    void boundsHoldTheErrorsOfAreaFactorsSharesEmissionsAndYield() {
        try (FixtureService service = new FixtureService(region(), folder)) {
            Map<String, Object> site = site(service);
            // area 15 % of 730; soil row 0.2 x 500, biomass row 100, burial row 0.2 x 20 x 45; soil share 0.2 x (1500 +
            // 900)
            double lossUp_tc = Math.sqrt(109.5 * 109.5 + 100 * 100 + 100 * 100 + 180 * 180 + 480 * 480);
            double savedDown_t = 20 * AVOIDED_t * Math.hypot(0.041 / 0.641, 1.96 * 0.07);
            double low = 20 * AVOIDED_t - 730 * CO2 - Math.hypot(savedDown_t, lossUp_tc * CO2);
            assertThat((Double) site.get("net_balance_low_tco2e")).isCloseTo(low, within(1.0));
            double years = 730 * CO2 / AVOIDED_t;
            double up = years * Math.hypot(lossUp_tc / 730, Math.hypot(0.041 / 0.641, 1.96 * 0.07));
            assertThat((Double) site.get("payback_high_years")).isCloseTo(years + up, within(1e-7));
        }
    }

    @Test
    void factorWithoutIntervalLeavesTheErrorOfTheYield() {
        try (FixtureService service = new FixtureService(
                region().with("factors/grid-emission.csv", "0.6410,0.6,0.7,a choice", "0.6410,,,"), folder)) {
            Map<String, Object> site = site(service);
            assertThat(halfUp(site)).isCloseTo(halfUp(0), within(1e-6));
        }
    }

    @Test
    void boundsOfTheFactorAreInThePaybackByHand() {
        try (FixtureService service = new FixtureService(
                region().with("factors/grid-emission.csv", "0.6410,0.6,0.7,a choice", "0.6410,0.3,0.7,a guess"),
                folder)) {
            Map<String, Object> site = site(service);
            assertThat(halfUp(site)).isCloseTo(halfUp(0.341 / 0.641), within(1e-6));
            JsonNode own = JsonMapper.shared()
                    .readTree(site.get("balances").toString())
                    .get(0);
            assertThat(own.get("factor_low").asDouble()).isEqualTo(0.3);
            assertThat(own.get("factor_high").asDouble()).isEqualTo(0.7);
            assertThat(own.get("interval_basis").asString()).isEqualTo("a guess");
            assertThat(site.get("avoided_basis").toString()).contains("0.641 [0.3, 0.7] t CO2/MWh");
        }
    }

    /** Upper half width of the payback over the payback. */
    private static double halfUp(Map<String, Object> site) {
        return (Double) site.get("payback_high_years") / (Double) site.get("payback_years") - 1;
    }

    /** The same by hand: the loss of 730 t C, the yield of 7 % standard deviation, a relative half width of the factor. */
    private static double halfUp(double factor) {
        double lossUp_tc = Math.sqrt(109.5 * 109.5 + 100 * 100 + 100 * 100 + 180 * 180 + 480 * 480);
        return Math.hypot(lossUp_tc / 730, Math.hypot(factor, 1.96 * 0.07));
    }

    @Test
    void redLineWithinTheOutlineIsFlaggedWithItsLayer() {
        try (FixtureService service = new FixtureService(region(), folder)) {
            Map<String, Object> site = site(service);
            // wood, the red line here: 2 of its rows, 10 columns
            assertThat((Double) site.get("redline_ha")).isCloseTo(20, within(1e-6));
            JsonNode flags =
                    JsonMapper.shared().readTree(site.get("carbon_flags").toString());
            assertThat(flags.get(0).get("flag").asString()).isEqualTo("blue-carbon");
            assertThat(flags.get(0).get("layer").asString()).isEqualTo("marsh");
            assertThat(flags.get(0).get("area_ha").asDouble()).isEqualTo(50);
            assertThat(flags.get(1).get("flag").asString()).isEqualTo("ecological-red-line");
            assertThat(flags.get(1).get("layer").asString()).isEqualTo("wood");
            assertThat(flags.get(1).get("area_ha").asDouble()).isCloseTo(20, within(1e-6));
        }
    }

    @Test
    void resultNamesWhatTheCarbonOfSitesRestsOn() {
        try (FixtureService service = new FixtureService(region(), folder)) {
            Map<String, Object> site = site(service);
            JsonNode carbon = result.get("carbon");
            assertThat(carbon.get("method").get("id").asString()).isEqualTo("best");
            assertThat(carbon.get("life_years").asDouble()).isEqualTo(20);
            assertThat(carbon.get("red_line").asString()).isEqualTo("wood");
            assertThat(carbon.get("disturbance")).hasSize(2);
            assertThat(carbon.get("disturbance").get(0).get("source").asString())
                    .isEqualTo("a choice");
            assertThat(carbon.get("yield").get("half_width_percent").asDouble()).isCloseTo(13.72, within(1e-9));
            assertThat(carbon.get("avoided").get(0).get("factor").get("id").asString())
                    .isEqualTo("tiny-2022");
            JsonNode total = carbon.get("total");
            assertThat(total.get("usable_ha").asDouble()).isEqualTo(600);
            // 50 ha of marsh and 10 of wood are mapped
            assertThat(total.get("unmapped_ha").asDouble()).isEqualTo(540);
            // one site: the whole is that site
            assertThat(total.get("disturbed_tc").get("low").asDouble())
                    .isCloseTo((Double) site.get("carbon_disturbed_low_tc"), within(1e-9));
            assertThat(total.get("balances").get(0).get("payback_high_years").asDouble())
                    .isCloseTo((Double) site.get("payback_high_years"), within(1e-9));
        }
    }

    @Test
    void siteOfUnknownStockAloneHasNoBalance() {
        FixtureRegion region = region().with("account.yaml", "layer: marsh, class: species", "layer: lake")
                .with("account.yaml", "red_line: wood", "red_line: reserve");
        try (FixtureService service = new FixtureService(region, folder)) {
            Map<String, Object> site = site(service);
            assertThat(site.get("carbon_stock_tc")).isNull();
            assertThat(site.get("carbon_disturbed_tc")).isNull();
            assertThat(site.get("net_balance_tco2e")).isNull();
            assertThat(site.get("payback_years")).isNull();
            assertThat((Double) site.get("carbon_unknown_ha")).isEqualTo(20);
            Map<String, Object> map = service.list("site-carbon-balance").get(0).attributes();
            assertThat(map.get("bivariate")).isNull();
            assertThat(map.get("pareto")).isNull();
        }
    }

    @Test
    void basisThatIsMissingIsNamedWithFileAndLine() {
        FixtureRegion without = region().with(PLAN, "avoided: tiny-2022\n", "");
        assertThatThrownBy(() -> new Plans(without.catalog()))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("plans/tiny.yaml")
                .hasMessageContaining("key 'avoided' is missing");
    }

    @Test
    void basisWithoutValueOrRowIsNamedWithFileAndLine() {
        FixtureRegion empty = region().with(PLAN, "avoided: tiny-2022", "avoided: tiny-2023");
        assertThatThrownBy(() -> new Plans(empty.catalog()))
                .hasMessageContaining("plans/tiny.yaml:")
                .hasMessageContaining("'tiny-2023' of factors/grid-emission.csv has no value");
        empty.with(PLAN, "avoided: tiny-2023", "avoided: tiny-202");
        assertThatThrownBy(() -> new Plans(empty.catalog()))
                .hasMessageContaining("there is no row 'tiny-202' in factors/grid-emission.csv");
    }

    @Test
    void redLineMustBeALayerOfPolygons() {
        FixtureRegion region = region().with("account.yaml", "red_line: wood", "red_line: port");
        assertThatThrownBy(() -> AccountYaml.read(region.catalog(), FactorFiles.carbon(region.catalog())))
                .hasMessageContaining("account.yaml:")
                .hasMessageContaining("holds no polygons");
    }
}
