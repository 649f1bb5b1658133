package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.catalog.Catalog;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Disturbances;
import sinkmap.sink.Factor;
import sinkmap.sink.Factors;
import sinkmap.sink.Interval;
import sinkmap.sink.Pool;
import sinkmap.sink.Stratum;

/** Factors, targets and the account of a layers directory. */
class TablesTest {

    private static final List<String> TECHNOLOGIES = List.of("pv-ground", "wind-onshore");

    @TempDir
    private Path folder;

    private FixtureRegion region;

    @BeforeEach
    void copyRegion() {
        region = new FixtureRegion(folder);
    }

    @Test
    void factorsAreReadWithEverythingThatTheyState() {
        List<Factor> rows = FactorFiles.carbon(region.catalog()).list();
        assertThat(rows).extracting(Factor::id).containsExactly("marsh-soil", "marsh-soil-default", "reed-biomass");
        assertThat(rows.get(0).source()).isEqualTo("a survey, in summer");
        assertThat(rows.get(0).interval()).isEqualTo(new Interval(30, 24, 40));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
                    3 | 226,202,252        | 226,230,252           | the 95 % interval must hold the value
                    3 | 226,202,252        | -2,-4,252             | cannot be negative
                    3 | 226,202,252        | 226,,252              | 'low' is empty
                    3 | 226,202,252        | 226,about 200,252     | 'low' must be a number, not 'about 200'
                    3 | default,density,marsh | default,density,mash     | 'layer' cannot be 'mash'; did you mean 'marsh'?
                    4 | reed,biomass       | reed,biomas           | 'pool' cannot be 'biomas'; did you mean 'biomass'?
                    3 | default,density    | default,densty        | 'formula' cannot be 'densty'; did you mean 'density'?
                    3 | density,226        | rate,226              | 'quantity' cannot be 'rate'
                    4 | 4,7,t C/ha         | 4,7,t C/hectare       | 'unit' cannot be 't C/hectare'
                    4 | reed-biomass,      | marsh-soil,           | another row with the id 'marsh-soil'
                    3 | marsh,reed,soil    | marsh,"reed, dry",wet,soil | the row has 19 values, the header 18 columns
                    1 | ,tier,             | ,teir,                | unknown column 'teir'; did you mean 'tier'?
                    4 | 4,7,t C/ha         | 4,7,                  | 'unit' is empty
                    2 | in summer",read,source-read | in summer",read,source-red | 'verification' cannot be 'source-red'; did you mean 'source-read'?
                    4 | 4,7,t C/ha         | 4,7,kg CH4/ha/yr      | 'unit' cannot be 'kg CH4/ha/yr'
                    3 | default,density,marsh | `default,density,marsh|mash` | 'layer' cannot be 'mash'; did you mean 'marsh'?
                    4 | marsh,reed,biomass | marsh,*,soil | 'marsh-soil' and 'reed-biomass' are both for layer marsh
                    """, quoteCharacter = '`')
    void whatIsWrongInTheFactorsIsNamedWithFileAndLine(int line, String text, String replacement, String message) {
        region.with("factors/carbon.csv", text, replacement);
        Catalog catalog = region.catalog();
        assertThatThrownBy(() -> FactorFiles.carbon(catalog))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("factors/carbon.csv:" + line + ":")
                .hasMessageContaining(message);
    }

    @Test
    void emissionFactorOutsideItsIntervalIsRefused() {
        region.with("factors/grid-emission.csv", "0.6410,0.6,0.7", "0.6410,0.65,0.7");
        Catalog catalog = region.catalog();
        assertThatThrownBy(() -> FactorFiles.gridEmission(catalog)).hasMessageContaining("grid-emission.csv:2:");
    }

    @Test
    void intervalOfAnEmissionFactorMustSayWhereItComesFrom() {
        region.with("factors/grid-emission.csv", "0.6,0.7,a choice,", "0.6,0.7,,");
        Catalog catalog = region.catalog();
        assertThatThrownBy(() -> FactorFiles.gridEmission(catalog))
                .hasMessageContaining("grid-emission.csv:2:")
                .hasMessageContaining("'tiny-2022' needs either bounds and 'interval_basis'");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    2 | 0.2,0.1,0.4     | 0.2,0.3,0.4     | must hold the value
                    2 | 0.2,0.1,0.4     | 0.2,0.1,1.4     | between 0 and 1
                    2 | 0.2,0.1,0.4     | some,0.1,0.4    | 'share' must be a number, not 'some'
                    2 | *,soil          | marsch,soil     | 'layer' cannot be 'marsch'; did you mean 'marsh'?
                    3 | pv-ground,*,biomass | pv-gruond,*,biomass | 'technology' cannot be 'pv-gruond'; did you mean 'pv-ground'?
                    3 | *,biomass       | *,biomas        | 'pool' cannot be 'biomas'
                    3 | *,biomass       | *,soil          | two shares are for technology pv-ground
                    1 | ,basis,         | ,bases,         | unknown column 'bases'; did you mean 'basis'?
                    """)
    void whatIsWrongInTheSharesIsNamedWithFileAndLine(int line, String text, String replacement, String message) {
        region.with("factors/disturbance.csv", text, replacement);
        Catalog catalog = region.catalog();
        assertThatThrownBy(() -> FactorFiles.disturbance(catalog, TECHNOLOGIES))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("factors/disturbance.csv:" + line + ":")
                .hasMessageContaining(message);
    }

    @Test
    void technologyWithoutSharesIsRefused() {
        region.with("factors/disturbance.csv", "pv-ground,*,biomass", "wind-onshore,*,biomass");
        Catalog catalog = region.catalog();
        Factors factors = FactorFiles.carbon(catalog);
        AccountPlan account = AccountYaml.read(catalog, factors).orElseThrow();
        Disturbances shares = FactorFiles.disturbance(catalog, TECHNOLOGIES);
        assertThatThrownBy(() -> SiteCarbon.check(account, factors, shares, "pv-ground"))
                .hasMessageContaining("technology 'pv-ground' and pool 'biomass' of layer 'marsh'");
    }

    @Test
    void basesAreThatOfThePlanAndTheNewestOfEachKind() {
        List<EmissionFactor> table = FactorFiles.gridEmission(Catalog.read(Path.of("layers"), Path.of("styles")));
        EmissionFactor own = table.stream()
                .filter(f -> f.id().equals("shandong-2021"))
                .findFirst()
                .orElseThrow();
        List<AvoidedBasis> bases = AvoidedBasis.of(own, table);
        assertThat(bases)
                .extracting(basis -> basis.factor().id())
                .containsExactly(
                        "shandong-2021",
                        "shandong-2022",
                        "china-2023",
                        "north-china-om-2019",
                        "north-china-bm-2019",
                        "north-china-cm-2019",
                        "china-residual-2022",
                        "china-fossil-2022",
                        "north-china-cm-equal-2019");
        assertThat(bases).filteredOn(AvoidedBasis::headline).containsExactly(bases.get(0));
    }

    @Test
    void kindThatTheTableLacksIsNamedWithoutAValue() {
        List<EmissionFactor> table = FactorFiles.gridEmission(region.catalog());
        assertThat(AvoidedBasis.of(table.get(0), table))
                .filteredOn(basis -> basis.factor() == null)
                .extracting(AvoidedBasis::kind)
                .containsExactly(
                        "provincial-average",
                        "national-average",
                        "operating-margin",
                        "build-margin",
                        "combined-margin");
    }

    @Test
    void standardDeviationOfAYieldBecomesAHalfWidth() {
        List<YieldError> errors = YieldError.list(Catalog.read(Path.of("layers"), Path.of("styles")));
        YieldError pv = errors.stream()
                .filter(e -> e.id().equals("pv-yield"))
                .findFirst()
                .orElseThrow();
        // 7 % x 1.96
        assertThat(pv.halfWidth_percent()).isCloseTo(13.72, within(1e-9));
        assertThat(pv.interval(1000).low()).isCloseTo(862.8, within(1e-9));
        assertThat(YieldError.list(region.without("factors/uncertainty.csv").catalog()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ,7,%,           | ,-7,%,     | cannot be negative
                    ,%,standard     | ,MWh,standard | 'unit' cannot be 'MWh'
                    standard dev    | std dev    | 'meaning' must begin with 'half width of the 95 % interval'
                    """)
    void whatIsWrongInTheErrorOfAYieldIsNamedWithFileAndLine(String text, String replacement, String message) {
        region.with("factors/uncertainty.csv", text, replacement);
        Catalog catalog = region.catalog();
        assertThatThrownBy(() -> YieldError.list(catalog))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("factors/uncertainty.csv:2:")
                .hasMessageContaining(message);
    }

    @Test
    void targetThatThePlanDoesNotSetStaysNull() {
        List<Target> targets = new TargetsFile(region.catalog()).list();
        assertThat(targets.get(0).targetValue()).isEqualTo(95);
        assertThat(targets.get(0).text().en()).isEqualTo(">= 95 GW");
        assertThat(targets.get(1).targetValue()).isNull();
        assertThat(targets.get(1).text().en()).isEqualTo("not set by the plan");
        assertThat(targets.get(1).layer()).isEqualTo("wood");
    }

    @Test
    void targetOnALayerThatDoesNotExistIsRefused() {
        region.with("targets.csv", "forest,wood", "forest,woods");
        Catalog catalog = region.catalog();
        assertThatThrownBy(() -> new TargetsFile(catalog))
                .hasMessageContaining("targets.csv:3: 'layer' cannot be 'woods'; did you mean 'wood'?");
    }

    @Test
    void strataFollowTheOrderOfTheAccountAndOfTheClasses() {
        Catalog catalog = region.catalog();
        AccountPlan plan =
                AccountYaml.read(catalog, FactorFiles.carbon(catalog)).orElseThrow();
        assertThat(plan.strata())
                .containsExactly(
                        new Stratum("marsh", "reed", 15, true, true),
                        new Stratum("marsh", "suaeda", 15, true, true),
                        new Stratum("marsh", "*", 15, true, true),
                        new Stratum("wood", "*", 5, false, true));
        assertThat(plan.title(plan.strata().get(1)).en()).isEqualTo("marsh: Suaeda");
    }

    @Test
    void layersOfOneMapShareTheErrorOfTheirAreas() {
        region.with("account.yaml", "blue: true", "area_map: survey-2024")
                .with("account.yaml", "percent: 5", "percent: 5, area_map: survey-2024");
        Catalog catalog = region.catalog();
        List<Stratum> strata = AccountYaml.read(catalog, FactorFiles.carbon(catalog))
                .orElseThrow()
                .strata();
        assertThat(strata).hasSize(4).extracting(Stratum::areaError).containsOnly("survey-2024");
        assertThat(new Stratum("marsh", "reed", 15, true, true).areaError()).isEqualTo("marsh/reed");
    }

    @Test
    void aPoolThatTheSchemeAsksForAndNoFactorGivesIsNamed() {
        region.with("account.yaml", "blue: true", "pools: [above, below, litter, soil]");
        Catalog catalog = region.catalog();
        AccountPlan plan =
                AccountYaml.read(catalog, FactorFiles.carbon(catalog)).orElseThrow();
        Stratum reed = plan.strata().get(0);
        // biomass as one holds both of its parts, and one part alone does not hold the other
        assertThat(plan.missingPools(reed, List.of(Pool.BIOMASS, Pool.SOIL))).containsExactly(Pool.LITTER);
        assertThat(plan.missingPools(reed, List.of(Pool.ABOVE))).containsExactly(Pool.BELOW, Pool.LITTER, Pool.SOIL);
        assertThat(plan.missingPools(plan.strata().get(3), List.of())).isEmpty();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
                    3 | sets: [local, default]     | sets: [local, defalt]       | there is no set 'defalt' in factors/carbon.csv; did you mean 'default'?
                    3 | sets: [local               | set: [local                 | unknown key 'set'
                    6 | layer: marsh               | layer: march                | there is no layer 'march'; did you mean 'marsh'?
                    6 | class: species             | class: specie               | has no attribute 'specie'; did you mean 'species'?
                    6 | percent: 15                | percent: -15                | cannot be negative
                    6 | blue: true                 | area_map: a/b               | must name the map
                    6 | blue: true                 | pools: [soil, liter]        | there is no pool 'liter'; did you mean 'litter'?
                    7 | layer: wood                | layer: port                 | holds no polygons
                    7 | layer: wood                | layer: marsh                | is in the list twice
                    7 | layer: wood                | layer: sun                  | is a raster
                    7 | layer: wood                | class: note, layer: wood    | declares no classes
                    9 | name: name_zh              | name: name                  | has no attribute 'name'
                    10 | id: reserve                | id: city                    | partition 'city' is in the list twice
                    10 | layer: reserve             | layer: port                 | holds no polygons
                    """)
    void whatIsWrongInTheAccountIsNamedWithFileAndLine(int line, String text, String replacement, String message) {
        region.with("account.yaml", text, replacement);
        Catalog catalog = region.catalog();
        assertThatThrownBy(() -> AccountYaml.read(catalog, FactorFiles.carbon(catalog)))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("account.yaml:" + line + ":")
                .hasMessageContaining(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    draws: 9999, seed: 1      | draws must be a whole number from 10000
                    draws: 12000.5, seed: 1   | draws must be a whole number from 10000
                    draws: 20000, seed: 0.5   | a seed is a whole number
                    draws: 20000, sed: 1      | unknown key 'sed'
                    draws: 20000              | seed
                    """)
    void drawsThatSayNothingAreRefused(String draws, String message) {
        region.with("account.yaml", "red_line:", "uncertainty: {" + draws + "}\nred_line:");
        Catalog catalog = region.catalog();
        assertThatThrownBy(() -> AccountYaml.read(catalog, FactorFiles.carbon(catalog)))
                .hasMessageContaining("account.yaml:")
                .hasMessageContaining(message);
    }

    @Test
    void factorForAClassThatTheLayerDoesNotHaveIsRefused() {
        region.with("factors/carbon.csv", "marsh,reed,biomass", "marsh,reeds,biomass");
        Catalog catalog = region.catalog();
        assertThatThrownBy(() -> AccountYaml.read(catalog, FactorFiles.carbon(catalog)))
                .hasMessageContaining("factors/carbon.csv")
                .hasMessageContaining("class 'reeds', which layer 'marsh' does not have; did you mean 'reed'?");
    }
}
