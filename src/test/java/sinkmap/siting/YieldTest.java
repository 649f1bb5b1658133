package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.WindYield.PowerPoint;

class YieldTest {

    /** Share of rated power at 3, 4, ... m/s of a turbine of the 12 MW class, about 240 W/m2 of rotor. */
    private static final double[] CURVE = {0.01, 0.05, 0.13, 0.24, 0.39, 0.58, 0.79, 0.95, 1.0};

    private static List<PowerPoint> curve() {
        List<PowerPoint> curve = new ArrayList<>();
        for (int i = 0; i < CURVE.length; i++) {
            curve.add(new PowerPoint(3 + i, CURVE[i]));
        }
        curve.add(new PowerPoint(25, 1));
        return curve;
    }

    private static WindYield offshore(double losses) {
        return new WindYield(
                "wind-100m",
                2.1,
                100,
                150,
                0.11,
                curve(),
                AirDensity.STANDARD,
                List.of(new WindYield.Loss("all", losses)),
                "test");
    }

    @Test
    void reproducesThePublishedHoursOfOffshoreFarm() {
        // Peninsula North N2, 900 MW: 4181.36 GWh gross, 3099.05 GWh net, 3443 h; mean 7.7 m/s at 100 m
        assertThat(offshore(0.741).hoursAt(7.7)).isEqualTo(3443, within(0.01 * 3443));
        assertThat(offshore(1).hoursAt(7.7)).isEqualTo(4181.36 / 0.9, within(0.01 * 4646));
    }

    @Property(tries = 30)
    void agreesWithCrudeSummation(@ForAll @DoubleRange(min = 3, max = 14) double speed) {
        WindYield yield = offshore(1);
        double hub = speed * Math.pow(1.5, 0.11);
        double scale = hub / Gamma.of(1 + 1 / 2.1);
        double step = 0.001;
        double sum = 0;
        for (double v = 3 + step / 2; v < 25; v += step) {
            int below = (int) v - 3;
            double share = v >= 11 ? 1 : CURVE[below] + (v - Math.floor(v)) * (CURVE[below + 1] - CURVE[below]);
            sum += share * 2.1 / scale * Math.pow(v / scale, 1.1) * Math.exp(-Math.pow(v / scale, 2.1)) * step;
        }
        assertThat(yield.hoursAt(speed)).isEqualTo(sum * 8760, within(0.01));
    }

    @Property(tries = 100)
    void tableAgreesWithTheFormula(@ForAll @DoubleRange(min = 0, max = 50) double speed) {
        assertThat(TABLE.applyAsDouble(speed)).isEqualTo(offshore(0.741).hoursAt(speed), within(0.01));
    }

    private static final DoubleUnaryOperator TABLE = offshore(0.741).hours();

    @Test
    void noWindGivesNoHoursAndNoDataNone() {
        assertThat(TABLE.applyAsDouble(0)).isZero();
        assertThat(TABLE.applyAsDouble(Double.NaN)).isNaN();
        assertThat(new PvYield("ghi", 1.1, 0.8, "test").hours().applyAsDouble(Float.NaN))
                .isNaN();
    }

    @Test
    void photovoltaicsFollowTheSun() {
        assertThat(new PvYield("ghi", 1.13, 0.82, "test").hours().applyAsDouble(1400))
                .isEqualTo(1297.24, within(1e-9));
    }

    @Test
    void gammaOfKnownArguments() {
        assertThat(Gamma.of(0.5)).isEqualTo(Math.sqrt(Math.PI), within(1e-13));
        assertThat(Gamma.of(1.5)).isEqualTo(Math.sqrt(Math.PI) / 2, within(1e-14));
        assertThat(Gamma.of(6)).isEqualTo(120, within(1e-11));
    }

    @Test
    void refusesFiguresThatCannotBe() {
        assertThatThrownBy(() -> new PvYield("ghi", 1.1, 82, "test"))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("performance_ratio");
        assertThatThrownBy(() -> offshore(74.1)).hasMessageContaining("losses");
        List<PowerPoint> falling = List.of(new PowerPoint(5, 0), new PowerPoint(4, 1));
        assertThatThrownBy(() -> new WindYield("w", 2, 100, 150, 0.1, falling, AirDensity.STANDARD, List.of(), "test"))
                .hasMessageContaining("point 2");
        assertThatThrownBy(() -> new Density(7, 8, 9, "MW/km2", "test")).hasMessageContaining("low <= value");
        assertThatThrownBy(() -> new Density(7, 6, 9, "MW/ha", "test")).hasMessageContaining("MW/km2");
    }
}
