package sinkmap.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;

/** What the database user of another server may do: read the published views, write those of editable layers. */
final class PublishedRights {

    /** SQLSTATE insufficient_privilege. */
    private static final String DENIED = "42501";

    private final Connection connection;
    private final String schema;
    private final String reader;

    PublishedRights(Connection connection, String schema, String reader) {
        this.connection = connection;
        this.schema = schema;
        this.reader = reader;
    }

    /** Makes the user where there is none, and gives it just these rights. */
    void grant(List<FeatureLayer> layers, String password) throws SQLException {
        if (reader.equals(Jdbc.findText(connection, "SELECT current_user WHERE ? <> ''", reader))) {
            return;
        }
        if (Jdbc.findText(connection, "SELECT rolname FROM pg_roles WHERE rolname = ?", reader) == null) {
            makeUser(password);
        }
        String to = " TO " + Jdbc.quote(reader);
        String own = Jdbc.findText(connection, "SELECT current_schema() WHERE ? <> ''", reader);
        PublishedViews.execute(connection, "GRANT USAGE ON SCHEMA " + Jdbc.quote(schema) + to);
        PublishedViews.execute(
                connection, "REVOKE ALL ON ALL TABLES IN SCHEMA " + Jdbc.quote(schema) + " FROM " + Jdbc.quote(reader));
        PublishedViews.execute(connection, "GRANT SELECT ON " + Jdbc.quote(schema) + ".gt_pk_metadata" + to);
        PublishedViews.execute(
                connection,
                "GRANT SELECT ON " + Jdbc.quote(schema) + "." + Jdbc.quote(PublishedViews.CURRENT_RUNS) + to);
        for (FeatureLayer layer : layers) {
            boolean write = layer.editable() && !layer.derived();
            PublishedViews.execute(
                    connection,
                    "GRANT SELECT" + (write ? ", INSERT, UPDATE, DELETE" : "") + " ON "
                            + PublishedViews.name(schema, layer) + to);
            if (write) {
                // without it a sequence cannot be named; tables there stay closed
                PublishedViews.execute(connection, "GRANT USAGE ON SCHEMA " + Jdbc.quote(own) + to);
                PublishedViews.execute(
                        connection, "GRANT USAGE ON SEQUENCE " + PublishedViews.sequence(connection, layer) + to);
            }
        }
    }

    private void makeUser(String password) throws SQLException {
        if (password.isBlank()) {
            throw new SinkmapException("there is no database user " + reader
                    + "; give a password with which it is to be" + " made (sinkmap.publish.database.password)");
        }
        try {
            // DDL takes no parameters, so the server itself quotes the password
            String ddl = Jdbc.findText(
                    connection,
                    "SELECT format('CREATE ROLE "
                            + Jdbc.quote(reader).replace("'", "''").replace("%", "%%")
                            + " LOGIN PASSWORD %L', CAST(? AS VARCHAR))",
                    password);
            PublishedViews.execute(connection, ddl);
        } catch (SQLException e) {
            if (DENIED.equals(e.getSQLState())) {
                throw new SinkmapException(
                        "the service may not make the database user " + reader
                                + "; have an administrator run: CREATE ROLE " + Jdbc.quote(reader)
                                + " LOGIN PASSWORD '...'",
                        e);
            }
            throw e;
        }
    }
}
