package sinkmap.sink;

import java.util.List;

/**
 * A product in a formula: {@code coefficient x activity x factor x factor x ...}. A formula is a sum of such products,
 * so every stock is linear in every single factor, which is what both ways to propagate uncertainty build on.
 *
 * @param coefficient constant of the formula and of its units
 * @param factors the factors; a row that stands in it twice is listed twice
 */
public record Term(double coefficient, List<Factor> factors) {

    public Term {
        factors = List.copyOf(factors);
    }

    /** A product over the area. */
    static Term ofArea(double coefficient, Factor... factors) {
        return new Term(coefficient, List.of(factors));
    }

    /** Value for one unit of activity, from the best estimates. */
    public double value() {
        double product = coefficient;
        for (Factor factor : factors) {
            product *= factor.interval().value();
        }
        return product;
    }
}
