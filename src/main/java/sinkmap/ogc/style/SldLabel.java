package sinkmap.ogc.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sinkmap.ogc.XmlElement;

/** Reads text symbolizers, with GeoServer's vendor options. */
final class SldLabel {

    private static final Set<String> FONT = Set.of("font-family", "font-style", "font-weight", "font-size");

    /** GeoServer's defaults. */
    private static final double ANGLE_DELTA = 22.5;

    private static final double GOODNESS = 0.5;
    private static final double FONT_PX = 10;

    private final SldPaint paint;

    SldLabel(SldPaint paint) {
        this.paint = paint;
    }

    Label read(XmlElement e) {
        SldSymbols.checkSymbolizer(
                e, "Label", "Font", "Fill", "Halo", "LabelPlacement", "VendorOption", "Priority", "Graphic");
        XmlElement placement = e.findChild("LabelPlacement").orElse(null);
        return new Label(
                text(SldSymbols.required(e, "Label")),
                font(e.children("Font")),
                e.findChild("Fill").map(paint::fill).orElse(Fill.plain("#000000")),
                e.findChild("Halo").map(this::halo).orElse(null),
                placement == null ? null : placement(placement),
                e.findChild("Priority").map(ExpressionXml::content).orElse(Expression.of(1000.0)),
                options(e, placement),
                e.findChild("Graphic").map(paint::graphic).orElse(null),
                SldSymbols.part(e));
    }

    /** Literals keep their blanks, which separate the parts; text between elements is stripped. */
    private static Expression text(XmlElement label) {
        Expression text = ExpressionXml.content(label);
        if (text.constant() && Values.text(text.value(Map.of())).isEmpty()) {
            throw Sld.fault(label, "is empty");
        }
        return text;
    }

    /** Several {@code Font} elements are alternatives; sizes and styles are those of the first. */
    private Label.FontStyle font(List<XmlElement> fonts) {
        List<String> families = new ArrayList<>();
        Map<String, XmlElement> first = Map.of();
        for (XmlElement font : fonts) {
            SldSymbols.check(font, "CssParameter", "SvgParameter");
            Map<String, XmlElement> css = SldPaint.css(font, FONT);
            first = first.isEmpty() ? css : first;
            if (css.containsKey("font-family")) {
                for (String family : css.get("font-family").text().split(",")) {
                    families.add(family.strip().replaceAll("^['\"]|['\"]$", ""));
                }
            }
        }
        return new Label.FontStyle(
                families,
                word(first.get("font-style"), "normal", "italic", "oblique"),
                word(first.get("font-weight"), "normal", "bold"),
                first.containsKey("font-size") ? paint.measure(first.get("font-size")) : Measure.pixels(FONT_PX));
    }

    private static Expression word(XmlElement e, String... words) {
        if (e == null) {
            return Expression.of(words[0]);
        }
        Expression expression = ExpressionXml.content(e);
        return expression.constant() ? Expression.of(ExpressionXml.word(e, words)) : expression;
    }

    private Label.Halo halo(XmlElement e) {
        SldSymbols.check(e, "Radius", "Fill");
        return new Label.Halo(
                e.findChild("Fill").map(paint::fill).orElse(Fill.plain("#FFFFFF")),
                e.findChild("Radius").map(paint::measure).orElse(Measure.pixels(1)));
    }

    private Label.Placement placement(XmlElement e) {
        SldSymbols.check(e, "PointPlacement", "LinePlacement");
        XmlElement line = e.findChild("LinePlacement").orElse(null);
        if (line != null) {
            SldSymbols.check(
                    line,
                    "PerpendicularOffset",
                    "IsRepeated",
                    "Repeat",
                    "InitialGap",
                    "Gap",
                    "IsAligned",
                    "GeneralizeLine");
            return new Label.LinePlacement(paint.measure(line, "PerpendicularOffset"));
        }
        XmlElement point = e.findChild("PointPlacement").orElse(null);
        if (point == null) {
            return null;
        }
        SldSymbols.check(point, "AnchorPoint", "Displacement", "Rotation");
        XmlElement anchor = point.findChild("AnchorPoint").orElse(null);
        XmlElement shift = point.findChild("Displacement").orElse(null);
        return new Label.PointPlacement(
                SldPaint.number(anchor, "AnchorPointX", 0),
                SldPaint.number(anchor, "AnchorPointY", 0.5),
                paint.measure(shift, "DisplacementX"),
                paint.measure(shift, "DisplacementY"),
                SldPaint.number(point, "Rotation", 0));
    }

    private static LabelOptions options(XmlElement e, XmlElement placement) {
        VendorOptions o = VendorOptions.of(e);
        LabelOptions options = new LabelOptions(
                o.truth("conflictResolution", true),
                o.number("spaceAround", 0),
                o.truth("group", false),
                o.truth("labelAllGroup", false),
                o.number("maxDisplacement", 0),
                o.number("repeat", repeat(placement)),
                o.number("minGroupDistance", -1),
                o.number("autoWrap", 0),
                o.truth("followLine", false),
                o.number("maxAngleDelta", ANGLE_DELTA),
                o.truth("forceLeftToRight", true),
                o.number("goodnessOfFit", GOODNESS),
                align(o.word("polygonAlign", "none", "none", "manual", "mbr", "ortho")),
                o.truth("partials", false),
                o.truth("allowOverruns", true),
                o.truth("underlineText", false),
                o.truth("strikethroughText", false),
                o.number("charSpacing", 0),
                resize(o.word("graphic-resize", "none", "none", "stretch", "proportional")),
                o.margins("graphic-margin").stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0));
        o.requireAllRead();
        return options;
    }

    /** The gap of SE's repeated line labels, for want of the vendor option. */
    private static double repeat(XmlElement placement) {
        XmlElement line =
                placement == null ? null : placement.findChild("LinePlacement").orElse(null);
        boolean repeated = line != null
                && line.findText("IsRepeated")
                        .or(() -> line.findText("Repeat"))
                        .map(Sld::truth)
                        .orElse(false);
        return repeated ? line.findChild("Gap").map(ExpressionXml::constant).orElse(100.0) : 0;
    }

    private static LabelOptions.Align align(String word) {
        return switch (word) {
            case "mbr" -> LabelOptions.Align.MBR;
            case "ortho" -> LabelOptions.Align.ORTHO;
            default -> LabelOptions.Align.NONE;
        };
    }

    private static LabelOptions.Resize resize(String word) {
        return switch (word) {
            case "stretch" -> LabelOptions.Resize.STRETCH;
            case "proportional" -> LabelOptions.Resize.PROPORTIONAL;
            default -> LabelOptions.Resize.NONE;
        };
    }
}
