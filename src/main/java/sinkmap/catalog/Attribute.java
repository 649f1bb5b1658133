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
 * @param gml how it stands in GML
 */
public record Attribute(
        String name,
        AttributeType type,
        String unit,
        Text title,
        Double minimum,
        Double maximum,
        List<ClassValue> classes,
        boolean required,
        GmlForm gml) {

    /** An attribute that is an element of its own in GML. */
    public Attribute(
            String name,
            AttributeType type,
            String unit,
            Text title,
            Double minimum,
            Double maximum,
            List<ClassValue> classes,
            boolean required) {
        this(name, type, unit, title, minimum, maximum, classes, required, GmlForm.PLAIN);
    }
}
