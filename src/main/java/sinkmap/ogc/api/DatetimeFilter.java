package sinkmap.ogc.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.factory.CommonFactoryFinder;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.FeatureLayer;

/**
 * The parameter {@code datetime}: an instant or an interval, open where {@code ..} or nothing stands (OGC 17-069r4, 7.15.4).
 * A date stands for its whole day in UTC. Items of a layer without a time pass whatever is asked.
 */
final class DatetimeFilter {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private DatetimeFilter() {}

    static Filter read(String datetime, FeatureLayer layer) {
        String[] ends = datetime.split("/", -1);
        if (ends.length > 2) {
            throw wrong(datetime);
        }
        String begin = ends[0];
        String end = ends.length == 2 ? ends[1] : begin;
        if (open(begin) && (open(end) && ends.length == 2 && begin.isEmpty() && end.isEmpty() || ends.length == 1)) {
            throw wrong(datetime);
        }
        OffsetDateTime from = open(begin) ? null : time(begin, false, datetime);
        OffsetDateTime to = open(end) ? null : time(end, true, datetime);
        if (from != null && to != null && from.isAfter(to)) {
            throw ApiException.invalid("datetime", "has its begin after its end");
        }
        return layer.timeAttribute() == null ? Filter.INCLUDE : between(layer, from, to);
    }

    private static Filter between(FeatureLayer layer, OffsetDateTime from, OffsetDateTime to) {
        Expression attribute = FILTERS.property(layer.timeAttribute());
        boolean date = layer.findAttribute(layer.timeAttribute()).orElseThrow().type() == AttributeType.DATE;
        List<Filter> bounds = new ArrayList<>();
        if (from != null) {
            bounds.add(FILTERS.greaterOrEqual(attribute, FILTERS.literal(text(from, date))));
        }
        if (to != null) {
            bounds.add(FILTERS.lessOrEqual(attribute, FILTERS.literal(text(to, date))));
        }
        return bounds.isEmpty() ? Filter.INCLUDE : bounds.size() == 1 ? bounds.get(0) : FILTERS.and(bounds);
    }

    private static String text(OffsetDateTime time, boolean date) {
        OffsetDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC);
        return date ? utc.toLocalDate().toString() : utc.toString();
    }

    private static boolean open(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static OffsetDateTime time(String text, boolean last, String whole) {
        try {
            if (!text.contains("T")) {
                OffsetDateTime day = LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
                return last ? day.plusDays(1).minusNanos(1000) : day;
            }
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw wrong(whole);
        }
    }

    private static ApiException wrong(String datetime) {
        return ApiException.invalid(
                "datetime",
                "must be like 2026-03-01, 2026-03-01T08:00:00Z, 2026-01-01/2026-06-30 or 2026-01-01/.., not '"
                        + datetime + "'");
    }
}
