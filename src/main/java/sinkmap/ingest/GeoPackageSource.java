package sinkmap.ingest;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * A feature table of a GeoPackage (OGC 12-128r18). The file is opened for reading only and its schema is not trusted:
 * no function or trigger of it runs.
 */
final class GeoPackageSource implements FeatureSource {

    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
    private static final int EMPTY_FLAG = 0x10;

    /** A feature table, its geometry column and the id of its CRS. */
    private record Table(String name, String column, long srs) {}

    private final SourceFile file;
    private final LoadOptions options;
    private final Connection connection;
    private final Table table;
    private final String crs;
    private final int maxVertices;
    private final WKBReader wkb = new WKBReader(new GeometryFactory());
    private Statement statement;
    private ResultSet rows;
    private List<String> columns = List.of();
    private long total;
    private long read;

    GeoPackageSource(SourceFile file, LoadOptions options, List<String> preferred, IngestSettings settings) {
        this.file = file;
        this.options = options;
        this.maxVertices = settings.maxVertices();
        try {
            connection = connect();
        } catch (SQLException e) {
            throw damaged(e);
        }
        try {
            table = choose(preferred);
            crs = options.crs() != null ? options.crs() : readCrs();
            open();
        } catch (SQLException e) {
            close();
            throw damaged(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("open_mode", "1"); // SQLITE_OPEN_READONLY
        Connection opened =
                DriverManager.getConnection("jdbc:sqlite:" + file.path().toAbsolutePath(), properties);
        try (Statement set = opened.createStatement()) {
            set.execute("PRAGMA trusted_schema = OFF");
        }
        return opened;
    }

    private Table choose(List<String> preferred) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("select g.table_name, g.column_name, g.srs_id"
                        + " from gpkg_geometry_columns g join gpkg_contents c on c.table_name = g.table_name"
                        + " where c.data_type = 'features' order by g.table_name")) {
            while (found.next()) {
                tables.add(new Table(found.getString(1), found.getString(2), found.getLong(3)));
            }
        }
        if (tables.isEmpty()) {
            throw new IngestException(file.name() + " holds no feature table");
        }
        return tables.get(Choice.among(
                tables.stream().map(Table::name).toList(), options.part(), preferred, file.name(), "feature tables"));
    }

    private String readCrs() throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("select organization, organization_coordsys_id, definition"
                        + " from gpkg_spatial_ref_sys where srs_id = " + table.srs)) {
            if (found.next() && table.srs > 0) {
                String organisation = found.getString(1);
                return "EPSG".equalsIgnoreCase(organisation) ? "EPSG:" + found.getInt(2) : found.getString(3);
            }
        }
        throw new IngestException(file.name() + ": the table " + table.name
                + " does not say which coordinate reference system it is in; name it with --crs");
    }

    private void open() throws SQLException {
        statement = connection.createStatement();
        try (ResultSet count = statement.executeQuery("select count(*) from " + quoted(table.name))) {
            count.next();
            total = count.getLong(1);
        }
        String key = primaryKey();
        rows = statement.executeQuery("select " + (key == null ? "rowid" : quoted(key)) + ", " + quoted(table.column)
                + ", * from " + quoted(table.name) + " order by 1");
        ResultSetMetaData about = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 3; i <= about.getColumnCount(); i++) {
            String name = about.getColumnName(i);
            names.add(name.equals(table.column) || name.equals(key) ? null : name);
        }
        columns = names;
    }

    private String primaryKey() throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("pragma table_info(" + quoted(table.name) + ")")) {
            while (found.next()) {
                if (found.getInt("pk") == 1) {
                    return found.getString("name");
                }
            }
        }
        return null;
    }

    @Override
    public String crs() {
        return crs;
    }

    @Override
    public String encoding() {
        return null;
    }

    @Override
    public double share() {
        return total == 0 ? 1 : (double) read / total;
    }

    @Override
    public RawRow next() {
        try {
            if (!rows.next()) {
                return null;
            }
            read++;
            long id = rows.getLong(1);
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i) != null) {
                    values.put(columns.get(i), value(rows.getObject(i + 3)));
                }
            }
            return row(id, rows.getBytes(2), values);
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private RawRow row(long id, byte[] blob, Map<String, Object> values) {
        if (blob == null) {
            return RawRow.of(id, null, values);
        }
        if (blob.length > 64L * maxVertices) {
            throw new IngestException(file.name() + ": the geometry of row " + id + " has more than " + maxVertices
                    + " vertices; cut it into parts or raise sinkmap.ingest.max-vertices");
        }
        try {
            return RawRow.of(id, geometry(blob), values);
        } catch (ParseException | RuntimeException e) {
            return RawRow.faulty(id, values, "the geometry is damaged: " + e.getMessage());
        }
    }

    /** Geometry of a blob: header of clause 2.1.3, then WKB. */
    private Geometry geometry(byte[] blob) throws ParseException {
        if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
            throw new ParseException("it does not begin with 'GP'");
        }
        int flags = blob[3];
        int envelope = flags >> 1 & 7;
        if (envelope >= ENVELOPE_BYTES.length) {
            throw new ParseException("its header is not valid");
        }
        if ((flags & EMPTY_FLAG) != 0) {
            return null;
        }
        int start = 8 + ENVELOPE_BYTES[envelope];
        return wkb.read(Arrays.copyOfRange(blob, Math.min(start, blob.length), blob.length));
    }

    private static Object value(Object stored) {
        if (stored instanceof byte[]) {
            return null;
        }
        return stored instanceof Integer number ? (Object) number.longValue() : stored;
    }

    private IngestException damaged(SQLException e) {
        return new IngestException(file.name() + " is not a sound GeoPackage: " + e.getMessage(), e);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        try {
            if (statement != null) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            // opened for reading only: nothing is lost
        }
    }
}
