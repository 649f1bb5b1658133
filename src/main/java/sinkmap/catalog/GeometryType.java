package sinkmap.catalog;

/** Geometry of a feature layer. Lines and polygons are stored as multi-geometries, so that one column holds both. */
public enum GeometryType {
    POINT,
    LINE,
    POLYGON
}
