package sinkmap.ogc.style;

/**
 * How large symbols become on a picture.
 *
 * @param ratio pixels of the picture in a pixel of the style, which is 0.28 mm
 * @param pixelsPerMetre pixels of the picture in a metre on the ground
 */
record SymbolScale(double ratio, double pixelsPerMetre) {

    /** Pixels as in the style; lengths on the ground are taken as pixels, as legends have no scale. */
    static final SymbolScale PLAIN = new SymbolScale(1, 1);
}
