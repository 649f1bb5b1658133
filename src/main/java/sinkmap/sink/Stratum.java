package sinkmap.sink;

/**
 * A kind of land or sea bed that is taken as one in an account.
 *
 * @param layer id of the layer that maps it
 * @param classCode class within the layer; {@link Factor#ANY} where the layer has no classes or a feature has none
 * @param areaUncertainty_percent 95 % half width of its area, percent
 * @param blue whether its carbon counts as blue carbon (marsh, seagrass, tidal flat)
 * @param sink whether it is a sink; land that is none holds carbon that a plant on it disturbs, but is in no account
 * @param areaMap name of the map that its area is from, where strata of one map are wrong together; null where the error of
 *     its area is its own
 */
public record Stratum(
        String layer, String classCode, double areaUncertainty_percent, boolean blue, boolean sink, String areaMap) {

    /** A stratum whose area has an error of its own. */
    public Stratum(String layer, String classCode, double areaUncertainty_percent, boolean blue, boolean sink) {
        this(layer, classCode, areaUncertainty_percent, blue, sink, null);
    }

    /**
     * What the error of its area is named: strata of the same name have areas that are too large or too small together, each
     * by its own uncertainty (correlation 1); others have nothing to do with each other.
     */
    public String areaError() {
        return areaMap == null ? layer + ClassPattern.PART + classCode : areaMap;
    }

    /** The same with another uncertainty of its area. */
    Stratum withAreaUncertainty(double percent) {
        return new Stratum(layer, classCode, percent, blue, sink, areaMap);
    }
}
