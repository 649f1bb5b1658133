package sinkmap.ogc.filter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.OwsException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Filters written as CQL: CQL2 text and CQL2 JSON (OGC 21-065r2), and the ECQL dialect of GeoTools. */
public final class Cql {

    private static final int MAX_LENGTH = 20_000;

    /** What only CQL2 has. */
    private static final Pattern ONLY_CQL2 = Pattern.compile(
            "\\b(?:[ST]_[A-Z]+|CASEI|ACCENTI|DATE|TIMESTAMP|INTERVAL)\\s*\\(", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*+'|\"[^\"]*+\"");

    private Cql() {}

    /**
     * Reads a {@code CQL_FILTER}: CQL2 when it uses one of its functions, else ECQL; what both have means the same. The
     * filter is checked against the layer. Geometries are in the layer's CRS, x = east.
     *
     * @param text the filter
     * @param layer layer that it is about
     * @param parameter name of the parameter that holds it, for errors
     */
    public static Filter parse(String text, FeatureLayer layer, String parameter) {
        checkLength(text, parameter);
        String unquoted = QUOTED.matcher(text).replaceAll("''");
        if (ONLY_CQL2.matcher(unquoted).find()) {
            return text(text, layer, CrsAxes.of(layer.crs()), parameter);
        }
        return checked(() -> ecql(text, unquoted), layer, parameter);
    }

    /**
     * Reads CQL2 text and checks it against the layer.
     *
     * @param crs CRS and axis order of the geometries in it
     */
    public static Filter text(String text, FeatureLayer layer, CrsAxes crs, String parameter) {
        checkLength(text, parameter);
        return checked(() -> Cql2Text.read(text, new Cql2Terms(Crs.of(layer.crs()), crs)), layer, parameter);
    }

    /**
     * Reads CQL2 JSON and checks it against the layer.
     *
     * @param crs CRS and axis order of the geometries in it
     */
    public static Filter json(String json, FeatureLayer layer, CrsAxes crs, String parameter) {
        JsonNode node;
        try {
            node = JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw OwsException.invalid(parameter, parameter + " is not JSON: " + e.getOriginalMessage());
        }
        return checked(() -> Cql2Json.read(node, new Cql2Terms(Crs.of(layer.crs()), crs)), layer, parameter);
    }

    private static void checkLength(String text, String parameter) {
        if (text.length() > MAX_LENGTH) {
            throw OwsException.invalid(parameter, parameter + " is longer than " + MAX_LENGTH + " characters");
        }
    }

    private static Filter checked(Supplier<Filter> read, FeatureLayer layer, String parameter) {
        try {
            Filter filter = read.get();
            FilterCheck.check(filter, layer, parameter);
            return filter;
        } catch (OwsException e) {
            throw e;
        } catch (SinkmapException e) {
            throw OwsException.invalid(parameter, parameter + ": " + e.getMessage());
        }
    }

    /** The parser joins two conditions at a time; here {@code a OR b OR c} is one level, however many there are. */
    private static Filter flat(Filter filter, int depth) {
        if (depth > Cql2Terms.DEEPEST) {
            throw Cql2Terms.tooDeep();
        }
        if (filter instanceof Not not) {
            return Cql2Terms.FILTERS.not(flat(not.getFilter(), depth + 1));
        }
        if (!(filter instanceof BinaryLogicOperator logic)) {
            return filter;
        }
        List<Filter> parts = new ArrayList<>();
        Deque<Filter> left = new ArrayDeque<>(logic.getChildren());
        while (!left.isEmpty()) {
            Filter part = left.pop();
            if (part instanceof BinaryLogicOperator same && same.getClass() == logic.getClass()) {
                List<Filter> inner = same.getChildren();
                for (int i = inner.size() - 1; i >= 0; i--) {
                    left.push(inner.get(i));
                }
            } else {
                parts.add(flat(part, depth + 1));
            }
        }
        return logic instanceof And ? Cql2Terms.FILTERS.and(parts) : Cql2Terms.FILTERS.or(parts);
    }

    private static Filter ecql(String text, String unquoted) {
        checkDepth(unquoted);
        try {
            return flat(ECQL.toFilter(text), 0);
        } catch (CQLException | RuntimeException e) {
            throw new SinkmapException(
                    "'" + text + "' is not a CQL filter; write it like rank <= 10 AND city = '东营'", e);
        }
    }

    /** The parser descends with every bracket and every NOT; a filter of thousands would exhaust the stack. */
    private static void checkDepth(String unquoted) {
        int depth = 0;
        for (int i = 0; i < unquoted.length(); i++) {
            depth += unquoted.charAt(i) == '(' ? 1 : unquoted.charAt(i) == ')' ? -1 : 0;
            if (depth > Cql2Terms.DEEPEST) {
                throw Cql2Terms.tooDeep();
            }
        }
        if (Pattern.compile("(?i)(?:\\bNOT\\s+){" + Cql2Terms.DEEPEST + "}")
                .matcher(unquoted)
                .find()) {
            throw Cql2Terms.tooDeep();
        }
    }
}
