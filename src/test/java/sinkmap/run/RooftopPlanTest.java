package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import sinkmap.catalog.Catalog;
import sinkmap.grid.SinkmapException;

class RooftopPlanTest {

    private final Catalog catalog = Catalog.read(Path.of("layers"), Path.of("styles"));

    @Test
    void theProjectsAssessmentIsReadAsItStands() {
        RooftopPlan plan = RooftopPlan.get(catalog, "pv-rooftop-county");

        assertThat(plan.uses())
                .extracting(RooftopPlan.Use::code)
                .containsExactly("government", "public-service", "industry", "rural-home");
        assertThat(plan.uses()).extracting(RooftopPlan.Use::usableShare).containsExactly(0.5, 0.4, 0.3, 0.2);
    }

    @Test
    void groundTimesSharesTimesDensityIsCapacity() {
        RooftopPlan plan = RooftopPlan.get(catalog, "pv-rooftop-county");

        // 200 ha of industry at 1,200 h: 70 ha of roof, 21 ha usable, 150 MW/km2
        RooftopRun.Sums sums = RooftopRun.sums(plan, plan.uses().get(2), 200, 200 * 1200);

        assertThat(sums.roof_ha()).isCloseTo(70, within(1e-9));
        assertThat(sums.usable_ha()).isCloseTo(21, within(1e-9));
        assertThat(sums.capacity_mw()).isCloseTo(31.5, within(1e-9));
        assertThat(sums.energy_gwh()).isCloseTo(37.8, within(1e-9));
        // 0.25 x 0.3 x 100 and 0.45 x 0.3 x 200 MW/km2 on 2 km2
        assertThat(sums.capacityLow_mw()).isCloseTo(15, within(1e-9));
        assertThat(sums.capacityHigh_mw()).isCloseTo(54, within(1e-9));
    }

    @Test
    void anUnknownAssessmentIsNamed() {
        assertThatThrownBy(() -> RooftopPlan.get(catalog, "pv-roof"))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("there is no assessment 'pv-roof' in");
        assertThatThrownBy(() -> RooftopPlan.get(catalog, "../region")).isInstanceOf(SinkmapException.class);
    }
}
