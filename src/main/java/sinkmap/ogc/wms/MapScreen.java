package sinkmap.ogc.wms;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.style.Screen;

/** Reads what part of the world a map shows, how large, and on which ground. */
final class MapScreen {

    /** Pixels of 0.28 mm in an inch. */
    private static final double STANDARD_dpi = 25.4 / 0.28;

    private static final double LEAST_dpi = 10;
    private static final double MOST_dpi = 2400;
    private static final String FORMAT_DPI = "dpi:";

    private MapScreen() {}

    static Screen read(Kvp kvp, OgcSettings settings) {
        CrsAxes crs = crs(kvp);
        kvp.get("BBOX");
        Envelope bounds = crs.envelope(CrsAxes.numbers(kvp.list("BBOX")));
        if (!(bounds.getWidth() > 0) || !(bounds.getHeight() > 0)) {
            throw OwsException.invalid("BBOX", "BBOX must have a width and a height above 0");
        }
        int width = size(kvp, "WIDTH", settings);
        int height = size(kvp, "HEIGHT", settings);
        double ratio = findResolution(kvp).orElse(STANDARD_dpi) / STANDARD_dpi;
        return new Screen(crs.crs(), bounds, width, height, ratio);
    }

    /** The CRS in the notation of the request, with the axis order of its version. */
    static CrsAxes crs(Kvp kvp) {
        boolean old = WmsVersion.of(kvp) == WmsVersion.V1_1_1;
        String name = old ? "SRS" : "CRS";
        String notation = kvp.findAny(name, "CRS", "SRS").orElseThrow(() -> OwsException.missing(name));
        try {
            return old ? CrsAxes.of(notation) : CrsAxes.ofWms13(notation);
        } catch (OwsException e) {
            throw new OwsException(old ? "InvalidSRS" : "InvalidCRS", name, e.getMessage(), 400);
        }
    }

    private static int size(Kvp kvp, String name, OgcSettings settings) {
        int size = kvp.getInt(name);
        if (size < 1 || size > settings.maxSize()) {
            throw OwsException.invalid(name, name + " must lie between 1 and " + settings.maxSize() + ", not " + size);
        }
        return size;
    }

    /**
     * Pixels an inch where the map is shown, as clients say it: {@code DPI} (QGIS Server), {@code MAP_RESOLUTION}
     * (MapServer) or {@code FORMAT_OPTIONS=dpi:..} (GeoServer). QGIS sends all three.
     */
    static Optional<Double> findResolution(Kvp kvp) {
        Optional<String> option = kvp.find("FORMAT_OPTIONS")
                .flatMap(options -> Arrays.stream(options.split(";"))
                        .map(part -> part.strip().toLowerCase(Locale.ROOT))
                        .filter(part -> part.startsWith(FORMAT_DPI))
                        .map(part -> part.substring(FORMAT_DPI.length()))
                        .findFirst());
        return kvp.findAny("DPI", "MAP_RESOLUTION").or(() -> option).map(MapScreen::resolution);
    }

    private static double resolution(String text) {
        double dpi = Kvp.number(text).orElse(Double.NaN);
        if (!(dpi >= LEAST_dpi && dpi <= MOST_dpi)) {
            throw OwsException.invalid(
                    "DPI", "the resolution must lie between 10 and 2400 pixels an inch, not '" + text + "'");
        }
        return dpi;
    }

    /** The colour of the ground; null for none. */
    static Color background(Kvp kvp) {
        return kvp.getBoolean("TRANSPARENT") ? null : color(kvp);
    }

    /** The colour of {@code BGCOLOR}, white where it is not given. */
    static Color color(Kvp kvp) {
        return color("BGCOLOR", "BGCOLOR", kvp.get("BGCOLOR", "0xFFFFFF"));
    }

    /** The colour that a text stands for, which is {@code name} in a parameter. */
    static Color color(String parameter, String name, String text) {
        if (!text.matches("(0x|0X|#)[0-9a-fA-F]{6}")) {
            throw OwsException.invalid(parameter, name + " must be a colour like 0xFFFFFF, not '" + text + "'");
        }
        return Color.decode(text.replace("#", "0x"));
    }
}
