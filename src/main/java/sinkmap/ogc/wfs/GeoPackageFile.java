package sinkmap.ogc.wfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;

/** A GeoPackage that is being written (OGC 12-128r17), in one transaction. Coordinates are x, y; every table has a spatial index. */
final class GeoPackageFile implements AutoCloseable {

    /** "GPKG" in ASCII, and version 1.3. */
    private static final String HEAD = "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;"
            + " PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF";

    private static final List<String> TABLES = List.of(
            "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,"
                    + " organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
            "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,"
                    + " description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT"
                    + " (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,"
                    + " srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
                    + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,"
                    + " CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
                    + " CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
                    + " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
                    + " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))",
            GeoPackageIndex.EXTENSIONS,
            "INSERT INTO gpkg_spatial_ref_sys VALUES ('undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL),"
                    + " ('undefined geographic', 0, 'NONE', 0, 'undefined', NULL)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private static final String KEY = "fid";

    private final Connection connection;

    GeoPackageFile(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            for (String pragma : HEAD.split(";")) {
                statement.execute(pragma.strip());
            }
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        reference(Crs.of("EPSG:4326"));
    }

    private void reference(Crs crs) throws SQLException {
        execute(
                "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
                crs.geotools().getName().getCode(),
                crs.srid(),
                crs.srid(),
                crs.geotools().toWKT());
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Makes the table of a layer; close it when its features are in. */
    Table create(FeatureLayer layer, List<Attribute> attributes, Crs crs) throws SQLException {
        reference(crs);
        String type =
                switch (layer.geometryType()) {
                    case POINT -> "POINT";
                    case LINE -> "MULTILINESTRING";
                    case POLYGON -> "MULTIPOLYGON";
                };
        StringBuilder columns = new StringBuilder();
        attributes.forEach(
                a -> columns.append(", \"").append(a.name()).append("\" ").append(type(a.type())));
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE \"" + layer.table() + "\" (" + KEY + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
                            + FeatureLayer.GEOMETRY + " " + type + columns + ")");
        }
        execute(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)"
                        + " VALUES (?, 'features', ?, ?, ?, ?)",
                layer.table(),
                layer.id(),
                layer.title().both(),
                TIME.format(Instant.now().atOffset(ZoneOffset.UTC)),
                crs.srid());
        execute(
                "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
                layer.table(),
                FeatureLayer.GEOMETRY,
                type,
                crs.srid());
        return new Table(layer.table(), attributes.size(), crs.srid());
    }

    private static String type(AttributeType type) {
        return switch (type) {
            case TEXT, JSON -> "TEXT";
            case INTEGER -> "INTEGER";
            case REAL -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "DATETIME";
        };
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** A table that is being filled. */
    final class Table implements AutoCloseable {

        private static final int BATCH = 500;

        private final String name;
        private final int srid;
        private final PreparedStatement insert;
        private final GeoPackageIndex index;
        private final Envelope bounds = new Envelope();
        private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
        private int waiting;

        private Table(String name, int attributes, int srid) throws SQLException {
            this.name = name;
            this.srid = srid;
            this.index = new GeoPackageIndex(connection, name, FeatureLayer.GEOMETRY, KEY);
            this.insert = connection.prepareStatement(
                    "INSERT INTO \"" + name + "\" VALUES (?, ?" + ", ?".repeat(attributes) + ")");
        }

        /** Adds a feature; its geometry may be null. */
        void add(long fid, Geometry geometry, List<Object> values) throws SQLException {
            insert.setLong(1, fid);
            boolean placed = geometry != null && !geometry.isEmpty();
            insert.setBytes(2, placed ? blob(geometry) : null);
            if (placed) {
                index.add(fid, geometry.getEnvelopeInternal());
            }
            for (int i = 0; i < values.size(); i++) {
                insert.setObject(i + 3, value(values.get(i)));
            }
            insert.addBatch();
            if (++waiting == BATCH) {
                insert.executeBatch();
                waiting = 0;
            }
        }

        private static Object value(Object value) {
            if (value instanceof OffsetDateTime time) {
                return TIME.format(time.withOffsetSameInstant(ZoneOffset.UTC));
            }
            return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
        }

        /** The geometry with its header: little-endian, an envelope of x and y. */
        private byte[] blob(Geometry geometry) {
            Envelope e = geometry.getEnvelopeInternal();
            bounds.expandToInclude(e);
            byte[] shape = wkb.write(geometry);
            return ByteBuffer.allocate(40 + shape.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put((byte) 'G')
                    .put((byte) 'P')
                    .put((byte) 0)
                    .put((byte) 3)
                    .putInt(srid)
                    .putDouble(e.getMinX())
                    .putDouble(e.getMaxX())
                    .putDouble(e.getMinY())
                    .putDouble(e.getMaxY())
                    .put(shape)
                    .array();
        }

        @Override
        public void close() throws SQLException {
            try (index;
                    insert) {
                insert.executeBatch();
            }
            if (!bounds.isNull()) {
                execute(
                        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
                        bounds.getMinX(),
                        bounds.getMinY(),
                        bounds.getMaxX(),
                        bounds.getMaxY(),
                        name);
            }
        }
    }
}
