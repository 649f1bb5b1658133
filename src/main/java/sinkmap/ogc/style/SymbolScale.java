package sinkmap.ogc.style;

/**
 * How large symbols become on a picture.
 *
 * @param ratio pixels of the picture in a pixel of the style, which is 0.28 mm
 * @param pixelsPerMetre pixels of the picture in a metre on the ground
 * @param originX where the origin of the CRS lies, in pixels: patterns begin there, so that they run on from one picture to
 *     the next, as in GeoServer
 * @param originY the same downward
 */
record SymbolScale(double ratio, double pixelsPerMetre, double originX, double originY) {

    /** Pixels as in the style; lengths on the ground are taken as pixels, as legends have no scale. */
    static final SymbolScale PLAIN = new SymbolScale(1, 1, 0, 0);
}
