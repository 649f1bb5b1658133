package sinkmap.ogc.style;

import java.util.List;
import java.util.Map;
import org.geotools.api.filter.Filter;
import sinkmap.ogc.filter.RuleFilter;

/**
 * A rule of a style.
 *
 * @param name name, or empty
 * @param title what the legend says, "zh / en"
 * @param filter features that it applies to
 * @param otherwise whether it applies to the features that no other rule of its pass takes, instead
 * @param minScale smallest scale denominator, inclusive
 * @param maxScale greatest scale denominator, exclusive
 * @param symbolizers what it paints, bottom first
 */
public record Rule(
        String name,
        String title,
        Filter filter,
        boolean otherwise,
        double minScale,
        double maxScale,
        List<Symbolizer> symbolizers) {

    boolean atScale(double denominator) {
        return denominator >= minScale && denominator < maxScale;
    }

    boolean takes(Map<String, Object> attributes) {
        return RuleFilter.passes(filter, attributes);
    }
}
