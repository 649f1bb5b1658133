package sinkmap.sink;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    METHANE("methane", "kg CH4/ha/yr", Map.of("g CH4/m2/yr", 10.0, "t CH4/ha/yr", 1000.0)),
    /** Growing stock, over bark. */
    VOLUME("volume", "m3/ha", Map.of()),
    /**
     * Growing stock less that of an earlier inventory, both by the area of today (IPCC 2006, volume 4, equation 2.5);
     * stated as a difference because the errors of plots that are measured again cancel in it.
     */
    VOLUME_CHANGE("volume-change", "m3/ha", Map.of()),
    /**
     * Carbon density of a pool less that of an earlier survey; stated as a difference because the errors of plots and cores
     * at the same places cancel in it.
     */
    DENSITY_CHANGE(
            "density-change", "t C/ha", Map.of("kg C/m2", 10.0, "g C/m2", 0.01, "Mg C/ha", 1.0, "t CO2/ha", 12.0 / 44)),
    /**
     * What of a change falls in a year: one by its years. Stated in years; those of an inventory interval, or the 20 of
     * the default transition of soils (IPCC 2006, volume 4, equation 2.25).
     */
    PERIOD("period", "1/yr", Map.of()),
    /** Basic wood density, dry mass by fresh volume. */
    WOOD_DENSITY("wood-density", "t/m3", Map.of()),
    /** Biomass of all above ground by biomass of the stem. */
    BEF("bef", "1", Map.of()),
    /** Biomass above ground by growing stock (IPCC 2006, volume 4, table 4.5). */
    BCEF_S("bcef-s", "t/m3", Map.of()),
    /** Biomass growth above ground by volume increment (IPCC 2006, volume 4, table 4.5). */
    BCEF_I("bcef-i", "t/m3", Map.of()),
    /** Biomass above ground of the trees cut by volume removed (IPCC 2006, volume 4, table 4.5). */
    BCEF_R("bcef-r", "t/m3", Map.of()),
    /** Biomass below ground by biomass above ground (IPCC 2006, volume 4, table 4.4). */
    ROOT_SHOOT("root-shoot", "1", Map.of()),
    /** Carbon in dry mass (IPCC 2006, volume 4, table 4.3). */
    CARBON_FRACTION("carbon-fraction", "1", Map.of()),
    /** Slope a of the continuous expansion factor. */
    FANG_A("fang-a", "t/m3", Map.of()),
    /** Offset b of the continuous expansion factor; may be negative. */
    FANG_B("fang-b", "t/ha", Map.of()),
    /** Dry mass above ground. */
    ABOVE_BIOMASS("above-biomass", "t/ha", Map.of("g/m2", 0.01, "kg/m2", 10.0)),
    /** Dry mass of a pool. */
    DRY_MASS("dry-mass", "t/ha", Map.of("g/m2", 0.01, "kg/m2", 10.0)),
    /** Yearly volume increment. */
    INCREMENT("increment", "m3/ha/yr", Map.of()),
    /** Volume felled in a year. */
    REMOVAL("removal", "m3/ha/yr", Map.of()),
    /** Reference stock of soil carbon, 0-30 cm (IPCC, volume 4, table 2.3). */
    SOC_REF("soc-ref", "t C/ha", Map.of()),
    /** Stock change factor of land use. */
    F_LU("f-lu", "1", Map.of()),
    /** Stock change factor of management. */
    F_MG("f-mg", "1", Map.of()),
    /** Stock change factor of input. */
    F_I("f-i", "1", Map.of()),
    /** Stock change factor of the land use before the transition; the one of today where there is no row. */
    F_LU_BEFORE("f-lu-before", "1", Map.of()),
    /** Stock change factor of the management before the transition; the one of today where there is no row. */
    F_MG_BEFORE("f-mg-before", "1", Map.of()),
    /** Stock change factor of the input before the transition; the one of today where there is no row. */
    F_I_BEFORE("f-i-before", "1", Map.of()),
    /** Organic carbon by dry mass of soil. */
    SOIL_CONTENT("soil-content", "%", Map.of()),
    /** Dry bulk density of soil. */
    BULK_DENSITY("bulk-density", "g/cm3", Map.of()),
    /** Depth of soil. */
    DEPTH("depth", "cm", Map.of());

    private static final String YEARS = "yr";

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

    /** A value stated in a unit, in {@link #unit()}; empty for a unit that is none of it. */
    public Optional<Interval> reckon(Interval stated, String from) {
        if (this == PERIOD && from.equals(YEARS)) {
            return Optional.of(new Interval(1 / stated.value(), 1 / stated.high(), 1 / stated.low()));
        }
        return Optional.ofNullable(from.equals(unit) ? Double.valueOf(1) : others.get(from))
                .map(stated::times);
    }

    /** All units that a row may state it in. */
    public Set<String> units() {
        Set<String> all = new TreeSet<>(others.keySet());
        all.add(this == PERIOD ? YEARS : unit);
        return all;
    }

    /** Whether a value below zero has a meaning. */
    public boolean signed() {
        return this == RATE || this == FANG_B || this == VOLUME_CHANGE || this == DENSITY_CHANGE;
    }

    /** The quantity of a code, empty when there is none. */
    public static Optional<Quantity> find(String code) {
        return Arrays.stream(values()).filter(q -> q.code.equals(code)).findFirst();
    }
}
