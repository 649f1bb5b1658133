package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;

class PlanTest {

    private static final SiteRules RULES = new SiteRules(8, 1);

    private static Criterion criterion(String id, double weight) {
        return new Criterion(id, Plans.TITLE, new Criterion.RasterValue("ghi"), new Membership.Linear(0, 1), weight);
    }

    private static Plan plan(List<Exclusion> exclusions, Criterion... criteria) {
        return Plans.plan(Unknown.EXCLUDED, Plans.LAND, exclusions, List.of(criteria), RULES);
    }

    private static List<Exclusion> rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Plans.rule("rule" + i, Plans.LAND))
                .toList();
    }

    @Test
    void weightsMustSumToOne() {
        assertThatThrownBy(() -> plan(List.of(), criterion("a", 0.5), criterion("b", 0.4)))
                .isInstanceOf(SinkmapException.class)
                .hasMessage("plan 'sunny': the weights of the criteria sum to 0.900000; they must sum to 1");
        plan(List.of(), criterion("a", 1 / 3.0), criterion("b", 1 / 3.0), criterion("c", 0.3333335));
    }

    @Test
    void idsMustDiffer() {
        assertThatThrownBy(() -> plan(List.of(), criterion("a", 0.5), criterion("a", 0.5)))
                .hasMessageContaining("criterion id 'a' twice");
        assertThatThrownBy(() ->
                        plan(List.of(Plans.rule("x", Plans.LAND), Plans.rule("x", Plans.LAND)), criterion("a", 1)))
                .hasMessageContaining("exclusion id 'x' twice");
    }

    @Test
    void rulesMustFitTheMapOfReasons() {
        assertThat(plan(rules(24), criterion("a", 1)).exclusions()).hasSize(24);
        assertThatThrownBy(() -> plan(rules(25), criterion("a", 1))).hasMessageContaining("25 exclusions");
    }

    @Test
    void rulesOfTheRuleSetComeFirst() {
        RuleSet set = new RuleSet("2025", Plans.TITLE, "test", null, null, "pv-ground", List.of(), rules(2));
        Plan plan =
                plan(List.of(Plans.rule("own", Plans.LAND)), criterion("a", 1)).under(set);
        assertThat(plan.ruleSet()).isEqualTo("2025");
        assertThat(plan.exclusions()).extracting(Exclusion::id).containsExactly("rule0", "rule1", "own");
    }

    @Test
    void ruleSetOfAnotherTechnologyIsRefused() {
        RuleSet set = new RuleSet("2025", Plans.TITLE, "test", null, null, "wind-offshore", List.of(), rules(2));
        assertThatThrownBy(() -> plan(List.of(), criterion("a", 1)).under(set))
                .hasMessageContaining("rule set '2025' regulates wind-offshore");
    }

    @Test
    void ruleSetAboutOtherLandIsRefused() {
        Plan plan = plan(List.of(), criterion("a", 1));
        RuleSet set =
                new RuleSet("2017", Plans.TITLE, "test", null, null, "pv-ground", List.of("subsidence"), rules(2));
        assertThat(set.regulates(plan)).isFalse();
        assertThatThrownBy(() -> plan.under(set)).hasMessageContaining("rule set '2017' is about: [subsidence]");
    }

    @Test
    void ruleSetIsInForceFromItsFirstDayToItsLast() {
        LocalDate from = LocalDate.of(2011, 7, 6);
        LocalDate to = LocalDate.of(2024, 12, 29);
        RuleSet set = new RuleSet("old", Plans.TITLE, "test", from, to, "pv-ground", List.of(), rules(2));
        assertThat(set.inForce(from.minusDays(1))).isFalse();
        assertThat(set.inForce(from)).isTrue();
        assertThat(set.inForce(to)).isTrue();
        assertThat(set.inForce(to.plusDays(1))).isFalse();
        assertThatThrownBy(() -> new RuleSet("x", Plans.TITLE, "test", to, from, "pv-ground", List.of(), rules(2)))
                .hasMessageContaining("'x': valid from 2024-12-29, but only to 2011-07-06");
    }

    @Test
    void termsThatCannotBeMeantAreRefused() {
        assertThatThrownBy(() -> new Term.Within("sea", Double.NaN)).hasMessageContaining("'sea'");
        assertThatThrownBy(() -> new Term.Value("depth", null, null, null, null))
                .hasMessageContaining("bound");
        assertThatThrownBy(() -> new Term.Value("depth", 1.0, 1.0, null, null)).hasMessageContaining("same side");
        assertThatThrownBy(() -> new Term.Value("depth", 5.0, null, null, 5.0)).hasMessageContaining("never hold");
        assertThatThrownBy(() -> new Term.Any(List.of())).hasMessageContaining("any");
        assertThatThrownBy(() -> new Term.InClass("cover", List.of(), 0)).hasMessageContaining("class code");
        assertThatThrownBy(() -> new SiteRules(6, 1)).hasMessageContaining("4 or 8");
    }

    @Test
    void boundsBelongToTheRangeAsTheySay() {
        Term.Value range = new Term.Value("slope", 0.1, null, null, 0.3);
        assertThat(range.holds(0.1f)).isTrue();
        assertThat(range.holds(0.2f)).isTrue();
        assertThat(range.holds(0.3f)).isFalse();
        assertThat(new Term.Value("slope", null, 0.1, 0.3, null).holds(0.1f)).isFalse();
        assertThat(new Term.Value("slope", null, 0.1, 0.3, null).holds(0.3f)).isTrue();
    }

    @Test
    void leavesAreFoundAtAnyDepth() {
        Term term = new Term.Not(new Term.Any(List.of(
                Plans.LAND, new Term.All(List.of(new Term.Within("a", 1), new Term.Not(new Term.Within("b", 2)))))));
        assertThat(term.leaves()).containsExactly(Plans.LAND, new Term.Within("a", 1), new Term.Within("b", 2));
    }
}
