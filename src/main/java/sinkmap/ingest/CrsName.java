package sinkmap.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sinkmap.catalog.Crs;
import sinkmap.grid.SinkmapException;

/** Reads the many ways in which files name a CRS. The axis order in a file is always x, y, whatever the notation says. */
final class CrsName {

    private static final Pattern CODE = Pattern.compile(
            "(?i)(?:urn:(?:x-)?ogc:def:crs:|https?://www\\.opengis\\.net/def/crs/)?EPSG[:/]+(?:[\\d.]+[:/]|:)?(\\d+)");
    private static final Pattern LEGACY = Pattern.compile("(?i)https?://www\\.opengis\\.net/gml/srs/epsg\\.xml#(\\d+)");
    private static final Pattern CRS84 = Pattern.compile("(?i).*\\bCRS:?84");

    private CrsName() {}

    /** The name as an authority code where it is one; WKT and unknown notations unchanged. */
    static String normalise(String name) {
        String trimmed = name.strip();
        for (Pattern pattern : new Pattern[] {CODE, LEGACY}) {
            Matcher matcher = pattern.matcher(trimmed);
            if (matcher.matches()) {
                return "EPSG:" + matcher.group(1);
            }
        }
        if (CRS84.matcher(trimmed).matches()) {
            return "EPSG:4326";
        }
        return trimmed.chars().allMatch(Character::isDigit) && !trimmed.isEmpty() ? "EPSG:" + trimmed : trimmed;
    }

    /** The CRS of that name; the error says in which file it stands. */
    static Crs read(String name, String file) {
        try {
            return Crs.of(normalise(name));
        } catch (SinkmapException e) {
            throw new IngestException(
                    file + ": the coordinate reference system '" + shorten(name) + "' is not understood ("
                            + e.getMessage() + "); say which one it is with --crs, such as --crs EPSG:4490",
                    e);
        }
    }

    private static String shorten(String name) {
        return name.length() > 80 ? name.substring(0, 80) + "..." : name;
    }
}
