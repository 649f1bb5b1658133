package sinkmap.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Suggestion;
import sinkmap.grid.SinkmapException;

/**
 * A statement with its parameters: String, Long, Double, Boolean, LocalDate, OffsetDateTime or Geometry.
 *
 * @param text SQL
 * @param parameters values of the question marks, in order
 */
record FeatureSql(String text, List<Object> parameters) {

    private static final String CURRENT = " IN (SELECT id FROM run WHERE current_run)";

    /** Columns fid, geom (when asked for) and the attributes, in this order. */
    static FeatureSql select(FeatureQuery query, SpatialSql dialect) {
        return page("SELECT " + columns(query), query, dialect);
    }

    /** The fid of the rows that {@link #select} gives, in the same order. */
    static FeatureSql keys(FeatureQuery query, SpatialSql dialect) {
        return page("SELECT " + Tables.column(Tables.FID), query, dialect);
    }

    /** The columns of {@link #select} for rows by fid, in any order; one parameter a key. */
    static String selectByKey(FeatureQuery query, int keys) {
        return "SELECT " + columns(query) + " FROM " + Tables.table(query.layer()) + " WHERE "
                + Tables.column(Tables.FID) + " IN (" + "?, ".repeat(keys - 1) + "?)";
    }

    private static String columns(FeatureQuery query) {
        StringBuilder columns = new StringBuilder(Tables.column(Tables.FID));
        if (query.geometry()) {
            columns.append(", ").append(Tables.column(FeatureLayer.GEOMETRY));
        }
        for (Attribute attribute : attributes(query)) {
            columns.append(", ").append(Tables.column(attribute.name()));
        }
        return columns.toString();
    }

    private static FeatureSql page(String select, FeatureQuery query, SpatialSql dialect) {
        RowOrder order = RowOrder.of(query);
        FeatureSql where = where(query, dialect);
        if (query.start() != null) {
            where = where.and(order.from(query.start()));
        }
        List<Object> parameters = new ArrayList<>(where.parameters());
        StringBuilder sql = new StringBuilder(select)
                .append(" FROM ")
                .append(Tables.table(query.layer()))
                .append(where.text())
                .append(" ORDER BY ")
                .append(
                        query.layer().derived() && query.run() == null
                                ? order.text(dialect.acrossRuns())
                                : order.text());
        if (query.offset() > 0) {
            sql.append(" OFFSET ? ROWS");
            parameters.add(query.offset());
        }
        if (query.limit() >= 0) {
            sql.append(" FETCH FIRST ? ROWS ONLY");
            parameters.add(query.limit());
        }
        return new FeatureSql(sql.toString(), parameters);
    }

    /** The columns of {@link RowOrder} for the rows before the query's start, the nearest first. */
    static FeatureSql before(FeatureQuery query, long most, SpatialSql dialect) {
        RowOrder order = RowOrder.of(query);
        FeatureSql where = where(query, dialect).and(order.before(query.start()));
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(most);
        return new FeatureSql(
                "SELECT " + order.columns() + " FROM " + Tables.table(query.layer()) + where.text() + " ORDER BY "
                        + order.backwards() + " FETCH FIRST ? ROWS ONLY",
                parameters);
    }

    static FeatureSql count(FeatureQuery query, SpatialSql dialect) {
        FeatureSql where = where(query, dialect);
        return new FeatureSql("SELECT COUNT(*) FROM " + Tables.table(query.layer()) + where.text(), where.parameters());
    }

    /** The values of an attribute, each once, rising. */
    static FeatureSql distinct(FeatureLayer layer, Attribute attribute, SpatialSql dialect) {
        FeatureSql where = where(FeatureQuery.of(layer), dialect);
        String column = Tables.column(attribute.name());
        return new FeatureSql(
                "SELECT DISTINCT " + column + " FROM " + Tables.table(layer) + where.text()
                        + (where.text().isEmpty() ? " WHERE " : " AND ") + column + " IS NOT NULL ORDER BY " + column,
                where.parameters());
    }

    static FeatureSql extent(FeatureLayer layer, SpatialSql dialect) {
        FeatureSql where = where(FeatureQuery.of(layer), dialect);
        return new FeatureSql(
                "SELECT " + dialect.extent(Tables.column(FeatureLayer.GEOMETRY)) + " FROM " + Tables.table(layer)
                        + where.text(),
                where.parameters());
    }

    /** Sets the parameters of a statement that was made from the text. */
    void bind(PreparedStatement statement, SpatialSql dialect) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i) instanceof Geometry geometry) {
                dialect.bind(statement, i + 1, geometry);
            } else {
                statement.setObject(i + 1, parameters.get(i));
            }
        }
    }

    /** The attributes that a query asks for. */
    static List<Attribute> attributes(FeatureQuery query) {
        return query.attributes() == null
                ? query.layer().attributes()
                : query.attributes().stream()
                        .map(name -> attribute(query.layer(), name))
                        .toList();
    }

    /** The attribute of that name; an error names what the layer has. */
    static Attribute attribute(FeatureLayer layer, String name) {
        return layer.findAttribute(name)
                .orElseThrow(() -> new SinkmapException("layer '" + layer.id() + "' has no attribute '" + name + "'"
                        + Suggestion.among(
                                name,
                                layer.attributes().stream().map(Attribute::name).toList())));
    }

    /** A rectangle as a geometry with the SRID of a layer. */
    static Geometry rectangle(FeatureLayer layer, Envelope envelope) {
        return new GeometryFactory(new PrecisionModel(), Tables.srid(layer)).toGeometry(envelope);
    }

    private static FeatureSql where(FeatureQuery query, SpatialSql dialect) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        FeatureLayer layer = query.layer();
        if (query.bbox() != null) {
            if (query.bbox().isNull()) {
                conditions.add("1 = 0");
            } else {
                conditions.add(Tables.column(FeatureLayer.GEOMETRY) + " && ?");
                parameters.add(rectangle(layer, query.bbox()));
            }
        }
        if (layer.derived() && query.run() == null) {
            conditions.add(Tables.column(Tables.RUN) + CURRENT);
        } else if (query.run() != null) {
            if (!layer.derived()) {
                throw new SinkmapException("layer '" + layer.id() + "' is not the result of runs; ask without a run");
            }
            conditions.add(Tables.column(Tables.RUN) + " = ?");
            parameters.add(query.run());
        }
        if (query.filter() != null && query.filter() != Filter.INCLUDE) {
            FeatureSql filter = new FilterSql(layer, dialect).translate(query.filter());
            conditions.add("(" + filter.text() + ")");
            parameters.addAll(filter.parameters());
        }
        return new FeatureSql(
                conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions), List.copyOf(parameters));
    }

    /** This WHERE clause with one condition more. */
    private FeatureSql and(FeatureSql condition) {
        List<Object> both = new ArrayList<>(parameters);
        both.addAll(condition.parameters());
        return new FeatureSql((text.isEmpty() ? " WHERE " : text + " AND ") + condition.text(), both);
    }
}
