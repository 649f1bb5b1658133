package sinkmap.ogc.api;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Region;
import sinkmap.catalog.Suggestion;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.filter.Cql;
import sinkmap.store.FeatureQuery;

/**
 * What a request for items asks the store for.
 *
 * @param query the query, in the layer's CRS
 * @param crs URI of the CRS of the answer
 */
record ItemsQuery(FeatureQuery query, String crs) {

    /** Parameters of every collection's items. */
    static final List<String> PARAMETERS = List.of(
            "limit",
            "start",
            "offset",
            "bbox",
            "bbox-crs",
            "datetime",
            "crs",
            "filter",
            "filter-lang",
            "filter-crs",
            "sortby",
            "properties",
            "skipGeometry");

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE / 2);

    FeatureLayer layer() {
        return query.layer();
    }

    CrsAxes axes() {
        return CrsAxes.of(crs);
    }

    /** Names of the parameters of a collection's items: {@link #PARAMETERS} and the attributes. */
    static Set<String> parameters(FeatureLayer layer) {
        Set<String> names = new LinkedHashSet<>(PARAMETERS);
        Collections.sortables(layer).forEach(attribute -> names.add(attribute.name()));
        return names;
    }

    static ItemsQuery read(ApiRequest request, FeatureLayer layer, Region region, ApiSettings settings) {
        long limit = natural(request, "limit", settings.limit(), 1);
        FeatureQuery query = FeatureQuery.of(layer)
                .withFilter(filter(request, layer, region))
                .withSort(sort(request, layer))
                .withPage(natural(request, "offset", 0, 0), Math.min(limit, settings.maxLimit()));
        if (request.find("start").isPresent()) {
            query = query.withStart(PageStart.read(request.find("start").get()));
        }
        String crs = request.find("crs").orElse(CrsUri.CRS84);
        CrsUri.read(crs, "crs", layer, region);
        return new ItemsQuery(select(request, query), crs);
    }

    private static Filter filter(ApiRequest request, FeatureLayer layer, Region region) {
        List<Filter> filters = new ArrayList<>();
        CrsAxes bboxCrs = crs(request, "bbox-crs", layer, region);
        request.find("bbox").ifPresent(bbox -> filters.add(BboxFilter.read(bbox, bboxCrs, layer, region)));
        request.find("datetime").ifPresent(time -> filters.add(DatetimeFilter.read(time, layer)));
        for (Attribute attribute : Collections.sortables(layer)) {
            if (!PARAMETERS.contains(attribute.name())) {
                request.find(attribute.name())
                        .ifPresent(value -> filters.add(
                                FILTERS.equals(FILTERS.property(attribute.name()), FILTERS.literal(value))));
            }
        }
        filters.addAll(cql(request, layer, region));
        filters.removeIf(filter -> filter == Filter.INCLUDE);
        return filters.isEmpty() ? Filter.INCLUDE : filters.size() == 1 ? filters.get(0) : FILTERS.and(filters);
    }

    private static CrsAxes crs(ApiRequest request, String parameter, FeatureLayer layer, Region region) {
        return CrsUri.read(request.find(parameter).orElse(CrsUri.CRS84), parameter, layer, region);
    }

    private static List<Filter> cql(ApiRequest request, FeatureLayer layer, Region region) {
        String language = request.find("filter-lang").orElse("cql2-text");
        if (!language.equals("cql2-text") && !language.equals("cql2-json")) {
            throw ApiException.invalid("filter-lang", "must be cql2-text or cql2-json, not '" + language + "'");
        }
        CrsAxes axes = crs(request, "filter-crs", layer, region);
        return request.find("filter")
                .map(text -> language.equals("cql2-json")
                        ? Cql.json(text, layer, axes, "filter")
                        : Cql.text(text, layer, axes, "filter"))
                .map(List::of)
                .orElse(List.of());
    }

    private static List<FeatureQuery.Sort> sort(ApiRequest request, FeatureLayer layer) {
        List<FeatureQuery.Sort> keys = new ArrayList<>();
        for (String part : parts(request, "sortby")) {
            String name = part.replaceFirst("^[+ -]", "");
            checkKnown("sortby", name, Collections.sortables(layer));
            keys.add(new FeatureQuery.Sort(name, part.startsWith("-")));
        }
        return keys;
    }

    private static FeatureQuery select(ApiRequest request, FeatureQuery query) {
        boolean skip = skipGeometry(request);
        List<String> names = parts(request, "properties");
        names.forEach(name -> checkKnown("properties", name, query.layer().attributes()));
        if (names.isEmpty() && !skip) {
            return query;
        }
        Set<String> wanted = new LinkedHashSet<>(
                names.isEmpty()
                        ? query.layer().attributes().stream()
                                .map(Attribute::name)
                                .toList()
                        : names);
        query.sort().forEach(key -> wanted.add(key.attribute()));
        return query.withAttributes(List.copyOf(wanted), !skip);
    }

    private static boolean skipGeometry(ApiRequest request) {
        String text = request.find("skipGeometry").orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw ApiException.invalid("skipGeometry", "must be true or false, not '" + text + "'");
        }
        return text.equals("true");
    }

    private static List<String> parts(ApiRequest request, String parameter) {
        return request.find(parameter)
                .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList())
                .orElse(List.of());
    }

    private static void checkKnown(String parameter, String name, List<Attribute> attributes) {
        List<String> known = attributes.stream().map(Attribute::name).toList();
        if (!known.contains(name)) {
            throw ApiException.invalid(
                    parameter, "names '" + name + "', which is none of the properties" + Suggestion.among(name, known));
        }
    }

    private static long natural(ApiRequest request, String parameter, long fallback, long least) {
        String text = request.find(parameter).orElse(Long.toString(fallback));
        if (!text.matches("\\d{1,100}") || new BigInteger(text).compareTo(BigInteger.valueOf(least)) < 0) {
            throw ApiException.invalid(
                    parameter, "must be a whole number of at least " + least + ", not '" + text + "'");
        }
        return new BigInteger(text).min(GREATEST).longValue();
    }
}
