package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.CellTemperature;
import sinkmap.siting.Density;
import sinkmap.siting.PlanTarget;
import sinkmap.siting.ProjectFigures;
import sinkmap.siting.PvYield;
import sinkmap.siting.SiteRules;

/** What a plan says about sites and plants, and what is said when it is wrong. */
class FiguresYamlTest {

    private static final String PLAIN = "avoided: tiny-2022";
    private static final String COSTS = """
              costs:
                capex_yuan_per_w: {value: 3.0, low: 2.7, high: 3.4, source: a list}
                opex_yuan_per_w_yr: {value: 0.046, source: a list}
                discount_rate: {value: 0.06, low: 0.05, high: 0.08, source: a choice}
                life_years: {value: 25, source: a choice}
              targets: [T1]
            avoided: tiny-2022""";

    @TempDir
    private Path folder;

    private FixtureRegion region;

    @BeforeEach
    void copyRegion() {
        region = new FixtureRegion(folder).with("plans/tiny.yaml", PLAIN, COSTS);
    }

    private ProjectFigures figures() {
        return new Plans(region.catalog()).get("tiny").figures();
    }

    @Test
    void costsAndTargetsAreReadAsTheyStand() {
        assertThat(figures().costs().capex_yuan_w().high()).isEqualTo(3.4);
        assertThat(figures().costs().opex_yuan_w_yr().low()).isEqualTo(0.046);
        assertThat(figures().connection()).isNull();
        assertThat(figures().targets()).containsExactly(new PlanTarget("T1", 95_000));
    }

    @Test
    void sitesTakeEveryRule() {
        region.with(
                "plans/tiny.yaml",
                "min_area_ha: 10",
                "min_area_ha: 10, max_capacity_mw: 60, fill_holes_ha: 2, neck_m: 300, simplify_m: 150");
        assertThat(new Plans(region.catalog()).get("tiny").sites()).isEqualTo(new SiteRules(4, 10, 60, 2, 300, 150));
    }

    @Test
    void densityMayGoByTheTurbineAndYieldByTheWarmthOfCells() {
        region.with(
                "plans/tiny.yaml",
                "density: {value: 50, low: 40, high: 60, unit: MW/km2, source: a choice}",
                "density: {turbine_mw: 16, source: a rule}");
        region.with(
                "plans/tiny.yaml",
                "performance_ratio: 0.8,",
                "performance_ratio: 0.8, temperature: {coefficient_per_k: -0.003, noct_c: 45, air_c: 16,"
                        + " irradiance_w_m2: 550, source: t},");
        assertThat(figures().density()).isEqualTo(Density.ofTurbines(16, "a rule"));
        assertThat(((PvYield) figures().yield()).temperature())
                .isEqualTo(new CellTemperature(-0.003, 45, 16, 550, "t"));
    }

    /** Line of the file, text in it, what stands there instead, part of the message. */
    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            25 | min_area_ha: 10                 | min_area_ha: 10, max_capacity_mw: 9 | must be at least twice min_area_ha
            25 | min_area_ha: 10                 | min_area_ha: 10, neck_m: -1         | neck_m must be 0 or a positive number, not -1
            25 | min_area_ha: 10                 | min_area_ha: 10, fill_hole_ha: 3    | unknown key 'fill_hole_ha'; did you mean 'fill_holes_ha'?
            31 | low: 2.7, high: 3.4             | low: 3.2, high: 3.4                 | needs low <= value <= high
            30 | value: 0.06, low: 0.05, high: 0.08 | value: 6, low: 5, high: 8        | discount_rate must lie between 0.0 and 0.5
            35 | targets: [T1]                   | targets: [T7]                       | there is no target 'T7' in targets.csv
            35 | targets: [T1]                   | targets: [T2]                       | target 'T2' is in %; sites count towards targets in GW
            29 | performance_ratio: 0.8          | performance_ratio: 0.8, temperature: {coefficient_per_k: -0.3, noct_c: 45, air_c: 16, irradiance_w_m2: 550, source: t} | coefficient_per_k must lie between -0.02 and 0
            27 | value: 50, low: 40, high: 60, unit: MW/km2 | turbine_mw: 0            | turbine_mw must lie between 0 and 100
            """)
    void whatIsWrongIsNamedWithFileAndLine(int line, String text, String replacement, String message) {
        region.with("plans/tiny.yaml", text, replacement);
        assertThatThrownBy(() -> new Plans(region.catalog()))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("plans/tiny.yaml:")
                .hasMessageContaining(message)
                .extracting(Throwable::getMessage)
                .satisfies(text2 -> assertThat(lineOf(text2)).isEqualTo(line));
    }

    private static int lineOf(String message) {
        return Integer.parseInt(message.replaceFirst("(?s).*tiny\\.yaml:(\\d+):.*", "$1"));
    }
}
