package sinkmap.survey;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a laboratory measures in a core, with the units it may be stated in. A value is converted only by a unit that
 * its file states; a number never tells its unit by its size.
 */
public enum Quantity {
    /** Depth below the surface of the soil, cm. */
    DEPTH("cm", Map.of("cm", 1.0, "m", 100.0, "mm", 0.1)),

    /** Mass of dry soil in a volume of fresh soil, g/cm3. */
    BULK_DENSITY(
            "g/cm3", Map.of("g/cm3", 1.0, "g cm-3", 1.0, "t/m3", 1.0, "mg/m3", 1.0, "kg/m3", 0.001, "kg m-3", 0.001)),

    /** Mass of organic carbon in a mass of dry soil, as a share of 1. */
    CARBON("1", shares()),

    /** Mass of organic matter in a mass of dry soil, as a share of 1; loss on ignition counts as such. */
    ORGANIC_MATTER("1", shares());

    private final String standardUnit;
    private final Map<String, Double> factors;

    Quantity(String standardUnit, Map<String, Double> factors) {
        this.standardUnit = standardUnit;
        this.factors = factors;
    }

    private static Map<String, Double> shares() {
        Map<String, Double> units = new LinkedHashMap<>();
        units.put("1", 1.0);
        units.put("fraction", 1.0);
        units.put("%", 0.01);
        units.put("percent", 0.01);
        units.put("g/kg", 0.001);
        units.put("g kg-1", 0.001);
        units.put("mg/g", 0.001);
        return units;
    }

    /** The unit that the engine computes in. */
    public String standardUnit() {
        return standardUnit;
    }

    /** The units that are understood, in lower case. {@code mg/m3} of a bulk density is megagrams per cubic metre. */
    public Set<String> units() {
        return factors.keySet();
    }

    /** What a value in the unit is multiplied by to be in the standard unit; empty when the unit is not known. */
    public OptionalDouble factor(String unit) {
        Double factor = factors.get(unit.strip().toLowerCase(Locale.ROOT));
        return factor == null ? OptionalDouble.empty() : OptionalDouble.of(factor);
    }
}
