package sinkmap.store;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Crosses;
import org.geotools.api.filter.spatial.DWithin;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.DistanceBufferOperator;
import org.geotools.api.filter.spatial.Equals;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Overlaps;
import org.geotools.api.filter.spatial.Touches;
import org.geotools.api.filter.spatial.Within;
import org.geotools.geometry.jts.JTS;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;

/**
 * Spatial relations between a layer's geometry and a literal in the layer's CRS, each begun with {@code &&} for the index.
 *
 * <p>Distances are metres unless the filter names a unit. In a geographic CRS they are measured in a plane that is true to
 * scale at the latitude of the literal's middle (radii of the WGS 84 ellipsoid): right to about 1 % within 100 km of it.
 */
final class SpatialFilter {

    /** WGS 84 (EPSG:7030): semi-major axis in metres and squared eccentricity. */
    private static final double AXIS_M = 6_378_137.0;

    private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

    private static final String COLUMN = Tables.column(FeatureLayer.GEOMETRY);

    /** SQL function, and whether the literal comes first. */
    private static final Map<Class<?>, String> RELATIONS = Map.of(
            BBOX.class, "ST_Intersects",
            Intersects.class, "ST_Intersects",
            Within.class, "ST_Within",
            Contains.class, "ST_Contains",
            Touches.class, "ST_Touches",
            Crosses.class, "ST_Crosses",
            Overlaps.class, "ST_Overlaps",
            Equals.class, "ST_Equals");

    /** What stands when the literal is on the left of a relation that is not symmetric. */
    private static final Map<String, String> CONVERSE = Map.of("ST_Within", "ST_Contains", "ST_Contains", "ST_Within");

    /** Metres in the units of distance that filters name. */
    private static final Map<String, Double> METRES = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("m", 1.0),
            Map.entry("metre", 1.0),
            Map.entry("metres", 1.0),
            Map.entry("meter", 1.0),
            Map.entry("meters", 1.0),
            Map.entry("km", 1000.0),
            Map.entry("kilometre", 1000.0),
            Map.entry("kilometres", 1000.0),
            Map.entry("kilometer", 1000.0),
            Map.entry("kilometers", 1000.0),
            Map.entry("feet", 0.3048),
            Map.entry("statute miles", 1609.344),
            Map.entry("nautical miles", 1852.0));

    private final FeatureLayer layer;
    private final Consumer<Object> parameters;

    SpatialFilter(FeatureLayer layer, Consumer<Object> parameters) {
        this.layer = layer;
        this.parameters = parameters;
    }

    String translate(BinarySpatialOperator relation) {
        boolean turned = relation.getExpression1() instanceof Literal;
        Expression property = turned ? relation.getExpression2() : relation.getExpression1();
        Expression value = turned ? relation.getExpression1() : relation.getExpression2();
        if (!(property instanceof PropertyName name) || !isGeometry(name) || !(value instanceof Literal literal)) {
            throw new SinkmapException("the filter on layer '" + layer.id()
                    + "': a spatial relation needs the property '" + FeatureLayer.GEOMETRY + "' and a geometry");
        }
        Geometry geometry =
                geometry(relation instanceof BBOX box ? JTS.toGeometry(box.getBounds()) : literal.getValue());
        if (relation instanceof DistanceBufferOperator distance) {
            return distance(distance, geometry);
        }
        if (relation instanceof Disjoint) {
            return "NOT (" + relate("ST_Intersects", geometry) + ")";
        }
        String function = RELATIONS.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(relation))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new SinkmapException("the filter on layer '" + layer.id()
                        + "' holds a spatial relation that is not supported: "
                        + relation.getClass().getSimpleName()));
        return relate(turned ? CONVERSE.getOrDefault(function, function) : function, geometry);
    }

    /** Whether a property is the geometry; an empty name stands for it too. */
    static boolean isGeometry(PropertyName property) {
        String name = FilterSql.localName(property);
        return name.isEmpty() || name.equals(FeatureLayer.GEOMETRY);
    }

    private String relate(String function, Geometry geometry) {
        parameters.accept(geometry);
        parameters.accept(geometry);
        return COLUMN + " && ? AND " + function + "(" + COLUMN + ", ?)";
    }

    private String distance(DistanceBufferOperator operator, Geometry geometry) {
        double distance_m = operator.getDistance() * metres(operator.getDistanceUnits());
        if (!(distance_m >= 0) || Double.isInfinite(distance_m)) {
            throw new SinkmapException("the filter on layer '" + layer.id()
                    + "': a distance must be a number of at least 0, not " + operator.getDistance());
        }
        String within = Crs.of(layer.crs()).geographic()
                ? withinOnEllipsoid(geometry, distance_m)
                : withinOnPlane(geometry, distance_m / Crs.of(layer.crs()).metresPerUnit());
        if (operator instanceof DWithin) {
            return within;
        }
        if (operator instanceof Beyond) {
            return "NOT (" + within + ")";
        }
        throw new SinkmapException(
                "the filter on layer '" + layer.id() + "' holds a distance relation that is not supported");
    }

    private String withinOnPlane(Geometry geometry, double distance) {
        Envelope near = geometry.getEnvelopeInternal();
        near.expandBy(distance);
        parameters.accept(FeatureSql.rectangle(layer, near));
        parameters.accept(geometry);
        parameters.accept(distance);
        return COLUMN + " && ? AND ST_Distance(" + COLUMN + ", ?) <= ?";
    }

    private String withinOnEllipsoid(Geometry geometry, double distance_m) {
        Envelope near = geometry.getEnvelopeInternal();
        double latitude = Math.toRadians((near.getMinY() + near.getMaxY()) / 2);
        double w = 1 - ECCENTRICITY_SQUARED * Math.pow(Math.sin(latitude), 2);
        double metresNorth = Math.toRadians(AXIS_M * (1 - ECCENTRICITY_SQUARED) / Math.pow(w, 1.5));
        double metresEast = Math.toRadians(AXIS_M / Math.sqrt(w) * Math.max(0.01, Math.cos(latitude)));
        near.expandBy(distance_m / metresEast, distance_m / metresNorth);
        parameters.accept(FeatureSql.rectangle(layer, near));
        parameters.accept(metresEast);
        parameters.accept(metresNorth);
        parameters.accept(geometry(
                AffineTransformation.scaleInstance(metresEast, metresNorth).transform(geometry)));
        parameters.accept(distance_m);
        return COLUMN + " && ? AND ST_Distance(ST_Scale(" + COLUMN + ", ?, ?), ?) <= ?";
    }

    private double metres(String unit) {
        Double metres = METRES.get(unit == null ? "" : unit.strip().toLowerCase(Locale.ROOT));
        if (metres == null) {
            throw new SinkmapException("the filter on layer '" + layer.id() + "': unknown unit of distance '" + unit
                    + "'; use metres or kilometres");
        }
        return metres;
    }

    /** A copy with the layer's SRID; the databases refuse to compare others. */
    private Geometry geometry(Object literal) {
        if (!(literal instanceof Geometry geometry)) {
            throw new SinkmapException("the filter on layer '" + layer.id()
                    + "': a spatial relation needs a geometry, not '" + literal + "'");
        }
        return new GeometryFactory(new PrecisionModel(), Tables.srid(layer)).createGeometry(geometry);
    }
}
