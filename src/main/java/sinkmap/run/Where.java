package sinkmap.run;

import java.util.TreeSet;
import org.geotools.api.filter.Filter;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.YamlNode;
import sinkmap.grid.SinkmapException;

/** Conditions on attributes, written in ECQL: {@code restricted = false}. */
final class Where {

    private Where() {}

    /** The filter of a condition; everything passes when it is null. */
    static Filter filter(String where) {
        if (where == null) {
            return Filter.INCLUDE;
        }
        try {
            return ECQL.toFilter(where);
        } catch (CQLException e) {
            throw new SinkmapException("the condition '" + where + "' is no valid CQL: " + e.getMessage(), e);
        }
    }

    /** The condition at a place in a file, checked against the attributes of a layer. */
    static String check(YamlNode at, FeatureLayer layer, LayerNames layers) {
        String where = at.asText();
        Filter filter;
        try {
            filter = ECQL.toFilter(where);
        } catch (CQLException e) {
            throw at.error("the condition '" + where + "' is no valid CQL: "
                    + e.getMessage().lines().findFirst().orElse("it cannot be read"));
        }
        FilterAttributeExtractor names = new FilterAttributeExtractor();
        filter.accept(names, null);
        for (String name : new TreeSet<>(names.getAttributeNameSet())) {
            if (!name.equals(FeatureLayer.GEOMETRY)) {
                layers.attribute(layer, name, at);
            }
        }
        return where;
    }
}
