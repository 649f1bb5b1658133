package sinkmap.ogc.wms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sinkmap.ogc.OwsException;

/** A format of GetFeatureInfo, by its name in capabilities. */
enum InfoFormat {
    HTML("text/html"),
    /** In the CRS of the map, x before y, which a {@code crs} member names. */
    JSON("application/json"),
    /** RFC 7946: always longitude and latitude. */
    GEOJSON("application/geo+json"),
    /** GML 2.1.2, x before y. */
    GML("application/vnd.ogc.gml"),
    TEXT("text/plain");

    private final String type;

    InfoFormat(String type) {
        this.type = type;
    }

    /** The format of that name; {@code InvalidFormat} lists those that there are. */
    static InfoFormat of(String name) {
        String wanted = name.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
        return Arrays.stream(values())
                .filter(format -> format.type.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new OwsException(
                        "InvalidFormat",
                        "INFO_FORMAT",
                        "the format '" + name + "' is not offered; take one of " + String.join(", ", listNames()),
                        400));
    }

    static List<String> listNames() {
        return Arrays.stream(values()).map(InfoFormat::type).toList();
    }

    String type() {
        return type;
    }
}
