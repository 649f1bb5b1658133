package sinkmap.ogc.filter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.MultiValuedFilter.MatchAction;
import org.geotools.api.filter.expression.Expression;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import sinkmap.catalog.Crs;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.CrsAxes;

/** What CQL2 text and CQL2 JSON have in common: the operators by name, and geometries in the layer's CRS. */
final class Cql2Terms {

    /** Levels of nesting that a filter may have. */
    static final int DEEPEST = 90;

    static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private static final Map<String, BiFunction<Expression, Expression, Filter>> SPATIAL = Map.of(
            "S_INTERSECTS", FILTERS::intersects,
            "S_EQUALS", FILTERS::equal,
            "S_DISJOINT", FILTERS::disjoint,
            "S_TOUCHES", FILTERS::touches,
            "S_WITHIN", FILTERS::within,
            "S_OVERLAPS", FILTERS::overlaps,
            "S_CROSSES", FILTERS::crosses,
            "S_CONTAINS", FILTERS::contains);

    private static final Map<String, BiFunction<Expression, Expression, Filter>> TEMPORAL = Map.ofEntries(
            Map.entry("T_AFTER", FILTERS::after),
            Map.entry("T_BEFORE", FILTERS::before),
            Map.entry("T_CONTAINS", FILTERS::tcontains),
            Map.entry("T_DISJOINT", (a, b) -> FILTERS.not(FILTERS.anyInteracts(a, b))),
            Map.entry("T_DURING", FILTERS::during),
            Map.entry("T_EQUALS", FILTERS::tequals),
            Map.entry("T_FINISHEDBY", FILTERS::endedBy),
            Map.entry("T_FINISHES", FILTERS::ends),
            Map.entry("T_INTERSECTS", FILTERS::anyInteracts),
            Map.entry("T_MEETS", FILTERS::meets),
            Map.entry("T_METBY", FILTERS::metBy),
            Map.entry("T_OVERLAPPEDBY", FILTERS::overlappedBy),
            Map.entry("T_OVERLAPS", FILTERS::toverlaps),
            Map.entry("T_STARTEDBY", FILTERS::begunBy),
            Map.entry("T_STARTS", FILTERS::begins));

    /** What stands when the attribute is on the right of a temporal relation. */
    private static final Map<String, String> CONVERSE = Map.ofEntries(
            Map.entry("T_AFTER", "T_BEFORE"),
            Map.entry("T_BEFORE", "T_AFTER"),
            Map.entry("T_CONTAINS", "T_DURING"),
            Map.entry("T_DURING", "T_CONTAINS"),
            Map.entry("T_FINISHEDBY", "T_FINISHES"),
            Map.entry("T_FINISHES", "T_FINISHEDBY"),
            Map.entry("T_MEETS", "T_METBY"),
            Map.entry("T_METBY", "T_MEETS"),
            Map.entry("T_OVERLAPPEDBY", "T_OVERLAPS"),
            Map.entry("T_OVERLAPS", "T_OVERLAPPEDBY"),
            Map.entry("T_STARTEDBY", "T_STARTS"),
            Map.entry("T_STARTS", "T_STARTEDBY"));

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");

    private final Crs layer;
    private final CrsAxes source;

    /**
     * @param layer CRS of the layer
     * @param source CRS and axis order of the filter's geometries
     */
    Cql2Terms(Crs layer, CrsAxes source) {
        this.layer = layer;
        this.source = source;
    }

    /**
     * A side of a comparison.
     *
     * @param anyCase whether CASEI stands around it
     */
    record Operand(Expression expression, boolean anyCase) {}

    static boolean isComparison(String sign) {
        return COMPARISONS.contains(sign);
    }

    static boolean isSpatial(String name) {
        return SPATIAL.containsKey(name.toUpperCase(Locale.ROOT));
    }

    static boolean isTemporal(String name) {
        return TEMPORAL.containsKey(name.toUpperCase(Locale.ROOT));
    }

    static Operand literal(Object value) {
        return new Operand(FILTERS.literal(value), false);
    }

    static Operand property(String name) {
        return new Operand(FILTERS.property(name), false);
    }

    static Filter comparison(String sign, Operand left, Operand right) {
        Expression a = left.expression();
        Expression b = right.expression();
        boolean matchCase = !left.anyCase() && !right.anyCase();
        return switch (sign) {
            case "=" -> FILTERS.equal(a, b, matchCase, MatchAction.ANY);
            case "<>" -> FILTERS.notEqual(a, b, matchCase, MatchAction.ANY);
            case "<" -> FILTERS.less(a, b, matchCase, MatchAction.ANY);
            case ">" -> FILTERS.greater(a, b, matchCase, MatchAction.ANY);
            case "<=" -> FILTERS.lessOrEqual(a, b, matchCase, MatchAction.ANY);
            case ">=" -> FILTERS.greaterOrEqual(a, b, matchCase, MatchAction.ANY);
            default -> throw new SinkmapException("there is no comparison '" + sign + "'");
        };
    }

    static Filter like(Operand value, String pattern, boolean anyCase) {
        return FILTERS.like(value.expression(), pattern, "%", "_", "\\", !anyCase && !value.anyCase());
    }

    static Filter in(Operand value, List<Operand> list) {
        List<Filter> equal =
                list.stream().map(item -> comparison("=", value, item)).toList();
        return equal.size() == 1 ? equal.get(0) : FILTERS.or(equal);
    }

    static Filter spatial(String name, Expression a, Expression b) {
        return SPATIAL.get(name.toUpperCase(Locale.ROOT)).apply(a, b);
    }

    static Filter temporal(String name, Expression a, Expression b) {
        String relation = name.toUpperCase(Locale.ROOT);
        boolean turned = a instanceof org.geotools.api.filter.expression.Literal;
        return turned
                ? TEMPORAL.get(CONVERSE.getOrDefault(relation, relation)).apply(b, a)
                : TEMPORAL.get(relation).apply(a, b);
    }

    static SinkmapException noFunction(String name) {
        return new SinkmapException("the function '" + name + "' is not offered in filters");
    }

    static SinkmapException tooDeep() {
        return new SinkmapException("the filter is nested deeper than " + DEEPEST + " levels; write it flatter");
    }

    /** A geometry as written, in the layer's CRS. */
    Expression geometry(Geometry written) {
        if (written.isEmpty()) {
            throw new SinkmapException("a geometry is empty");
        }
        Geometry geometry = written.copy();
        geometry.apply(new Turn());
        return FILTERS.literal(layer.transform(geometry, source.crs()));
    }

    /** The box of four numbers, or six with heights, that may cross the date line. */
    Expression box(double[] numbers) {
        if (numbers.length != 4 && numbers.length != 6) {
            throw new SinkmapException("a bbox must hold four or six numbers, not " + numbers.length);
        }
        int half = numbers.length / 2;
        double west = numbers[0];
        double east = numbers[half];
        double south = numbers[1];
        double north = numbers[half + 1];
        if (west > east && source.crs().geographic() && !source.northFirst()) {
            Geometry both = GEOMETRIES
                    .toGeometry(new Envelope(west, 180, south, north))
                    .union(GEOMETRIES.toGeometry(new Envelope(-180, east, south, north)));
            return geometry(both);
        }
        if (west > east || south > north) {
            throw new SinkmapException("the lower corner of a bbox lies above the upper one");
        }
        return geometry(GEOMETRIES.toGeometry(new Envelope(west, east, south, north)));
    }

    /** Brings coordinates into the order x = east, and sees that they are numbers. */
    private final class Turn implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence points, int i) {
            double first = points.getOrdinate(i, 0);
            double second = points.getOrdinate(i, 1);
            if (!Double.isFinite(first) || !Double.isFinite(second)) {
                throw new SinkmapException("a coordinate of a geometry is not a finite number");
            }
            points.setOrdinate(i, 0, source.northFirst() ? second : first);
            points.setOrdinate(i, 1, source.northFirst() ? first : second);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
