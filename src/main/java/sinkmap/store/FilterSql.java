package sinkmap.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNil;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.identity.Identifier;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;

/**
 * Translates a filter to one SQL condition with parameters.
 *
 * <p>Comparisons, between, like, null, identifiers, and, or, not, spatial relations with a geometry literal, and temporal
 * relations. Functions and arithmetic are refused: nothing of a filter is evaluated but values and attributes. An
 * attribute without a value meets no condition but {@code IS NULL}, and neither does its negation, as in SQL.
 */
final class FilterSql {

    private static final int DEEPEST = 100;
    private static final int MOST_PARAMETERS = 20_000;
    private static final Map<Class<?>, String> COMPARISONS = Map.of(
            PropertyIsEqualTo.class, "=",
            PropertyIsNotEqualTo.class, "<>",
            PropertyIsLessThan.class, "<",
            PropertyIsLessThanOrEqualTo.class, "<=",
            PropertyIsGreaterThan.class, ">",
            PropertyIsGreaterThanOrEqualTo.class, ">=");

    private final FeatureLayer layer;
    private final SpatialSql dialect;
    private final List<Object> parameters = new ArrayList<>();

    FilterSql(FeatureLayer layer, SpatialSql dialect) {
        this.layer = layer;
        this.dialect = dialect;
    }

    /** The condition; an error names what is unknown or not supported. */
    FeatureSql translate(Filter filter) {
        return new FeatureSql(condition(filter, 0), List.copyOf(parameters));
    }

    private String condition(Filter filter, int depth) {
        if (depth > DEEPEST) {
            throw refuse("is nested deeper than " + DEEPEST + " levels; write it flatter");
        }
        if (filter instanceof BinaryLogicOperator logic) {
            return logical(logic, depth);
        }
        if (filter instanceof Not not) {
            return "NOT (" + condition(not.getFilter(), depth + 1) + ")";
        }
        if (filter instanceof BinaryComparisonOperator comparison) {
            return comparison(comparison);
        }
        if (filter instanceof BinarySpatialOperator spatial) {
            return new SpatialFilter(layer, this::parameter).translate(spatial);
        }
        if (filter instanceof BinaryTemporalOperator temporal) {
            return temporal(temporal);
        }
        return leaf(filter);
    }

    private String leaf(Filter filter) {
        if (filter instanceof PropertyIsBetween between) {
            return between(between);
        }
        if (filter instanceof PropertyIsLike like) {
            return like(like);
        }
        if (filter instanceof PropertyIsNull isNull) {
            return columnOrGeometry(isNull.getExpression()) + " IS NULL";
        }
        if (filter instanceof PropertyIsNil isNil) {
            return columnOrGeometry(isNil.getExpression()) + " IS NULL";
        }
        if (filter instanceof Id id) {
            return identifiers(id);
        }
        if (filter instanceof IncludeFilter) {
            return "1 = 1";
        }
        if (filter instanceof ExcludeFilter) {
            return "1 = 0";
        }
        throw refuse("holds " + filter.getClass().getSimpleName() + ", which is not supported");
    }

    private String logical(BinaryLogicOperator logic, int depth) {
        boolean and = logic instanceof And;
        if (logic.getChildren().isEmpty()) {
            return and ? "1 = 1" : "1 = 0";
        }
        List<String> parts = new ArrayList<>();
        for (Filter child : logic.getChildren()) {
            parts.add("(" + condition(child, depth + 1) + ")");
        }
        return String.join(and ? " AND " : " OR ", parts);
    }

    private String comparison(BinaryComparisonOperator comparison) {
        Expression left = comparison.getExpression1();
        Expression right = comparison.getExpression2();
        String operator = COMPARISONS.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(comparison))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> refuse("holds a comparison that is not supported"));
        if (left instanceof Literal && right instanceof Literal) {
            return comparison.evaluate(null) ? "1 = 1" : "1 = 0";
        }
        Attribute typedBy = left instanceof Literal ? attribute(right) : attribute(left);
        boolean text = typedBy.type() == AttributeType.TEXT || typedBy.type() == AttributeType.JSON;
        if (text && !comparison.isMatchingCase()) {
            return "LOWER(" + operand(left, typedBy) + ") " + operator + " LOWER(" + operand(right, typedBy) + ")";
        }
        return operand(left, typedBy) + " " + operator + " " + operand(right, typedBy);
    }

    private String between(PropertyIsBetween between) {
        Attribute attribute = attribute(between.getExpression());
        return Tables.column(attribute.name()) + " BETWEEN " + operand(between.getLowerBoundary(), attribute) + " AND "
                + operand(between.getUpperBoundary(), attribute);
    }

    private String like(PropertyIsLike like) {
        Attribute attribute = attribute(like.getExpression());
        String text = "CAST(" + Tables.column(attribute.name()) + " AS VARCHAR)";
        String column = like.isMatchingCase() ? text : "LOWER(" + text + ")";
        String literal =
                like.isMatchingCase() ? like.getLiteral() : like.getLiteral().toLowerCase(Locale.ROOT);
        LikePattern pattern = new LikePattern(literal, like);
        if (pattern.wildcards() > 1 && dialect.likeBacktracks()) {
            parameter(pattern.regex());
            return "REGEXP_LIKE(" + column + ", ?)";
        }
        parameter(pattern.sql());
        return column + " LIKE ? ESCAPE '!'";
    }

    /** Ids are those of the rows, alone or after the layer's name and a dot; others match nothing. */
    private String identifiers(Id id) {
        List<String> marks = new ArrayList<>();
        for (Identifier identifier : id.getIdentifiers()) {
            String text = String.valueOf(identifier.getID());
            String number = text.startsWith(layer.id() + ".")
                    ? text.substring(layer.id().length() + 1)
                    : text;
            if (number.matches("\\d{1,18}")) {
                marks.add("?");
                parameter(Long.valueOf(number));
            }
        }
        return marks.isEmpty() ? "1 = 0" : Tables.column(Tables.FID) + " IN (" + String.join(", ", marks) + ")";
    }

    private String temporal(BinaryTemporalOperator temporal) {
        Attribute attribute = attribute(temporal.getExpression1());
        if (attribute.type() != AttributeType.DATE && attribute.type() != AttributeType.TIMESTAMP) {
            throw refuse(
                    "compares attribute '" + attribute.name() + "' with a time, but it is neither date nor timestamp");
        }
        if (!(temporal.getExpression2() instanceof Literal literal)) {
            throw refuse("needs a time on the right of a temporal relation");
        }
        return new TemporalFilter(attribute, this::parameter).translate(temporal, literal.getValue());
    }

    private String operand(Expression expression, Attribute typedBy) {
        if (expression instanceof Literal literal) {
            if (literal.getValue() == null) {
                throw refuse("compares '" + typedBy.name() + "' with nothing; use IS NULL");
            }
            parameter(FilterValue.of(literal.getValue(), typedBy));
            return "?";
        }
        return Tables.column(attribute(expression).name());
    }

    private String columnOrGeometry(Expression expression) {
        return expression instanceof PropertyName property && SpatialFilter.isGeometry(property)
                ? Tables.column(FeatureLayer.GEOMETRY)
                : Tables.column(attribute(expression).name());
    }

    private Attribute attribute(Expression expression) {
        if (expression instanceof PropertyName property) {
            return FeatureSql.attribute(layer, localName(property));
        }
        if (expression instanceof Function function) {
            throw refuse("calls the function '" + function.getName() + "'; functions are not supported");
        }
        if (expression instanceof Literal) {
            throw refuse("has a value where an attribute is expected");
        }
        throw refuse("computes with values; arithmetic is not supported");
    }

    private void parameter(Object value) {
        if (parameters.size() == MOST_PARAMETERS) {
            throw refuse("holds more than " + MOST_PARAMETERS + " values; ask in several parts");
        }
        parameters.add(value);
    }

    private SinkmapException refuse(String why) {
        return new SinkmapException("the filter on layer '" + layer.id() + "' " + why);
    }

    /** A property's name without namespace prefix and path. */
    static String localName(PropertyName property) {
        String name = property.getPropertyName();
        return name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/')) + 1);
    }
}
