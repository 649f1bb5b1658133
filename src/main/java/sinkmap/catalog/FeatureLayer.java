package sinkmap.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A layer of features.
 *
 * @param about what it is
 * @param geometryType geometry
 * @param crs authority code in which coordinates are stored, axis order east, north whatever the authority says
 * @param attributes attributes in the order of the definition
 * @param timeAttribute name of the attribute that dates a feature, or null
 * @param editable whether signed-in users may change it through WFS-T
 */
public record FeatureLayer(
        Description about,
        GeometryType geometryType,
        String crs,
        List<Attribute> attributes,
        String timeAttribute,
        boolean editable)
        implements Layer {

    /** Name of the geometry property in WFS and of the geometry column. */
    public static final String GEOMETRY = "geom";

    public Optional<Attribute> findAttribute(String name) {
        return attributes.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /** The attribute that is a property of every GML feature, by the local name of that property. */
    public Optional<Attribute> findStandard(String element) {
        return attributes.stream()
                .filter(a -> a.gml().property() != null)
                .filter(a -> a.gml().property().element().equals(element))
                .findFirst();
    }

    /** Name of the database table: the id with hyphens turned into underscores. */
    public String table() {
        return about.id().replace('-', '_');
    }
}
