package sinkmap.catalog;

import java.util.List;

/**
 * An attribute of a feature layer.
 *
 * @param name lower-case name, also the column's name; letters, digits and underscore
 * @param type value type
 * @param unit unit of numbers, or null
 * @param title what it says
 * @param minimum smallest allowed number, or null
 * @param maximum largest allowed number, or null
 * @param classes allowed codes; empty when free
 * @param required whether a row without a value is rejected
 */
public record Attribute(
        String name,
        AttributeType type,
        String unit,
        Text title,
        Double minimum,
        Double maximum,
        List<ClassValue> classes,
        boolean required) {}
