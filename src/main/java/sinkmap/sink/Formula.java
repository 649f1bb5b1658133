package sinkmap.sink;

import java.util.ArrayList;
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
    },
    /** Volume x BCEF_S x CF, and that x R below ground (IPCC 2006, volume 4, equation 2.8). */
    FOREST_BCEF(
            "forest-bcef",
            false,
            List.of(Quantity.VOLUME, Quantity.BCEF_S, Quantity.CARBON_FRACTION, Quantity.ROOT_SHOOT)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            return aboveAndBelow(
                    Measure.STOCK, rows, List.of(Quantity.VOLUME, Quantity.BCEF_S, Quantity.CARBON_FRACTION));
        }
    },
    /** Volume x wood density x BEF x CF, and that x R below ground (Chinese forest project method). */
    FOREST_BEF(
            "forest-bef",
            false,
            List.of(
                    Quantity.VOLUME,
                    Quantity.WOOD_DENSITY,
                    Quantity.BEF,
                    Quantity.CARBON_FRACTION,
                    Quantity.ROOT_SHOOT)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            return aboveAndBelow(
                    Measure.STOCK,
                    rows,
                    List.of(Quantity.VOLUME, Quantity.WOOD_DENSITY, Quantity.BEF, Quantity.CARBON_FRACTION));
        }
    },
    /** Biomass above ground x CF, and that x R below ground: area based (IPCC 2006, volume 4, tables 4.7, 4.8). */
    FOREST_BIOMASS(
            "forest-biomass", false, List.of(Quantity.ABOVE_BIOMASS, Quantity.CARBON_FRACTION, Quantity.ROOT_SHOOT)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            return aboveAndBelow(Measure.STOCK, rows, List.of(Quantity.ABOVE_BIOMASS, Quantity.CARBON_FRACTION));
        }
    },
    /** Volume increment x BCEF_I x CF, and that x R below ground (IPCC 2006, volume 4, equations 2.9, 2.10). */
    FOREST_GAIN(
            "forest-gain",
            false,
            List.of(Quantity.INCREMENT, Quantity.BCEF_I, Quantity.CARBON_FRACTION, Quantity.ROOT_SHOOT)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            return aboveAndBelow(
                    Measure.SEQUESTRATION,
                    rows,
                    List.of(Quantity.INCREMENT, Quantity.BCEF_I, Quantity.CARBON_FRACTION));
        }
    },
    /** (a x volume + b) x CF, the continuous expansion factor of Fang; it holds the roots, so there is no R. */
    CONTINUOUS_BEF(
            "continuous-bef",
            false,
            List.of(Quantity.VOLUME, Quantity.FANG_A, Quantity.FANG_B, Quantity.CARBON_FRACTION)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            Term slope = product(rows, List.of(Quantity.VOLUME, Quantity.FANG_A, Quantity.CARBON_FRACTION));
            Term offset = product(rows, List.of(Quantity.FANG_B, Quantity.CARBON_FRACTION));
            return List.of(new PoolTerms(Measure.STOCK, Pool.BIOMASS, List.of(slope, offset)));
        }
    },
    /** SOC_ref x F_LU x F_MG x F_I, 0-30 cm (IPCC 2006, volume 4, equation 2.25). */
    SOC("soc", true, List.of(Quantity.SOC_REF, Quantity.F_LU, Quantity.F_MG, Quantity.F_I)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            return List.of(new PoolTerms(Measure.STOCK, pool, List.of(product(rows, quantities()))));
        }
    },
    /** Organic carbon in percent x bulk density in g/cm3 x depth in cm: the units come out as t C/ha. */
    SOIL_CONTENT("soil-content", true, List.of(Quantity.SOIL_CONTENT, Quantity.BULK_DENSITY, Quantity.DEPTH)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            return List.of(new PoolTerms(Measure.STOCK, pool, List.of(product(rows, quantities()))));
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

    private static Term product(Map<Quantity, Factor> rows, List<Quantity> quantities) {
        return new Term(null, 1, quantities.stream().map(rows::get).toList());
    }

    /** The product of some rows above ground, and times the root-shoot ratio below ground. */
    private static List<PoolTerms> aboveAndBelow(Measure measure, Map<Quantity, Factor> rows, List<Quantity> above) {
        List<Quantity> below = new ArrayList<>(above);
        below.add(Quantity.ROOT_SHOOT);
        return List.of(
                new PoolTerms(measure, Pool.ABOVE, List.of(product(rows, above))),
                new PoolTerms(measure, Pool.BELOW, List.of(product(rows, below))));
    }

    /** The formula of a code, empty when there is none. */
    public static Optional<Formula> find(String code) {
        return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
    }
}
