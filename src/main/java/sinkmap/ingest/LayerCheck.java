package sinkmap.ingest;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ingest.LoadReport.Action;
import sinkmap.store.Feature;

/**
 * Checks rows against a layer's definition. A value that its attribute cannot take is dropped and named; where the
 * attribute is required the row is rejected.
 */
final class LayerCheck {

    private final FeatureLayer layer;
    private final Columns columns;
    private final GeometryCheck geometries;
    private final Findings findings;
    private final Set<String> refused = new HashSet<>();

    LayerCheck(FeatureLayer layer, Columns columns, GeometryCheck geometries, Findings findings) {
        this.layer = layer;
        this.columns = columns;
        this.geometries = geometries;
        this.findings = findings;
    }

    /** The row as a feature of the layer; null when it was rejected. */
    Feature check(RawRow row) {
        findings.begin(row.number());
        Geometry geometry = geometries.check(row);
        Map<String, Object> values = values(row);
        boolean complete = geometry != null && hasRequired(values);
        if (!complete) {
            findings.reject();
            return null;
        }
        findings.accept();
        return new Feature(0, geometry, values);
    }

    private Map<String, Object> values(RawRow row) {
        Map<String, Object> found = new LinkedHashMap<>();
        refused.clear();
        row.values().forEach((column, raw) -> {
            Optional<Attribute> attribute = columns.find(column);
            attribute.ifPresent(a -> found.put(a.name(), value(a, raw)));
        });
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (Attribute attribute : layer.attributes()) {
            ordered.put(attribute.name(), found.get(attribute.name()));
        }
        return ordered;
    }

    private Object value(Attribute attribute, Object raw) {
        try {
            return Values.convert(attribute, raw);
        } catch (BadValue e) {
            Action action = attribute.required() ? Action.REJECTED : Action.DROPPED;
            findings.value(e.kind(), attribute.name(), raw, action, e.getMessage());
            refused.add(attribute.name());
            return null;
        }
    }

    private boolean hasRequired(Map<String, Object> values) {
        boolean complete = true;
        for (Attribute attribute : layer.attributes()) {
            if (attribute.required() && values.get(attribute.name()) == null) {
                complete = false;
                if (!refused.contains(attribute.name())) {
                    findings.value("value-missing", attribute.name(), null, Action.REJECTED, "is required");
                }
            }
        }
        return complete;
    }
}
