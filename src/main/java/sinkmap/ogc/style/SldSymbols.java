package sinkmap.ogc.style;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import sinkmap.ogc.XmlElement;

/** Reads symbolizers. Defaults are those of OGC 02-070. */
final class SldSymbols {

    private final Pictures pictures;

    SldSymbols(Pictures pictures) {
        this.pictures = pictures;
    }

    Symbolizer symbolizer(XmlElement e) {
        SldPaint paint = new SldPaint(pictures, unit(e));
        return switch (e.name()) {
            case "PolygonSymbolizer" -> area(e, paint);
            case "LineSymbolizer" -> line(e, paint);
            case "PointSymbolizer" -> {
                checkSymbolizer(e, "Graphic");
                yield new Symbolizer.Point(paint.graphic(required(e, "Graphic")), part(e));
            }
            case "TextSymbolizer" -> new SldLabel(paint).read(e);
            case "RasterSymbolizer" -> SldRaster.coverage(e);
            default -> throw Sld.fault(e, "is not a symbolizer that is understood here");
        };
    }

    /** The unit of a symbolizer's lengths: a URN or URL of SE 1.1, or a plain word. */
    private static Measure.Unit unit(XmlElement e) {
        String uom = e.findAttribute("uom").orElse("pixel");
        String word = uom.substring(Math.max(uom.lastIndexOf('/'), uom.lastIndexOf(':')) + 1)
                .toLowerCase(Locale.ROOT);
        return switch (word) {
            case "pixel" -> Measure.Unit.PIXEL;
            case "metre", "meter" -> Measure.Unit.METRE;
            case "foot", "feet" -> Measure.Unit.FOOT;
            default -> throw Sld.fault(e, "uom must be pixel, metre or foot, not '" + uom + "'");
        };
    }

    private static Symbolizer area(XmlElement e, SldPaint paint) {
        checkSymbolizer(e, "Fill", "Stroke", "VendorOption");
        VendorOptions options = VendorOptions.of(e);
        Fill fill = e.findChild("Fill").map(f -> fill(f, options, paint)).orElse(null);
        Stroke stroke = e.findChild("Stroke")
                .map(s -> paint.stroke(s, Stroke.Placement.REPEATED))
                .orElse(null);
        options.requireAllRead();
        return new Symbolizer.Area(fill, stroke, part(e));
    }

    /** A fill with room around its graphic: GeoServer gives the room, QGIS the distance of two graphics. */
    private static Fill fill(XmlElement e, VendorOptions options, SldPaint paint) {
        List<Double> margins = options.margins("graphic-margin");
        List<Double> distance = options.margins("distance");
        Fill fill = paint.fill(e, margins);
        if (distance.isEmpty() || fill.pattern() == null) {
            return fill;
        }
        Graphic graphic = fill.pattern();
        double size = graphic.size() == null ? Graphic.MARK_PX : graphic.size().constantOr(Graphic.MARK_PX);
        double across = Math.max(0, (distance.get(0) - size) / 2);
        double down = Math.max(0, (distance.get(1) - size) / 2);
        return new Fill(
                fill.color(),
                fill.opacity(),
                graphic.withSize(Measure.pixels(size)),
                List.of(down, across, down, across));
    }

    private static Symbolizer line(XmlElement e, SldPaint paint) {
        checkSymbolizer(e, "Stroke", "PerpendicularOffset", "VendorOption");
        VendorOptions options = VendorOptions.of(e);
        Stroke.Placement placement =
                switch (options.word(
                        "placement", "repeated", "repeated", "points", "firstPoint", "lastPoint", "centralPoint")) {
                    case "points" -> Stroke.Placement.VERTICES;
                    case "firstPoint" -> Stroke.Placement.FIRST_POINT;
                    case "lastPoint" -> Stroke.Placement.LAST_POINT;
                    case "centralPoint" -> Stroke.Placement.CENTRAL_POINT;
                    default -> Stroke.Placement.REPEATED;
                };
        options.requireAllRead();
        return new Symbolizer.Line(
                e.findChild("Stroke").map(s -> paint.stroke(s, placement)).orElse(Stroke.BLACK),
                e.findChild("PerpendicularOffset").map(paint::measure).orElse(null),
                part(e));
    }

    /** The part of the geometry that a symbolizer is about. */
    static GeometryPart part(XmlElement symbolizer) {
        XmlElement e = symbolizer.findChild("Geometry").orElse(null);
        if (e == null || e.children().isEmpty()) {
            return GeometryPart.ALL;
        }
        XmlElement inside = e.children().get(0);
        if (inside.name().equals("PropertyName") || inside.name().equals("ValueReference")) {
            return GeometryPart.ALL;
        }
        Sld.known(inside, Set.of("PropertyName", "ValueReference", "Function"));
        String name = inside.findAttribute("name").orElse("");
        GeometryPart part = GeometryPart.find(name);
        if (part == null || inside.children().size() != 1) {
            throw Sld.fault(
                    inside,
                    "'" + name + "' is not supported for geometry; take centroid, interiorPoint, startPoint, endPoint,"
                            + " vertices, boundary, envelope or convexHull of the geometry property");
        }
        return part;
    }

    static XmlElement required(XmlElement e, String name) {
        return e.findChild(name).orElseThrow(() -> Sld.fault(e, "lacks " + name));
    }

    static void check(XmlElement e, String... names) {
        Set<String> known = Set.of(names);
        e.children().forEach(child -> Sld.known(child, known));
    }

    /** The same with the elements that every symbolizer may have. */
    static void checkSymbolizer(XmlElement e, String... names) {
        Set<String> known = new java.util.HashSet<>(Set.of(names));
        known.addAll(Set.of("Geometry", "Name", "Description", "Title"));
        e.children().forEach(child -> Sld.known(child, known));
    }
}
