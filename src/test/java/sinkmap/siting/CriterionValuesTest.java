package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sinkmap.grid.Mask;
import sinkmap.grid.SinkmapException;

class CriterionValuesTest {

    private static final Criterion SUN =
            new Criterion("sun", Plans.TITLE, new Criterion.RasterValue("ghi"), new Membership.Linear(1000, 1500), 0.7);
    private static final Criterion GRID = new Criterion(
            "grid", Plans.TITLE, new Criterion.DistanceTo("substation", null), new Membership.Linear(400, 0), 0.3);
    private static final Plan PLAN =
            Plans.plan(Unknown.EXCLUDED, Plans.LAND, List.of(), List.of(SUN, GRID), new SiteRules(4, 0));

    private static Ground ground() {
        return new Ground(2, 4)
                .with("land", "POLYGON ((0 0, 400 0, 400 200, 0 200, 0 0), (0 0, 100 0, 100 100, 0 100, 0 0))")
                .with("substation", "POINT (50 150)")
                .raster("ghi", "kWh/m2/yr", """
                        900  1000 1250 1600
                        1250 1100    - 1500
                        """);
    }

    private static Mask cells(Ground ground) {
        return Screening.of(PLAN, ground).available();
    }

    @Test
    void valuesAreThoseOfTheCellsInTheirOrder() {
        assertThat(CriterionValues.of(PLAN, SUN, cells(ground()), ground()))
                .containsExactly(900, 1000, 1250, 1600, 1100, Float.NaN, 1500);
        assertThat(CriterionValues.of(PLAN, GRID, cells(ground()), ground()))
                .containsExactly(0, 100, 200, 300, (float) (100 * Math.sqrt(2)), (float) (100 * Math.sqrt(5)), (float)
                        (100 * Math.sqrt(10)));
    }

    @Test
    void windowWithoutFeatureInReachIsAtLeastThatFar() {
        Ground far = ground().with("substation");
        Criterion lenient = new Criterion("grid", Plans.TITLE, GRID.value(), GRID.membership(), 0.3);
        Ground elsewhere = new Ground(2, 4) {
            @Override
            public boolean holds(String layer, String where, double distance_m) {
                return true;
            }
        };
        assertThat(cells(ground()).count()).isEqualTo(7);
        assertThat(CriterionValues.of(PLAN, lenient, cells(ground()), elsewhere))
                .containsOnly(500);
        assertThatThrownBy(() -> CriterionValues.of(PLAN, GRID, cells(ground()), far))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("criterion 'grid': layer 'substation' holds no feature within 400 m");
    }

    @Test
    void membershipsThatDifferLittleLookEquallyFar() {
        assertThat(reach_m(0, 31_000)).isEqualTo(reach_m(40_000, 2_000)).isEqualTo(50_000);
        assertThat(reach_m(0, 20_000)).isEqualTo(20_000);
        assertThat(reach_m(0, 50_001)).isEqualTo(100_000);
        assertThat(reach_m(0, 0.3)).isEqualTo(0.5);
    }

    private static double reach_m(double from, double to) {
        return new Criterion("grid", Plans.TITLE, GRID.value(), new Membership.Linear(from, to), 0.3).reach_m();
    }

    @Test
    void criterionWithoutDataIsAnErrorThatNamesIt() {
        Ground dark = ground().raster("ghi", "kWh/m2/yr", "- - - -\n- - - -");
        assertThatThrownBy(() -> CriterionValues.of(PLAN, SUN, cells(ground()), dark))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("plan 'sunny', criterion 'sun': layer 'ghi' holds no data");
    }
}
