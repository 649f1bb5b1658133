package sinkmap.ogc.style;

import java.util.List;

/**
 * How an area is filled: with a colour, or with a graphic repeated over it.
 *
 * @param color colour
 * @param opacity 0 to 1
 * @param pattern the repeated graphic, or null for a plain colour
 * @param margins room around each copy of the graphic in pixels: top, right, bottom, left
 */
record Fill(Expression color, Expression opacity, Graphic pattern, List<Double> margins) {

    /** The default of SLD: 50 % grey (OGC 02-070, 11.1.3). */
    static final Fill GREY = plain("#808080");

    static Fill plain(String color) {
        return new Fill(Expression.of(Values.color(color)), Expression.of(1.0), null, List.of());
    }

    /** Whether it is one colour whatever the feature. */
    boolean plain() {
        return pattern == null && color.constant() && opacity.constant();
    }
}
