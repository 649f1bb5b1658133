package sinkmap.survey;

/**
 * One row of a depth series as it was read, in standard units, before any check. NaN stands for what is not given.
 *
 * @param row line of the file
 * @param core the core
 * @param top_cm upper depth below the surface
 * @param bottom_cm lower depth
 * @param bulkDensity_g_cm3 dry bulk density
 * @param carbonShare organic carbon per dry mass, 0 to 1
 * @param organicMatterShare organic matter per dry mass, 0 to 1
 * @param equation from organic matter to carbon, where there is no carbon; null when none is stated
 * @param compactionFactor length of the core in the tube by the depth that the tube was driven, above 0 to 1; NaN when
 *     not given
 */
public record CoreSample(
        long row,
        CoreId core,
        double top_cm,
        double bottom_cm,
        double bulkDensity_g_cm3,
        double carbonShare,
        double organicMatterShare,
        OrganicMatterEquation equation,
        double compactionFactor) {}
