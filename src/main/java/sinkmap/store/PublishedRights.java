package sinkmap.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;

/** What the database user of another server may do: read the published views, write those of editable layers. */
final class PublishedRights {

    /** SQLSTATE insufficient_privilege. */
    private static final String DENIED = "42501";

    /** SQLSTATE invalid_password, and that of the driver for one that is missing. */
    private static final Set<String> REFUSED = Set.of("28P01", "08004");

    private static final String MARK = "made by sinkmap";

    private final Connection connection;
    private final String schema;
    private final String reader;

    PublishedRights(Connection connection, String schema, String reader) {
        this.connection = connection;
        this.schema = schema;
        this.reader = reader;
    }

    /** Signs in to the database as somebody else. */
    interface SignIn {
        void as(String user, String password) throws SQLException;
    }

    /** Makes the user where there is none, and gives it just these rights. */
    void grant(List<FeatureLayer> layers, String password, SignIn signIn) throws SQLException {
        if (reader.equals(Jdbc.findText(connection, "SELECT current_user WHERE ? <> ''", reader))) {
            return;
        }
        if (Jdbc.findText(connection, "SELECT rolname FROM pg_roles WHERE rolname = ?", reader) == null) {
            makeUser(password);
        } else if (refuses(signIn, password)) {
            setPassword(password);
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
            withPassword("CREATE ROLE ", " LOGIN PASSWORD ", password);
            PublishedViews.execute(connection, "COMMENT ON ROLE " + Jdbc.quote(reader) + " IS '" + MARK + "'");
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

    private void withPassword(String before, String after, String password) throws SQLException {
        // DDL takes no parameters, so the server itself quotes the password
        String ddl = Jdbc.findText(
                connection,
                "SELECT format('" + before
                        + Jdbc.quote(reader).replace("'", "''").replace("%", "%%") + after + "%L', CAST(? AS VARCHAR))",
                password);
        PublishedViews.execute(connection, ddl);
    }

    private boolean refuses(SignIn signIn, String password) {
        try {
            signIn.as(reader, password);
            return false;
        } catch (SQLException e) {
            // other refusals are about where we come from, and the other server comes from elsewhere
            return REFUSED.contains(e.getSQLState());
        }
    }

    /** Gives the user the password of the settings, where the user was made here. */
    private void setPassword(String password) throws SQLException {
        String made = Jdbc.findText(
                connection, "SELECT shobj_description(oid, 'pg_authid') FROM pg_roles WHERE rolname = ?", reader);
        if (password.isBlank() || !MARK.equals(made)) {
            throw new SinkmapException(
                    "the database does not take the password of sinkmap.publish.database.password for"
                            + " its user " + reader + "; set the right one, or have an administrator run: ALTER ROLE "
                            + Jdbc.quote(reader) + " PASSWORD '...'");
        }
        withPassword("ALTER ROLE ", " PASSWORD ", password);
    }
}
