package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/** What makes one score of the memberships of a cell and the weights of the criteria. */
public sealed interface Aggregation {

    /** Short name, as plans write it. */
    String id();

    /** Whether the score of mean memberships is the mean of the scores. */
    boolean linear();

    /**
     * A scorer with these weights, which sum to 1.
     *
     * @param statistics memberships of all scored cells; TOPSIS looks at what is best and worst among them
     */
    Scorer scorer(double[] weights, Statistics statistics);

    /**
     * Weighted linear combination: S = sum(w x), full trade-off between criteria (J. Malczewski, On the use of weighted linear
     * combination method in GIS, Transactions in GIS 4, 2000).
     */
    record Wlc() implements Aggregation {
        @Override
        public String id() {
            return "wlc";
        }

        @Override
        public boolean linear() {
            return true;
        }

        @Override
        public Scorer scorer(double[] weights, Statistics statistics) {
            return new WlcScorer(weights);
        }
    }

    /**
     * Ordered weighted averaging with importance weights and the quantifier Q(p) = p^alpha: S = sum over k of (Q(u_1 + ... +
     * u_k) - Q(u_1 + ... + u_(k-1))) z_k, with the memberships z in descending order and the weights u in theirs (R. R.
     * Yager, IEEE Trans. Systems, Man and Cybernetics 18, 1988; Quantifier guided aggregation using OWA operators, Int. J.
     * Intelligent Systems 11, 1996; in GIS: J. Malczewski, Ordered weighted averaging with fuzzy quantifiers, Int. J.
     * Applied Earth Observation 8, 2006, eqs 4 to 6).
     *
     * @param alpha 1 for WLC; below 1 good criteria make up for bad ones (towards the maximum), above 1 the worst decide
     *     (towards the minimum)
     */
    record Owa(double alpha) implements Aggregation {
        public Owa {
            if (!(alpha > 0) || Double.isInfinite(alpha)) {
                throw new SinkmapException("owa: alpha must be above 0, not " + alpha
                        + "; 1 is the weighted linear combination, less is bolder, more is more cautious");
            }
        }

        @Override
        public String id() {
            return "owa";
        }

        @Override
        public boolean linear() {
            return alpha == 1;
        }

        @Override
        public Scorer scorer(double[] weights, Statistics statistics) {
            return alpha == 1 ? new WlcScorer(weights) : new OwaScorer(weights, alpha);
        }
    }

    /**
     * Closeness to the ideal, with the scored cells as the alternatives: C = D- / (D+ + D-), D+ and D- the Euclidean distances
     * of v = w x / norm from the best and from the worst value of each criterion (C. L. Hwang and K. Yoon, Multiple
     * Attribute Decision Making, 1981, TOPSIS, steps 1 to 6). The score says how a cell stands among those of this run,
     * other than WLC and OWA. When all cells are the same, each scores 0.5.
     */
    record Topsis() implements Aggregation {
        @Override
        public String id() {
            return "topsis";
        }

        @Override
        public boolean linear() {
            return false;
        }

        @Override
        public Scorer scorer(double[] weights, Statistics statistics) {
            return new TopsisScorer(weights, statistics);
        }
    }
}
