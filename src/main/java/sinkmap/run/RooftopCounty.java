package sinkmap.run;

/**
 * What an assessment of roofs says about a county, as JSON.
 *
 * @param nameZh its name
 * @param nameEn its name in English, or the same
 * @param adcode its code, or null
 * @param area_ha area of its cells
 * @param roofShare share of the area that is roof
 * @param ground_ha built-up ground
 * @param energy_gwh energy a year; null, as its bounds, where no ground has data on the sun
 */
record RooftopCounty(
        String nameZh,
        String nameEn,
        String adcode,
        double area_ha,
        double roofShare,
        double ground_ha,
        double roof_ha,
        double usable_ha,
        double capacity_mw,
        double capacityLow_mw,
        double capacityHigh_mw,
        Double energy_gwh,
        Double energyLow_gwh,
        Double energyHigh_gwh) {

    static RooftopCounty of(ZoneMap.Zone zone, double area_ha, RooftopRun.Sums sums) {
        // ground without any data on the sun has an energy that is not known, which is not none
        boolean known = sums.energy_gwh() > 0 || sums.capacity_mw() == 0;
        return new RooftopCounty(
                text(zone, "name_zh", zone.name()),
                text(zone, "name_en", zone.name()),
                text(zone, "adcode", null),
                area_ha,
                sums.roof_ha() / area_ha,
                sums.ground_ha(),
                sums.roof_ha(),
                sums.usable_ha(),
                sums.capacity_mw(),
                sums.capacityLow_mw(),
                sums.capacityHigh_mw(),
                known ? sums.energy_gwh() : null,
                known ? sums.energyLow_gwh() : null,
                known ? sums.energyHigh_gwh() : null);
    }

    private static String text(ZoneMap.Zone zone, String attribute, String otherwise) {
        Object value = zone.attributes().get(attribute);
        return value == null ? otherwise : value.toString();
    }

    /** Hours at full load; null where they are not known. */
    Double fullLoadHours() {
        return energy_gwh == null || capacity_mw == 0 ? null : energy_gwh * 1000 / capacity_mw;
    }
}
