package sinkmap.ogc.style;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shape of a mark.
 *
 * @param name name in the style
 * @param shape outline around the origin, one high, y upward
 */
record Mark(String name, Shape shape) {

    /** A mark by its well-known name. */
    static Optional<Mark> find(String wellKnownName) {
        String name = wellKnownName.strip();
        if (name.startsWith("ttf://")) {
            return glyph(name.substring("ttf://".length()));
        }
        Shape shape = MarkShapes.find(name);
        return Optional.ofNullable(shape).map(found -> new Mark(name, found));
    }

    /** A glyph written {@code font#code}, the code in decimal or as {@code 0xF054}. */
    private static Optional<Mark> glyph(String fontAndCode) {
        int hash = fontAndCode.lastIndexOf('#');
        try {
            return hash < 0
                    ? Optional.empty()
                    : glyph(fontAndCode.substring(0, hash), Integer.decode(fontAndCode.substring(hash + 1)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A glyph of an installed font; none when the font is not installed or has no such glyph. */
    static Optional<Mark> glyph(String family, int code) {
        boolean installed = Stream.of(Fonts.families()).anyMatch(family::equalsIgnoreCase);
        Font font = new Font(family, Font.PLAIN, 100);
        if (!installed || !Character.isValidCodePoint(code) || !font.canDisplay(code)) {
            return Optional.empty();
        }
        Shape outline = font.createGlyphVector(new FontRenderContext(null, true, true), Character.toString(code))
                .getOutline();
        Rectangle2D box = outline.getBounds2D();
        double height = Math.max(1e-6, Math.max(box.getHeight(), box.getWidth()));
        AffineTransform unit = AffineTransform.getScaleInstance(1 / height, -1 / height);
        unit.translate(-box.getCenterX(), -box.getCenterY());
        return Optional.of(new Mark("ttf://" + family + "#" + code, new Path2D.Double(outline, unit)));
    }
}
