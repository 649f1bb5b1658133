package sinkmap.catalog;

/** How a band is read between its cell centres. Class codes are never interpolated. */
public enum Interpolation {
    NEAREST,
    BILINEAR
}
