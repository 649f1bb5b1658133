package sinkmap.ogc.filter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.MultiValuedFilter.MatchAction;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.XmlElement;

/**
 * Reads filters of OGC Filter Encoding 1.0 and 1.1 and of FES 2.0; elements are told apart by their local names. Geometries
 * end up in the CRS given here, x = east. Prefixes of property names are dropped; property names themselves are not checked
 * ({@link FilterCheck} does that).
 */
public final class FilterXml {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    /** Properties that the schema of GML lets every feature have, and that no feature here has. */
    private static final Set<String> OF_GML = Set.of("gml:name", "gml:description", "gml:identifier");

    private final FeatureLayer layer;
    private final Crs target;
    private final CrsAxes source;

    private FilterXml(FeatureLayer layer, CrsAxes source) {
        this.layer = layer;
        this.target = Crs.of(layer.crs());
        this.source = source;
    }

    /**
     * Reads a {@code Filter} element about a layer.
     *
     * @param filter the element
     * @param layer the layer
     * @param source CRS of geometries that name none
     */
    public static Filter read(XmlElement filter, FeatureLayer layer, CrsAxes source) {
        return new FilterXml(layer, source).all(filter);
    }

    private Filter all(XmlElement filter) {
        List<XmlElement> parts = filter.children();
        if (parts.isEmpty()) {
            throw fault(filter, "is empty");
        }
        if (isId(parts.get(0))) {
            Set<FeatureId> ids = new HashSet<>();
            parts.forEach(part -> ids.add(FILTERS.featureId(id(part))));
            return FILTERS.id(ids);
        }
        if (parts.size() != 1) {
            throw fault(filter, "must hold one condition; join several by And or Or");
        }
        return condition(parts.get(0));
    }

    private static boolean isId(XmlElement e) {
        return Set.of("ResourceId", "FeatureId", "GmlObjectId").contains(e.name());
    }

    private static String id(XmlElement e) {
        return e.findAttribute("rid")
                .or(() -> e.findAttribute("fid"))
                .or(() -> e.findAttribute("id"))
                .orElseThrow(() -> fault(e, "names no feature"));
    }

    private Filter condition(XmlElement e) {
        return switch (e.name()) {
            case "And" -> FILTERS.and(conditions(e));
            case "Or" -> FILTERS.or(conditions(e));
            case "Not" -> FILTERS.not(condition(only(e)));
            case "ResourceId", "FeatureId", "GmlObjectId" -> FILTERS.id(FILTERS.featureId(id(e)));
            case "PropertyIsLike" -> like(e);
            case "PropertyIsNull" -> isNull(e);
            case "PropertyIsNil" -> isNil(e);
            case "PropertyIsBetween" ->
                FILTERS.between(
                        expression(e, 0),
                        expression(bound(e, "LowerBoundary"), 0),
                        expression(bound(e, "UpperBoundary"), 0));
            default -> relation(e);
        };
    }

    private Filter isNull(XmlElement e) {
        String name = operand(e, 0).text();
        return OF_GML.contains(name)
                        && layer.findAttribute(property(name, layer)).isEmpty()
                ? Filter.INCLUDE
                : FILTERS.isNull(expression(e, 0));
    }

    /** Nothing is nil but missing values of attributes that write them so; no reason is kept with them. */
    private Filter isNil(XmlElement e) {
        boolean never = layer.findAttribute(property(operand(e, 0).text(), layer))
                .map(attribute -> !attribute.gml().nillable()
                        || e.findAttribute("nilReason").isPresent())
                .orElse(false);
        return never ? Filter.EXCLUDE : isNull(e);
    }

    private Filter relation(XmlElement e) {
        if (e.name().startsWith("PropertyIs")) {
            return comparison(e);
        }
        return FilterTimes.isRelation(e.name())
                ? FilterTimes.relation(e.name(), expression(e, 0), FilterTimes.time(operand(e, 1)))
                : spatial(e);
    }

    private Filter like(XmlElement e) {
        XmlElement pattern = operand(e, 1);
        if (!pattern.name().equals("Literal")) {
            throw fault(pattern, "is not offered as a pattern; take a Literal");
        }
        return FILTERS.like(
                expression(e, 0),
                pattern.text(),
                attribute(e, "wildCard", "*"),
                attribute(e, "singleChar", "."),
                e.findAttribute("escapeChar").orElse(attribute(e, "escape", "!")),
                matchCase(e));
    }

    private List<Filter> conditions(XmlElement e) {
        List<Filter> parts = e.children().stream().map(this::condition).toList();
        if (parts.size() < 2) {
            throw fault(e, "must hold two conditions or more");
        }
        return parts;
    }

    private Filter comparison(XmlElement e) {
        if (!Set.of("Any", "All", "One").contains(attribute(e, "matchAction", "Any"))) {
            throw fault(e, "has a matchAction other than Any, All and One");
        }
        Expression a = scalar(e, 0);
        Expression b = scalar(e, 1);
        boolean matchCase = matchCase(e);
        return switch (e.name()) {
            case "PropertyIsEqualTo" -> FILTERS.equal(a, b, matchCase, MatchAction.ANY);
            case "PropertyIsNotEqualTo" -> FILTERS.notEqual(a, b, matchCase, MatchAction.ANY);
            case "PropertyIsLessThan" -> FILTERS.less(a, b, matchCase, MatchAction.ANY);
            case "PropertyIsGreaterThan" -> FILTERS.greater(a, b, matchCase, MatchAction.ANY);
            case "PropertyIsLessThanOrEqualTo" -> FILTERS.lessOrEqual(a, b, matchCase, MatchAction.ANY);
            case "PropertyIsGreaterThanOrEqualTo" -> FILTERS.greaterOrEqual(a, b, matchCase, MatchAction.ANY);
            default -> throw fault(e, "is not offered");
        };
    }

    private Filter spatial(XmlElement e) {
        Expression a = FILTERS.property(geometryName(e));
        if (e.name().equals("BBOX")) {
            return FILTERS.bbox(a, envelope(e));
        }
        if (e.name().equals("DWithin") || e.name().equals("Beyond")) {
            return distance(e, a);
        }
        Expression b = FILTERS.literal(geometry(e));
        return switch (e.name()) {
            case "Intersects" -> FILTERS.intersects(a, b);
            case "Disjoint" -> FILTERS.disjoint(a, b);
            case "Within" -> FILTERS.within(a, b);
            case "Contains" -> FILTERS.contains(a, b);
            case "Touches" -> FILTERS.touches(a, b);
            case "Crosses" -> FILTERS.crosses(a, b);
            case "Overlaps" -> FILTERS.overlaps(a, b);
            case "Equals" -> FILTERS.equal(a, b);
            default -> throw fault(e, "is not offered in filters");
        };
    }

    private Filter distance(XmlElement e, Expression property) {
        XmlElement distance = bound(e, "Distance");
        String unit = distance.findAttribute("uom")
                .or(() -> distance.findAttribute("units"))
                .orElse("m");
        double value;
        try {
            value = Double.parseDouble(distance.text());
        } catch (NumberFormatException problem) {
            throw fault(distance, "must hold a number, not '" + distance.text() + "'");
        }
        Expression literal = FILTERS.literal(geometry(e));
        return e.name().equals("DWithin")
                ? FILTERS.dwithin(property, literal, value, unit)
                : FILTERS.beyond(property, literal, value, unit);
    }

    /** The property of a spatial relation; a name that stands for the geometry of every feature is that of the layer. */
    private static String geometryName(XmlElement e) {
        return e.children().stream()
                .filter(FilterXml::isName)
                .map(part -> localName(part.text()))
                .filter(name -> !name.isEmpty() && !name.equals("boundedBy"))
                .findFirst()
                .orElse(FeatureLayer.GEOMETRY);
    }

    private static boolean isName(XmlElement e) {
        return e.name().equals("PropertyName") || e.name().equals("ValueReference");
    }

    private org.geotools.api.geometry.BoundingBox envelope(XmlElement e) {
        XmlElement box = geometryElement(e);
        CrsAxes axes = GmlGeometry.srsName(box).map(CrsAxes::of).orElse(source);
        Envelope bounds = GmlGeometry.drawn(box, axes).getEnvelopeInternal();
        return new org.geotools.geometry.jts.ReferencedEnvelope(target.bounds(bounds, axes.crs()), null);
    }

    private Geometry geometry(XmlElement e) {
        return GmlGeometry.read(geometryElement(e), target, source);
    }

    private XmlElement geometryElement(XmlElement e) {
        List<XmlElement> parts = e.children().stream()
                .filter(part -> !isName(part) && !part.name().equals("Distance"))
                .toList();
        if (parts.size() != 1) {
            throw fault(e, "must hold one geometry");
        }
        XmlElement part = parts.get(0);
        return part.name().equals("Literal") && part.children().size() == 1
                ? part.children().get(0)
                : part;
    }

    private static XmlElement operand(XmlElement parent, int index) {
        if (parent.children().size() <= index) {
            throw fault(parent, "lacks an operand");
        }
        return parent.children().get(index);
    }

    /** An operand that has an order; geometries and what GML bounds features by have none. */
    private Expression scalar(XmlElement parent, int index) {
        XmlElement e = operand(parent, index);
        boolean shape = isName(e)
                ? Set.of("boundedBy", FeatureLayer.GEOMETRY).contains(localName(e.text()))
                : !e.children().isEmpty() && e.name().equals("Literal");
        if (shape) {
            throw new OwsException(
                    "OperationProcessingFailed",
                    "FILTER",
                    "line " + e.line() + ": " + parent.name()
                            + " compares texts, numbers and times; for geometries take BBOX, Intersects and the like",
                    400);
        }
        return expression(parent, index);
    }

    private Expression expression(XmlElement parent, int index) {
        XmlElement e = operand(parent, index);
        return switch (e.name()) {
            case "PropertyName", "ValueReference" -> FILTERS.property(property(e.text(), layer));
            case "Literal" -> FILTERS.literal(e.text());
            case "Function" -> throw fault(e, "'" + e.findAttribute("name").orElse("") + "' is not offered in filters");
            default -> throw fault(e, "is not offered as an operand; take a property name or a literal");
        };
    }

    /**
     * The name without prefix, path and first place: {@code sinkmap:city}, {@code candidate-site/city} and {@code city[1]}
     * mean {@code city}.
     */
    public static String localName(String property) {
        return property.substring(Math.max(property.lastIndexOf(':'), property.lastIndexOf('/')) + 1)
                .strip()
                .replaceFirst("\\[1]$", "");
    }

    /** The name in the layer of a property as clients write it; {@code gml:name} is the attribute that is it. */
    public static String property(String given, FeatureLayer layer) {
        String name = localName(given);
        return layer.findStandard(name).map(Attribute::name).orElse(name);
    }

    private static XmlElement bound(XmlElement e, String name) {
        return e.findChild(name).orElseThrow(() -> fault(e, "lacks " + name));
    }

    private static XmlElement only(XmlElement e) {
        if (e.children().size() != 1) {
            throw fault(e, "must hold one condition");
        }
        return e.children().get(0);
    }

    private static boolean matchCase(XmlElement e) {
        return !attribute(e, "matchCase", "true").equals("false");
    }

    private static String attribute(XmlElement e, String name, String fallback) {
        return e.findAttribute(name).orElse(fallback);
    }

    static SinkmapException fault(XmlElement e, String what) {
        return new SinkmapException("line " + e.line() + ": " + e.name() + " " + what);
    }
}
