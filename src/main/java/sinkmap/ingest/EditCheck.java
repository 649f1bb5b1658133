package sinkmap.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Region;
import sinkmap.catalog.Suggestion;
import sinkmap.grid.SinkmapException;

/**
 * Checks single values and geometries that somebody types or draws, by the rules of files. Unlike a file nothing is
 * repaired: who draws can be asked, and is told what is wrong. Errors name the attribute.
 */
public final class EditCheck {

    private static final double MARGIN_DEG = 1;

    private final FeatureLayer layer;
    private final Region region;
    private final Shapes shapes;
    private final Flat flat = new Flat();

    public EditCheck(FeatureLayer layer, Region region) {
        this.layer = layer;
        this.region = region;
        this.shapes = new Shapes(layer.geometryType());
    }

    /** The attribute of that name; an error names what may have been meant. */
    public Attribute attribute(String name) {
        return layer.findAttribute(name)
                .orElseThrow(() -> new SinkmapException("there is no column '" + name + "'"
                        + Suggestion.among(
                                name,
                                layer.attributes().stream().map(Attribute::name).toList())));
    }

    /** The value as the store takes it; null for none, where the attribute can do without. */
    public Object value(Attribute attribute, Object raw) {
        try {
            Object value = Values.convert(attribute, raw);
            if (value == null && attribute.required()) {
                throw missing(attribute);
            }
            return value;
        } catch (BadValue e) {
            throw new SinkmapException("column '" + attribute.name() + "': '" + raw + "' " + e.getMessage(), e);
        }
    }

    /** Sees that nothing required is missing from a whole feature. */
    public void complete(Map<String, Object> values, Optional<Geometry> geometry) {
        List<Attribute> required =
                layer.attributes().stream().filter(Attribute::required).toList();
        for (Attribute attribute : required) {
            if (values.get(attribute.name()) == null) {
                throw missing(attribute);
            }
        }
        if (geometry.isEmpty()) {
            throw new SinkmapException("column '" + FeatureLayer.GEOMETRY + "': the feature has no geometry");
        }
    }

    private static SinkmapException missing(Attribute attribute) {
        return new SinkmapException("column '" + attribute.name() + "': a value is required");
    }

    /**
     * The geometry as it is to be stored, in the layer's CRS.
     *
     * @param drawn the geometry, x = east
     * @param crs CRS of its coordinates
     */
    public Geometry geometry(Geometry drawn, Crs crs) {
        try {
            return checked(drawn, crs);
        } catch (SinkmapException e) {
            throw new SinkmapException("column '" + FeatureLayer.GEOMETRY + "': " + e.getMessage(), e);
        }
    }

    private Geometry checked(Geometry drawn, Crs crs) {
        if (drawn == null || drawn.isEmpty()) {
            throw new SinkmapException("the geometry is empty");
        }
        if (!Flat.finite(drawn)) {
            throw new SinkmapException("a coordinate is not a finite number");
        }
        String fault = new Place(region, crs, MARGIN_DEG).fault(drawn.getEnvelopeInternal());
        if (fault != null) {
            throw new SinkmapException("the geometry " + fault);
        }
        Geometry fitting = shapes.fit(flat.flatten(drawn));
        Geometry moved = fitting == null ? null : shapes.fit(new Reproject(crs, Crs.of(layer.crs())).apply(fitting));
        if (moved == null || moved.isEmpty()) {
            throw new SinkmapException("a " + drawn.getGeometryType() + " does not fit; the layer "
                    + layer.id() + " holds "
                    + switch (layer.geometryType()) {
                        case POINT -> "single points";
                        case LINE -> "lines";
                        case POLYGON -> "polygons";
                    });
        }
        TopologyValidationError error = new IsValidOp(moved).getValidationError();
        if (error != null) {
            throw new SinkmapException("the geometry is not valid: " + error.getMessage() + " at ("
                    + Place.plain(error.getCoordinate().x) + ", " + Place.plain(error.getCoordinate().y)
                    + ") in the layer's CRS, x = east");
        }
        return moved;
    }
}
