package sinkmap.siting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import sinkmap.grid.SinkmapException;

/** A way to weigh criteria against each other. */
public sealed interface WeightMethod
        permits Ahp, Blend, WeightMethod.Explicit, WeightMethod.Entropy, WeightMethod.Critic {

    /** Short name, as plans write it. */
    String id();

    /**
     * Weights in the order of the criteria, which sum to 1. Those that come from data are NaN when the statistics hold no
     * cell.
     *
     * @throws SinkmapException when the statistics leave the weights undefined
     */
    double[] weights(List<Criterion> criteria, Statistics statistics);

    /** This method and those that it is made of. */
    default Stream<WeightMethod> parts() {
        return Stream.of(this);
    }

    /** What is wrong about the criteria, as far as it can be told without data. */
    default Optional<String> findFault(List<Criterion> criteria) {
        return Optional.empty();
    }

    /** The weights that the criteria name themselves. */
    record Explicit() implements WeightMethod {

        private static final double TOLERANCE = 1e-6;

        @Override
        public String id() {
            return "explicit";
        }

        @Override
        public double[] weights(List<Criterion> criteria, Statistics statistics) {
            return criteria.stream().mapToDouble(Criterion::weight).toArray();
        }

        @Override
        public Optional<String> findFault(List<Criterion> criteria) {
            for (Criterion criterion : criteria) {
                if (Double.isNaN(criterion.weight())) {
                    return Optional.of("criterion '" + criterion.id() + "' has no weight, which explicit weights need");
                }
            }
            double sum = criteria.stream().mapToDouble(Criterion::weight).sum();
            return Math.abs(sum - 1) <= TOLERANCE
                    ? Optional.empty()
                    : Optional.of(String.format(
                            Locale.ROOT, "the weights of the criteria sum to %.6f; they must sum to 1", sum));
        }
    }

    /**
     * Entropy weights: w_j = (1 - e_j) / sum(1 - e), with Shannon's entropy e_j of the cells' shares in criterion j ({@link
     * Statistics#entropy}). What differs much from cell to cell counts more (C. L. Hwang and K. Yoon, Multiple Attribute
     * Decision Making, 1981, section 3; C. E. Shannon, A mathematical theory of communication, 1948).
     */
    record Entropy() implements WeightMethod {
        @Override
        public String id() {
            return "entropy";
        }

        @Override
        public double[] weights(List<Criterion> criteria, Statistics statistics) {
            return fromData(criteria, statistics, "entropy", j -> 1 - statistics.entropy(j));
        }
    }

    /**
     * CRITIC weights: w_j = C_j / sum(C), C_j = sd_j sum_k(1 - r_jk): what differs from cell to cell and does not repeat
     * other criteria counts more (D. Diakoulaki, G. Mavrotas and L. Papayannakis, Determining objective weights in multiple
     * criteria problems: the CRITIC method, Computers and Operations Research 22, 1995, eqs 1 to 4). Memberships take the
     * place of the values scaled between nadir and ideal.
     */
    record Critic() implements WeightMethod {
        @Override
        public String id() {
            return "critic";
        }

        @Override
        public double[] weights(List<Criterion> criteria, Statistics statistics) {
            return fromData(criteria, statistics, "critic", j -> {
                double conflict = 0;
                for (int k = 0; k < criteria.size(); k++) {
                    conflict += k == j ? 0 : 1 - statistics.correlation(j, k);
                }
                return statistics.standardDeviation(j) * conflict;
            });
        }
    }

    /** Information that is nothing but rounding. */
    double NOTHING = 1e-12;

    /** Weights in proportion to something that the statistics tell about each criterion. */
    private static double[] fromData(
            List<Criterion> criteria, Statistics statistics, String method, IntToDoubleFunction information) {
        double[] weights = new double[criteria.size()];
        if (weights.length == 1) {
            return new double[] {1};
        }
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            if (statistics.constant(j)) {
                throw new SinkmapException(String.format(
                        Locale.ROOT,
                        "criterion '%s' has the same membership, %.4f, in all %d available cells, so %s weights are"
                                + " undefined; take it out, change its membership, or weigh the criteria otherwise",
                        criteria.get(j).id(),
                        statistics.minimum(j),
                        statistics.count(),
                        method));
            }
            weights[j] = information.applyAsDouble(j);
            sum += weights[j];
        }
        if (sum <= NOTHING) {
            throw new SinkmapException("the criteria all say the same about the " + statistics.count()
                    + " available cells, so " + method + " weights are undefined; weigh the criteria otherwise");
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] /= sum;
        }
        return weights;
    }
}
