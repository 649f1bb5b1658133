package sinkmap.ingest;

/**
 * How a raster is made of a CSV of anchors, points with a value.
 *
 * <p>{@code IDW}: inverse distance weighting after Shepard (1968), "A two-dimensional interpolation function for
 * irregularly-spaced data", Proc. 23rd ACM National Conference: the mean of all anchors, weighted with distance to the
 * power of {@code -power}. Columns {@code lon, lat, value}.
 *
 * <p>{@code GAUSSIAN}: {@code background} plus the sum of {@code value * exp(-(d / radius_km)^2)} over all anchors. Columns
 * {@code lon, lat, value, radius_km}.
 *
 * <p>Distances are great-circle distances.
 *
 * @param method formula
 * @param power exponent of {@code IDW}
 * @param background value far from all anchors, of {@code GAUSSIAN}, in the band's unit
 * @param cellDeg cell size, degrees
 * @param outside id of a polygon layer inside which the raster has no data, or null
 */
public record Surface(Method method, double power, double background, double cellDeg, String outside) {

    /** A formula. */
    public enum Method {
        IDW,
        GAUSSIAN
    }

    private static final double SMALLEST_CELL_DEG = 0.001;

    public Surface {
        if (!(cellDeg >= SMALLEST_CELL_DEG && cellDeg <= 1)) {
            throw new IngestException(
                    "the cells of a surface must measure " + SMALLEST_CELL_DEG + " to 1 degree, not " + cellDeg);
        }
        if (method == Method.IDW && !(power > 0 && power <= 20)) {
            throw new IngestException("the power of a surface must lie above 0 and up to 20, not " + power);
        }
        if (!Double.isFinite(background)) {
            throw new IngestException("the background of a surface must be a number");
        }
    }
}
