package sinkmap.sink;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A formula of an accounting method: which quantities it takes, and what it makes of them. */
public enum Formula {
    /** Area times carbon density of a pool (IPCC 2006, volume 4, equation 2.8 in its simplest form). */
    DENSITY("density", true, List.of(Quantity.DENSITY)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            return List.of(new PoolTerms(Measure.STOCK, pool, List.of(Term.ofArea(1, rows.get(Quantity.DENSITY)))));
        }
    },
    /** Area times a yearly rate of a pool (gain-loss: IPCC 2006, volume 4, equation 2.4, with the net rate given). */
    RATE("rate", true, List.of(Quantity.RATE)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            return List.of(
                    new PoolTerms(Measure.SEQUESTRATION, pool, List.of(Term.ofArea(1, rows.get(Quantity.RATE)))));
        }
    },
    /** Area times a methane emission factor (IPCC 2013 Wetlands Supplement, equation 4.9), tonnes. */
    METHANE("methane", true, List.of(Quantity.METHANE)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            return List.of(
                    new PoolTerms(Measure.METHANE, pool, List.of(Term.ofArea(1e-3, rows.get(Quantity.METHANE)))));
        }
    };

    private final String code;
    private final boolean pooled;
    private final List<Quantity> quantities;

    Formula(String code, boolean pooled, List<Quantity> quantities) {
        this.code = code;
        this.pooled = pooled;
        this.quantities = quantities;
    }

    /** What a formula gives for one pool. */
    record PoolTerms(Measure measure, Pool pool, List<Term> terms) {}

    /** The code in factor tables. */
    public String code() {
        return code;
    }

    /** Whether its rows name the pool; otherwise the formula itself says which pools it gives. */
    public boolean pooled() {
        return pooled;
    }

    /** The quantities that it takes, one row each. */
    public List<Quantity> quantities() {
        return quantities;
    }

    /**
     * What it makes of its rows.
     *
     * @param pool pool of the rows, null unless {@link #pooled()}
     * @param rows one row a quantity, complete
     */
    abstract List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows);

    /** The formula of a code, empty when there is none. */
    public static Optional<Formula> find(String code) {
        return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
    }
}
