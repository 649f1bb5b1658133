package sinkmap.ogc;

import java.util.Locale;
import java.util.Optional;

/**
 * What a request takes to be answered, estimated before anything of it is done. A request at fault demands nothing here: its
 * service says what is wrong with it.
 *
 * @param kind which of the scarce places it needs; null for none
 * @param picture_bytes memory of the picture it asks for
 */
record Demand(Gate.Kind kind, long picture_bytes) {

    /** A pixel of the picture, of the sheet that a layer is painted on, of a raster's values and of what is packed. */
    private static final int PIXEL_bytes = 16;

    /** Elements of XML deeper than this do not give the size of a picture. */
    private static final int SIZE_DEPTH = 4;

    static Demand of(Kvp kvp, Optional<XmlElement> body) {
        return switch (operation(kvp, body)) {
            case "getmap", "map" -> new Demand(Gate.Kind.MAPS, picture(kvp, body));
            case "getfeatureinfo", "feature_info" -> new Demand(Gate.Kind.MAPS, 0);
            case "getfeature", "getfeaturewithlock", "getpropertyvalue", "lockfeature", "transaction" ->
                new Demand(Gate.Kind.FEATURES, 0);
            default -> new Demand(null, 0);
        };
    }

    /** The operation that a request asks for, in lower case. */
    static String operation(Kvp kvp, Optional<XmlElement> body) {
        return kvp.find("REQUEST")
                .or(() -> body.map(XmlElement::name))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    private static long picture(Kvp kvp, Optional<XmlElement> body) {
        return PIXEL_bytes * size("WIDTH", "Width", kvp, body) * size("HEIGHT", "Height", kvp, body);
    }

    private static long size(String parameter, String element, Kvp kvp, Optional<XmlElement> body) {
        Optional<String> given = kvp.find(parameter).or(() -> body.flatMap(xml -> text(xml, element, SIZE_DEPTH)));
        return given.filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static Optional<String> text(XmlElement xml, String name, int depth) {
        Optional<String> here = xml.findText(name);
        return here.isPresent() || depth == 0
                ? here
                : xml.children().stream()
                        .flatMap(child -> text(child, name, depth - 1).stream())
                        .findFirst();
    }
}
