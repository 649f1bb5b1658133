package sinkmap.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sinkmap.catalog.FeatureLayer;

/**
 * Keeps the history and counts the states of an editable layer in PostgreSQL whoever changes its table: QGIS on the database, GeoServer through a
 * view, a script. This service does both itself and says so with {@link #SERVICE}; that is believed of the table's
 * owner only. Who changes is told by the setting {@code sinkmap.user}, else it is the database user.
 */
final class HistoryTrigger {

    /** Statement by which a transaction of the table's owner says that it keeps the history itself. */
    static final String SERVICE = "SELECT set_config('sinkmap.keeps_history', 'yes', true)";

    private final FeatureLayer layer;

    HistoryTrigger(FeatureLayer layer) {
        this.layer = layer;
    }

    /** Makes the triggers, or makes them anew. */
    void prepare(Connection connection) throws SQLException {
        String name = Jdbc.quote(layer.table() + "_history");
        String schema = Jdbc.findText(connection, "SELECT current_schema() WHERE ? <> ''", layer.table());
        String function = Jdbc.quote(schema) + "." + name;
        PublishedViews.execute(connection, function(schema, function));
        PublishedViews.execute(
                connection,
                "CREATE OR REPLACE TRIGGER " + Jdbc.quote(layer.table() + "_version")
                        + " AFTER INSERT OR UPDATE OR DELETE ON " + Tables.table(layer) + " FOR EACH STATEMENT EXECUTE"
                        + " FUNCTION " + function + "()");
        PublishedViews.execute(
                connection,
                "CREATE OR REPLACE TRIGGER " + name + " BEFORE INSERT OR UPDATE OR DELETE ON " + Tables.table(layer)
                        + " FOR EACH ROW EXECUTE FUNCTION " + function + "()");
        PublishedViews.execute(
                connection,
                "CREATE OR REPLACE TRIGGER " + Jdbc.quote(layer.table() + "_truncate") + " BEFORE TRUNCATE ON "
                        + Tables.table(layer) + " FOR EACH STATEMENT EXECUTE FUNCTION " + function + "()");
    }

    private String function(String schema, String function) {
        return "CREATE OR REPLACE FUNCTION " + function + "() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
                + " SET search_path = " + Jdbc.quote(schema) + ", pg_catalog, pg_temp AS $history$\n"
                + "DECLARE who VARCHAR := COALESCE(NULLIF(current_setting('sinkmap.user', true), ''), session_user);\n"
                + "BEGIN\n"
                + "IF TG_OP = 'TRUNCATE' THEN\n"
                + "  RAISE EXCEPTION 'rows of % are deleted one by one, so that their history is kept', TG_TABLE_NAME;\n"
                + "END IF;\n"
                + "IF current_setting('sinkmap.keeps_history', true) = 'yes' AND session_user = (SELECT"
                + " pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN\n"
                + "  IF TG_OP = 'DELETE' THEN RETURN OLD; ELSE RETURN NEW; END IF;\n"
                + "END IF;\n"
                + "IF TG_LEVEL = 'STATEMENT' THEN\n"
                + "  UPDATE layer_version SET version = version + 1, changed = now() WHERE layer_id = '" + layer.id()
                + "';\n  RETURN NULL;\nEND IF;\n"
                + "IF TG_OP <> 'INSERT' THEN\n" + keep(schema) + "END IF;\n"
                + "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n"
                + next()
                + "RETURN NEW;\nEND $history$";
    }

    private String keep(String schema) {
        List<String> columns = new ArrayList<>(
                List.of(Tables.FID, HistoryTable.VERSION, HistoryTable.FROM, HistoryTable.BY, FeatureLayer.GEOMETRY));
        layer.attributes().forEach(attribute -> columns.add(attribute.name()));
        List<String> ended = List.of(HistoryTable.TO, HistoryTable.ENDED_BY, HistoryTable.ENDED);
        return "  INSERT INTO " + Jdbc.quote(schema) + "." + new HistoryTable(layer).name() + " ("
                + columns.stream().map(Tables::column).collect(Collectors.joining(", ")) + ", "
                + ended.stream().map(Tables::column).collect(Collectors.joining(", ")) + ") VALUES ("
                + columns.stream().map(c -> "OLD." + Tables.column(c)).collect(Collectors.joining(", "))
                + ", now(), who, TG_OP);\n";
    }

    private static String next() {
        String version = Tables.column(HistoryTable.VERSION);
        return "IF TG_OP = 'INSERT' THEN NEW." + version + " := 1;\nELSE NEW." + version + " := OLD." + version
                + " + 1; NEW."
                + Tables.column(Tables.FID) + " := OLD." + Tables.column(Tables.FID) + ";\nEND IF;\n"
                + "NEW." + Tables.column(HistoryTable.FROM) + " := now();\n"
                + "NEW." + Tables.column(HistoryTable.BY) + " := who;\n";
    }
}
