package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters of rules, on a site of 12.5 ha in 东营 without a plan. */
class ConditionTest {

    private static final Map<String, Object> SITE = new HashMap<>();

    static {
        SITE.put("area_ha", 12.5);
        SITE.put("rank", 7L);
        SITE.put("city", "东营 Dongying");
        SITE.put("code", "0700");
        SITE.put("plan", null);
    }

    private static boolean holds(String condition) {
        Rule rule = StyleFixture.rules("<Rule><ogc:Filter>" + condition + "</ogc:Filter></Rule>")
                .rules()
                .get(0);
        return rule.condition().holds(SITE);
    }

    private static String binary(String name, String property, String literal) {
        return "<ogc:%1$s><ogc:PropertyName>%2$s</ogc:PropertyName><ogc:Literal>%3$s</ogc:Literal></ogc:%1$s>"
                .formatted(name, property, literal);
    }

    @ParameterizedTest
    @CsvSource({
        "PropertyIsEqualTo, area_ha, 12.50, true",
        "PropertyIsEqualTo, code, 700, true",
        "PropertyIsEqualTo, city, 东营, false",
        "PropertyIsNotEqualTo, rank, 8, true",
        "PropertyIsLessThan, rank, 10, true",
        "PropertyIsLessThan, area_ha, 9, false",
        "PropertyIsLessThanOrEqualTo, rank, 7, true",
        "PropertyIsGreaterThan, rank, 7, false",
        "PropertyIsGreaterThanOrEqualTo, rank, 7, true",
        "PropertyIsGreaterThan, city, A, true",
        "PropertyIsEqualTo, plan, '', false",
        "PropertyIsNotEqualTo, plan, x, false"
    })
    void comparisons(String name, String property, String literal, boolean holds) {
        assertThat(holds(binary(name, property, literal))).isEqualTo(holds);
    }

    @Test
    void caseCountsUnlessTheFilterSaysOtherwise() {
        String filter = "<ogc:PropertyIsEqualTo matchCase='%s'><ogc:PropertyName>city</ogc:PropertyName>"
                + "<ogc:Literal>东营 DONGYING</ogc:Literal></ogc:PropertyIsEqualTo>";
        assertThat(holds(filter.formatted("true"))).isFalse();
        assertThat(holds(filter.formatted("false"))).isTrue();
    }

    @Test
    void logic() {
        String yes = binary("PropertyIsEqualTo", "rank", "7");
        String no = binary("PropertyIsEqualTo", "rank", "8");
        assertThat(holds("<ogc:And>" + yes + no + "</ogc:And>")).isFalse();
        assertThat(holds("<ogc:Or>" + no + yes + "</ogc:Or>")).isTrue();
        assertThat(holds("<ogc:Not>" + no + "</ogc:Not>")).isTrue();
        assertThat(holds("<ogc:PropertyIsNull><ogc:PropertyName>plan</ogc:PropertyName></ogc:PropertyIsNull>"))
                .isTrue();
    }

    @Test
    void betweenIncludesItsBounds() {
        String between = "<ogc:PropertyIsBetween><ogc:PropertyName>area_ha</ogc:PropertyName><ogc:LowerBoundary>"
                + "<ogc:Literal>%s</ogc:Literal></ogc:LowerBoundary><ogc:UpperBoundary><ogc:Literal>%s</ogc:Literal>"
                + "</ogc:UpperBoundary></ogc:PropertyIsBetween>";
        assertThat(holds(between.formatted(12.5, 20))).isTrue();
        assertThat(holds(between.formatted(5, 12.5))).isTrue();
        assertThat(holds(between.formatted(12.6, 20))).isFalse();
    }

    @Test
    void elementsOfFesAreReadToo() {
        assertThat(holds("<fes:PropertyIsEqualTo><fes:ValueReference>rank</fes:ValueReference>"
                        + "<fes:Literal>7</fes:Literal></fes:PropertyIsEqualTo>"))
                .isTrue();
    }

    @Test
    void arithmeticAndFunctionsMayBeCompared() {
        assertThat(holds("<ogc:PropertyIsEqualTo><ogc:Sub><ogc:Mul><ogc:PropertyName>rank</ogc:PropertyName>"
                        + "<ogc:Literal>3</ogc:Literal></ogc:Mul><ogc:Literal>1</ogc:Literal></ogc:Sub>"
                        + "<ogc:Literal>20</ogc:Literal></ogc:PropertyIsEqualTo>"))
                .isTrue();
        assertThat(holds("<ogc:PropertyIsEqualTo><ogc:Function name='strLength'><ogc:PropertyName>code"
                        + "</ogc:PropertyName></ogc:Function><ogc:Literal>4</ogc:Literal></ogc:PropertyIsEqualTo>"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "东营*, true",
        "*ying, true",
        "*?ying, true",
        "D*, false",
        "东营 Dongyin, false",
        "东营 Dongying, true",
        "!*, false",
        "*o*g*g, true",
        "*ying?, false",
        "东营*, true"
    })
    void patterns(String pattern, boolean holds) {
        assertThat(holds("<ogc:PropertyIsLike wildCard='*' singleChar='?' escape='!'><ogc:PropertyName>city"
                        + "</ogc:PropertyName><ogc:Literal>" + pattern + "</ogc:Literal></ogc:PropertyIsLike>"))
                .isEqualTo(holds);
    }

    @Test
    void aPatternFullOfWildcardsDoesNotExplode() {
        TextPattern pattern = new TextPattern("*a".repeat(40) + "b", "*", "?", "!", true);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(pattern.fits("a".repeat(20_000))).isFalse());
    }
}
