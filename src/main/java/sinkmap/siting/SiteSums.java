package sinkmap.siting;

/** Sums over the available cells of a site, gathered window by window. */
public final class SiteSums {

    private final double[] raw;
    private final double[] membership;
    private double cells;
    private double score;
    private double hours;
    private double withResource;
    private double unknown;

    /** Nothing yet, for a plan with that many criteria. */
    public SiteSums(int criteria) {
        this.raw = new double[criteria];
        this.membership = new double[criteria];
    }

    /**
     * Adds the cells {@code from} (inclusive) to {@code to} (exclusive) of arrays.
     *
     * @param shares share of each cell that is available
     */
    public void addCells(float[] shares, int from, int to) {
        for (int c = from; c < to; c++) {
            cells += shares[c];
        }
    }

    /** Adds a number of cells that are available whole. */
    public void addCells(int count) {
        cells += count;
    }

    /** Adds the scores of cells. */
    public void addScores(float[] shares, float[] scores, int from, int to) {
        for (int c = from; c < to; c++) {
            score += shares[c] * scores[c];
        }
    }

    /**
     * Adds the full-load hours a year of cells.
     *
     * @param cellHours NaN without data
     */
    public void addHours(float[] shares, double[] cellHours, int from, int to) {
        for (int c = from; c < to; c++) {
            if (!Double.isNaN(cellHours[c])) {
                hours += shares[c] * cellHours[c];
                withResource += shares[c];
            }
        }
    }

    /** Adds hours that were summed over a number of cells with a value of the resource. */
    public void addHours(double sum, double count) {
        hours += sum;
        withResource += count;
    }

    /** Adds raw values and memberships of a criterion that were summed over cells. */
    public void add(int criterion, double rawSum, double degreeSum) {
        raw[criterion] += rawSum;
        membership[criterion] += degreeSum;
    }

    /** Adds cells where rules could not be decided. */
    public void addUnknown(double share) {
        unknown += share;
    }

    /** Adds raw values and memberships of a criterion at cells. */
    public void add(int criterion, float[] shares, float[] values, float[] degrees, int from, int to) {
        double rawSum = raw[criterion];
        double degreeSum = membership[criterion];
        for (int c = from; c < to; c++) {
            rawSum += shares[c] * values[c];
            degreeSum += shares[c] * degrees[c];
        }
        raw[criterion] = rawSum;
        membership[criterion] = degreeSum;
    }

    /** Adds the sums over other cells of the site. */
    public void add(SiteSums other) {
        cells += other.cells;
        score += other.score;
        hours += other.hours;
        withResource += other.withResource;
        unknown += other.unknown;
        for (int i = 0; i < raw.length; i++) {
            raw[i] += other.raw[i];
            membership[i] += other.membership[i];
        }
    }

    /** Cells and unknown cells, for {@link #restoreCells}. */
    public double[] cellsToArray() {
        return new double[] {cells, unknown};
    }

    /** Takes what {@link #cellsToArray} gave for the same cells. */
    public void restoreCells(double[] sums) {
        cells = sums[0];
        unknown = sums[1];
    }

    /** Hours and cells with a value of the resource, for {@link #restoreHours}. */
    public double[] hoursToArray() {
        return new double[] {hours, withResource};
    }

    /** Takes what {@link #hoursToArray} gave for the same cells. */
    public void restoreHours(double[] sums) {
        hours = sums[0];
        withResource = sums[1];
    }

    /** Raw values and memberships of a criterion, for {@link #restore(int, double[])}. */
    public double[] toArray(int criterion) {
        return new double[] {raw[criterion], membership[criterion]};
    }

    /** Takes what {@link #toArray(int)} gave for the same cells and criterion. */
    public void restore(int criterion, double[] sums) {
        raw[criterion] = sums[0];
        membership[criterion] = sums[1];
    }

    /** Number of criteria. */
    public int criteria() {
        return raw.length;
    }

    /** Number of cells, each counted by its available share. */
    public double cells() {
        return cells;
    }

    /** Mean of the scores that were added. */
    public double meanScore() {
        return score / cells;
    }

    public double meanRaw(int criterion) {
        return raw[criterion] / cells;
    }

    public double meanMembership(int criterion) {
        return membership[criterion] / cells;
    }

    /** Mean full-load hours of the cells that hold a value of the resource; NaN when none does. */
    public double meanHours() {
        return hours / withResource;
    }

    /** Cells that hold a value of the resource. */
    public double withResource() {
        return withResource;
    }

    /** Cells whose rules could not be decided. */
    public double unknown() {
        return unknown;
    }
}
