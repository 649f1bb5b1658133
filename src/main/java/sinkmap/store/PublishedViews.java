package sinkmap.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;

/**
 * The feature layers as another server of the same PostGIS sees them: one view a layer in a schema of their own, with the
 * geometry and the attributes that the catalog declares and nothing else. The views of editable layers can be written; what
 * is written goes through the tables' triggers, so that the history is kept. A database user for that server needs no right
 * beyond these views. Needs PostGIS.
 */
public final class PublishedViews {

    /** Column by which the view of a derived layer tells the results that count now from older ones. */
    public static final String CURRENT = "run_current";

    /** View of the ids of the runs whose results count now. */
    public static final String CURRENT_RUNS = "sinkmap_current_run";

    private static final String MARK = "made by sinkmap, ";

    /** Key of the advisory lock of a place; its address is a parameter. */
    private static final String KEY = "hashtextextended('sinkmap publishes to ' || ?, 0)";

    private final Database database;

    PublishedViews(Database database) {
        this.database = database;
    }

    /** Whether this database can be read by another server. */
    public boolean supported() {
        return database.sql() instanceof PostGis;
    }

    /** The right to publish to one place, which one process has at a time. */
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes the turn; empty while another process has it.
     *
     * @param target address of the place that is published to
     */
    public Optional<Turn> takeTurn(String target) {
        requirePostGis();
        try {
            Connection connection = database.connect();
            String taken = Jdbc.findText(connection, "SELECT pg_try_advisory_lock(" + KEY + ")", target);
            if ("t".equals(taken)) {
                return Optional.of(() -> giveBack(connection, target));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw Database.failure("the turn to publish could not be taken", e);
        }
    }

    private static void giveBack(Connection connection, String target) {
        try (connection) {
            Jdbc.findText(connection, "SELECT pg_advisory_unlock(" + KEY + ")", target);
        } catch (SQLException e) {
            throw Database.failure("the turn to publish could not be given back", e);
        }
    }

    /**
     * Makes the views that are missing or no longer fit the catalog, in one transaction, and gives a database user the right
     * to read them and to write those of editable layers.
     *
     * @param schema schema of the views
     * @param reader the database user of the other server; blank when it signs in as this service does
     * @param password password with which the user is made where there is none, and that a user who was made so gets
     * @return the layers whose views were made or changed
     */
    public List<String> prepare(Catalog catalog, String schema, String reader, String password) {
        requirePostGis();
        List<String> changed = new ArrayList<>();
        database.transact(connection -> {
            execute(connection, "CREATE SCHEMA IF NOT EXISTS " + Jdbc.quote(schema));
            new PublishedKeys(connection, schema).prepare();
            execute(
                    connection,
                    "CREATE OR REPLACE VIEW " + Jdbc.quote(schema) + "." + Jdbc.quote(CURRENT_RUNS)
                            + " AS SELECT id FROM run WHERE current_run");
            for (FeatureLayer layer : layers(catalog)) {
                if (prepareView(connection, schema, layer)) {
                    changed.add(layer.id());
                }
            }
            if (!reader.isBlank()) {
                new PublishedRights(connection, schema, reader).grant(layers(catalog), password, database::signIn);
            }
        });
        return changed;
    }

    private static List<FeatureLayer> layers(Catalog catalog) {
        return catalog.listLayers().stream()
                .filter(FeatureLayer.class::isInstance)
                .map(FeatureLayer.class::cast)
                .toList();
    }

    private static boolean prepareView(Connection connection, String schema, FeatureLayer layer) throws SQLException {
        String select = select(layer);
        String mark = MARK + digest(select);
        JdbcClient client = Database.client(connection);
        Optional<String> present = client.sql("SELECT COALESCE(obj_description(c.oid, 'pg_class'), '') FROM pg_class c"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relname = ?")
                .params(schema, layer.table())
                .query(String.class)
                .optional();
        String view = name(schema, layer);
        if (present.isPresent() && present.get().equals(mark)) {
            return false;
        }
        if (present.isPresent() && !present.get().startsWith(MARK)) {
            throw new SinkmapException("the schema " + schema + " holds a relation " + layer.table()
                    + " that sinkmap did not make; rename it, or publish into another schema"
                    + " (sinkmap.publish.database.schema)");
        }
        execute(connection, "DROP VIEW IF EXISTS " + view);
        execute(connection, "CREATE VIEW " + view + " AS " + select);
        execute(connection, "COMMENT ON VIEW " + view + " IS '" + mark + "'");
        new PublishedKeys(connection, schema).put(layer);
        return true;
    }

    /** Drops the views that the catalog no longer has; returns the names of their tables. */
    public List<String> retire(Catalog catalog, String schema) {
        requirePostGis();
        List<String> wanted = layers(catalog).stream().map(FeatureLayer::table).toList();
        List<String> dropped = new ArrayList<>();
        database.transact(connection -> {
            for (String view : made(connection, schema)) {
                if (!wanted.contains(view)) {
                    execute(connection, "DROP VIEW " + Jdbc.quote(schema) + "." + Jdbc.quote(view));
                    new PublishedKeys(connection, schema).remove(view);
                    dropped.add(view);
                }
            }
        });
        return dropped;
    }

    private static List<String> made(Connection connection, String schema) {
        return Database.client(connection)
                .sql("SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname = ? AND c.relkind = 'v' AND obj_description(c.oid, 'pg_class') LIKE ?")
                .params(schema, MARK + "%")
                .query(String.class)
                .list();
    }

    private static String select(FeatureLayer layer) {
        List<String> columns = new ArrayList<>(List.of(Tables.FID, FeatureLayer.GEOMETRY));
        layer.attributes().stream().map(Attribute::name).forEach(columns::add);
        String list = columns.stream().map(Tables::column).collect(Collectors.joining(", "));
        if (layer.derived()) {
            String run = Tables.column(Tables.RUN);
            list += ", " + run + ", " + run + " IN (SELECT id FROM run WHERE current_run) AS " + CURRENT;
        }
        return "SELECT " + list + " FROM " + Tables.table(layer);
    }

    static String name(String schema, FeatureLayer layer) {
        return Jdbc.quote(schema) + "." + Jdbc.quote(layer.table());
    }

    private void requirePostGis() {
        if (!supported()) {
            throw new SinkmapException("publishing needs PostgreSQL with PostGIS, which the other server reads too;"
                    + " the embedded database belongs to this process alone (see --database-url)");
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String digest(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The table by which GeoTools learns the keys of views, {@code gt_pk_metadata}. */
    private record PublishedKeys(Connection connection, String schema) {

        private String table() {
            return Jdbc.quote(schema) + ".gt_pk_metadata";
        }

        void prepare() throws SQLException {
            execute(
                    connection,
                    "CREATE TABLE IF NOT EXISTS " + table() + " (table_schema VARCHAR(64) NOT NULL,"
                            + " table_name VARCHAR(64) NOT NULL, pk_column VARCHAR(64) NOT NULL, pk_column_idx INTEGER,"
                            + " pk_policy VARCHAR(32), pk_sequence VARCHAR(200),"
                            + " UNIQUE (table_schema, table_name, pk_column))");
        }

        void put(FeatureLayer layer) throws SQLException {
            remove(layer.table());
            String sql = "INSERT INTO " + table() + " (table_schema, table_name, pk_column, pk_column_idx, pk_policy,"
                    + " pk_sequence) VALUES (?, ?, ?, 1, ?, ?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, schema);
                statement.setString(2, layer.table());
                statement.setString(3, Tables.FID);
                statement.setString(4, layer.editable() ? "sequence" : "assigned");
                statement.setString(5, layer.editable() ? sequence(connection, layer) : null);
                statement.executeUpdate();
            }
        }

        void remove(String view) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM " + table() + " WHERE table_name = ?")) {
                statement.setString(1, view);
                statement.executeUpdate();
            }
        }
    }

    /** The sequence that numbers a layer's features, qualified and quoted. */
    static String sequence(Connection connection, FeatureLayer layer) throws SQLException {
        return Jdbc.findText(
                connection, "SELECT pg_get_serial_sequence(?, '" + Tables.FID + "')", "\"" + layer.table() + "\"");
    }
}
