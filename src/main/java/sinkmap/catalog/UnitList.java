package sinkmap.catalog;

import java.util.List;

/** The units that layers may state. A unit that is written in two ways would be taken for two units. */
final class UnitList {

    private static final List<String> KNOWN = List.of(
            // plain numbers, lengths, areas, angles
            "1",
            "%",
            "mm",
            "cm",
            "m",
            "km",
            "m2",
            "ha",
            "km2",
            "deg",
            "1/km2",
            // weather and resource
            "m/s",
            "W/m2",
            "kWh/m2/day",
            "kWh/m2/yr",
            "kWh/kW/yr",
            "h/yr",
            "degC",
            "1/K",
            // power and energy
            "kV",
            "kW",
            "MW",
            "GW",
            "MW/km2",
            "kWh/yr",
            "MWh",
            "MWh/yr",
            "GWh",
            "GWh/yr",
            "TWh/yr",
            // carbon
            "t C",
            "t C/yr",
            "t C/ha",
            "t C/ha/yr",
            "t CO2",
            "t CO2/yr",
            "t CO2/MWh",
            "t CO2e",
            "t CO2e/yr",
            "t CO2e/ha",
            "t CO2e/ha/yr",
            // samples
            "g/kg",
            "g/cm3",
            "g/m2",
            "kg/m2",
            "mg/l",
            "psu",
            // time, money, people
            "h",
            "days",
            "years",
            "yuan",
            "million yuan",
            "million yuan/yr",
            "yuan/kWh",
            "yuan/W",
            "yuan/kW",
            "yuan/kW/yr",
            "yuan/t CO2",
            "persons",
            "persons/km2");

    private UnitList() {}

    /** The unit that stands in a node, checked. */
    static String read(YamlNode node) {
        String unit = node.asText();
        if (!KNOWN.contains(unit)) {
            throw node.error("unknown unit '" + unit + "'" + Suggestion.among(unit, KNOWN));
        }
        return unit;
    }
}
