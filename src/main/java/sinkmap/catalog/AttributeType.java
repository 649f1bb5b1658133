package sinkmap.catalog;

/** Type of an attribute. {@code JSON} is text that holds a JSON document. */
public enum AttributeType {
    TEXT,
    INTEGER,
    REAL,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    JSON
}
