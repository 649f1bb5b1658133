package sinkmap.ogc.filter;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.factory.CommonFactoryFinder;
import sinkmap.ogc.XmlElement;
import sinkmap.store.TimeSpan;

/** Temporal relations of FES 2.0 (OGC 09-026r2, 7.9) with instants and periods of GML. */
final class FilterTimes {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private static final Map<String, BiFunction<Expression, Expression, Filter>> RELATIONS = Map.ofEntries(
            Map.entry("After", FILTERS::after),
            Map.entry("Before", FILTERS::before),
            Map.entry("Begins", FILTERS::begins),
            Map.entry("BegunBy", FILTERS::begunBy),
            Map.entry("TContains", FILTERS::tcontains),
            Map.entry("During", FILTERS::during),
            Map.entry("EndedBy", FILTERS::endedBy),
            Map.entry("Ends", FILTERS::ends),
            Map.entry("TEquals", FILTERS::tequals),
            Map.entry("Meets", FILTERS::meets),
            Map.entry("MetBy", FILTERS::metBy),
            Map.entry("TOverlaps", FILTERS::toverlaps),
            Map.entry("OverlappedBy", FILTERS::overlappedBy),
            Map.entry("AnyInteracts", FILTERS::anyInteracts));

    private FilterTimes() {}

    static boolean isRelation(String name) {
        return RELATIONS.containsKey(name);
    }

    static Filter relation(String name, Expression attribute, Expression time) {
        return RELATIONS.get(name).apply(attribute, time);
    }

    /** A time: a literal, {@code TimeInstant}, or {@code TimePeriod} with positions or instants as its ends. */
    static Expression time(XmlElement e) {
        return switch (e.name()) {
            case "Literal" ->
                e.children().isEmpty()
                        ? FILTERS.literal(e.text())
                        : time(e.children().get(0));
            case "TimeInstant" -> FILTERS.literal(instant(e));
            case "TimePeriod" ->
                FILTERS.literal(new TimeSpan(end(e, "beginPosition", "begin"), end(e, "endPosition", "end")));
            default -> throw FilterXml.fault(e, "is no time; take TimeInstant, TimePeriod or Literal");
        };
    }

    /** The end of a period; null where it is said to be unknown, which leaves the period open. */
    private static String end(XmlElement period, String position, String instant) {
        if (period.findChild(position).isPresent()) {
            return known(period.findChild(position).get()).orElse(null);
        }
        return period.findChild(instant)
                .flatMap(end -> end.findChild("TimeInstant"))
                .map(FilterTimes::instant)
                .orElseThrow(() -> FilterXml.fault(period, "lacks " + position));
    }

    private static String instant(XmlElement e) {
        XmlElement position = e.findChild("timePosition").orElseThrow(() -> FilterXml.fault(e, "lacks a timePosition"));
        return known(position).orElseThrow(() -> FilterXml.fault(e, "says no time"));
    }

    private static Optional<String> known(XmlElement position) {
        if (position.findAttribute("indeterminatePosition").isPresent()) {
            return Optional.empty();
        }
        if (position.text().isEmpty()) {
            throw FilterXml.fault(position, "holds no time");
        }
        return Optional.of(position.text());
    }
}
