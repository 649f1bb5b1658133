package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sinkmap.survey.Quantity;

/**
 * Which columns of a depth series hold what, and in which unit: the names of the Coastal Carbon Network and of the
 * MarSOC data set, and names that state their unit.
 */
final class CoreColumns {

    static final List<String> STUDY = List.of("study_id", "study", "source", "campaign");
    static final List<String> SITE = List.of("site_id", "site", "site_name", "station");
    static final List<String> CORE = List.of("core_id", "core", "plot", "site_name");
    static final List<String> EQUATION = List.of("organic_matter_equation", "om_to_oc");
    static final List<String> COMPACTION = List.of("compaction_factor");

    private static final Map<String, String> TOP =
            Map.of("depth_min", "cm", "u_depth_m", "m", "u_depth_cm", "cm", "depth_top_cm", "cm", "top_cm", "cm");
    private static final Map<String, String> BOTTOM =
            Map.of("depth_max", "cm", "l_depth_m", "m", "l_depth_cm", "cm", "depth_bottom_cm", "cm", "bottom_cm", "cm");
    private static final Map<String, String> DENSITY = Map.of(
            "dry_bulk_density", "g/cm3",
            "bulk_density", "",
            "bd_reported_g_cm3", "g/cm3",
            "bd_reported_g_cm3_mean", "g/cm3",
            "bd_reported_combined", "g/cm3",
            "bd_g_cm3", "g/cm3",
            "bd_g_cm3_mean", "g/cm3",
            "dry_bulk_density_g_cm3", "g/cm3",
            "dry_bulk_density_kg_m3", "kg/m3");
    private static final Map<String, String> CARBON = Map.of(
            "fraction_carbon", "1",
            "carbon", "",
            "organic_carbon", "",
            "oc_perc", "%",
            "oc_perc_mean", "%",
            "oc_perc_combined", "%",
            "organic_carbon_percent", "%",
            "organic_carbon_g_kg", "g/kg",
            "soc_g_kg", "g/kg");
    private static final Map<String, String> MATTER = Map.of(
            "fraction_organic_matter", "1",
            "organic_matter", "",
            "som_perc", "%",
            "som_perc_mean", "%",
            "som_perc_combined", "%",
            "organic_matter_percent", "%",
            "loi_percent", "%");

    private CoreColumns() {}

    /** A quantity in a file: where its values stand, and the columns that may state their unit. */
    record Field(String name, Quantity quantity, Map<String, String> columns, List<String> unitColumns) {

        /** The columns of this field that a header has: index and the unit that the name stands for. */
        List<Column> in(List<String> header) {
            List<Column> found = new ArrayList<>();
            for (int i = 0; i < header.size(); i++) {
                String unit = columns.get(header.get(i).toLowerCase(Locale.ROOT));
                if (unit != null) {
                    found.add(new Column(i, header.get(i), unit));
                }
            }
            return found;
        }
    }

    /** A column of a file; its unit is empty when only a unit column can say it. */
    record Column(int index, String name, String unit) {

        /** Whether the name holds the unit, so that a unit column may only repeat it. */
        boolean namesUnit() {
            String lower = name.toLowerCase(Locale.ROOT);
            return !unit.isEmpty()
                    && (lower.startsWith("fraction")
                            || lower.contains("perc")
                            || lower.endsWith("_m")
                            || lower.endsWith("cm")
                            || lower.contains("cm3")
                            || lower.endsWith("kg")
                            || lower.endsWith("m3"));
        }
    }

    static final Field TOP_DEPTH = new Field("upper depth", Quantity.DEPTH, TOP, List.of("depth_unit"));
    static final Field BOTTOM_DEPTH = new Field("lower depth", Quantity.DEPTH, BOTTOM, List.of("depth_unit"));
    static final Field BULK_DENSITY = new Field(
            "dry bulk density", Quantity.BULK_DENSITY, DENSITY, List.of("dry_bulk_density_unit", "bulk_density_unit"));
    static final Field ORGANIC_CARBON =
            new Field("organic carbon", Quantity.CARBON, CARBON, List.of("carbon_unit", "organic_carbon_unit"));
    static final Field ORGANIC_MATTER =
            new Field("organic matter", Quantity.ORGANIC_MATTER, MATTER, List.of("organic_matter_unit", "loi_unit"));
}
