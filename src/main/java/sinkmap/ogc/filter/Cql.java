package sinkmap.ogc.filter;

import org.geotools.api.filter.Filter;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.OwsException;

/** Filters written as CQL text, in the ECQL dialect of GeoTools. */
public final class Cql {

    private static final int MAX_LENGTH = 20_000;

    private Cql() {}

    /**
     * Reads one filter and checks it against the layer. Geometries are in the layer's CRS, x = east.
     *
     * @param text the filter
     * @param layer layer that it is about
     * @param parameter name of the parameter that holds it, for errors
     */
    public static Filter parse(String text, FeatureLayer layer, String parameter) {
        if (text.length() > MAX_LENGTH) {
            throw OwsException.invalid(parameter, parameter + " is longer than " + MAX_LENGTH + " characters");
        }
        Filter filter;
        try {
            filter = ECQL.toFilter(text);
        } catch (CQLException | RuntimeException e) {
            throw OwsException.invalid(
                    parameter,
                    parameter + " is not a CQL filter: '" + text + "'; write it like rank <= 10 AND city = '东营'");
        }
        FilterCheck.check(filter, layer, parameter);
        return filter;
    }
}
