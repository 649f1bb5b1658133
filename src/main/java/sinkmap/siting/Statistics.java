package sinkmap.siting;

import java.util.Arrays;

/**
 * Statistics of the memberships of the scored cells, which objective weights and TOPSIS need. They add up: one gathers
 * each part of a region, and {@link #merge} joins them; joined in the same order they give the same numbers, whatever
 * thread gathered them. Not thread-safe.
 *
 * <p>Means and co-moments are kept instead of sums of squares, by the pairwise update of T. F. Chan, G. H. Golub and
 * R. J. LeVeque (Updating formulae and a pairwise algorithm for computing sample variances, Stanford STAN-CS-79-773,
 * 1979, eqs 2.1): no digits cancel in 1e8 nearly equal values.
 */
public final class Statistics {

    private static final int BLOCK_cells = 1024;

    private final int criteria;
    private final boolean withEntropy;
    private final boolean withCorrelation;
    private final double[] minimum;
    private final double[] maximum;
    private final double[] mean;
    /** Sum of x ln x. */
    private final double[] xLogX;
    /** Sums of products of deviations from the means, row i up to column i. */
    private final double[][] moments;

    private final double[][] block;
    private final float[] valid = new float[BLOCK_cells];
    private int filled;
    private long count;

    /** Statistics of nothing yet, which will know all there is to know. */
    public Statistics(int criteria) {
        this(criteria, true, true);
    }

    /**
     * Statistics of nothing yet.
     *
     * @param criteria number of criteria
     * @param withEntropy whether {@link #entropy} will be asked for; it takes a logarithm for each value
     * @param withCorrelation whether {@link #correlation} will be asked for
     */
    public Statistics(int criteria, boolean withEntropy, boolean withCorrelation) {
        this.criteria = criteria;
        this.withEntropy = withEntropy;
        this.withCorrelation = withCorrelation;
        this.minimum = new double[criteria];
        this.maximum = new double[criteria];
        this.mean = new double[criteria];
        this.xLogX = new double[criteria];
        this.moments = new double[criteria][criteria];
        this.block = new double[criteria][BLOCK_cells];
        Arrays.fill(minimum, Double.POSITIVE_INFINITY);
        Arrays.fill(maximum, Double.NEGATIVE_INFINITY);
    }

    /** Adds a cell by its memberships, in the order of the criteria; one that lacks any is left out. */
    public void add(double[] memberships) {
        for (int i = 0; i < criteria; i++) {
            if (Double.isNaN(memberships[i])) {
                return;
            }
            block[i][filled] = memberships[i];
        }
        filled++;
        if (filled == BLOCK_cells) {
            flush();
        }
    }

    /**
     * Adds cells; those that lack any membership are left out.
     *
     * @param memberships for each criterion the memberships of the cells
     * @param cells number of cells to take from the start of each array
     */
    public void add(float[][] memberships, int cells) {
        int from = 0;
        while (from < cells) {
            int length = Math.min(BLOCK_cells - filled, cells - from);
            addPart(memberships, from, length);
            from += length;
        }
    }

    private void addPart(float[][] memberships, int from, int length) {
        Arrays.fill(valid, 0, length, 0);
        for (float[] of : memberships) {
            for (int i = 0; i < length; i++) {
                valid[i] += of[from + i];
            }
        }
        int next = filled;
        for (int criterion = 0; criterion < criteria; criterion++) {
            float[] of = memberships[criterion];
            double[] to = block[criterion];
            next = filled;
            for (int i = 0; i < length; i++) {
                if (!Float.isNaN(valid[i])) {
                    to[next++] = of[from + i];
                }
            }
        }
        filled = next;
        if (filled == BLOCK_cells) {
            flush();
        }
    }

    /** Adds what another has gathered, about the same criteria. */
    public void merge(Statistics other) {
        flush();
        other.flush();
        merge(other.count, other.mean, other.moments);
        for (int i = 0; i < criteria; i++) {
            minimum[i] = Math.min(minimum[i], other.minimum[i]);
            maximum[i] = Math.max(maximum[i], other.maximum[i]);
            xLogX[i] += other.xLogX[i];
        }
    }

    private void merge(long otherCount, double[] otherMean, double[][] otherMoments) {
        if (otherCount == 0) {
            return;
        }
        double sum = (double) count + otherCount;
        double scale = count * (otherCount / sum);
        for (int i = 0; i < criteria; i++) {
            double difference = otherMean[i] - mean[i];
            for (int j = withCorrelation ? 0 : i; j <= i; j++) {
                moments[i][j] += otherMoments[i][j] + difference * (otherMean[j] - mean[j]) * scale;
            }
        }
        for (int i = 0; i < criteria; i++) {
            mean[i] += (otherMean[i] - mean[i]) * (otherCount / sum);
        }
        count += otherCount;
    }

    private void flush() {
        if (filled == 0) {
            return;
        }
        double[] blockMean = new double[criteria];
        double[][] blockMoments = new double[criteria][criteria];
        for (int i = 0; i < criteria; i++) {
            blockMean[i] = centre(i);
            for (int j = withCorrelation ? 0 : i; j <= i; j++) {
                blockMoments[i][j] = product(block[i], block[j], filled);
            }
        }
        merge(filled, blockMean, blockMoments);
        filled = 0;
    }

    /** Takes the block of a criterion into account and its mean off; returns the mean. */
    private double centre(int criterion) {
        double[] values = block[criterion];
        double sum = 0;
        double low = minimum[criterion];
        double high = maximum[criterion];
        for (int c = 0; c < filled; c++) {
            double x = values[c];
            sum += x;
            low = x < low ? x : low;
            high = x > high ? x : high;
        }
        minimum[criterion] = low;
        maximum[criterion] = high;
        if (withEntropy) {
            xLogX[criterion] += xLogX(values, filled);
        }
        double blockMean = sum / filled;
        for (int c = 0; c < filled; c++) {
            values[c] -= blockMean;
        }
        return blockMean;
    }

    private static double xLogX(double[] values, int count) {
        double sum = 0;
        for (int c = 0; c < count; c++) {
            double x = values[c];
            sum += x > 0 ? x * Math.log(x) : 0;
        }
        return sum;
    }

    /** Sum of products, in four interleaved sums that do not wait for each other. */
    private static double product(double[] a, double[] b, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int c = 0;
        for (; c + 3 < count; c += 4) {
            s0 += a[c] * b[c];
            s1 += a[c + 1] * b[c + 1];
            s2 += a[c + 2] * b[c + 2];
            s3 += a[c + 3] * b[c + 3];
        }
        for (; c < count; c++) {
            s0 += a[c] * b[c];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Number of criteria. */
    public int criteria() {
        return criteria;
    }

    /** Number of cells. */
    public long count() {
        flush();
        return count;
    }

    /** Smallest membership of a criterion; NaN without cells. */
    public double minimum(int criterion) {
        return count() == 0 ? Double.NaN : minimum[criterion];
    }

    /** Largest membership of a criterion; NaN without cells. */
    public double maximum(int criterion) {
        return count() == 0 ? Double.NaN : maximum[criterion];
    }

    /** Whether a criterion has the same membership in every cell; false without cells. */
    public boolean constant(int criterion) {
        return count() > 0 && minimum[criterion] == maximum[criterion];
    }

    /** Mean membership of a criterion; NaN without cells. */
    public double mean(int criterion) {
        return count() == 0 ? Double.NaN : mean[criterion];
    }

    /** Standard deviation of the memberships of a criterion, of the population; NaN without cells. */
    public double standardDeviation(int criterion) {
        return constant(criterion) ? 0 : Math.sqrt(moments[criterion][criterion] / count());
    }

    /** Pearson's correlation of two criteria; NaN when one of them is constant or there are no cells. */
    public double correlation(int one, int other) {
        flush();
        if (!withCorrelation) {
            throw new IllegalStateException("gathered without correlation");
        }
        if (count == 0 || constant(one) || constant(other)) {
            return Double.NaN;
        }
        double covariance = moments[Math.max(one, other)][Math.min(one, other)];
        double r = covariance / Math.sqrt(moments[one][one]) / Math.sqrt(moments[other][other]);
        return one == other ? 1 : Math.max(-1, Math.min(1, r));
    }

    /**
     * Shannon's entropy of the shares p = x / sum(x) of the m cells in a criterion, over its largest value: e = -sum(p ln
     * p) / ln m, from 0 to 1, where sum(p ln p) = sum(x ln x) / sum(x) - ln sum(x). NaN for less than two cells or
     * when every x is 0.
     */
    public double entropy(int criterion) {
        flush();
        if (!withEntropy) {
            throw new IllegalStateException("gathered without entropy");
        }
        double sum = mean[criterion] * count;
        if (count < 2 || sum == 0) {
            return Double.NaN;
        }
        double e = (Math.log(sum) - xLogX[criterion] / sum) / Math.log(count);
        return Math.max(0, Math.min(1, e));
    }

    /** Euclidean norm of the memberships of a criterion, the root of the sum of their squares. */
    public double norm(int criterion) {
        flush();
        return Math.sqrt(moments[criterion][criterion] + mean[criterion] * mean[criterion] * count);
    }
}
