package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.store.StoreFixture.feature;
import static sinkmap.store.StoreFixture.load;
import static sinkmap.store.StoreFixture.raster;
import static sinkmap.store.StoreFixture.read;
import static sinkmap.store.StoreFixture.run;
import static sinkmap.store.StoreFixture.square;
import static sinkmap.store.StoreFixture.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Role;
import sinkmap.store.UserStore.StoredUser;

/** A database is backed up and restored as docs/deployment.md says, and is the same afterwards. */
class BackupTest {

    private static final String SOURCE = "sinkmap_backup_source";
    private static final String COPY = "sinkmap_backup_copy";
    private static final String READER = "sinkmap_backup_reader";
    private static final FeatureLayer MEADOW = editable();
    private static final Catalog CATALOG =
            Layers.catalog(MEADOW, Layers.MARSH, Layers.PORT, Layers.SITE, Layers.DEPTH, Layers.SUITABILITY);

    @TempDir
    Path folder;

    private Properties server;

    private static FeatureLayer editable() {
        Attribute code = Layers.attribute("code", AttributeType.TEXT);
        FeatureLayer plain = Layers.features("meadow", Role.SINK, GeometryType.POLYGON, "EPSG:4490", code);
        return new FeatureLayer(plain.about(), plain.geometryType(), plain.crs(), plain.attributes(), null, true);
    }

    @BeforeEach
    void makeDatabases() throws SQLException {
        String url = System.getenv("SINKMAP_TEST_POSTGIS");
        if (url == null || url.isBlank() || !new TestTool("pg_dump").there() || !new TestTool("pg_restore").there()) {
            String message = "NOT TESTED: a backup needs pg_dump, pg_restore and a PostGIS (SINKMAP_TEST_POSTGIS)";
            System.err.println(message);
            Assumptions.abort(message);
        }
        server = Driver.parseURL(url, null);
        dropDatabases();
        execute(url, "CREATE DATABASE " + SOURCE, "CREATE DATABASE " + COPY);
    }

    @AfterEach
    void dropDatabases() throws SQLException {
        if (server != null) {
            execute(
                    System.getenv("SINKMAP_TEST_POSTGIS"),
                    "DROP DATABASE IF EXISTS " + SOURCE + " WITH (FORCE)",
                    "DROP DATABASE IF EXISTS " + COPY + " WITH (FORCE)",
                    "DROP ROLE IF EXISTS " + READER);
        }
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A program of PostgreSQL's, of the newest version there is. */
    private record TestTool(String name) {

        String path() {
            try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
                return versions.map(version -> version.resolve("bin").resolve(name))
                        .filter(Files::isExecutable)
                        .max(Path::compareTo)
                        .map(Path::toString)
                        .orElse(name);
            } catch (IOException e) {
                return name;
            }
        }

        boolean there() {
            try {
                return new ProcessBuilder(path(), "--version").start().waitFor() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://" + server.getProperty("PGHOST") + ":" + server.getProperty("PGPORT") + "/" + database
                + "?user=" + server.getProperty("user") + "&password=" + server.getProperty("password");
    }

    private void tool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                new TestTool(name).path(),
                "-h",
                server.getProperty("PGHOST"),
                "-p",
                server.getProperty("PGPORT"),
                "-U",
                server.getProperty("user")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", server.getProperty("password"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private Store open(String database, String data) {
        return Store.open(StoreSettings.of(folder.resolve(data), url(database)), CATALOG);
    }

    private void fill(Store store) {
        load(store, Layers.MARSH, feature(square(119, 37, 0.1 + 0.2), "name_zh", "碱蓬", "area_km2", 0.1), feature(null));
        try (FeatureEdit edit = store.edits().begin("li")) {
            edit.insert(MEADOW, feature(square(120, 37, 1), "code", "A"));
            edit.insert(MEADOW, feature(square(121, 37, 1), "code", "B"));
            edit.commit();
        }
        try (FeatureEdit edit = store.edits().begin("zhao")) {
            edit.delete(MEADOW, 1, 1);
            edit.commit();
        }
        store.users().add(new StoredUser("wang", "$2a$hash", "surveyor", "digest1:wang"));
        store.rasters().replace(Layers.DEPTH, raster(2, 3, 1, 2, 3, Float.NaN, 5, 6));
        for (String id : List.of("r1", "r2")) {
            store.runs().add(run(id, "siting", "wind"));
            write(store, Layers.SITE, id, feature(square(119, 37, 1), "site_id", id, "rank", 1L));
            store.rasters().write(Layers.SUITABILITY, id, raster(1, 2, 0.5f, id.equals("r1") ? 0 : 1));
            store.runs().complete(id, "{\"sites\": 1}");
        }
        store.publishedViews().prepare(CATALOG, "published", READER, "reader-password");
    }

    /** Rows and checksum of every table. */
    private Map<String, String> contents(String database) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement();
                Statement each = connection.createStatement();
                ResultSet tables =
                        statement.executeQuery("SELECT quote_ident(table_name) FROM information_schema.tables"
                                + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
                                + " AND table_name <> 'spatial_ref_sys'")) {
            while (tables.next()) {
                try (ResultSet sum =
                        each.executeQuery("SELECT count(*) || ' ' || COALESCE(md5(string_agg(t::text, E'\\n'"
                                + " ORDER BY t::text)), '') FROM public." + tables.getString(1) + " t")) {
                    sum.next();
                    contents.put(tables.getString(1), sum.getString(1));
                }
            }
        }
        return contents;
    }

    private void backUpAndRestore() throws Exception {
        Path file = folder.resolve("sinkmap.dump");
        tool("pg_dump", "-Fc", "--exclude-schema=published", "-f", file.toString(), SOURCE);
        tool("pg_restore", "--exit-on-error", "--no-acl", "-d", COPY, file.toString());
        try (Stream<Path> files = Files.walk(folder.resolve("data/rasters"))) {
            for (Path from : files.toList()) {
                Path to = folder.resolve("copy").resolve(folder.resolve("data").relativize(from));
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        }
    }

    @Test
    void aRestoredDatabaseHoldsTheSameAndGoesOnWhereTheOtherEnded() throws Exception {
        try (Store store = open(SOURCE, "data")) {
            fill(store);
        }
        Map<String, String> before = contents(SOURCE);
        backUpAndRestore();

        assertThat(contents(COPY)).isEqualTo(before);
        assertThat(before.get("salt_marsh")).startsWith("2 ");
        assertThat(before.get("meadow_history")).startsWith("1 ");

        try (Store source = open(SOURCE, "data");
                Store copy = open(COPY, "copy")) {
            for (FeatureLayer layer : List.of(MEADOW, Layers.MARSH, Layers.SITE)) {
                assertThat(read(copy, FeatureQuery.of(layer)).toString())
                        .isEqualTo(read(source, FeatureQuery.of(layer)).toString());
            }
            assertThat(copy.rasters().file(Layers.SUITABILITY, "r2"))
                    .isEqualTo(source.rasters().file(Layers.SUITABILITY, "r2"));
            assertThat(copy.runs().findCurrent("siting", "wind").orElseThrow().id())
                    .isEqualTo("r2");
            assertThat(copy.users().find("wang")).isPresent();
            try (FeatureEdit edit = copy.edits().begin("li")) {
                assertThat(edit.insert(MEADOW, feature(square(122, 37, 1), "code", "C")))
                        .as("ids go on where they ended")
                        .isEqualTo(3);
                edit.commit();
            }
            assertThat(copy.publishedViews().prepare(CATALOG, "published", READER, "reader-password"))
                    .as("views are made anew")
                    .contains("meadow", "salt-marsh");
        }
        execute(url(COPY), "UPDATE public.meadow SET code = 'X' WHERE fid = 2");
        assertThat(contents(COPY).get("meadow_history"))
                .as("the database still keeps the history itself")
                .startsWith("2 ");
    }
}
