package sinkmap.siting;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import sinkmap.grid.SinkmapException;

/**
 * Yield of wind turbines. The mean speed is brought to hub height by the power law v = v_ref (z / z_ref)^a (IEC 61400-1,
 * 6.3.2.2), speeds are spread by a Weibull distribution of shape k and scale c = v / Gamma(1 + 1/k) (C. Justus et al.,
 * "Methods for estimating wind speed frequency distributions", 1978), and the power curve is averaged over it.
 *
 * <p>With the survival function S(v) = exp(-(v/c)^k), the average of a power curve P is the integral of P' S, plus S
 * times each jump; P is straight between its points, so only S is integrated, by Simpson's rule. Speeds are those in air
 * of standard density, see {@link AirDensity}. Losses multiply: net over gross energy is the product of their factors.
 *
 * @param resource layer of the mean wind speed at reference height, m/s
 * @param weibullK shape of the Weibull distribution
 * @param referenceHeight_m height that the speeds are of
 * @param hubHeight_m height of the hub
 * @param shear exponent of the power law
 * @param powerCurve power over wind speed
 * @param air density of the air at the hub
 * @param losses what is lost between gross and net energy, at least one
 * @param source where the figures come from
 */
public record WindYield(
        String resource,
        double weibullK,
        double referenceHeight_m,
        double hubHeight_m,
        double shear,
        List<PowerPoint> powerCurve,
        AirDensity air,
        List<Loss> losses,
        String source)
        implements Yield {

    private static final double HOURS_A_YEAR = 8760;
    /** Mean speeds at reference height up to which {@link #hours} is tabulated, and the step, in m/s. */
    private static final double FASTEST = 40;

    private static final double STEP = 0.01;
    private static final int SIMPSON_PIECES = 32;

    /**
     * A point of a power curve.
     *
     * @param speed wind speed at hub height, m/s
     * @param share share of rated power, 0 to 1; 0 below the first point and above the last
     */
    public record PowerPoint(double speed, double share) {}

    /**
     * A loss between gross and net energy.
     *
     * @param name what loses: wake, availability, electrical ...
     * @param factor share of the energy that is left, 0 to 1
     */
    public record Loss(String name, double factor) {

        public Loss {
            require(
                    factor > 0 && factor <= 1,
                    "losses: " + name + " is the share of energy that is left, between 0 and 1, not " + factor);
        }
    }

    public WindYield {
        losses = List.copyOf(losses);
        powerCurve = List.copyOf(powerCurve);
        require(weibullK > 0.5 && weibullK < 10, "weibull_k must lie between 0.5 and 10, not " + weibullK);
        require(referenceHeight_m > 0, "reference_height_m must be positive, not " + referenceHeight_m);
        require(hubHeight_m > 0, "hub_height_m must be positive, not " + hubHeight_m);
        require(shear >= 0 && shear < 1, "shear must lie between 0 and 1, not " + shear);
        require(powerCurve.size() >= 2, "power_curve needs at least two points");
        for (int i = 0; i < powerCurve.size(); i++) {
            PowerPoint point = powerCurve.get(i);
            require(
                    point.speed >= 0 && point.share >= 0 && point.share <= 1,
                    "power_curve: point " + (i + 1) + " needs a speed and a share of rated power between 0 and 1");
            require(
                    i == 0 || point.speed > powerCurve.get(i - 1).speed,
                    "power_curve: speeds must rise, but point " + (i + 1) + " does not");
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new SinkmapException("yield.wind: " + message);
        }
    }

    /** Full-load hours a year at a mean wind speed at reference height. */
    public double hoursAt(double meanSpeed) {
        if (!(meanSpeed > 0)) {
            return Double.isNaN(meanSpeed) ? meanSpeed : 0;
        }
        double speed = meanSpeed * Math.pow(hubHeight_m / referenceHeight_m, shear) * air.speedRatio();
        double scale = speed / Gamma.of(1 + 1 / weibullK);
        double share = powerCurve.get(0).share * survival(powerCurve.get(0).speed, scale);
        for (int i = 1; i < powerCurve.size(); i++) {
            PowerPoint from = powerCurve.get(i - 1);
            PowerPoint to = powerCurve.get(i);
            if (to.share != from.share) {
                share += (to.share - from.share) / (to.speed - from.speed) * integral(from.speed, to.speed, scale);
            }
        }
        PowerPoint last = powerCurve.get(powerCurve.size() - 1);
        share -= last.share * survival(last.speed, scale);
        return share * HOURS_A_YEAR * netOfGross();
    }

    @Override
    public double netOfGross() {
        return losses.stream().mapToDouble(Loss::factor).reduce(1, (a, b) -> a * b);
    }

    @Override
    public String basis() {
        String parts = losses.stream()
                .map(loss -> loss.name + " " + Costs.number(loss.factor))
                .collect(Collectors.joining(" x "));
        return "Weibull k " + Costs.number(weibullK) + ", shear " + Costs.number(shear) + " from "
                + Costs.number(referenceHeight_m) + " to " + Costs.number(hubHeight_m) + " m, air "
                + Costs.number(air.value()) + " kg/m3, net of gross " + Costs.number(netOfGross()) + " (" + parts + ")";
    }

    private double survival(double speed, double scale) {
        return Math.exp(-Math.pow(speed / scale, weibullK));
    }

    /** Integral of the survival function. */
    private double integral(double from, double to, double scale) {
        double width = (to - from) / SIMPSON_PIECES;
        double sum = survival(from, scale) + survival(to, scale);
        for (int i = 1; i < SIMPSON_PIECES; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * survival(from + i * width, scale);
        }
        return sum * width / 3;
    }

    /** Straight between means of 0.01 m/s apart, which is exact to 0.01 hours. */
    @Override
    public DoubleUnaryOperator hours() {
        double[] table = new double[(int) Math.round(FASTEST / STEP) + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = hoursAt(i * STEP);
        }
        return speed -> {
            double at = speed / STEP;
            if (!(at >= 0 && at < table.length - 1)) {
                return hoursAt(speed);
            }
            int below = (int) at;
            return table[below] + (at - below) * (table[below + 1] - table[below]);
        };
    }
}
