package sinkmap.ogc.wms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.XmlElement;

/**
 * A map request that was posted: a {@code GetMap} document (OGC 02-017r1; OGC 05-078r4, annex B), or a {@code
 * StyledLayerDescriptor} beside parameters in the address.
 *
 * @param kvp the request as parameters
 * @param styles the styles and, without {@code LAYERS}, the layers of the document
 */
record PostedMap(Kvp kvp, Optional<XmlElement> styles) {

    static PostedMap of(OwsRequest request) {
        if (request.body().isEmpty()) {
            return new PostedMap(request.kvp(), Optional.empty());
        }
        XmlElement root = request.body().get();
        return switch (root.name()) {
            case "StyledLayerDescriptor" -> new PostedMap(request.kvp(), Optional.of(root));
            case "GetMap" ->
                new PostedMap(request.kvp().with(parameters(root)), root.findChild("StyledLayerDescriptor"));
            default ->
                throw OwsException.notSupported(
                        "REQUEST",
                        "a posted document must be a GetMap or a StyledLayerDescriptor, not a " + root.name());
        };
    }

    private static Map<String, String> parameters(XmlElement root) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("REQUEST", "GetMap");
        // the document counts its own versions; the axis order is that of the notation of the CRS
        values.put(
                "VERSION", root.findAttribute("version").filter("1.3.0"::equals).orElse("1.1.1"));
        root.findText("CRS").ifPresent(crs -> values.put("CRS", crs));
        root.findChild("BoundingBox").ifPresent(box -> bounds(box, values));
        root.findChild("Output").ifPresent(output -> output(output, values));
        root.findText("Exceptions").ifPresent(text -> values.put("EXCEPTIONS", text));
        root.findText("Time").ifPresent(text -> values.put("TIME", text));
        root.findText("Elevation").ifPresent(text -> values.put("ELEVATION", text));
        return values;
    }

    private static void bounds(XmlElement box, Map<String, String> values) {
        box.findAttribute("srsName").or(() -> box.findAttribute("crs")).ifPresent(name -> values.put("CRS", name));
        List<XmlElement> corners = box.children();
        String numbers = corners.stream().map(PostedMap::corner).collect(Collectors.joining(","));
        values.put("BBOX", numbers);
    }

    /** A corner as GML 2 ({@code coord}), GML 3 ({@code pos}) or OWS ({@code LowerCorner}) writes it, or several. */
    private static String corner(XmlElement corner) {
        List<XmlElement> ordinates = corner.children();
        return ordinates.isEmpty()
                ? corner.text().strip().replaceAll("[\\s,]+", ",")
                : ordinates.stream().map(XmlElement::text).collect(Collectors.joining(","));
    }

    private static void output(XmlElement output, Map<String, String> values) {
        output.findText("Format").ifPresent(text -> values.put("FORMAT", text));
        output.findText("Transparent").ifPresent(text -> values.put("TRANSPARENT", text));
        output.findText("BGcolor").ifPresent(text -> values.put("BGCOLOR", text.startsWith("#") ? text : "#" + text));
        output.findChild("Size").ifPresent(size -> {
            size.findText("Width").ifPresent(text -> values.put("WIDTH", text));
            size.findText("Height").ifPresent(text -> values.put("HEIGHT", text));
        });
    }
}
