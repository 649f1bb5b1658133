package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.catalog.Catalog;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Factors;

class ScenarioFilesTest {

    private static final List<String> ROWS = List.of(
            "id,quantity,habitat,pool,impact,value,low,high,unit,source,basis,confidence",
            "flat-soil,density,,soil,,20,15,26,t C/ha,a survey,read,low",
            "marsh-rate,rate,,soil,,2,1,4,t C/ha/yr,a table,read,low",
            "marsh-full,ceiling,,soil,,40,35,50,t C/ha,a table,read,low",
            "plant,cost-once,,,,1000,500,2000,yuan/ha,a bill,read,low",
            "lost,share-lost,bog,soil,low,0.3,0.2,0.4,1,a guide,read,low",
            "decay,half-life,bog,soil,low,7.5,5,10,yr,a guide,read,low");

    private static final List<String> PRICES = List.of(
            "table,year,value,low,high,unit,source,basis,confidence",
            "market,2026,90,80,100,yuan/t CO2,a market,read,high",
            "market,2028,110,90,140,yuan/t CO2,a market,read,low");

    private static final List<String> SCENARIO = List.of(
            "id: back",
            "title: {zh: 还滩, en: back}",
            "areas: {zh: 示意, en: made up}",
            "quality: illustrative",
            "base_year: 2025",
            "end_year: 2028",
            "classes:",
            "  - {id: pond, title: {zh: 塘, en: pond}, area_ha: 12, area_source: made up, pools: [{pool: soil, density: flat-soil}]}",
            "  - {id: bog, title: {zh: 沼, en: bog}, habitat: bog, area_ha: 0, pools: [{pool: soil, rate: marsh-rate, ceiling: marsh-full}]}",
            "transitions:",
            "  - {id: back, title: {zh: 退, en: back}, action: pond-return, from: pond, to: bog, start_year: 2025, ramp_years: 1, area_ha: 9, area_source: made up, cost: {once: plant}}",
            "price: {table: market, between: linear, discount_rate_percent: 10}");

    @TempDir
    private Path folder;

    private FixtureRegion region;
    private final List<String> scenario = new ArrayList<>(SCENARIO);

    @BeforeEach
    void copyRegion() throws IOException {
        region = new FixtureRegion(folder);
        Files.createDirectories(region.file("scenarios"));
        region.withFile("factors/transition.csv", ROWS);
        region.withFile("factors/carbon-price.csv", PRICES);
    }

    private Scenarios scenarios() {
        region.withFile("scenarios/back.yaml", scenario);
        Catalog catalog = region.catalog();
        Factors factors = FactorFiles.carbon(catalog);
        return new Scenarios(catalog, AccountYaml.read(catalog, factors), factors, null, null);
    }

    private void replace(String text, String by) {
        long hits = scenario.stream().filter(line -> line.contains(text)).count();
        assertThat(hits).as(text).isEqualTo(1);
        scenario.replaceAll(line -> line.replace(text, by));
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> scenarios().answer("back"))
                .isInstanceOf(SinkmapException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    @Test
    void aScenarioComesToWhatAHandReckons() {
        ScenarioResult result = scenarios().answer("back");

        // 12 ha x 20; then 9 ha x 2 t C a year
        assertThat(result.total().stockFirst_tc().value()).isCloseTo(240, within(1e-9));
        assertThat(result.total().stockLast_tc().value()).isCloseTo(240 + 3 * 18, within(1e-9));
        assertThat(result.total().additional_tco2e().value()).isCloseTo(54 * 44 / 12.0, within(1e-9));
        double value = -9000 + 66 * 90 / 1.1 + 66 * 100 / 1.21 + 66 * 110 / 1.331;
        assertThat(result.total().netPresentValue_yuan().value()).isCloseTo(value, within(1e-6));
        assertThat(result.candidates())
                .singleElement()
                .satisfies(c -> assertThat(c.tco2e_per_yuan().value()).isCloseTo(198 / 9000.0, within(1e-12)));
    }

    @Test
    void theIntervalIsThatOfTheRowsInQuadrature() {
        ScenarioResult result = scenarios().answer("back");
        // density 12 x (-5, +6); rate over three years 27 x (-1, +2), of which the ceiling holds nothing back
        ScenarioResult.Range last = result.total().stockLast_tc();
        assertThat(last.low()).isCloseTo(294 - Math.hypot(60, 27), within(1e-9));
        assertThat(last.high()).isCloseTo(294 + Math.hypot(72, 54), within(1e-9));
        // what is additional does not hang on what the land held
        assertThat(result.total().additional_tco2e().high()).isCloseTo(198 + 198, within(1e-9));
    }

    @Test
    void everyNumberNamesItsRow() {
        ScenarioResult result = scenarios().answer("back");
        assertThat(result.factors())
                .extracting(ScenarioResult.OfFactor::id)
                .containsExactly("flat-soil", "marsh-rate", "marsh-full", "plant");
        assertThat(result.classes().get(1).pools().get(0).factors()).containsExactly("marsh-rate", "marsh-full");
    }

    @Test
    void moreLandThanThereIsIsRefused() {
        replace("area_ha: 9", "area_ha: 12.5");
        assertRefused("back.yaml", "moves 12.5 ha out of class 'pond' in 2025, but only 12 ha are there");
    }

    @Test
    void sharesThatExceedAStratumAreRefused() {
        replace("area_ha: 12, area_source: made up,", "stratum: {layer: marsh, class: reed}, share_percent: 60,");
        scenario.add(
                8, "  - {id: rest, title: {zh: 余, en: rest}, stratum: {layer: marsh, class: reed}, share_percent: 45}");
        assertRefused("back.yaml:9", "105 % of layer marsh, class reed", "cannot exceed its area");
    }

    @Test
    void aTransitionFromAClassThatIsNotThereIsRefused() {
        replace("from: pond", "from: pont");
        assertRefused("back.yaml:11", "there is no class 'pont'", "pond");
    }

    @Test
    void negativeAreasAreRefused() {
        replace("area_ha: 12", "area_ha: -12");
        assertRefused("back.yaml:8", "'area_ha' cannot be negative");
    }

    @Test
    void aRampPastTheHorizonIsRefused() {
        replace("ramp_years: 1", "ramp_years: 4");
        assertRefused("back.yaml:11", "from 2025 to 2028", "shorten the ramp");
    }

    @Test
    void yearsBetweenPricesAreMissingUnlessTheScenarioGoesBetween() {
        replace("between: linear, ", "");
        assertRefused("back.yaml:12", "'market' has no price for 2027");
    }

    @Test
    void aYearAfterTheLastPriceIsMissingEvenSo() {
        replace("end_year: 2028", "end_year: 2029");
        assertRefused("back.yaml:12", "'market' has no price for 2029");
    }

    @Test
    void rowsOfAnotherQuantityOrNoneAreRefused() {
        replace("rate: marsh-rate", "rate: marsh-full");
        assertRefused("back.yaml:9", "no row 'marsh-full' of quantity rate");
    }

    @Test
    void aDisturbanceOfAHabitatWithoutRulesIsRefused() {
        replace("action: pond-return", "action: loss, impact: low");
        assertRefused("back.yaml:11", "class 'pond' names no habitat");
    }

    @Test
    void misspeltKeysAreRefused() {
        replace("ramp_years", "ramp_year");
        assertRefused("back.yaml:11", "ramp_year", "ramp_years");
    }

    @Test
    void badRowsAreRefusedWithTheirLine() {
        region.withFile("factors/transition.csv", List.of(ROWS.get(0), ROWS.get(5)));
        assertRefused("transition.csv:2", "no half-life row");
        region.withFile(
                "factors/transition.csv", List.of(ROWS.get(0), ROWS.get(1).replace("20,15,26", "20,21,26")));
        assertRefused("transition.csv:2", "must hold the value");
        region.withFile(
                "factors/transition.csv", List.of(ROWS.get(0), ROWS.get(1).replace("t C/ha", "kg C/m2")));
        assertRefused("transition.csv:2", "stated in t C/ha");
    }
}
