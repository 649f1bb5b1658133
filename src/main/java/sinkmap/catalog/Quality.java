package sinkmap.catalog;

/** How far a layer's content may be relied on; shown on the map, in capabilities and in every export. */
public enum Quality {
    OFFICIAL,
    PUBLISHED,
    ILLUSTRATIVE
}
