package sinkmap.ogc.style;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The letters of a label around no particular place: their outline and bounds, in pixels, y downward. Lines break at line
 * ends in the text and where it is wider than the style wants; they are centred below each other.
 *
 * @param outline outline of all letters
 * @param bounds bounds of the outline
 * @param lines number of lines
 * @param letters outlines of single letters from left to right, their left edges at their place; for one line only
 * @param advances how far each letter reaches to the right
 */
record LabelText(Shape outline, Rectangle2D bounds, int lines, List<Shape> letters, List<Double> advances) {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** The letters of a text for a feature. */
    static LabelText of(String text, Label style, Map<String, Object> attributes, SymbolScale scale) {
        Font font = font(style, attributes, scale);
        List<TextLayout> lines = new ArrayList<>();
        for (String line : text.split("\\R")) {
            if (!line.isBlank()) {
                lines.addAll(wrapped(
                        attributed(line.strip(), font, style), style.options().autoWrap() * scale.ratio()));
            }
        }
        Shape outline = stacked(lines);
        boolean single = style.options().followLine() && lines.size() == 1;
        List<Shape> letters = new ArrayList<>();
        List<Double> advances = new ArrayList<>();
        if (single) {
            text.strip().codePoints().forEach(code -> {
                TextLayout letter = new TextLayout(
                        attributed(Character.toString(code), font, style).getIterator(), CONTEXT);
                letters.add(letter.getOutline(null));
                advances.add((double) letter.getAdvance());
            });
        }
        return new LabelText(outline, outline.getBounds2D(), lines.size(), letters, advances);
    }

    private static Font font(Label style, Map<String, Object> attributes, SymbolScale scale) {
        Label.FontStyle font = style.font();
        String slant = Values.text(font.style().value(attributes));
        boolean bold = Values.text(font.weight().value(attributes)).equalsIgnoreCase("bold");
        int awtStyle = (bold ? Font.BOLD : Font.PLAIN)
                | (slant.equals("italic") || slant.equals("oblique") ? Font.ITALIC : Font.PLAIN);
        float size = (float) Math.min(1000, Math.max(1, font.size().pixels(attributes, scale)));
        Font found = Fonts.font(font.families(), awtStyle, size);
        double spacing = style.options().characterSpacing() * scale.ratio();
        return spacing == 0 ? found : found.deriveFont(Map.of(TextAttribute.TRACKING, spacing / size));
    }

    private static AttributedString attributed(String text, Font font, Label style) {
        AttributedString attributed = Fonts.text(text, font);
        if (style.options().underline()) {
            attributed.addAttribute(TextAttribute.UNDERLINE, TextAttribute.UNDERLINE_ON);
        }
        if (style.options().strikethrough()) {
            attributed.addAttribute(TextAttribute.STRIKETHROUGH, TextAttribute.STRIKETHROUGH_ON);
        }
        return attributed;
    }

    private static List<TextLayout> wrapped(AttributedString text, double width) {
        if (!(width > 0)) {
            return List.of(new TextLayout(text.getIterator(), CONTEXT));
        }
        LineBreakMeasurer measurer = new LineBreakMeasurer(text.getIterator(), CONTEXT);
        List<TextLayout> lines = new ArrayList<>();
        int end = text.getIterator().getEndIndex();
        while (measurer.getPosition() < end) {
            lines.add(measurer.nextLayout((float) width));
        }
        return lines;
    }

    private static Shape stacked(List<TextLayout> lines) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double y = 0;
        for (TextLayout line : lines) {
            double centre = line.getBounds().getCenterX();
            outline.append(line.getOutline(AffineTransform.getTranslateInstance(-centre, y)), false);
            y += line.getAscent() + line.getDescent() + line.getLeading();
        }
        return outline;
    }

    /** The height that lies on a line: of one line of text halfway up its letters, tails of letters left out. */
    double middle() {
        return bounds.getMinY() >= 0 || lines > 1 ? bounds.getCenterY() : bounds.getMinY() / 2;
    }

    double width() {
        return bounds.getWidth();
    }

    double height() {
        return bounds.getHeight();
    }

    /** Length of the letters one after the other. */
    double advance() {
        return advances.stream().mapToDouble(Double::doubleValue).sum();
    }
}
