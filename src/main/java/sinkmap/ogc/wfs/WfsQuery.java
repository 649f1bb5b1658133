package sinkmap.ogc.wfs;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Region;
import sinkmap.catalog.Suggestion;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.Extents;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.filter.Cql;
import sinkmap.ogc.filter.FilterCheck;
import sinkmap.ogc.filter.FilterXml;
import sinkmap.store.FeatureQuery;

/**
 * What a GetFeature request asks the store for.
 *
 * @param query the query, in the layer's CRS
 * @param axes CRS of the answer
 * @param srsNameGiven whether the request named that CRS
 */
record WfsQuery(FeatureQuery query, CrsAxes axes, boolean srsNameGiven) {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    FeatureLayer layer() {
        return query.layer();
    }

    /**
     * Reads one query; its page is set by the request.
     *
     * @param kvp its parameters
     * @param posted the filter of an XML request
     */
    static WfsQuery read(WfsEdition edition, Kvp kvp, Optional<XmlElement> posted, FeatureTypes types) {
        FeatureLayer layer = types.get(kvp.get("TYPENAMES"), "TYPENAMES");
        CrsAxes standard = FeatureTypes.defaultCrs(layer, edition);
        FeatureQuery query = FeatureQuery.of(layer)
                .withBbox(bbox(
                        kvp,
                        boxCrs(edition, kvp, standard),
                        layer,
                        types.catalog().region()))
                .withFilter(filter(kvp, posted, layer, standard, types))
                .withSort(sort(kvp, layer));
        Optional<String> srs = kvp.find("SRSNAME");
        return new WfsQuery(
                select(kvp, query), srs.map(name -> crs(name, "SRSNAME")).orElse(standard), srs.isPresent());
    }

    WfsQuery withPage(long offset, long limit) {
        return new WfsQuery(query.withPage(offset, limit), axes, srsNameGiven);
    }

    /** The query, of these features only; ids of other layers do not count. */
    WfsQuery among(String ids) {
        Set<FeatureId> own = Arrays.stream(ids.split(","))
                .filter(id -> id.matches("\\Q" + layer().id() + ".\\E\\d{1,18}"))
                .map(FILTERS::featureId)
                .collect(Collectors.toSet());
        Filter only = own.isEmpty() ? Filter.EXCLUDE : FILTERS.id(own);
        Filter asked = query.filter() == null ? Filter.INCLUDE : query.filter();
        Filter both = asked == Filter.INCLUDE ? only : FILTERS.and(asked, only);
        return new WfsQuery(query.withFilter(own.isEmpty() ? only : both), axes, srsNameGiven);
    }

    /**
     * The CRS of a {@code BBOX} that names none. In 1.0.0 it is the one that the answer is asked for in: QGIS 3.22 sends it
     * so, and 1.0.0 has no other way to name it.
     */
    private static CrsAxes boxCrs(WfsEdition edition, Kvp kvp, CrsAxes standard) {
        return edition == WfsEdition.V1_0
                ? kvp.find("SRSNAME").map(name -> crs(name, "SRSNAME")).orElse(standard)
                : standard;
    }

    private static Envelope bbox(Kvp kvp, CrsAxes standard, FeatureLayer layer, Region region) {
        List<String> parts = kvp.list("BBOX");
        if (parts.isEmpty()) {
            return null;
        }
        CrsAxes axes = parts.size() == 5 ? crs(parts.get(4), "BBOX") : standard;
        Envelope envelope = axes.envelope(CrsAxes.numbers(parts.subList(0, Math.min(4, parts.size()))));
        return Extents.search(envelope, axes.crs(), Crs.of(layer.crs()), region);
    }

    private static CrsAxes crs(String notation, String parameter) {
        try {
            return CrsAxes.of(notation);
        } catch (OwsException e) {
            throw OwsException.invalid(parameter, e.getMessage());
        }
    }

    private static Filter filter(
            Kvp kvp, Optional<XmlElement> posted, FeatureLayer layer, CrsAxes standard, FeatureTypes types) {
        List<Filter> filters = new ArrayList<>();
        kvp.findAny("RESOURCEID", "FEATUREID").ifPresent(ids -> filters.add(ids(ids, layer)));
        kvp.find("CQL_FILTER").ifPresent(cql -> filters.add(Cql.parse(cql, layer, "CQL_FILTER")));
        posted.ifPresent(xml -> filters.add(filter(xml, layer, standard)));
        kvp.find("FILTER").ifPresent(text -> filters.add(filter(text, layer, standard)));
        filters.forEach(filter -> checkIds(filter, layer, types));
        if (filters.isEmpty()) {
            return Filter.INCLUDE;
        }
        return filters.size() == 1 ? filters.get(0) : FILTERS.and(filters);
    }

    private static Filter ids(String list, FeatureLayer layer) {
        Set<FeatureId> ids = new HashSet<>();
        for (String id : list.split(",")) {
            ids.add(FILTERS.featureId(id.strip()));
        }
        return FILTERS.id(ids);
    }

    /** An id of another type than the one asked for is a mistake; one that nobody has finds nothing. */
    private static void checkIds(Filter filter, FeatureLayer layer, FeatureTypes types) {
        if (!(filter instanceof Id id)) {
            return;
        }
        for (Object each : id.getIDs()) {
            String text = String.valueOf(each);
            String type = text.substring(0, Math.max(0, text.lastIndexOf('.')));
            if (!type.equals(layer.id())
                    && types.list().stream().anyMatch(other -> other.id().equals(type))) {
                throw OwsException.invalid(
                        "RESOURCEID",
                        "'" + text + "' is no feature of " + layer.id() + "; ids are like " + layer.id() + ".1");
            }
        }
    }

    private static Filter filter(String text, FeatureLayer layer, CrsAxes standard) {
        try {
            return filter(XmlElement.read(new StringReader(text)), layer, standard);
        } catch (OwsException e) {
            throw e;
        } catch (SinkmapException e) {
            throw OwsException.invalid("FILTER", "FILTER, " + e.getMessage());
        }
    }

    private static Filter filter(XmlElement xml, FeatureLayer layer, CrsAxes standard) {
        try {
            Filter filter = FilterXml.read(xml, layer, standard);
            FilterCheck.check(filter, layer, "FILTER");
            return filter;
        } catch (OwsException e) {
            throw e;
        } catch (SinkmapException e) {
            throw OwsException.invalid("FILTER", "FILTER, " + e.getMessage());
        }
    }

    private static FeatureQuery select(Kvp kvp, FeatureQuery query) {
        List<String> names =
                kvp.find("PROPERTYNAME").map(text -> List.of(text.split(","))).orElse(List.of());
        if (names.isEmpty() || names.contains("*")) {
            return query;
        }
        List<String> wanted = names.stream()
                .map(name -> property(name, query.layer(), "PROPERTYNAME"))
                .distinct()
                .toList();
        List<String> attributes = wanted.stream()
                .filter(name -> !name.equals(FeatureLayer.GEOMETRY))
                .toList();
        return query.withAttributes(attributes, wanted.contains(FeatureLayer.GEOMETRY));
    }

    private static List<FeatureQuery.Sort> sort(Kvp kvp, FeatureLayer layer) {
        List<FeatureQuery.Sort> keys = new ArrayList<>();
        for (String part : kvp.list("SORTBY")) {
            String[] words = part.strip().split("[\\s+]+");
            String order = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "ASC";
            if (words.length > 2 || !Set.of("A", "D", "ASC", "DESC").contains(order)) {
                throw OwsException.invalid("SORTBY", "SORTBY must be like rank ASC,score DESC, not '" + part + "'");
            }
            String attribute = property(words[0], layer, "SORTBY");
            if (attribute.equals(FeatureLayer.GEOMETRY)) {
                throw OwsException.invalid("SORTBY", "features cannot be sorted by their geometry");
            }
            keys.add(new FeatureQuery.Sort(attribute, order.startsWith("D")));
        }
        return keys;
    }

    private static String property(String given, FeatureLayer layer, String parameter) {
        String name = FilterXml.property(given, layer);
        List<String> known = FilterCheck.properties(layer);
        if (!known.contains(name)) {
            throw OwsException.invalid(
                    parameter,
                    "layer " + layer.id() + " has no property '" + name + "'" + Suggestion.among(name, known));
        }
        return name;
    }
}
