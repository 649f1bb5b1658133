package sinkmap.siting;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sinkmap.grid.SinkmapException;

/**
 * Turns the raw value of a criterion into its share of suitability, from 0 (unsuitable) to 1 (best): a fuzzy membership
 * as GIS-MCDA uses it (J. R. Eastman, Multi-criteria evaluation and GIS, in P. Longley et al., Geographical Information
 * Systems, 1999; J. Malczewski, GIS and Multicriteria Decision Analysis, 1999, chapter 4). Every form reaches 0 and 1
 * exactly, so no far away value leaves a trace.
 */
public sealed interface Membership {

    /** Membership of a raw value, 0 to 1; NaN for NaN. */
    double of(double value);

    /** The largest raw value at which the membership still changes; larger ones need not be exact. */
    double reach();

    /** Memberships of the first {@code count} raw values, put into {@code memberships}, which may be the same array. */
    default void of(float[] values, float[] memberships, int count) {
        for (int i = 0; i < count; i++) {
            memberships[i] = (float) of(values[i]);
        }
    }

    /**
     * 0 at {@code from} and beyond, 1 at {@code to} and beyond, straight between them; falls when from is above to.
     *
     * @param from raw value of membership 0
     * @param to raw value of membership 1
     */
    record Linear(double from, double to) implements Membership {
        public Linear {
            checkSlope("linear", from, to);
        }

        @Override
        public double of(double value) {
            return Math.max(0, Math.min(1, (value - from) / (to - from)));
        }

        @Override
        public void of(float[] values, float[] memberships, int count) {
            double zero = from;
            double width = to - from;
            for (int i = 0; i < count; i++) {
                // comparisons, as they cost a third of Math.min and Math.max
                double way = (values[i] - zero) / width;
                memberships[i] = way <= 0 ? 0 : way >= 1 ? 1 : (float) way;
            }
        }

        @Override
        public double reach() {
            return Math.max(from, to);
        }
    }

    /**
     * S-shaped: 0 at {@code from} and beyond, 1 at {@code to} and beyond, 0.5 and steepest half way; falls when from is
     * above to. The sigmoid of IDRISI's FUZZY (Eastman 1999): cos2(a) with a = (1 - t) pi/2 and t the share of the way
     * from {@code from} to {@code to}. Other than a logistic curve it ends, so nothing is cut off.
     *
     * @param from raw value of membership 0
     * @param to raw value of membership 1
     */
    record Sigmoid(double from, double to) implements Membership {
        public Sigmoid {
            checkSlope("sigmoid", from, to);
        }

        @Override
        public double of(double value) {
            double way = (value - from) / (to - from);
            if (Double.isNaN(way)) {
                return Double.NaN;
            }
            if (way <= 0 || way >= 1) {
                return way <= 0 ? 0 : 1;
            }
            double cosine = Math.cos((1 - way) * Math.PI / 2);
            return cosine * cosine;
        }

        @Override
        public double reach() {
            return Math.max(from, to);
        }
    }

    /**
     * 0 up to {@code a}, rising straight to 1 at {@code b}, 1 up to {@code c}, falling straight to 0 at {@code d}; a
     * triangle when b = c (L. A. Zadeh, Fuzzy sets, Information and Control 8, 1965, for the concept).
     */
    record Trapezoid(double a, double b, double c, double d) implements Membership {
        public Trapezoid {
            if (!(Double.isFinite(a) && Double.isFinite(d) && a < b && b <= c && c < d)) {
                throw new SinkmapException("trapezoid: needs a < b <= c < d, not " + a + ", " + b + ", " + c + ", " + d
                        + "; for one slope use linear, for a sharp edge an exclusion");
            }
        }

        @Override
        public double of(double value) {
            if (Double.isNaN(value)) {
                return value;
            }
            double rising = (value - a) / (b - a);
            double falling = (d - value) / (d - c);
            return Math.max(0, Math.min(1, Math.min(rising, falling)));
        }

        @Override
        public double reach() {
            return d;
        }
    }

    /**
     * Bell-shaped: exp(-(v - mean)2 / (2 sd2)), and 0 farther than 6 sd from the mean, where the formula gives less than
     * 1.6e-8.
     *
     * @param mean raw value of membership 1
     * @param sd distance from the mean at which the membership is 0.61, in the unit of the raw value
     */
    record Gaussian(double mean, double sd) implements Membership {

        private static final double CUT_sd = 6;

        public Gaussian {
            if (!Double.isFinite(mean)) {
                throw new SinkmapException("gaussian: mean must be a number, not " + mean);
            }
            if (!(sd > 0) || Double.isInfinite(sd)) {
                throw new SinkmapException("gaussian: sd must be above 0, not " + sd);
            }
        }

        @Override
        public double of(double value) {
            double z = (value - mean) / sd;
            return Math.abs(z) > CUT_sd ? 0 : Math.exp(-z * z / 2);
        }

        @Override
        public double reach() {
            return mean + CUT_sd * sd;
        }
    }

    /**
     * Straight between points, constant before the first and after the last.
     *
     * @param points at least two, raw values rising
     */
    record Piecewise(List<Point> points) implements Membership {

        /**
         * A point of the line.
         *
         * @param value raw value
         * @param membership its membership, 0 to 1
         */
        public record Point(double value, double membership) {
            public Point {
                if (!Double.isFinite(value)) {
                    throw new SinkmapException("piecewise: the value of a point must be a number, not " + value);
                }
                checkMembership("piecewise", membership);
            }
        }

        public Piecewise {
            points = List.copyOf(points);
            if (points.size() < 2) {
                throw new SinkmapException(
                        "piecewise: needs at least two points [value, membership], not " + points.size());
            }
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i).value <= points.get(i - 1).value) {
                    throw new SinkmapException("piecewise: values must rise, but " + points.get(i).value + " follows "
                            + points.get(i - 1).value);
                }
            }
            if (points.stream().mapToDouble(Point::membership).distinct().count() == 1) {
                throw new SinkmapException("piecewise: every point has membership " + points.get(0).membership
                        + "; a membership needs a slope");
            }
        }

        @Override
        public double of(double value) {
            if (Double.isNaN(value)) {
                return value;
            }
            Point before = points.get(0);
            if (value <= before.value) {
                return before.membership;
            }
            for (int i = 1; i < points.size(); i++) {
                Point after = points.get(i);
                if (value <= after.value) {
                    double way = (value - before.value) / (after.value - before.value);
                    return before.membership + way * (after.membership - before.membership);
                }
                before = after;
            }
            return before.membership;
        }

        @Override
        public double reach() {
            int last = points.size() - 1;
            while (points.get(last).membership == points.get(last - 1).membership) {
                last--;
            }
            return points.get(last).value;
        }
    }

    /**
     * A membership for each class code of a classified raster, whose values are never interpolated.
     *
     * @param layer the raster, to be named in errors
     * @param memberships memberships by code, 0 to 1
     * @param other membership of every other code, or null when another code is an error
     */
    record Classes(String layer, Map<Integer, Double> memberships, Double other) implements Membership {
        public Classes {
            // in the order of codes, so that a text of it is the same each time
            memberships = Collections.unmodifiableMap(new TreeMap<>(memberships));
            if (memberships.isEmpty()) {
                throw new SinkmapException("classes: needs a membership for at least one class code");
            }
            memberships.values().forEach(membership -> checkMembership("classes", membership));
            if (other != null) {
                checkMembership("classes", other);
            }
        }

        @Override
        public double of(double value) {
            if (Double.isNaN(value)) {
                return value;
            }
            Double found = value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE
                    ? memberships.getOrDefault((int) value, other)
                    : other;
            if (found == null) {
                throw new SinkmapException("layer '" + layer + "' holds class " + code(value)
                        + ", for which the plan has no membership (it knows " + codes()
                        + "); add the class or 'other' to 'classes'");
            }
            return found;
        }

        @Override
        public void of(float[] values, float[] results, int count) {
            float lastValue = Float.NaN;
            float lastMembership = Float.NaN;
            for (int i = 0; i < count; i++) {
                if (values[i] != lastValue) {
                    lastValue = values[i];
                    lastMembership = (float) of(lastValue);
                }
                results[i] = lastMembership;
            }
        }

        private static String code(double value) {
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }

        private String codes() {
            return new TreeMap<>(memberships)
                    .keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }

        @Override
        public double reach() {
            return memberships.keySet().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElseThrow();
        }
    }

    private static void checkSlope(String form, double from, double to) {
        if (!Double.isFinite(from) || !Double.isFinite(to)) {
            throw new SinkmapException(form + ": from and to must be numbers, not " + from + " and " + to);
        }
        if (from == to) {
            throw new SinkmapException(form + ": from and to are both " + from + "; a membership needs a slope");
        }
    }

    private static void checkMembership(String form, double membership) {
        if (!(membership >= 0 && membership <= 1)) {
            throw new SinkmapException(form + ": memberships lie between 0 and 1, not " + membership);
        }
    }
}
