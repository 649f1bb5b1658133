package sinkmap.ogc.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Region;
import sinkmap.grid.SinkmapException;
import sinkmap.ingest.EditCheck;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.filter.JsonGeometry;
import sinkmap.store.Feature;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A feature as a client sends it: GeoJSON, with coordinates in the CRS of the {@code Content-Crs} header and in that CRS's
 * axis order. What does not fit the layer is refused with 422 and the name of the property.
 */
final class PostedItem {

    private static final int DEEPEST = 60;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    private final FeatureLayer layer;
    private final EditCheck check;
    private final CrsAxes axes;

    PostedItem(FeatureLayer layer, Region region, CrsAxes axes) {
        this.layer = layer;
        this.check = new EditCheck(layer, region);
        this.axes = axes;
    }

    /** A whole feature, of POST or PUT. */
    Feature feature(byte[] body) {
        JsonNode feature = read(body);
        Map<String, Object> values = properties(feature);
        Geometry geometry = feature.path("geometry").isObject() ? geometry(feature.get("geometry")) : null;
        fitting(() -> {
            check.complete(values, Optional.ofNullable(geometry));
            return null;
        });
        return new Feature(0, geometry, values);
    }

    /** What a merge patch (RFC 7396) changes: values by name, the geometry among them; null takes a value away. */
    Map<String, Object> changes(byte[] body) {
        JsonNode patch = read(body);
        Map<String, Object> values = properties(patch);
        if (patch.has("geometry")) {
            if (!patch.get("geometry").isObject()) {
                throw unfit("column '" + FeatureLayer.GEOMETRY + "': a feature needs a geometry");
            }
            values.put(FeatureLayer.GEOMETRY, geometry(patch.get("geometry")));
        }
        if (values.isEmpty()) {
            throw unfit("the patch changes nothing; give it 'properties' or a 'geometry'");
        }
        return values;
    }

    /** Sees that a feature that names its id names this one. */
    void checkId(byte[] body, String fid) {
        JsonNode id = read(body).path("id");
        boolean same = id.isMissingNode()
                || id.isNull()
                || id.asString("").equals(fid)
                || id.asString("").equals(layer.id() + "." + fid);
        if (!same) {
            throw new ApiException(
                    HttpStatus.BAD_REQUEST, "the feature sent has the id '" + id.asString("") + "', not '" + fid + "'");
        }
    }

    private JsonNode read(byte[] body) {
        JsonNode node;
        try {
            node = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new ApiException(HttpStatus.BAD_REQUEST, "the body is not JSON: " + e.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw new ApiException(HttpStatus.BAD_REQUEST, "the body must be a GeoJSON Feature");
        }
        if (node.has("type") && !node.get("type").asString("").equals("Feature")) {
            throw new ApiException(
                    HttpStatus.BAD_REQUEST,
                    "the body must be one GeoJSON Feature, not a "
                            + node.get("type").asString("value"));
        }
        return node;
    }

    private Map<String, Object> properties(JsonNode feature) {
        Map<String, Object> values = new LinkedHashMap<>();
        JsonNode properties = feature.path("properties");
        if (!properties.isObject() && !properties.isMissingNode() && !properties.isNull()) {
            throw unfit("'properties' must be an object");
        }
        properties.properties().forEach(entry -> {
            Attribute attribute = fitting(() -> check.attribute(entry.getKey()));
            Object raw = raw(attribute, entry.getValue());
            values.put(attribute.name(), fitting(() -> check.value(attribute, raw)));
        });
        return values;
    }

    private static Object raw(Attribute attribute, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (attribute.type() == AttributeType.JSON) {
            return node.toString();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isString()) {
            return node.stringValue();
        }
        throw unfit("column '" + attribute.name() + "': must be a single value, not a list or an object");
    }

    private Geometry geometry(JsonNode node) {
        return fitting(() -> {
            Geometry drawn = JsonGeometry.read(node);
            if (axes.northFirst()) {
                drawn.apply(new TurnedAxes());
                drawn.geometryChanged();
            }
            return check.geometry(drawn, axes.crs());
        });
    }

    private static <T> T fitting(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (ApiException e) {
            throw e;
        } catch (SinkmapException e) {
            throw unfit(e.getMessage());
        }
    }

    private static ApiException unfit(String message) {
        return new ApiException(HttpStatus.UNPROCESSABLE_CONTENT, message);
    }
}
