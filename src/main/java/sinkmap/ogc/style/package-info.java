/**
 * Styles: an SLD 1.0 file becomes a {@link sinkmap.ogc.style.Style}, a list of passes of rules of symbolizers, and those
 * paint. The subset of SLD is closed: an element that is not understood stops the start, so that a map never silently
 * looks different from what its style says. All sizes are pixels of 0.28 mm.
 */
package sinkmap.ogc.style;
