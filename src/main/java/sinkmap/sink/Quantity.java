package sinkmap.sink;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a row of a factor table states, in the unit that the formulas reckon in. A row may state it in one of the other
 * units listed, and is then converted; any other unit is an error.
 */
public enum Quantity {
    /** Carbon density of a pool. */
    DENSITY("density", "t C/ha", Map.of("kg C/m2", 10.0, "g C/m2", 0.01, "Mg C/ha", 1.0, "t CO2/ha", 12.0 / 44)),
    /** Carbon that a pool takes up in a year, net; negative for a loss. */
    RATE(
            "rate",
            "t C/ha/yr",
            Map.of("g C/m2/yr", 0.01, "Mg C/ha/yr", 1.0, "t C/km2/yr", 0.01, "t CO2/ha/yr", 12.0 / 44)),
    /** Methane given off in a year. */
    METHANE("methane", "kg CH4/ha/yr", Map.of("g CH4/m2/yr", 10.0, "t CH4/ha/yr", 1000.0));

    private final String code;
    private final String unit;
    private final Map<String, Double> others;

    Quantity(String code, String unit, Map<String, Double> others) {
        this.code = code;
        this.unit = unit;
        this.others = others;
    }

    /** The code in factor tables. */
    public String code() {
        return code;
    }

    /** Unit that formulas reckon in. */
    public String unit() {
        return unit;
    }

    /** What a number in a unit is to be multiplied by to be in {@link #unit()}; empty for a unit that is none of it. */
    public Optional<Double> conversion(String from) {
        return from.equals(unit) ? Optional.of(1.0) : Optional.ofNullable(others.get(from));
    }

    /** All units that a row may state it in. */
    public Set<String> units() {
        Map<String, Double> all = new TreeMap<>(others);
        all.put(unit, 1.0);
        return all.keySet();
    }

    /** Whether a value below zero has a meaning. */
    public boolean signed() {
        return this == RATE;
    }

    /** The quantity of a code, empty when there is none. */
    public static Optional<Quantity> find(String code) {
        return Arrays.stream(values()).filter(q -> q.code.equals(code)).findFirst();
    }
}
