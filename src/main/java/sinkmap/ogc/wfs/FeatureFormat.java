package sinkmap.ogc.wfs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sinkmap.ogc.OwsException;

/** The formats in which features are given. */
enum FeatureFormat {
    GML32(
            "application/gml+xml; version=3.2",
            "application/gml+xml",
            "text/xml; subtype=gml/3.2",
            "text/xml; subtype=gml/3.2.1",
            "text/xml; version=3.2",
            "gml32",
            "gml3.2"),
    GML31(
            "text/xml; subtype=gml/3.1.1",
            "text/xml; subtype=gml/3.1",
            "application/gml+xml; version=3.1",
            "text/gml; subtype=gml/3.1.1",
            "gml3",
            "gml31"),
    GML2("text/xml; subtype=gml/2.1.2", "text/xml; subtype=gml/2", "application/gml+xml; version=2.1", "gml2"),
    GEOJSON("application/json", "application/geo+json", "application/vnd.geo+json", "geojson", "json"),
    CSV("text/csv", "csv"),
    SHAPEFILE("application/x-zipped-shp", "shape-zip", "application/zip"),
    GEOPACKAGE("application/geopackage+sqlite3", "application/x-gpkg", "geopackage", "geopkg", "gpkg");

    private final String type;
    private final List<String> names;

    FeatureFormat(String type, String... others) {
        this.type = type;
        this.names = java.util.stream.Stream.concat(java.util.stream.Stream.of(type), Arrays.stream(others))
                .map(FeatureFormat::plain)
                .toList();
    }

    /** The format's MIME type, as capabilities name it. */
    String type() {
        return type;
    }

    /** The format of a version's features when the request names none. */
    static FeatureFormat of(WfsEdition edition) {
        return switch (edition) {
            case V1_0 -> GML2;
            case V1_1 -> GML31;
            case V2_0 -> GML32;
        };
    }

    /** The format that a request names; {@code text/xml} is the GML of its version. */
    static FeatureFormat of(String name, WfsEdition edition) {
        String wanted = plain(name);
        if (wanted.equals("text/xml") || wanted.equals("xml")) {
            return of(edition);
        }
        return Arrays.stream(values())
                .filter(format -> format.names.contains(wanted))
                .findFirst()
                .orElseThrow(() -> OwsException.invalid(
                        "OUTPUTFORMAT",
                        "the format '" + name + "' is not offered; take one of "
                                + Arrays.stream(values())
                                        .map(FeatureFormat::type)
                                        .toList()));
    }

    /** The GML, for the formats that are one; an error for the others. */
    GmlEdition gml() {
        return switch (this) {
            case GML2 -> GmlEdition.V2;
            case GML31 -> GmlEdition.V3_1;
            case GML32 -> GmlEdition.V3_2;
            default -> throw OwsException.invalid("OUTPUTFORMAT", type + " is no GML");
        };
    }

    /** MIME types of all formats, the version's own first. */
    static List<String> types(WfsEdition edition) {
        FeatureFormat own = of(edition);
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(own), Arrays.stream(values()).filter(format -> format != own))
                .map(FeatureFormat::type)
                .toList();
    }

    /** Blanks, quotes and plus signs come through addresses in several ways. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("%2b", "+")
                .replaceAll("[ +\"]", "")
                .replaceAll(";charset=[\\w-]+", "");
    }
}
