package sinkmap.siting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import sinkmap.grid.SinkmapException;

/**
 * Weights from pairwise comparison, the analytic hierarchy process (T. L. Saaty, The Analytic Hierarchy Process, 1980).
 * Several experts become one group by the geometric mean of their judgements, the only mean that keeps them reciprocal (J.
 * Aczel and T. L. Saaty, Procedures for synthesizing ratio judgements, J. Math. Psychology 27, 1983; aggregation of
 * individual judgements in E. Forman and K. Peniwati, EJOR 108, 1998).
 *
 * <p>An expert whose consistency ratio is over 0.10 is refused, unless accepted by name. The geometric mean of matrices
 * under the limit is under it too (Z. Xu, EJOR 126, 2000), so the group needs no check of its own.
 *
 * @param criteria ids of the criteria, in the order of rows and columns
 * @param experts the experts, at least one, with distinct names
 * @param accepted names of experts whose inconsistency is accepted
 */
public record Ahp(List<String> criteria, List<Expert> experts, List<String> accepted) implements WeightMethod {

    /** Largest consistency ratio that is taken without asking (Saaty 1980). */
    public static final double CONSISTENCY_LIMIT = 0.10;

    /** Entries may be rounded to two decimals: 8 and 0.13 still are reciprocal. */
    private static final double RECIPROCAL_TOLERANCE = 0.05;

    private static final double LARGEST_JUDGEMENT = 9;

    /**
     * What an expert thinks.
     *
     * @param name short name, unique
     * @param title who it is, or null
     * @param matrix rows of judgements on Saaty's scale from 1/9 to 9: how many times the criterion of the row matters more
     *     than that of the column
     */
    public record Expert(String name, Title title, List<List<Double>> matrix) {
        public Expert {
            if (name == null || name.isBlank()) {
                throw new SinkmapException("ahp: an expert needs a name");
            }
            matrix = matrix.stream().map(List::copyOf).toList();
        }
    }

    /**
     * What follows from judgements.
     *
     * @param expert name of the expert, or null for the group
     * @param title who it is, or null
     * @param weights weights in the order of the criteria, which sum to 1
     * @param lambdaMax principal eigenvalue; the number of criteria when the judgements agree with each other
     * @param consistencyIndex CI
     * @param consistencyRatio CR; over 0.10 only for experts who are accepted by name
     */
    public record Judged(
            String expert,
            Title title,
            List<Double> weights,
            double lambdaMax,
            double consistencyIndex,
            double consistencyRatio) {}

    public Ahp {
        criteria = List.copyOf(criteria);
        experts = List.copyOf(experts);
        accepted = List.copyOf(accepted);
        if (experts.isEmpty()) {
            throw new SinkmapException("ahp: needs at least one expert");
        }
        if (criteria.size() > PairwiseMatrix.MOST_CRITERIA) {
            throw new SinkmapException("ahp: " + criteria.size()
                    + " criteria are too many to compare in pairs; at most " + PairwiseMatrix.MOST_CRITERIA
                    + " have a random index, so join some or weigh them otherwise");
        }
        Set<String> names = new HashSet<>();
        for (Expert expert : experts) {
            if (!names.add(expert.name())) {
                throw new SinkmapException("ahp: there are two experts named '" + expert.name() + "'");
            }
        }
        for (String name : accepted) {
            if (!names.contains(name)) {
                throw new SinkmapException("ahp: accept_inconsistency names '" + name
                        + "', but there is no such expert; there are " + String.join(", ", names));
            }
        }
        for (Expert expert : experts) {
            check(criteria, expert, accepted.contains(expert.name()));
        }
    }

    private static void check(List<String> criteria, Expert expert, boolean accepted) {
        PairwiseMatrix matrix = new PairwiseMatrix(reciprocal(criteria, expert));
        double ratio = matrix.consistencyRatio();
        if (ratio > CONSISTENCY_LIMIT && !accepted) {
            int[] worst = matrix.worst();
            double[] weights = matrix.weights();
            throw new SinkmapException(String.format(
                    Locale.ROOT,
                    "expert '%s' contradicts itself: consistency ratio %.3f, over 0.10; the judgement that fits least is"
                            + " %s for '%s' over '%s', where all judgements together give %.2f. Have it revised, or accept"
                            + " it with accept_inconsistency: [%s]",
                    expert.name(),
                    ratio,
                    PairwiseMatrix.judgement(matrix.entry(worst[0], worst[1])),
                    criteria.get(worst[0]),
                    criteria.get(worst[1]),
                    weights[worst[0]] / weights[worst[1]],
                    expert.name()));
        }
    }

    /** The matrix of an expert, with the entries from 1 on as they stand and their exact reciprocals opposite. */
    private static double[][] reciprocal(List<String> criteria, Expert expert) {
        int n = criteria.size();
        checkShape(n, expert);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double one = expert.matrix().get(i).get(j);
                double other = expert.matrix().get(j).get(i);
                if (!(Math.abs(one * other - 1) <= RECIPROCAL_TOLERANCE)) {
                    throw new SinkmapException(
                            i == j
                                    ? "expert '" + expert.name() + "': '" + criteria.get(i)
                                            + "' compared with itself must be 1, not " + PairwiseMatrix.judgement(one)
                                    : notReciprocal(expert, criteria.get(i), criteria.get(j), one, other));
                }
                matrix[i][j] = i == j ? 1 : one >= other ? one : 1 / other;
                matrix[j][i] = i == j ? 1 : one >= other ? 1 / one : other;
            }
        }
        return matrix;
    }

    private static String notReciprocal(Expert expert, String row, String column, double one, double other) {
        return "expert '" + expert.name() + "': '" + row + "' over '" + column + "' is "
                + PairwiseMatrix.judgement(one) + ", but '" + column + "' over '" + row + "' is "
                + PairwiseMatrix.judgement(other) + "; each must be 1 divided by the other";
    }

    private static void checkShape(int n, Expert expert) {
        boolean square = expert.matrix().size() == n && expert.matrix().stream().allMatch(row -> row.size() == n);
        if (!square) {
            throw new SinkmapException("expert '" + expert.name() + "': the matrix must have " + n + " rows of " + n
                    + " judgements, one for each criterion in the order of the plan");
        }
        for (List<Double> row : expert.matrix()) {
            for (double entry : row) {
                if (!(entry * LARGEST_JUDGEMENT > 1 - RECIPROCAL_TOLERANCE && entry <= LARGEST_JUDGEMENT)) {
                    throw new SinkmapException(
                            "expert '" + expert.name() + "': judgements lie on Saaty's scale from 1/9 to 9, not "
                                    + PairwiseMatrix.judgement(entry));
                }
            }
        }
    }

    /** What follows from each expert's judgements, in order. */
    public List<Judged> listJudged() {
        return experts.stream()
                .map(expert -> judged(expert.name(), expert.title(), new PairwiseMatrix(reciprocal(criteria, expert))))
                .toList();
    }

    /** What follows from the judgements of all experts together. */
    public Judged group() {
        int n = criteria.size();
        double[][] mean = new double[n][n];
        for (Expert expert : experts) {
            double[][] matrix = reciprocal(criteria, expert);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    mean[i][j] += Math.log(matrix[i][j]) / experts.size();
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                mean[i][j] = Math.exp(mean[i][j]);
            }
        }
        return judged(null, null, new PairwiseMatrix(mean));
    }

    private static Judged judged(String name, Title title, PairwiseMatrix matrix) {
        List<Double> weights =
                new ArrayList<>(DoubleStream.of(matrix.weights()).boxed().toList());
        return new Judged(
                name,
                title,
                List.copyOf(weights),
                matrix.lambdaMax(),
                matrix.consistencyIndex(),
                matrix.consistencyRatio());
    }

    @Override
    public String id() {
        return "ahp";
    }

    @Override
    public double[] weights(List<Criterion> of, Statistics statistics) {
        return group().weights().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
