package sinkmap.catalog;

/** What a layer is for. */
public enum Role {
    LAND,
    RESOURCE,
    CONSTRAINT,
    INFRASTRUCTURE,
    SINK,
    ADMIN,
    SURVEY,
    DERIVED
}
