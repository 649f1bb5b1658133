package sinkmap.ogc.wfs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Region;
import sinkmap.grid.SinkmapException;
import sinkmap.ingest.EditCheck;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.filter.FilterXml;
import sinkmap.ogc.filter.GmlGeometry;
import sinkmap.store.Feature;
import sinkmap.store.FeatureEdit;

/**
 * Reads features and changes as they stand in a Transaction.
 *
 * <p>The axis order of a geometry is what its own {@code srsName} implies in 1.1.0 and 2.0.0. A transaction of 1.0.0 is
 * written x first, also under a URN: QGIS 3.22 sends that, on connections of 2.0.0 too. A geometry without one has that of its action, else the layer's
 * CRS, x first in 1.0.0 and in the authority's order later. A property that holds a geometry is the geometry, whatever its
 * name, because clients take that from the schema that they know.
 */
final class PostedFeature {

    private static final String VERSION = "row_version";

    /** Properties that GML gives to every feature. */
    private static final Set<String> OF_GML = Set.of(
            "boundedBy", "metaDataProperty", "description", "descriptionReference", "identifier", "name", "location");

    /** Those that hold a text of the client. */
    private static final Set<String> UNSTORED = Set.of("description", "name");

    private static final Set<String> TRUE = Set.of("true", "1");

    private static final Set<String> GEOMETRY_NAMES = Set.of(
            FeatureLayer.GEOMETRY, "geometry", "the_geom", "geometryproperty", "msgeometry", "shape", "wkb_geometry");

    private final FeatureLayer layer;
    private final EditCheck check;
    private final CrsAxes fallback;
    private final boolean xFirst;

    PostedFeature(FeatureLayer layer, Region region, String srsName, boolean xFirst) {
        this.layer = layer;
        this.xFirst = xFirst;
        this.check = new EditCheck(layer, region);
        this.fallback = srsName != null
                ? CrsAxes.of(srsName)
                : FeatureTypes.defaultCrs(layer, xFirst ? WfsEdition.V1_0 : WfsEdition.V2_0);
    }

    /**
     * What an Update changes.
     *
     * @param values new values by name, the geometry among them
     * @param expected the version that the client has seen, or {@link FeatureEdit#ANY_VERSION}
     */
    record Changes(Map<String, Object> values, long expected) {}

    /** A whole feature, of an Insert or a Replace. */
    Feature feature(XmlElement member) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (XmlElement property : member.children()) {
            put(FilterXml.property(property.name(), layer), Optional.of(property), values);
        }
        values.remove(VERSION);
        Geometry geometry = (Geometry) values.remove(FeatureLayer.GEOMETRY);
        check.complete(values, Optional.ofNullable(geometry));
        return new Feature(0, geometry, values);
    }

    /** The properties of an Update. */
    Changes changes(XmlElement action) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (XmlElement property : action.children("Property")) {
            String name = property.findText("ValueReference")
                    .or(() -> property.findText("Name"))
                    .orElseThrow(() -> new SinkmapException("line " + property.line() + ": a Property has no name"));
            put(FilterXml.property(name, layer), property.findChild("Value"), values);
        }
        Object version = values.remove(VERSION);
        if (values.isEmpty()) {
            throw new SinkmapException("the Update changes nothing; give it a Property");
        }
        return new Changes(values, version == null ? FeatureEdit.ANY_VERSION : (Long) version);
    }

    private void put(String name, Optional<XmlElement> value, Map<String, Object> values) {
        Optional<XmlElement> content = value.flatMap(v -> v.children().stream().findFirst());
        if (name.equals(VERSION)) {
            values.put(VERSION, version(value));
        } else if (layer.findAttribute(name).isPresent()) {
            if (content.isPresent()) {
                throw new SinkmapException("column '" + name + "': must hold a text, not "
                        + content.get().name());
            }
            put(check.attribute(name), value, values);
        } else if (OF_GML.contains(name)) {
            refuseUnstored(name, value);
        } else if (content.isPresent()) {
            values.put(FeatureLayer.GEOMETRY, geometry(content.get()));
        } else if (GEOMETRY_NAMES.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            throw new SinkmapException("column '" + FeatureLayer.GEOMETRY + "': a feature needs a geometry");
        } else {
            check.attribute(name);
        }
    }

    private void put(Attribute attribute, Optional<XmlElement> element, Map<String, Object> values) {
        Optional<XmlElement> present =
                element.filter(e -> !TRUE.contains(e.findAttribute("nil").orElse("false")));
        present.flatMap(e -> e.findAttribute("codeSpace"))
                .filter(given -> !given.equals(attribute.gml().codeSpace()))
                .ifPresent(given -> {
                    throw new SinkmapException("column '" + attribute.name() + "': is not of the codeSpace '" + given
                            + "'"
                            + (attribute.gml().codeSpace() == null
                                    ? ""
                                    : " but of '" + attribute.gml().codeSpace() + "'"));
                });
        Object value = check.value(attribute, present.map(XmlElement::text).orElse(null));
        if (values.containsKey(attribute.name()) && !Objects.equals(values.get(attribute.name()), value)) {
            throw new SinkmapException("column '" + attribute.name() + "': stands twice, with different values");
        }
        values.put(attribute.name(), value);
    }

    /** What GML lets every feature have and no layer keeps may be sent empty, but is not thrown away unsaid. */
    private void refuseUnstored(String name, Optional<XmlElement> value) {
        String text = value.map(XmlElement::text).orElse("").strip();
        if (UNSTORED.contains(name) && !text.isEmpty()) {
            throw new SinkmapException(
                    "column 'gml:" + name + "': the layer " + layer.id() + " does not keep it; its columns are "
                            + layer.attributes().stream().map(Attribute::name).toList());
        }
    }

    private static Object version(Optional<XmlElement> value) {
        String text = value.map(XmlElement::text).orElse("");
        if (!text.matches("\\d{1,18}")) {
            throw new SinkmapException("column '" + VERSION + "': must hold a whole number, not '" + text + "'");
        }
        return Long.valueOf(text);
    }

    private Geometry geometry(XmlElement e) {
        CrsAxes named = GmlGeometry.srsName(e).map(CrsAxes::of).orElse(fallback);
        CrsAxes axes = xFirst ? new CrsAxes(named.notation(), named.crs(), false) : named;
        return check.geometry(GmlGeometry.drawn(e, axes), axes.crs());
    }
}
