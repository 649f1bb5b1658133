package sinkmap.ingest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2gis.functions.factory.H2GISFunctions;

/** FlatGeobuf files written by H2GIS. */
final class Written implements AutoCloseable {

    private final Connection connection;

    /** A database with a table MARSH of two polygons, the first with a hole. */
    Written() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        H2GISFunctions.load(connection);
        run("create table marsh(the_geom geometry(multipolygon, 4490), name_zh varchar(80), species varchar(20),"
                + " area_km2 double, surveyed date)");
        run("insert into marsh values (st_geomfromtext('MULTIPOLYGON(((119 37,119.3 37,119.3 37.2,119 37.2,119 37),"
                + "(119.1 37.05,119.1 37.1,119.2 37.1,119.2 37.05,119.1 37.05)),"
                + "((119.5 37,119.6 37,119.6 37.1,119.5 37.1,119.5 37)))', 4490), '黄河口湿地', 'suaeda', 12.25,"
                + " '2024-09-01')");
        run("insert into marsh values (st_geomfromtext('MULTIPOLYGON(((120 37,120.2 37,120.2 37.1,120 37.1,120 37)))',"
                + " 4490), '莱州湾', 'phragmites', null, null)");
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Path flatGeobuf(Path folder, String name, String table) throws SQLException {
        Path file = folder.resolve(name + ".fgb");
        run("call FGBWrite('" + file + "', '" + table + "', true)");
        return file;
    }

    @Override
    public void close() throws SQLException {
        run("shutdown");
    }
}
