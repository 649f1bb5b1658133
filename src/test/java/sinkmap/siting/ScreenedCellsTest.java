package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import sinkmap.grid.Grid;
import sinkmap.grid.SinkmapException;

/** Two rows by three columns of 200 m, each screened in 2 x 2 parts of 100 m. */
class ScreenedCellsTest {

    private static final Grid CELLS = new Grid("local", 0, 400, 200, 2, 3);
    private static final Exclusion POND = Plans.rule("pond", new Term.Within("pond", 0));
    private static final Exclusion WOOD = Plans.rule("wood", new Term.Within("wood", 0));

    private static Plan plan(double availableFrom) {
        return new Plan(
                "sunny",
                Plans.TITLE,
                null,
                "pv-ground",
                null,
                new ScreeningPolicy(Unknown.EXCLUDED, 2, availableFrom),
                Plans.LAND,
                List.of(POND, WOOD),
                List.of(Plans.SUN),
                new Weighting("test"),
                new SiteRules(8, 0),
                new ProjectFigures(
                        new Density(50, 40, 60, "MW/km2", "test"), new PvYield("ghi", 1.1, 0.8, "test"), null));
    }

    /** Land is all but the last column of parts; the pond takes three parts of the first cell, the wood one more. */
    private static Screening screening(double availableFrom) {
        Ground ground = new Ground(4, 6)
                .with("land", "POLYGON ((0 0, 500 0, 500 400, 0 400, 0 0))")
                .with("pond", "POLYGON ((0 200, 100 200, 100 300, 200 300, 200 400, 0 400, 0 200))")
                .with("wood", "POLYGON ((100 200, 300 200, 300 300, 100 300, 100 200))");
        return Screening.of(plan(availableFrom), ground);
    }

    @Test
    void shareIsTheAvailablePartOfACell() {
        ScreenedCells cells = ScreenedCells.of(screening(0.5), CELLS);
        assertThat(cells.share().values()).containsExactly(0, 0.75f, 0.5f, 1, 1, 0.5f);
        assertThat(cells.reasons().values()).containsExactly(3, 2, 0, 0, 0, 0);
    }

    @Test
    void cellBelongsToSitesFromTheShareThatThePlanAsksFor() {
        assertThat(Ground.draw(ScreenedCells.of(screening(0.5), CELLS).available()))
                .isEqualTo("""
                        .##
                        ###
                        """);
        assertThat(Ground.draw(ScreenedCells.of(screening(0.75), CELLS).available()))
                .isEqualTo("""
                        .#.
                        ##.
                        """);
        Screening screening = screening(1);
        assertThat(Ground.draw(ScreenedCells.available(screening.available(), CELLS, 1)))
                .isEqualTo(Ground.draw(ScreenedCells.of(screening, CELLS).available()));
    }

    @Test
    void areasAreThoseOfTheParts() {
        Screening screening = screening(0.5);
        ScreenedAreas areas = new ScreenedAreas(plan(0.5), CELLS.cellArea_ha() / 4);
        areas.add(screening);
        assertThat(areas.eligible_ha()).isEqualTo(20);
        assertThat(areas.available_ha()).isEqualTo(15);
        double sum = 0;
        for (float share : ScreenedCells.of(screening, CELLS).share().values()) {
            sum += share * CELLS.cellArea_ha();
        }
        assertThat(sum).isEqualTo(areas.available_ha(), within(1e-6));
    }

    @Test
    void policyThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new ScreeningPolicy(Unknown.EXCLUDED, 11, 0.5))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("parts must lie between 1 and 10");
        assertThatThrownBy(() -> new ScreeningPolicy(Unknown.EXCLUDED, 2, 0))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("available_from");
    }
}
