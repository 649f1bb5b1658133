package sinkmap.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    /**
     * Yearly difference of two surveys of a pool: the change of its density by the years between them (stock difference: IPCC
     * 2006, volume 4, equation 2.5; the Chinese schemes for marshes and seagrass meadows, T/CAOE 67 and 68-2023). It stands
     * beside whatever formula gives the stock.
     */
    STOCK_DIFFERENCE("stock-difference", true, List.of(Quantity.DENSITY_CHANGE, Quantity.PERIOD)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            return List.of(new PoolTerms(Measure.SEQUESTRATION, pool, List.of(product(rows, quantities()))));
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
    /** Dry mass x carbon fraction of a pool (IPCC 2006, volume 4, equation 2.19 for dead matter). */
    DRY_MASS("dry-mass", true, List.of(Quantity.DRY_MASS, Quantity.CARBON_FRACTION)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            return List.of(new PoolTerms(Measure.STOCK, pool, List.of(product(rows, quantities()))));
        }
    },
    /**
     * Volume x BCEF_S x CF, and that x R below ground (IPCC 2006, volume 4, equation 2.8). With an increment also the
     * gain of a year and, with a volume removed, the loss (equations 2.9, 2.10, 2.12); with the change of the volume
     * since an earlier inventory the difference of the stocks by its years instead (equation 2.5).
     */
    FOREST_BCEF(
            "forest-bcef",
            false,
            List.of(Quantity.VOLUME, Quantity.BCEF_S, Quantity.CARBON_FRACTION, Quantity.ROOT_SHOOT),
            List.of(Extras.DIFFERENCE, Extras.GAIN, Extras.LOSS)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            List<Quantity> stock = List.of(Quantity.VOLUME, Quantity.BCEF_S, Quantity.CARBON_FRACTION);
            List<PoolTerms> all = new ArrayList<>(aboveAndBelow(Measure.STOCK, rows, List.of(product(rows, stock))));
            if (complete(rows, Extras.GAIN)) {
                all.addAll(aboveAndBelow(Measure.SEQUESTRATION, rows, gainLoss(rows)));
            }
            all.addAll(difference(rows, stock));
            return all;
        }
    },
    /**
     * Volume x wood density x BEF x CF, and that x R below ground (Chinese forest project method); with the change of
     * the volume since an earlier inventory also the yearly difference of the stocks (IPCC 2006, volume 4, equation 2.5).
     */
    FOREST_BEF(
            "forest-bef",
            false,
            List.of(
                    Quantity.VOLUME,
                    Quantity.WOOD_DENSITY,
                    Quantity.BEF,
                    Quantity.CARBON_FRACTION,
                    Quantity.ROOT_SHOOT),
            List.of(Extras.DIFFERENCE)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            List<Quantity> stock =
                    List.of(Quantity.VOLUME, Quantity.WOOD_DENSITY, Quantity.BEF, Quantity.CARBON_FRACTION);
            List<PoolTerms> all = new ArrayList<>(aboveAndBelow(Measure.STOCK, rows, List.of(product(rows, stock))));
            all.addAll(difference(rows, stock));
            return all;
        }
    },
    /**
     * Biomass above ground x CF, and that x R below ground: area based, of forests (IPCC 2006, volume 4, tables 4.7,
     * 4.8) and of marshes (IPCC 2013 Wetlands Supplement, table 4.9).
     */
    PLANT_BIOMASS(
            "plant-biomass", false, List.of(Quantity.ABOVE_BIOMASS, Quantity.CARBON_FRACTION, Quantity.ROOT_SHOOT)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            List<Quantity> stock = List.of(Quantity.ABOVE_BIOMASS, Quantity.CARBON_FRACTION);
            return aboveAndBelow(Measure.STOCK, rows, List.of(product(rows, stock)));
        }
    },
    /**
     * Volume increment x BCEF_I x CF, and that x R below ground (IPCC 2006, volume 4, equations 2.9, 2.10), less the
     * volume removed x BCEF_R x CF x (1 + R) where there is one (equation 2.12).
     */
    FOREST_GAIN(
            "forest-gain",
            false,
            List.of(Quantity.INCREMENT, Quantity.BCEF_I, Quantity.CARBON_FRACTION, Quantity.ROOT_SHOOT),
            List.of(Extras.LOSS)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            return aboveAndBelow(Measure.SEQUESTRATION, rows, gainLoss(rows));
        }
    },
    /**
     * (a x volume + b) x CF, the continuous expansion factor of Fang; it holds the roots, so there is no R. In the
     * difference to an earlier inventory b drops out.
     */
    CONTINUOUS_BEF(
            "continuous-bef",
            false,
            List.of(Quantity.VOLUME, Quantity.FANG_A, Quantity.FANG_B, Quantity.CARBON_FRACTION),
            List.of(Extras.DIFFERENCE)) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            List<Quantity> rising = List.of(Quantity.VOLUME, Quantity.FANG_A, Quantity.CARBON_FRACTION);
            Term offset = product(rows, List.of(Quantity.FANG_B, Quantity.CARBON_FRACTION));
            List<PoolTerms> all = new ArrayList<>();
            all.add(new PoolTerms(Measure.STOCK, Pool.BIOMASS, List.of(product(rows, rising), offset)));
            if (complete(rows, Extras.DIFFERENCE)) {
                all.add(new PoolTerms(Measure.SEQUESTRATION, Pool.BIOMASS, List.of(differenceTerm(rows, rising))));
            }
            return all;
        }
    },
    /**
     * SOC_ref x F_LU x F_MG x F_I, 0-30 cm; with a period also the yearly change since the land was used otherwise
     * (IPCC 2006, volume 4, equation 2.25; {@link SoilPath} follows it year by year).
     */
    SOC(
            "soc",
            true,
            List.of(Quantity.SOC_REF, Quantity.F_LU, Quantity.F_MG, Quantity.F_I),
            List.of(new Extra(
                    List.of(Quantity.PERIOD),
                    List.of(Quantity.F_LU_BEFORE, Quantity.F_MG_BEFORE, Quantity.F_I_BEFORE)))) {
        @Override
        List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows) {
            List<PoolTerms> all = new ArrayList<>();
            all.add(new PoolTerms(Measure.STOCK, pool, List.of(product(rows, quantities()))));
            if (rows.containsKey(Quantity.PERIOD)) {
                Term now = product(rows, with(Quantity.PERIOD, quantities()));
                Term before = product(-1, rows, with(Quantity.PERIOD, before(rows)));
                all.add(new PoolTerms(Measure.SEQUESTRATION, pool, List.of(now, before)));
            }
            return all;
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
    private final List<Extra> extras;

    Formula(String code, boolean pooled, List<Quantity> quantities) {
        this(code, pooled, quantities, List.of());
    }

    Formula(String code, boolean pooled, List<Quantity> quantities, List<Extra> extras) {
        this.code = code;
        this.pooled = pooled;
        this.quantities = quantities;
        this.extras = extras;
    }

    /** What a formula gives for one pool. */
    record PoolTerms(Measure measure, Pool pool, List<Term> terms) {}

    /** The extras that several formulas share. */
    private static final class Extras {
        /** An earlier inventory: equation 2.5. */
        static final Extra DIFFERENCE = new Extra(List.of(Quantity.VOLUME_CHANGE, Quantity.PERIOD), List.of());
        /** Growth: equations 2.9 and 2.10. */
        static final Extra GAIN = new Extra(List.of(Quantity.INCREMENT, Quantity.BCEF_I), List.of());
        /** Fellings: equation 2.12. */
        static final Extra LOSS = new Extra(List.of(Quantity.REMOVAL, Quantity.BCEF_R), List.of());
    }

    /**
     * Quantities that let a formula give more.
     *
     * @param needs all of these
     * @param may and any of these
     */
    record Extra(List<Quantity> needs, List<Quantity> may) {}

    /** The code in factor tables. */
    public String code() {
        return code;
    }

    /** Whether its rows name the pool; otherwise the formula itself says which pools it gives. */
    public boolean pooled() {
        return pooled;
    }

    /** The quantities that it cannot do without, one row each. */
    public List<Quantity> quantities() {
        return quantities;
    }

    /** All quantities that it takes: those that it needs, and those that let it give more. */
    public List<Quantity> takes() {
        List<Quantity> all = new ArrayList<>(quantities);
        for (Extra extra : extras) {
            all.addAll(extra.needs());
            all.addAll(extra.may());
        }
        return List.copyOf(all);
    }

    /** What is not there and should be: what the formula needs, and the rest of what would let it give more. */
    List<Quantity> lacking(Set<Quantity> present) {
        List<Quantity> lacking = new ArrayList<>(quantities);
        for (Extra extra : extras) {
            boolean some =
                    Stream.concat(extra.needs().stream(), extra.may().stream()).anyMatch(present::contains);
            if (some) {
                lacking.addAll(extra.needs());
            }
        }
        lacking.removeAll(present);
        return lacking;
    }

    /**
     * What it makes of its rows.
     *
     * @param pool pool of the rows, null unless {@link #pooled()}
     * @param rows one row a quantity; all that it needs, and perhaps some that let it give more
     */
    abstract List<PoolTerms> terms(Pool pool, Map<Quantity, Factor> rows);

    private static boolean complete(Map<Quantity, Factor> rows, Extra extra) {
        return rows.keySet().containsAll(extra.needs());
    }

    private static Term product(Map<Quantity, Factor> rows, List<Quantity> quantities) {
        return product(1, rows, quantities);
    }

    private static Term product(double coefficient, Map<Quantity, Factor> rows, List<Quantity> quantities) {
        return new Term(coefficient, quantities.stream().map(rows::get).toList());
    }

    private static List<Quantity> with(Quantity first, List<Quantity> others) {
        List<Quantity> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return all;
    }

    /** A measure above ground from its terms, and the same times R below ground. */
    private static List<PoolTerms> aboveAndBelow(Measure measure, Map<Quantity, Factor> rows, List<Term> above) {
        List<Term> below = above.stream()
                .map(term -> {
                    List<Factor> factors = new ArrayList<>(term.factors());
                    factors.add(rows.get(Quantity.ROOT_SHOOT));
                    return new Term(term.coefficient(), factors);
                })
                .toList();
        return List.of(new PoolTerms(measure, Pool.ABOVE, above), new PoolTerms(measure, Pool.BELOW, below));
    }

    /** Gain of a year, and the loss by removals where there are any. */
    private static List<Term> gainLoss(Map<Quantity, Factor> rows) {
        List<Term> terms = new ArrayList<>();
        terms.add(product(rows, List.of(Quantity.INCREMENT, Quantity.BCEF_I, Quantity.CARBON_FRACTION)));
        if (complete(rows, Extras.LOSS)) {
            terms.add(product(-1, rows, List.of(Quantity.REMOVAL, Quantity.BCEF_R, Quantity.CARBON_FRACTION)));
        }
        return terms;
    }

    /** Yearly difference of a stock to that of an earlier inventory, above and below ground; none without one. */
    private static List<PoolTerms> difference(Map<Quantity, Factor> rows, List<Quantity> stock) {
        return complete(rows, Extras.DIFFERENCE)
                ? aboveAndBelow(Measure.SEQUESTRATION, rows, List.of(differenceTerm(rows, stock)))
                : List.of();
    }

    /** What a stock that is linear in the volume changed in a year by the change of the volume. */
    private static Term differenceTerm(Map<Quantity, Factor> rows, List<Quantity> stock) {
        List<Quantity> change = stock.stream()
                .map(q -> q == Quantity.VOLUME ? Quantity.VOLUME_CHANGE : q)
                .toList();
        return product(rows, with(Quantity.PERIOD, change));
    }

    /** The quantities of a soil before its transition: factors that no row tells were those of today. */
    private static List<Quantity> before(Map<Quantity, Factor> rows) {
        return List.of(
                Quantity.SOC_REF,
                rows.containsKey(Quantity.F_LU_BEFORE) ? Quantity.F_LU_BEFORE : Quantity.F_LU,
                rows.containsKey(Quantity.F_MG_BEFORE) ? Quantity.F_MG_BEFORE : Quantity.F_MG,
                rows.containsKey(Quantity.F_I_BEFORE) ? Quantity.F_I_BEFORE : Quantity.F_I);
    }

    /** The formula of a code, empty when there is none. */
    public static Optional<Formula> find(String code) {
        return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
    }
}
