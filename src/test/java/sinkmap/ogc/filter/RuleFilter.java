package sinkmap.ogc.filter;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import sinkmap.store.LikePattern;

/**
 * Evaluates filters on a feature's attributes, for stores that live in memory. As in SQL, a comparison with a missing value does not hold.
 * Numbers compare as numbers, also when one side is text; all else compares as text.
 */
public final class RuleFilter {

    private RuleFilter() {}

    /** Whether the attributes pass; spatial filters do not occur in styles. */
    public static boolean passes(Filter filter, Map<String, Object> attributes) {
        if (filter instanceof And and) {
            return and.getChildren().stream().allMatch(child -> passes(child, attributes));
        }
        if (filter instanceof Or or) {
            return or.getChildren().stream().anyMatch(child -> passes(child, attributes));
        }
        if (filter instanceof Not not) {
            return !passes(not.getFilter(), attributes);
        }
        if (filter instanceof PropertyIsNull isNull) {
            return value(isNull.getExpression(), attributes) == null;
        }
        if (filter instanceof PropertyIsLike like) {
            return like(like, attributes);
        }
        if (filter instanceof PropertyIsBetween between) {
            Object value = value(between.getExpression(), attributes);
            Object low = value(between.getLowerBoundary(), attributes);
            Object high = value(between.getUpperBoundary(), attributes);
            return value != null
                    && low != null
                    && high != null
                    && compare(value, low, true) >= 0
                    && compare(value, high, true) <= 0;
        }
        if (filter instanceof BinaryComparisonOperator comparison) {
            return compares(comparison, attributes);
        }
        return filter == Filter.INCLUDE;
    }

    private static boolean compares(BinaryComparisonOperator filter, Map<String, Object> attributes) {
        Object left = value(filter.getExpression1(), attributes);
        Object right = value(filter.getExpression2(), attributes);
        if (left == null || right == null) {
            return false;
        }
        int order = compare(left, right, filter.isMatchingCase());
        if (filter instanceof PropertyIsEqualTo) {
            return order == 0;
        }
        if (filter instanceof PropertyIsNotEqualTo) {
            return order != 0;
        }
        if (filter instanceof PropertyIsLessThan) {
            return order < 0;
        }
        if (filter instanceof PropertyIsLessThanOrEqualTo) {
            return order <= 0;
        }
        if (filter instanceof PropertyIsGreaterThan) {
            return order > 0;
        }
        return filter instanceof PropertyIsGreaterThanOrEqualTo && order >= 0;
    }

    private static int compare(Object left, Object right, boolean matchCase) {
        BigDecimal a = number(left);
        BigDecimal b = number(right);
        if (a != null && b != null) {
            return a.compareTo(b);
        }
        return matchCase
                ? left.toString().compareTo(right.toString())
                : left.toString().compareToIgnoreCase(right.toString());
    }

    private static BigDecimal number(Object value) {
        try {
            return new BigDecimal(value.toString().strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Object value(Expression expression, Map<String, Object> attributes) {
        if (expression instanceof PropertyName property) {
            return attributes.get(property.getPropertyName());
        }
        return expression instanceof Literal literal ? literal.getValue() : null;
    }

    private static boolean like(PropertyIsLike like, Map<String, Object> attributes) {
        Object value = value(like.getExpression(), attributes);
        if (value == null) {
            return false;
        }
        int flags = like.isMatchingCase() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile(new LikePattern(like).regex(), flags)
                .matcher(value.toString())
                .find();
    }
}
