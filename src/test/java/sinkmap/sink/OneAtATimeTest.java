package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.OneAtATime.Input;

class OneAtATimeTest {

    private static final Input AREA = new Input("area", new Interval(10, 8, 13), false);
    private static final Input DENSITY = new Input("density", new Interval(5, 4, 7), false);

    private static double[] stock(Map<String, Double> of) {
        return new double[] {of.get("area") * of.get("density"), Double.NaN};
    }

    @Test
    void deviationsAddUpInQuadratureDownwardAndUpwardByThemselves() {
        Interval stock = OneAtATime.outcomes(List.of(AREA, DENSITY), OneAtATimeTest::stock)
                .get(0);
        // down: 2 x 5 and 10 x 1; up: 3 x 5 and 10 x 2
        assertThat(stock.value()).isEqualTo(50);
        assertThat(stock.low()).isCloseTo(50 - Math.sqrt(200), within(1e-9));
        assertThat(stock.high()).isCloseTo(50 + Math.sqrt(225 + 400), within(1e-9));
    }

    @Test
    void anInputThatLowersTheOutcomeWidensTheOtherSide() {
        Interval net = OneAtATime.outcomes(List.of(DENSITY), of -> new double[] {-3 * of.get("density")})
                .get(0);
        assertThat(net).isEqualTo(new Interval(-15, -21, -12));
    }

    @Test
    void anInputThatCannotGoDownIsTakenToBeLinear() {
        Interval stock = OneAtATime.outcomes(List.of(new Input("area", new Interval(10, 8, 12), true)), of ->
                        new double[] {of.get("area") < 10 ? Double.POSITIVE_INFINITY : of.get("area") * 5})
                .get(0);
        assertThat(stock).isEqualTo(new Interval(50, 40, 60));
    }

    @Test
    void whatIsNoNumberHasNoInterval() {
        Interval none = OneAtATime.outcomes(List.of(AREA, DENSITY), OneAtATimeTest::stock)
                .get(1);
        assertThat(none.low()).isNaN();
        assertThat(none.high()).isNaN();
    }

    @Test
    void anIntervalThatDoesNotHoldItsValueIsRefusedByName() {
        assertThatThrownBy(() -> new Input("density", new Interval(5, 6, 7), false))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("'density'");
    }
}
