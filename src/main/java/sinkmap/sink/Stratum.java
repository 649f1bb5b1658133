package sinkmap.sink;

/**
 * A kind of land or sea bed that is taken as one in an account.
 *
 * @param layer id of the layer that maps it
 * @param classCode class within the layer; {@link Factor#ANY} where the layer has no classes or a feature has none
 * @param areaUncertainty_percent 95 % half width of its area, percent
 * @param blue whether its carbon counts as blue carbon (marsh, seagrass, tidal flat)
 */
public record Stratum(String layer, String classCode, double areaUncertainty_percent, boolean blue) {}
