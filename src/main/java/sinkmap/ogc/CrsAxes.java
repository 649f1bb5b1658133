package sinkmap.ogc;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;
import sinkmap.grid.SinkmapException;

/**
 * A CRS as a request writes it, with the axis order that this way of writing implies.
 *
 * <p>{@code EPSG:4490} and {@code http://www.opengis.net/gml/srs/epsg.xml#4490} mean x, y; the URN and the
 * {@code /def/crs/} URL mean the authority's order; {@code CRS:84} means longitude, latitude; in WMS 1.3.0 also
 * {@code EPSG:4490} means the authority's order (OGC 06-042, 6.7.3; OGC 09-025r2, 7.6; GeoServer's axis order rules).
 *
 * @param notation the CRS as written
 * @param crs the CRS, coordinates x = east, y = north
 * @param northFirst whether coordinates are written north first
 */
public record CrsAxes(String notation, Crs crs, boolean northFirst) {

    private static final Pattern PLAIN = Pattern.compile("EPSG:(\\d{4,6})");
    private static final Pattern LEGACY = Pattern.compile("https?://www\\.opengis\\.net/gml/srs/epsg\\.xml#(\\d{4,6})");
    private static final List<Pattern> STRICT = List.of(
            Pattern.compile("urn:(?:x-)?ogc:def:crs:epsg:(?:[\\w.]*:)?(\\d{4,6})"),
            Pattern.compile("https?://www\\.opengis\\.net/def/crs/epsg/[\\w.]+/(\\d{4,6})"));
    private static final List<Pattern> LON_LAT = List.of(
            Pattern.compile("(?:ogc:)?crs:?84"),
            Pattern.compile("urn:(?:x-)?ogc:def:crs:ogc:[\\w.]*:crs84"),
            Pattern.compile("https?://www\\.opengis\\.net/def/crs/ogc/[\\w.]+/crs84"));

    /** Reads a CRS of WMS 1.1.1 ({@code SRS}) and of WFS. */
    public static CrsAxes of(String notation) {
        return read(notation, false);
    }

    /** Reads a CRS of WMS 1.3.0, where {@code EPSG:} codes have the authority's axis order. */
    public static CrsAxes ofWms13(String notation) {
        return read(notation, true);
    }

    private static CrsAxes read(String notation, boolean plainIsStrict) {
        String text = notation.strip().toLowerCase(Locale.ROOT);
        if (LON_LAT.stream().anyMatch(p -> p.matcher(text).matches())) {
            return new CrsAxes(notation, Crs.of("EPSG:4326"), false);
        }
        Matcher plain = PLAIN.matcher(notation.strip().toUpperCase(Locale.ROOT));
        if (plain.matches()) {
            return epsg(notation, plain.group(1), plainIsStrict);
        }
        Matcher legacy = LEGACY.matcher(text);
        if (legacy.matches()) {
            return epsg(notation, legacy.group(1), false);
        }
        for (Pattern pattern : STRICT) {
            Matcher strict = pattern.matcher(text);
            if (strict.matches()) {
                return epsg(notation, strict.group(1), true);
            }
        }
        throw unknown(notation);
    }

    private static CrsAxes epsg(String notation, String number, boolean strict) {
        try {
            Crs crs = Crs.of("EPSG:" + (number.equals("900913") ? "3857" : number));
            return new CrsAxes(notation, crs, strict && crs.northFirst());
        } catch (SinkmapException e) {
            throw unknown(notation);
        }
    }

    private static OwsException unknown(String notation) {
        return OwsException.invalid(
                "CRS", "the coordinate reference system '" + notation + "' is not known; write it like EPSG:4490");
    }

    /**
     * The envelope of four numbers in this notation's order, in x, y order. {@code InvalidParameterValue} when they are
     * not finite or the lower corner is not below the upper one.
     */
    public Envelope envelope(double[] corners) {
        for (double number : corners) {
            if (!Double.isFinite(number) || Math.abs(number) > 1e12) {
                throw OwsException.invalid("BBOX", "BBOX must hold finite numbers, not " + number);
            }
        }
        if (corners[0] > corners[2] || corners[1] > corners[3]) {
            throw OwsException.invalid(
                    "BBOX",
                    "the lower corner of BBOX (" + corners[0] + ", " + corners[1]
                            + ") must not lie above the upper one (" + corners[2] + ", " + corners[3] + ")");
        }
        Envelope envelope = northFirst
                ? new Envelope(corners[1], corners[3], corners[0], corners[2])
                : new Envelope(corners[0], corners[2], corners[1], corners[3]);
        if (crs.geographic() && (envelope.getMinY() > 90 || envelope.getMaxY() < -90)) {
            throw OwsException.invalid(
                    "BBOX",
                    "BBOX lies beyond the poles: in " + notation + " the " + (northFirst ? "latitude" : "longitude")
                            + " comes first");
        }
        return envelope;
    }

    /** Lower and upper corner of an envelope in this notation's order. */
    public double[] corners(Envelope e) {
        return northFirst
                ? new double[] {e.getMinY(), e.getMinX(), e.getMaxY(), e.getMaxX()}
                : new double[] {e.getMinX(), e.getMinY(), e.getMaxX(), e.getMaxY()};
    }

    /** Four numbers of a {@code BBOX} parameter. */
    public static double[] numbers(List<String> parts) {
        if (parts.size() != 4) {
            throw OwsException.invalid("BBOX", "BBOX must hold four numbers, not " + parts.size());
        }
        double[] numbers = new double[4];
        for (int i = 0; i < 4; i++) {
            String part = parts.get(i);
            numbers[i] = Kvp.number(part)
                    .orElseThrow(
                            () -> OwsException.invalid("BBOX", "BBOX must hold four numbers; '" + part + "' is none"));
        }
        return numbers;
    }
}
