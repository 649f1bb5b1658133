package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import sinkmap.catalog.Catalog;
import sinkmap.siting.PlanTarget;
import sinkmap.siting.ProjectFigures;
import sinkmap.siting.SiteFigures;

/** The figures of the plans that ship with the project against published plants. */
class ShippedFiguresTest {

    private static final Plans PLANS = new Plans(Catalog.read(Path.of("layers"), Path.of("styles")));

    /** The figures of a plan without the grid connection, whose features are not at hand here. */
    private static ProjectFigures figures(String plan) {
        ProjectFigures all = PLANS.get(plan).figures();
        return new ProjectFigures(all.density(), all.yield(), all.avoided(), all.costs(), null, all.targets());
    }

    @Test
    void offshoreWindMeetsPeninsulaNorthN2WithinOnePercent() {
        // 900 MW, 75 x 12 MW: 4181.36 GWh gross, 3099.05 GWh net, 3443 h, capacity factor 0.393; 7.7 m/s at 100 m
        ProjectFigures figures = figures("wind-offshore");
        double area_ha = 900 * 14;
        SiteFigures site = SiteFigures.of(
                figures, area_ha, area_ha, figures.yield().hours().applyAsDouble(7.7), null);
        assertThat(site.capacity_mw()).isEqualTo(900, within(1e-9));
        assertThat(site.grossHours() * 0.9).isEqualTo(4181.36, within(0.01 * 4181.36));
        assertThat(site.energy_gwh()).isEqualTo(3099.05, within(0.01 * 3099.05));
        assertThat(site.fullLoadHours()).isEqualTo(3443, within(0.01 * 3443));
        assertThat(site.capacityFactor()).isEqualTo(0.393, within(0.004));
    }

    @Test
    void photovoltaicsMeetTheMeanHoursOfFixedArrays() {
        double hours = figures("pv-saline-alkali").yield().hours().applyAsDouble(1400);
        assertThat(hours).isEqualTo(1300, within(5.0));
    }

    @Test
    void targetsComeFromTheCarbonPeakPlan() {
        SiteFigures site = SiteFigures.of(figures("pv-saline-alkali"), 1000, 1000, 1300, null);
        assertThat(site.targets())
                .containsExactly(
                        new PlanTarget.Share("T07", 550.0 / 95_000, null),
                        new PlanTarget.Share("T13", null, "not set by the plan"));
    }
}
