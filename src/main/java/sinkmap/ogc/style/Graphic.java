package sinkmap.ogc.style;

import java.util.Set;

/**
 * A small picture: a mark, a glyph or an external graphic.
 *
 * @param symbol what is drawn
 * @param size height; null for the symbol's own
 * @param rotation clockwise, degrees
 * @param opacity 0 to 1
 * @param anchorX what part of its width lies left of the point
 * @param anchorY what part of its height lies below the point
 * @param shiftX how far it is moved to the right
 * @param shiftY how far it is moved downward, as GeoServer and QGIS take it
 */
record Graphic(
        Symbol symbol,
        Measure size,
        Expression rotation,
        Expression opacity,
        Expression anchorX,
        Expression anchorY,
        Measure shiftX,
        Measure shiftY) {

    /** Height of a mark for which the style gives no size: that of GeoServer, where SLD says 6. */
    static final double MARK_PX = 16;

    /** What a graphic shows. */
    sealed interface Symbol permits MarkSymbol, Picture {}

    /**
     * A shape.
     *
     * @param mark shape
     * @param fill fill, or null
     * @param stroke outline, or null
     */
    record MarkSymbol(Mark mark, Fill fill, Stroke stroke) implements Symbol {}

    Graphic withSize(Measure newSize) {
        return new Graphic(symbol, newSize, rotation, opacity, anchorX, anchorY, shiftX, shiftY);
    }

    /** The graphic with its centre at the point. */
    Graphic centred() {
        Expression half = Expression.of(0.5);
        return new Graphic(symbol, size, rotation, opacity, half, half, Measure.pixels(0), Measure.pixels(0));
    }

    /** Whether it looks the same whatever the feature. */
    boolean constant() {
        Set<String> names = new java.util.HashSet<>();
        StyleAttributes.graphic(this, names);
        return names.isEmpty();
    }

    /** How far it may reach from its point, in pixels, as far as that is known. */
    double reach() {
        double height =
                size == null ? symbol instanceof Picture picture ? picture.height() : MARK_PX : size.constantOr(64);
        double width = symbol instanceof Picture picture ? height * picture.width() / picture.height() : height;
        double shift = Math.abs(shiftX.constantOr(32)) + Math.abs(shiftY.constantOr(32));
        double stroke = symbol instanceof MarkSymbol mark && mark.stroke() != null
                ? mark.stroke().reach()
                : 0;
        return Math.hypot(width, height) + shift + stroke;
    }
}
