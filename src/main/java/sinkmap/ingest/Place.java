package sinkmap.ingest;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;
import sinkmap.catalog.Region;

/** Tells whether coordinates of a file can be meant: inside the domain of their CRS and near the region. */
final class Place {

    private static final Crs DEGREES = Crs.of("CRS:84");

    private final boolean geographic;
    private final Envelope window;
    private final Envelope near;
    private final Region region;

    /**
     * @param margin how far outside the region's window a feature may lie, degrees
     */
    Place(Region region, Crs crs, double margin) {
        this.region = region;
        this.geographic = crs.geographic();
        this.window = crs.bounds(region.window(), DEGREES);
        Envelope wider = new Envelope(region.window());
        wider.expandBy(margin);
        this.near = crs.bounds(wider, DEGREES);
    }

    /** What is wrong with the place of a feature; null when nothing is. */
    String fault(Envelope bounds) {
        if (geographic && outsideWorld(bounds)) {
            return "has " + words(bounds) + ", which are no degrees of longitude and latitude" + hint(bounds);
        }
        if (!near.intersects(bounds)) {
            return "lies at " + words(bounds) + ", far outside the region (" + region.id() + ", longitude "
                    + range(region.window().getMinX(), region.window().getMaxX()) + ", latitude "
                    + range(region.window().getMinY(), region.window().getMaxY()) + ")" + hint(bounds);
        }
        return null;
    }

    /** Whether the feature lies beside the region's window. */
    boolean beside(Envelope bounds) {
        return !window.intersects(bounds);
    }

    private static boolean outsideWorld(Envelope bounds) {
        return bounds.getMinY() < -90.000001
                || bounds.getMaxY() > 90.000001
                || bounds.getMinX() < -180.000001
                || bounds.getMaxX() > 360;
    }

    private String hint(Envelope bounds) {
        Envelope swapped = new Envelope(bounds.getMinY(), bounds.getMaxY(), bounds.getMinX(), bounds.getMaxX());
        if (near.intersects(swapped)) {
            return "; are the coordinates swapped? x is east (longitude), y is north (latitude)";
        }
        boolean metres = geographic && Math.max(Math.abs(bounds.getMaxX()), Math.abs(bounds.getMaxY())) > 1000;
        return metres ? "; are these metres? name their CRS with --crs" : "";
    }

    private static String words(Envelope bounds) {
        Coordinate c = bounds.centre();
        return String.format(Locale.ROOT, "x = %s, y = %s", plain(c.x), plain(c.y));
    }

    private static String range(double from, double to) {
        return plain(from) + " to " + plain(to);
    }

    static String plain(double number) {
        return String.format(Locale.ROOT, Math.abs(number) > 1000 ? "%.1f" : "%.6f", number)
                .replaceFirst("\\.?0+$", "");
    }
}
