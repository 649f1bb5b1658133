package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.Membership.Piecewise.Point;

class MembershipTest {

    private static final Membership.Classes COVER =
            new Membership.Classes("cover", Map.of(10, 0.25, 20, 1.0, -3, 0.0), null);

    private static Membership.Piecewise line(double... pairs) {
        return new Membership.Piecewise(IntStream.range(0, pairs.length / 2)
                .mapToObj(i -> new Point(pairs[2 * i], pairs[2 * i + 1]))
                .toList());
    }

    @Test
    void sigmoidRisesOrFallsBetweenItsEnds() {
        Membership rises = new Membership.Sigmoid(10, 14);
        assertThat(rises.of(9)).isZero();
        assertThat(rises.of(10)).isZero();
        assertThat(rises.of(11)).isEqualTo((2 - Math.sqrt(2)) / 4, within(1e-12)); // sin2(22.5 degrees)
        assertThat(rises.of(12)).isEqualTo(0.5, within(1e-12));
        assertThat(rises.of(14)).isEqualTo(1);
        assertThat(rises.of(99)).isEqualTo(1);
        Membership falls = new Membership.Sigmoid(14, 10);
        assertThat(falls.of(11)).isEqualTo((2 + Math.sqrt(2)) / 4, within(1e-12));
        assertThat(falls.of(14)).isZero();
        assertThat(falls.reach()).isEqualTo(14);
    }

    @Test
    void trapezoidHasTwoSlopesAndAPlateau() {
        Membership depth = new Membership.Trapezoid(5, 10, 30, 50);
        assertThat(DoubleStream.of(5, 6, 10, 20, 30, 45, 50, 80).map(depth::of).toArray())
                .containsExactly(0.0, 0.2, 1.0, 1.0, 1.0, 0.25, 0.0, 0.0);
        assertThat(depth.reach()).isEqualTo(50);
        assertThat(new Membership.Trapezoid(0, 2, 2, 3).of(2)).isEqualTo(1);
    }

    @Test
    void gaussianIsABellThatEnds() {
        Membership slope = new Membership.Gaussian(32, 4);
        assertThat(slope.of(32)).isEqualTo(1);
        assertThat(slope.of(28)).isEqualTo(0.60653066, within(1e-8)); // exp(-1/2)
        assertThat(slope.of(40)).isEqualTo(0.13533528, within(1e-8)); // exp(-2)
        assertThat(slope.of(56)).isPositive().isLessThan(1.6e-8);
        assertThat(slope.of(56.001)).isZero();
        assertThat(slope.reach()).isEqualTo(56);
    }

    @Test
    void piecewiseIsStraightBetweenPointsAndConstantBeyond() {
        Membership line = line(0, 0.5, 10, 1, 20, 0, 30, 0);
        assertThat(DoubleStream.of(-5, 0, 5, 10, 18, 25, 99).map(line::of).toArray())
                .containsExactly(new double[] {0.5, 0.5, 0.75, 1.0, 0.2, 0.0, 0.0}, within(1e-12));
        assertThat(line.reach()).isEqualTo(20);
    }

    @Test
    void classesHaveMembershipsByCode() {
        assertThat(COVER.of(10)).isEqualTo(0.25);
        assertThat(COVER.of(-3)).isZero();
        assertThat(new Membership.Classes("cover", Map.of(10, 0.25), 0.75).of(11))
                .isEqualTo(0.75);
        float[] memberships = new float[4];
        COVER.of(new float[] {10, 20, Float.NaN, 20}, memberships, 4);
        assertThat(memberships).containsExactly(0.25f, 1, Float.NaN, 1);
    }

    @Test
    void unknownClassIsAnErrorThatNamesCodeAndLayer() {
        assertThatThrownBy(() -> COVER.of(40))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("layer 'cover' holds class 40")
                .hasMessageContaining("it knows -3, 10, 20");
        assertThatThrownBy(() -> COVER.of(10.5)).hasMessageContaining("class 10.5");
    }

    @Test
    void membershipsThatCannotBeMeantAreRefused() {
        assertThatThrownBy(() -> new Membership.Sigmoid(3, 3)).hasMessageContaining("from and to are both 3");
        assertThatThrownBy(() -> new Membership.Sigmoid(3, Double.NaN)).hasMessageContaining("must be numbers");
        assertThatThrownBy(() -> new Membership.Trapezoid(1, 3, 2, 4)).hasMessageContaining("a < b <= c < d");
        assertThatThrownBy(() -> new Membership.Gaussian(1, -2)).hasMessageContaining("sd must be above 0");
        assertThatThrownBy(() -> line(1, 0)).hasMessageContaining("at least two points");
        assertThatThrownBy(() -> line(2, 0, 1, 1)).hasMessageContaining("1.0 follows 2.0");
        assertThatThrownBy(() -> new Membership.Piecewise(List.of())).hasMessageContaining("not 0");
        assertThatThrownBy(() -> new Membership.Classes("cover", Map.of(), 0.5)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new Membership.Classes("cover", Map.of(1, 2.0), null))
                .hasMessageContaining("not 2.0");
    }

    @Provide
    Arbitrary<Membership> forms() {
        return Arbitraries.of(
                new Membership.Linear(-20, 40),
                new Membership.Linear(40, -20),
                new Membership.Sigmoid(-20, 40),
                new Membership.Sigmoid(40, 0),
                new Membership.Trapezoid(-5, 0, 10, 60),
                new Membership.Gaussian(10, 8),
                line(-10, 0.3, 5, 0.9, 40, 0.1, 60, 0.1));
    }

    @Property
    void staysBetweenNoneAndFullAndConstantBeyondItsReach(
            @ForAll("forms") Membership form, @ForAll @DoubleRange(min = -200, max = 200) double value) {
        assertThat(form.of(value)).isBetween(0.0, 1.0);
        assertThat(form.of(form.reach() + Math.abs(value))).isEqualTo(form.of(form.reach() + 1), within(1.6e-8));
        assertThat(form.of(Double.NaN)).isNaN();
        float[] cells = {(float) value, Float.NaN};
        form.of(cells, cells, 2);
        assertThat(cells).containsExactly((float) form.of((float) value), Float.NaN);
    }

    @Test
    void linearMembershipsOfManyAreThoseOfEach() {
        float[] values = {Float.NaN, -3, 2, 2.5f, 7, 7.0000005f, 9, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};
        for (Membership membership : List.of(new Membership.Linear(2, 7), new Membership.Linear(7, 2))) {
            float[] memberships = new float[values.length];
            membership.of(values, memberships, values.length);
            for (int i = 0; i < values.length; i++) {
                assertThat(Float.floatToRawIntBits(memberships[i]))
                        .isEqualTo(Float.floatToRawIntBits((float) membership.of(values[i])));
            }
        }
    }
}
