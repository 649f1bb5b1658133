package sinkmap.survey;

/**
 * A measured slice of a core.
 *
 * @param row line of the file
 * @param top_cm upper depth below the surface, corrected for compaction
 * @param bottom_cm lower depth
 * @param bulkDensity_g_cm3 dry bulk density, corrected for compaction
 * @param carbonShare organic carbon per dry mass, 0 to 1
 * @param equation the equation by which carbon came from organic matter; null when carbon was measured
 */
public record CoreInterval(
        long row,
        double top_cm,
        double bottom_cm,
        double bulkDensity_g_cm3,
        double carbonShare,
        OrganicMatterEquation equation) {

    /** Organic carbon in a volume of soil, g/cm3: bulk density times carbon share. */
    public double carbonDensity_g_cm3() {
        return bulkDensity_g_cm3 * carbonShare;
    }

    /**
     * The slice as it lay in the ground when the core was shortened by a factor as it was taken: the same mass over the
     * depth it came from, so thickness is divided and density multiplied by the factor.
     */
    CoreInterval decompacted(double factor) {
        return new CoreInterval(
                row, top_cm / factor, bottom_cm / factor, bulkDensity_g_cm3 * factor, carbonShare, equation);
    }
}
