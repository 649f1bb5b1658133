package sinkmap.run;

import sinkmap.siting.SiteSums;

/** What is counted over the available cells of a site, window by window. Cells count by their available share. */
final class SiteTally {

    private final SiteSums sums;
    private final double[] strata;
    private final double[] zones;
    private final double[] others;

    /**
     * Nothing counted yet.
     *
     * @param criteria number of criteria
     * @param strata number of strata of sinks
     * @param zones number of zones
     * @param others number of other rule sets
     */
    SiteTally(int criteria, int strata, int zones, int others) {
        this.sums = new SiteSums(criteria);
        this.strata = new double[strata];
        this.zones = new double[zones + 1];
        this.others = new double[others];
    }

    SiteSums sums() {
        return sums;
    }

    /** Cells by stratum. */
    double[] strata() {
        return strata;
    }

    /** Cells by zone; at 0 those in none. */
    double[] zones() {
        return zones;
    }

    /** Cells that are available under other rule sets too. */
    double[] others() {
        return others;
    }

    /** Nothing counted yet, of the same things. */
    SiteTally empty() {
        return new SiteTally(sums.criteria(), strata.length, zones.length - 1, others.length);
    }

    void add(SiteTally other) {
        sums.add(other.sums);
        add(strata, other.strata);
        add(zones, other.zones);
        add(others, other.others);
    }

    private static void add(double[] to, double[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
