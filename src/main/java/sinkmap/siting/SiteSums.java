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
     * Adds a cell.
     *
     * @param share share of it that is available
     * @param cellScore its score
     * @param cellHours full-load hours a year there; NaN without data
     * @param undecided whether rules could not be decided there
     */
    public void add(float share, float cellScore, double cellHours, boolean undecided) {
        cells += share;
        score += share * cellScore;
        if (!Double.isNaN(cellHours)) {
            hours += share * cellHours;
            withResource += share;
        }
        unknown += undecided ? share : 0;
    }

    /** Adds raw value and membership of a criterion at a cell. */
    public void add(int criterion, float share, float value, float degree) {
        raw[criterion] += share * value;
        membership[criterion] += share * degree;
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

    /** Number of cells, each counted by its available share. */
    public double cells() {
        return cells;
    }

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
