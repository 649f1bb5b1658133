package sinkmap.ogc.style;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.filter.FilterXml;

/** Reads the text symbolizer of an SLD document. */
final class SldLabel {

    private static final Set<String> FONT = Set.of("font-family", "font-style", "font-weight", "font-size");

    private SldLabel() {}

    static Symbolizer.Label read(XmlElement e) {
        SldSymbols.check(e, "Label", "Font", "Fill", "Halo", "LabelPlacement", "Name", "Title");
        Map<String, XmlElement> font =
                e.findChild("Font").map(f -> SldSymbols.css(f, FONT)).orElse(Map.of());
        Color color = e.findChild("Fill").map(SldSymbols::fillColor).orElse(Color.BLACK);
        XmlElement halo = e.findChild("Halo").orElse(null);
        XmlElement placement = e.findChild("LabelPlacement").orElse(null);
        boolean alongLine =
                placement != null && placement.findChild("LinePlacement").isPresent();
        if (placement != null) {
            SldSymbols.check(placement, "PointPlacement", "LinePlacement");
        }
        XmlElement point =
                placement == null ? null : placement.findChild("PointPlacement").orElse(null);
        if (point != null) {
            SldSymbols.check(point, "AnchorPoint", "Displacement", "Rotation");
        }
        return new Symbolizer.Label(
                parts(SldSymbols.required(e, "Label")),
                SldSymbols.font(font),
                color,
                halo == null
                        ? null
                        : halo.findChild("Fill").map(SldSymbols::fillColor).orElse(Color.WHITE),
                halo == null ? 0 : number(halo, "Radius", 1).floatValue(),
                number(point, "AnchorPoint", "AnchorPointX", 0),
                number(point, "AnchorPoint", "AnchorPointY", 0.5),
                number(point, "Displacement", "DisplacementX", 0),
                number(point, "Displacement", "DisplacementY", 0),
                number(point, "Rotation", 0),
                alongLine);
    }

    private static List<Symbolizer.LabelPart> parts(XmlElement label) {
        List<Symbolizer.LabelPart> parts = new ArrayList<>();
        for (Object part : label.content()) {
            if (part instanceof XmlElement e) {
                Sld.known(e, Set.of("PropertyName", "Literal"));
                boolean property = e.name().equals("PropertyName");
                parts.add(new Symbolizer.LabelPart(property ? FilterXml.localName(e.text()) : literal(e), property));
            } else if (!part.toString().isBlank()) {
                parts.add(new Symbolizer.LabelPart(part.toString().strip(), false));
            }
        }
        if (parts.isEmpty()) {
            throw Sld.fault(label, "is empty");
        }
        return parts;
    }

    /** A literal keeps its blanks: they separate parts. */
    private static String literal(XmlElement e) {
        StringBuilder text = new StringBuilder();
        e.content().forEach(text::append);
        return text.toString();
    }

    private static Double number(XmlElement e, String name, double fallback) {
        return e == null ? fallback : e.findChild(name).map(Sld::number).orElse(fallback);
    }

    private static double number(XmlElement e, String outer, String inner, double fallback) {
        return e == null ? fallback : number(e.findChild(outer).orElse(null), inner, fallback);
    }
}
