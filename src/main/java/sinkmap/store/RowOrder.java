package sinkmap.store;

import java.util.ArrayList;
import java.util.List;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;

/**
 * The order of a query's rows as SQL: its sort keys, rows without a value last whatever the direction, then the id. Pages
 * begin at a key, not at a number of rows, so that the last costs no more than the first and changes between two pages
 * neither repeat nor hide a row that stays.
 */
record RowOrder(FeatureLayer layer, List<FeatureQuery.Sort> sort) {

    private static final String FID = Tables.column(Tables.FID);

    static RowOrder of(FeatureQuery query) {
        return new RowOrder(query.layer(), query.sort());
    }

    /** What follows ORDER BY. */
    String text() {
        return text(FID);
    }

    /** What follows ORDER BY, with an expression for the id. */
    String text(String fid) {
        StringBuilder order = new StringBuilder();
        for (FeatureQuery.Sort key : sort) {
            order.append(column(key)).append(key.descending() ? " DESC NULLS LAST, " : " ASC NULLS LAST, ");
        }
        return order.append(fid).toString();
    }

    /** The opposite order. */
    String backwards() {
        StringBuilder order = new StringBuilder();
        for (FeatureQuery.Sort key : sort) {
            order.append(column(key)).append(key.descending() ? " ASC NULLS FIRST, " : " DESC NULLS FIRST, ");
        }
        return order.append(FID).append(" DESC").toString();
    }

    /** Columns of {@link RowKey}: the id, then the sort keys. */
    String columns() {
        StringBuilder columns = new StringBuilder(FID);
        sort.forEach(key -> columns.append(", ").append(column(key)));
        return columns.toString();
    }

    List<Attribute> attributes() {
        return sort.stream().map(this::attribute).toList();
    }

    /** The condition that rows stand at or after a key. */
    FeatureSql from(RowKey key) {
        return beyond(key, true);
    }

    /** The condition that rows stand before a key. */
    FeatureSql before(RowKey key) {
        return beyond(key, false);
    }

    private FeatureSql beyond(RowKey key, boolean after) {
        if (key.values().size() != sort.size()) {
            throw new SinkmapException("the page begins at a row of another order; begin with the first page");
        }
        List<String> cases = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        StringBuilder equal = new StringBuilder();
        List<Object> equalParameters = new ArrayList<>();
        for (int i = 0; i < sort.size(); i++) {
            String column = column(sort.get(i));
            Object value = key.values().get(i);
            Object bound = value == null ? null : FilterValue.of(value, attribute(sort.get(i)));
            String strictly = strictly(column, sort.get(i).descending(), bound == null, after);
            if (strictly != null) {
                cases.add("(" + equal + strictly + ")");
                parameters.addAll(equalParameters);
                if (bound != null) {
                    parameters.add(bound);
                }
            }
            equal.append(column).append(bound == null ? " IS NULL AND " : " = ? AND ");
            if (bound != null) {
                equalParameters.add(bound);
            }
        }
        cases.add("(" + equal + FID + (after ? " >= ?)" : " < ?)"));
        parameters.addAll(equalParameters);
        parameters.add(key.fid());
        return new FeatureSql("(" + String.join(" OR ", cases) + ")", parameters);
    }

    /** The condition that a column's value stands strictly on one side of a value; null where nothing does. */
    private static String strictly(String column, boolean descending, boolean none, boolean after) {
        if (none) {
            return after ? null : column + " IS NOT NULL";
        }
        if (after) {
            return "(" + column + (descending ? " < ?" : " > ?") + " OR " + column + " IS NULL)";
        }
        return column + (descending ? " > ?" : " < ?");
    }

    private Attribute attribute(FeatureQuery.Sort key) {
        return FeatureSql.attribute(layer, key.attribute());
    }

    private String column(FeatureQuery.Sort key) {
        return Tables.column(attribute(key).name());
    }
}
