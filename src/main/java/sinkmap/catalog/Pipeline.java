package sinkmap.catalog;

import java.util.Arrays;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;

/**
 * From one CRS through longitude and latitude to another; points outside a domain become NaN on the way.
 *
 * @param from the CRS that points come in
 * @param shift the datum shift between the two, or null
 * @param to the CRS that points leave in
 */
record Pipeline(Projection from, MathTransform shift, Projection to) {

    void transform(double[] xy, int count) {
        if (!from.geographic()) {
            for (int i = 0; i < count; i++) {
                keep(xy, i, from.reaches(xy[2 * i]));
            }
            apply(from.inverse(), xy, count);
        }
        for (int i = 0; i < count; i++) {
            keep(xy, i, from.holds(xy[2 * i], xy[2 * i + 1]));
        }
        if (shift != null) {
            apply(shift, xy, count);
        }
        if (!to.geographic()) {
            for (int i = 0; i < count; i++) {
                keep(xy, i, to.holds(xy[2 * i], xy[2 * i + 1]));
            }
            apply(to.forward(), xy, count);
        }
    }

    /** Makes point i NaN when it is not {@code valid} or half of it is NaN. */
    private static void keep(double[] xy, int i, boolean valid) {
        if (!valid || Double.isNaN(xy[2 * i]) || Double.isNaN(xy[2 * i + 1])) {
            xy[2 * i] = Double.NaN;
            xy[2 * i + 1] = Double.NaN;
        }
    }

    private static void apply(MathTransform step, double[] xy, int count) {
        double[] before = Arrays.copyOf(xy, 2 * count);
        try {
            step.transform(before, 0, xy, 0, count);
        } catch (TransformException e) {
            for (int i = 0; i < count; i++) {
                applyToOne(step, before, xy, i);
            }
        }
        for (int i = 0; i < count; i++) {
            keep(xy, i, Double.isFinite(xy[2 * i]) && Double.isFinite(xy[2 * i + 1]));
        }
    }

    private static void applyToOne(MathTransform step, double[] source, double[] target, int i) {
        try {
            step.transform(source, 2 * i, target, 2 * i, 1);
        } catch (TransformException e) {
            target[2 * i] = Double.NaN;
        }
    }
}
