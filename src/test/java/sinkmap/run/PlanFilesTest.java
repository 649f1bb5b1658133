package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.catalog.Catalog;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.Criterion;
import sinkmap.siting.Exclusion;
import sinkmap.siting.Plan;
import sinkmap.siting.RuleSet;
import sinkmap.siting.Term;

class PlanFilesTest {

    @TempDir
    private Path folder;

    private FixtureRegion region;

    @BeforeEach
    void copyRegion() {
        region = new FixtureRegion(folder);
    }

    @Test
    void planIsReadAsItStands() {
        Plan plan = new Plans(region.catalog()).get("tiny");
        assertThat(plan.land()).isEqualTo(new Term.Within("field", "state = 'free'", 0, false));
        assertThat(plan.criteria()).extracting(Criterion::weight).containsExactly(0.6, 0.4);
        assertThat(plan.criteria().get(1).value()).isEqualTo(new Criterion.DistanceTo("port", null));
        assertThat(plan.figures().avoided()).isEqualTo("tiny-2022");
    }

    @Test
    void rulesOfTheRuleSetComeFirstAndAnotherSetCanBeChosen() {
        Plans plans = new Plans(region.catalog());
        assertThat(plans.get("tiny", null).exclusions())
                .extracting(Exclusion::id)
                .containsExactly("reserve", "shade");
        Plan other = plans.get("tiny", "keep-off-lakes");
        assertThat(other.exclusions()).extracting(Exclusion::id).containsExactly("lake", "shade");
        assertThat(other.ruleSet()).isEqualTo("keep-off-lakes");
        assertThat(plans.listRuleSets(other)).extracting(RuleSet::id).containsExactly("keep-clear", "keep-off-lakes");
        assertThat(plans.hash(other)).hasSize(64).isNotEqualTo(plans.hash(plans.get("tiny", null)));
    }

    @Test
    void unknownPlanAndRuleSetSayWhatWasMeant() {
        Plans plans = new Plans(region.catalog());
        assertThatThrownBy(() -> plans.get("tinny", null))
                .isInstanceOf(SinkmapException.class)
                .hasMessage("there is no plan 'tinny'; did you mean 'tiny'?");
        assertThatThrownBy(() -> plans.get("tiny", "keep-claer")).hasMessageContaining("did you mean 'keep-clear'?");
    }

    /** Line of the file, text in it, what stands there instead, part of the message. */
    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
                    7  | layer: field, where              | layer: filed, where        | there is no layer 'filed'; did you mean 'field'?
                    7  | layer: field, where              | layer: sun, where          | layer 'sun' is a raster; here a layer of features is needed
                    7  | state = 'free'                   | stat = 'free'              | layer 'field' has no attribute 'stat'; did you mean 'state'?
                    7  | state = 'free'                   | state = = 'free'           | is no valid CQL
                    7  | within: {                        | witin: {                   | unknown key 'witin'; did you mean 'within'?
                    12 | layer: sun, below                | layer: port, below         | layer 'port' holds features; here a raster is needed
                    12 | below: 1200                      | bellow: 1200               | unknown key 'bellow'; did you mean 'below'?
                    16 | value: {layer: sun}              | value: {layer: sin}        | there is no layer 'sin'; did you mean 'sun'?
                    21 | distance_to: port                | distance_to: depth         | layer 'depth' is a raster
                    13 | weight: 0.4                      | weight: 0.5                | the weights of the criteria sum to 1.100000; they must sum to 1
                    17 | from: 1000, to: 2000             | from: 1000, to: 1000       | from and to are both 1000
                    4  | rule_set: keep-clear             | rule_set: keep-cler        | there is no rule set 'keep-cler' in plans/rules; did you mean 'keep-clear'?
                    30 | avoided: tiny-2022               | avoided: tiny-2002         | there is no row 'tiny-2002' in factors/grid-emission.csv; did you mean 'tiny-2022'?
                    30 | avoided: tiny-2022               | avoided: tiny-2023         | has no value
                    29 | resource: sun                    | resource: depth            | layer 'depth' is in m; this yield needs kWh/m2/yr
                    25 | connectivity: 4                  | connectivity: 6            | connectivity must be 4 or 8, not 6
                    27 | low: 40                          | low: 55                    | low
                    1  | id: tiny                         | id: huge                   | huge
                    5  | unknown: excluded                | unknown: exclude           | 'unknown' cannot be 'exclude'; did you mean 'excluded'?
                    4  | id: shade                        | id: reserve                | exclusion id 'reserve' twice
                    """, quoteCharacter = '`')
    void whatIsWrongInAPlanIsNamedWithFileAndLine(int line, String text, String replacement, String message) {
        String there = text.equals("id: tiny") ? "id: tiny\n" : text;
        String instead = text.equals("id: tiny") ? replacement + "\n" : replacement;
        region.with("plans/tiny.yaml", there, instead);
        assertThatThrownBy(() -> new Plans(region.catalog()))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("plans/tiny.yaml:" + line + ":")
                .hasMessageContaining(message);
    }

    @Test
    void whatIsWrongInARuleSetIsNamedWithFileAndLine() {
        region.with("plans/rules/keep-clear.yaml", "layer: reserve", "layer: resrve");
        assertThatThrownBy(() -> new Plans(region.catalog()))
                .hasMessageContaining("plans/rules/keep-clear.yaml:10: there is no layer 'resrve'");
    }

    @Test
    void ruleSetForAnotherTechnologyCannotBeThePlansOwn() {
        region.with("plans/rules/keep-clear.yaml", "technology: pv-ground", "technology: wind-offshore");
        assertThatThrownBy(() -> new Plans(region.catalog()))
                .hasMessageContaining("plans/tiny.yaml:4:")
                .hasMessageContaining("regulates wind-offshore");
    }

    @Test
    void ruleSetForOtherLandCanNotBeChosen() {
        region.with(
                "plans/rules/keep-off-lakes.yaml", "technology: pv-ground", "technology: pv-ground\nland: [reserve]");
        Plans plans = new Plans(region.catalog());
        assertThat(plans.listRuleSets(plans.get("tiny")))
                .extracting(RuleSet::id)
                .containsExactly("keep-clear");
        assertThatThrownBy(() -> plans.get("tiny", "keep-off-lakes")).hasMessageContaining("[reserve]");
    }

    @Test
    void dateThatIsNoneIsRefused() {
        region.with("plans/rules/keep-clear.yaml", "2023-03-20", "20 March 2023");
        assertThatThrownBy(() -> new Plans(region.catalog()))
                .hasMessageContaining("keep-clear.yaml:4:")
                .hasMessageContaining("must be a day such as 2024-12-30");
    }

    @Test
    void theProjectsOwnPlansAreInOrder() {
        Catalog catalog = Catalog.read(Path.of("layers"), Path.of("styles"));
        assertThat(new Plans(catalog).list())
                .extracting(Plan::id)
                .containsExactlyElementsOf(
                        catalog.listPlans().stream().map(Catalog.PlanFile::id).toList());
        assertThat(AccountYaml.read(catalog, FactorFiles.carbon(catalog))).isPresent();
        assertThat(new TargetsFile(catalog).list()).isNotEmpty();
    }

    @Test
    void directoryWithoutPlansHasNone() {
        region.without("plans/tiny.yaml");
        assertThat(new Plans(region.catalog()).list()).isEqualTo(List.of());
    }
}
