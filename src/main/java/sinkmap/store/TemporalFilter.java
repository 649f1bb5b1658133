package sinkmap.store;

import java.util.List;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.Before;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.geotools.api.filter.temporal.During;
import org.geotools.api.filter.temporal.TEquals;
import org.geotools.api.temporal.Period;
import sinkmap.catalog.Attribute;
import sinkmap.grid.SinkmapException;

/**
 * A temporal relation between an attribute and an instant or a period.
 *
 * @param operators one comparison for each value
 * @param values bounds, of the attribute's type
 */
record TemporalFilter(List<String> operators, List<Object> values) {

    /** Before, after, equal to an instant or a period; during a period, ends excluded (ISO 19108). */
    static TemporalFilter of(BinaryTemporalOperator relation, Object literal, Attribute attribute) {
        Object begin = literal instanceof Period period ? period.getBeginning() : literal;
        Object end = literal instanceof Period period ? period.getEnding() : literal;
        if (relation instanceof After) {
            return new TemporalFilter(List.of(">"), List.of(FilterValue.of(end, attribute)));
        }
        if (relation instanceof Before) {
            return new TemporalFilter(List.of("<"), List.of(FilterValue.of(begin, attribute)));
        }
        if (relation instanceof TEquals && !(literal instanceof Period)) {
            return new TemporalFilter(List.of("="), List.of(FilterValue.of(begin, attribute)));
        }
        if (relation instanceof During && literal instanceof Period) {
            return new TemporalFilter(
                    List.of(">", "<"), List.of(FilterValue.of(begin, attribute), FilterValue.of(end, attribute)));
        }
        throw new SinkmapException("the temporal relation on attribute '" + attribute.name()
                + "' is not supported; use BEFORE, AFTER, TEQUALS with an instant or DURING with a period");
    }

    String condition(String column) {
        return String.join(
                " AND ", operators.stream().map(o -> column + " " + o + " ?").toList());
    }
}
