/**
 * Styles: an SLD file becomes a {@link sinkmap.ogc.style.Style}, a list of passes of rules of symbolizers, and those paint.
 *
 * <p><b>Documents.</b> SLD 1.0 and SLD 1.1 with SE 1.1 are read by the local names of their elements ({@code Sld*}); the
 * vendor options are GeoServer's. What is read is closed: an element, option, function or mark that is not supported stops the
 * start with file and line, so that a map never silently looks different from what its style says. Expressions and functions
 * ({@code Expression}, {@code Functions}) are pure and cannot reach files, classes, the environment or the network. External
 * graphics are files beside the styles and nothing else.
 *
 * <p><b>Painting.</b> All sizes are pixels of 0.28 mm unless the style says metres or feet. A pass paints all features before
 * the next one begins; labels are painted above all layers, none over another ({@code Labels}). Screen coordinates are pixels
 * from the upper left corner, y downward, angles clockwise; marks are defined with y upward.
 */
package sinkmap.ogc.style;
