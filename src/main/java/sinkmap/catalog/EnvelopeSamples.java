package sinkmap.catalog;

import org.locationtech.jts.geom.Envelope;

/** Points on the edges of an envelope and, fewer, inside it. */
final class EnvelopeSamples {

    private static final int EDGE = 256;
    private static final int INSIDE = 24;

    private EnvelopeSamples() {}

    /** x0, y0, x1, y1, ... */
    static double[] of(Envelope envelope) {
        double[] xy = new double[2 * (4 * (EDGE + 1) + (INSIDE - 1) * (INSIDE - 1))];
        int n = 0;
        for (int i = 0; i <= EDGE; i++) {
            double share = (double) i / EDGE;
            n = put(xy, n, envelope, share, 0);
            n = put(xy, n, envelope, share, 1);
            n = put(xy, n, envelope, 0, share);
            n = put(xy, n, envelope, 1, share);
        }
        for (int i = 1; i < INSIDE; i++) {
            for (int j = 1; j < INSIDE; j++) {
                n = put(xy, n, envelope, (double) i / INSIDE, (double) j / INSIDE);
            }
        }
        return xy;
    }

    private static int put(double[] xy, int n, Envelope envelope, double right, double up) {
        xy[n] = envelope.getMinX() * (1 - right) + envelope.getMaxX() * right;
        xy[n + 1] = envelope.getMinY() * (1 - up) + envelope.getMaxY() * up;
        return n + 2;
    }
}
