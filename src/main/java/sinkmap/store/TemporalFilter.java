package sinkmap.store;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.AnyInteracts;
import org.geotools.api.filter.temporal.Before;
import org.geotools.api.filter.temporal.Begins;
import org.geotools.api.filter.temporal.BegunBy;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.geotools.api.filter.temporal.During;
import org.geotools.api.filter.temporal.EndedBy;
import org.geotools.api.filter.temporal.Ends;
import org.geotools.api.filter.temporal.Meets;
import org.geotools.api.filter.temporal.MetBy;
import org.geotools.api.filter.temporal.OverlappedBy;
import org.geotools.api.filter.temporal.TContains;
import org.geotools.api.filter.temporal.TEquals;
import org.geotools.api.filter.temporal.TOverlaps;
import org.geotools.api.temporal.Period;
import sinkmap.catalog.Attribute;
import sinkmap.grid.SinkmapException;

/**
 * Temporal relations between an attribute, which is an instant, and an instant or a period (ISO 19108, 5.2.3.5; OGC
 * 09-026r2, 7.9). An instant is during a period when it lies between the ends and is neither; it begins or ends a period
 * when it is that end. It never contains, overlaps or meets anything. The condition is unknown, as in SQL, where the
 * attribute has no value.
 */
final class TemporalFilter {

    /** Conditions with {@code t} for the column, {@code b} and {@code e} for the ends of a period. */
    private static final Map<Class<?>, String> WITH_PERIOD = Map.ofEntries(
            Map.entry(After.class, "t > e"),
            Map.entry(Before.class, "t < b"),
            Map.entry(During.class, "t > b AND t < e"),
            Map.entry(AnyInteracts.class, "t >= b AND t <= e"),
            Map.entry(TEquals.class, "t = b AND t = e"),
            Map.entry(Begins.class, "t = b"),
            Map.entry(Ends.class, "t = e"),
            Map.entry(BegunBy.class, "t <> t"),
            Map.entry(EndedBy.class, "t <> t"),
            Map.entry(Meets.class, "t <> t"),
            Map.entry(MetBy.class, "t <> t"),
            Map.entry(OverlappedBy.class, "t <> t"),
            Map.entry(TContains.class, "t <> t"),
            Map.entry(TOverlaps.class, "t <> t"));

    private static final Map<Class<?>, String> WITH_INSTANT = Map.of(
            After.class, "t > b",
            Before.class, "t < b",
            TEquals.class, "t = b",
            AnyInteracts.class, "t = b");

    private final String column;
    private final Attribute attribute;
    private final Consumer<Object> parameters;

    TemporalFilter(Attribute attribute, Consumer<Object> parameters) {
        this.column = Tables.column(attribute.name());
        this.attribute = attribute;
        this.parameters = parameters;
    }

    String translate(BinaryTemporalOperator relation, Object literal) {
        if (literal instanceof Period period) {
            return condition(relation, WITH_PERIOD, new TimeSpan(period.getBeginning(), period.getEnding()));
        }
        if (literal instanceof TimeSpan span) {
            return condition(relation, WITH_PERIOD, span);
        }
        return condition(relation, WITH_INSTANT, new TimeSpan(literal, literal));
    }

    private String condition(BinaryTemporalOperator relation, Map<Class<?>, String> conditions, TimeSpan span) {
        String condition = conditions.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(relation))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new SinkmapException("the temporal relation on attribute '" + attribute.name()
                        + "' does not hold between instants; use BEFORE, AFTER, TEQUALS, or give a period"));
        return String.join(
                " AND ",
                List.of(condition.split(" AND ")).stream()
                        .map(part -> comparison(part, span))
                        .toList());
    }

    /** A period without an end reaches beyond every instant. */
    private String comparison(String part, TimeSpan span) {
        String operator = part.substring(2, part.length() - 2);
        if (part.endsWith("t")) {
            return column + " " + operator + " " + column;
        }
        Object bound = part.endsWith("b") ? span.begin() : span.end();
        if (bound == null) {
            boolean inside = part.endsWith("b") ? operator.startsWith(">") : operator.startsWith("<");
            return column + (inside ? " = " : " <> ") + column;
        }
        parameters.accept(FilterValue.of(bound, attribute));
        return column + " " + operator + " ?";
    }
}
