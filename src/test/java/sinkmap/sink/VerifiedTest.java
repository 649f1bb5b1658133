package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;

class VerifiedTest {

    private static final Stratum MARSH = new Stratum("marsh", "*", 10, true, true);
    private static final Stratum FIELD = new Stratum("field", "*", 5, false, true);

    private static Factor row(
            String id, Formula formula, Stratum stratum, Pool pool, Quantity quantity, double value, Verification how) {
        Interval exact = Interval.exactly(value);
        return new Factor(
                id,
                "one",
                formula,
                stratum.layer(),
                "*",
                pool,
                quantity,
                exact,
                exact,
                quantity.unit(),
                "m",
                "e",
                "1",
                "s",
                "b",
                how,
                "low");
    }

    private static Mask cells(Grid grid, int from, int to) {
        Mask mask = new Mask(grid);
        for (int cell = from; cell < to; cell++) {
            mask.set(cell);
        }
        return mask;
    }

    /** 4 ha of marsh, 2 ha of field. */
    private static Account account(List<Factor> rows) {
        Stocks stocks = new Stocks(List.of(MARSH, FIELD), new Factors(rows), List.of("one"));
        Grid grid = new Grid("EPSG:32650", 500_000, 4_000_000, 100, 1, 8);
        StratumMap map = new StratumMap(grid, List.of(MARSH, FIELD));
        map.add(MARSH, cells(grid, 0, 4));
        map.add(FIELD, cells(grid, 4, 6));
        return stocks.account(
                List.of(new Partition("whole", StratumAreas.count(map, 0, cell -> 0), List.of(), "outside")));
    }

    @Test
    void aPoolIsAsSureAsTheLeastSureOfItsRowsAndAllTogetherAreTheStock() {
        Account account = account(List.of(
                row("mass", Formula.DRY_MASS, MARSH, Pool.LITTER, Quantity.DRY_MASS, 4, Verification.SECOND_SOURCE),
                row(
                        "carbon",
                        Formula.DRY_MASS,
                        MARSH,
                        Pool.LITTER,
                        Quantity.CARBON_FRACTION,
                        0.5,
                        Verification.ASSUMPTION),
                row("soil", Formula.DENSITY, MARSH, Pool.SOIL, Quantity.DENSITY, 30, Verification.SECOND_SOURCE),
                row("burial", Formula.RATE, MARSH, Pool.SOIL, Quantity.RATE, 0.9, Verification.NOT_CONFIRMED),
                row("topsoil", Formula.DENSITY, FIELD, Pool.SOIL, Quantity.DENSITY, 18, Verification.SOURCE_READ)));
        assertThat(Verified.of(account))
                .extracting(Verified::verification, Verified::rows)
                .containsExactly(
                        tuple(Verification.SOURCE_READ, 1),
                        tuple(Verification.SECOND_SOURCE, 2),
                        tuple(Verification.NOT_CONFIRMED, 1),
                        tuple(Verification.ASSUMPTION, 1));
        // field 2 ha x 18; marsh soil 4 ha x 30; no stock rests on the burial; litter 4 ha x 4 t x 0.5
        assertThat(Verified.of(account)).extracting(Verified::stock_tc).containsExactly(36.0, 120.0, 0.0, 8.0);
        assertThat(Verified.of(account).stream().mapToDouble(Verified::stock_tc).sum())
                .isCloseTo(account.stock().value().value(), within(1e-9));
    }
}
