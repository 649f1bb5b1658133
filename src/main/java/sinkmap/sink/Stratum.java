package sinkmap.sink;

/**
 * A kind of land or sea bed that is taken as one in an account.
 *
 * @param layer id of the layer that maps it
 * @param classCode class within the layer; {@link Factor#ANY} where the layer has no classes or a feature has none
 * @param areaUncertainty_percent 95 % half width of its area, percent
 * @param blue whether its carbon counts as blue carbon (marsh, seagrass, tidal flat)
 * @param sink whether it is a sink; land that is none holds carbon that a plant on it disturbs, but is in no account
 */
public record Stratum(String layer, String classCode, double areaUncertainty_percent, boolean blue, boolean sink) {

    /** The same with another uncertainty of its area. */
    Stratum withAreaUncertainty(double percent) {
        return new Stratum(layer, classCode, percent, blue, sink);
    }
}
