package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;

class SuitabilityTest {

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

    private static Suitability suitability(Ground ground) {
        return Suitability.of(PLAN, Screening.of(PLAN, ground), ground);
    }

    @Test
    void scoreIsTheWeightedSumOfMemberships() {
        float[] scores = suitability(ground()).score().values();
        assertThat(scores[0]).isEqualTo(0.3f, within(1e-6f)); // 0.7 x 0 + 0.3 x 1
        assertThat(scores[1]).isEqualTo(0.225f, within(1e-6f)); // 0.7 x 0 + 0.3 x 300/400
        assertThat(scores[2]).isEqualTo(0.5f, within(1e-6f)); // 0.7 x 0.5 + 0.3 x 200/400
        assertThat(scores[3]).isEqualTo(0.775f, within(1e-6f)); // 0.7 x 1 + 0.3 x 100/400
        assertThat(scores[4]).isNaN();
        assertThat(scores[5]).isEqualTo((float) (0.7 * 0.2 + 0.3 * (1 - Math.sqrt(2) / 4)), within(1e-6f));
    }

    @Test
    void cellWithoutDataIsNotAvailable() {
        Suitability suitability = suitability(ground());
        assertThat(Ground.draw(suitability.available())).isEqualTo("""
                ####
                .#.#
                """);
        assertThat(suitability.score().values()[6]).isNaN();
        assertThat(suitability.missing_ha(0)).isEqualTo(1);
        assertThat(suitability.missing_ha(1)).isZero();
    }

    @Test
    void keepsRawValuesAndMemberships() {
        Suitability suitability = suitability(ground());
        assertThat(suitability.raw(0).values())
                .containsExactly(900, 1000, 1250, 1600, Float.NaN, 1100, Float.NaN, 1500);
        assertThat(suitability.membership(0).values()).containsExactly(0, 0, 0.5f, 1, Float.NaN, 0.2f, Float.NaN, 1);
        assertThat(suitability.raw(1).at(0, 3)).isEqualTo(300);
        assertThat(suitability.unit(0)).isEqualTo("kWh/m2/yr");
        assertThat(suitability.unit(1)).isEqualTo("m");
    }

    @Test
    void criterionWithoutDataIsAnErrorThatNamesIt() {
        Ground dark = ground().raster("ghi", "kWh/m2/yr", "- - - -\n- - - -");
        assertThatThrownBy(() -> suitability(dark))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("plan 'sunny', criterion 'sun': layer 'ghi' holds no data");
        Ground remote = ground().with("substation");
        assertThatThrownBy(() -> suitability(remote))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("criterion 'grid': layer 'substation' holds no feature within 400 m");
    }

    @Test
    void linearMembershipRisesOrFalls() {
        Membership falls = new Membership.Linear(120_000, 20_000);
        assertThat(falls.of(130_000)).isZero();
        assertThat(falls.of(20_000)).isEqualTo(1);
        assertThat(falls.of(45_000)).isEqualTo(0.75);
        assertThat(new Membership.Linear(6.5, 8).of(Double.NaN)).isNaN();
        assertThatThrownBy(() -> new Membership.Linear(3, 3)).isInstanceOf(SinkmapException.class);
    }
}
