package sinkmap.ogc.wms;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.geotools.factory.CommonFactoryFinder;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.filter.Cql;
import sinkmap.ogc.filter.FilterCheck;
import sinkmap.ogc.filter.FilterXml;

/**
 * The filters of a map request, one a layer: {@code CQL_FILTER}, separated by semicolons, or {@code FILTER}, XML in
 * parentheses. One filter for several layers is an error, because nobody can tell which layer it is about.
 */
final class MapFilters {

    private static final String CQL = "CQL_FILTER";
    private static final String XML = "FILTER";

    private final String parameter;
    private final List<String> texts;
    private final CrsAxes axes;

    private MapFilters(String parameter, List<String> texts, CrsAxes axes) {
        this.parameter = parameter;
        this.texts = texts;
        this.axes = axes;
    }

    /**
     * The filters of a request.
     *
     * @param layers number of layers
     * @param axes CRS of the request, which geometries of XML filters are in when they name none
     */
    static MapFilters of(Kvp kvp, int layers, CrsAxes axes) {
        Optional<String> cql = kvp.find(CQL);
        Optional<String> xml = kvp.find(XML);
        if (cql.isPresent() && xml.isPresent()) {
            throw OwsException.invalid(XML, "FILTER and CQL_FILTER exclude each other; send one of them");
        }
        String parameter = cql.isPresent() ? CQL : XML;
        List<String> texts = cql.map(MapFilters::statements)
                .or(() -> xml.map(MapFilters::documents))
                .orElse(List.of());
        if (!texts.isEmpty() && texts.size() != layers) {
            throw OwsException.invalid(
                    parameter,
                    parameter + " must hold one filter a layer (" + layers + "), "
                            + (cql.isPresent()
                                    ? "separated by semicolons, not " + texts.size()
                                            + "; write INCLUDE for a layer without filter"
                                    : "each in parentheses, not " + texts.size()));
        }
        return new MapFilters(parameter, texts, axes);
    }

    /** The filter of the layer that is so many-th in {@code LAYERS}. */
    Filter of(int index, Layer layer) {
        String text = texts.isEmpty() ? "" : texts.get(index);
        if (text.isEmpty() || text.equalsIgnoreCase("INCLUDE")) {
            return Filter.INCLUDE;
        }
        if (!(layer instanceof FeatureLayer features)) {
            throw OwsException.invalid(parameter, "layer " + layer.id() + " is a raster and takes no filter");
        }
        return parameter.equals(CQL) ? Cql.parse(text, features, CQL) : xml(text, features);
    }

    private Filter xml(String text, FeatureLayer layer) {
        try {
            return check(XmlElement.read(new StringReader(text)), layer, axes, XML);
        } catch (SinkmapException e) {
            throw e instanceof OwsException known ? known : OwsException.invalid(XML, "FILTER, " + e.getMessage());
        }
    }

    /** Reads a {@code Filter} element about a layer. */
    static Filter check(XmlElement filter, FeatureLayer layer, CrsAxes axes, String parameter) {
        Filter read = FilterXml.read(filter, layer, axes);
        FilterCheck.check(read, layer, parameter);
        return read;
    }

    static Filter and(Filter a, Filter b) {
        if (a == Filter.INCLUDE) {
            return b;
        }
        return b == Filter.INCLUDE ? a : CommonFactoryFinder.getFilterFactory().and(a, b);
    }

    /** The parts between semicolons that do not stand in quotes. */
    private static List<String> statements(String filters) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : filters.toCharArray()) {
            quoted ^= c == '\'';
            if (c == ';' && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    /** The documents in parentheses, or the only one without. */
    private static List<String> documents(String filters) {
        if (!filters.startsWith("(") || !filters.endsWith(")")) {
            return List.of(filters);
        }
        return List.of(filters.substring(1, filters.length() - 1).split("\\)\\s*\\((?=\\s*(?:<|\\)|$))", -1)).stream()
                .map(String::strip)
                .toList();
    }
}
