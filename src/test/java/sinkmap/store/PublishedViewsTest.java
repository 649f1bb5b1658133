package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sinkmap.store.StoreFixture.feature;
import static sinkmap.store.StoreFixture.load;
import static sinkmap.store.StoreFixture.read;
import static sinkmap.store.StoreFixture.run;
import static sinkmap.store.StoreFixture.square;
import static sinkmap.store.StoreFixture.write;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Role;
import sinkmap.grid.SinkmapException;

/** What another server of the same PostGIS sees and may do. */
class PublishedViewsTest {

    private static final String SCHEMA = "test_published";
    private static final String READER = "test_reader";
    private static final String PASSWORD = "it's a reader's password";

    private static final FeatureLayer PLAIN = Layers.features(
            "meadow",
            Role.SINK,
            GeometryType.POLYGON,
            "EPSG:4490",
            Layers.attribute("code", AttributeType.TEXT),
            Layers.attribute("shoots", AttributeType.INTEGER));
    private static final FeatureLayer MEADOW =
            new FeatureLayer(PLAIN.about(), PLAIN.geometryType(), PLAIN.crs(), PLAIN.attributes(), null, true);
    private static final Catalog CATALOG = Layers.catalog(MEADOW, Layers.PORT, Layers.SITE);

    private Store store;
    private StoreSettings settings;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        settings = StoreFixture.postgis(directory, "test_published_tables");
        store = Store.open(settings, CATALOG);
        dropAll();
    }

    @AfterEach
    void close() throws SQLException {
        if (store != null) {
            dropAll();
            store.close();
        }
    }

    private void dropAll() throws SQLException {
        asOwner("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
        asOwner("DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '" + READER
                + "') THEN EXECUTE 'DROP OWNED BY " + READER + "'; EXECUTE 'DROP ROLE " + READER + "'; END IF; END $$");
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection reader() throws SQLException {
        Properties own = Driver.parseURL(settings.url(), null);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + own.getProperty("PGHOST") + ":" + own.getProperty("PGPORT") + "/"
                        + own.getProperty("PGDBNAME"),
                READER,
                PASSWORD);
    }

    private List<String> asReader(String... statements) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = reader();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                if (statement.execute(sql)) {
                    ResultSet result = statement.getResultSet();
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                }
            }
        }
        return rows;
    }

    private void prepare() {
        store.publishedViews().prepare(CATALOG, SCHEMA, READER, PASSWORD);
    }

    private static final String DRAWN = "ST_GeomFromText('MULTIPOLYGON(((119 37, 120 37, 120 38, 119 37)))', 4490)";

    @Test
    void aReaderSeesWhatTheCatalogDeclaresAndNothingElse() throws SQLException {
        load(store, MEADOW, feature(square(119, 37, 1), "code", "A", "shoots", 7L));
        prepare();

        assertThat(asReader("SELECT column_name FROM information_schema.columns WHERE table_schema = '" + SCHEMA
                        + "' AND table_name = 'meadow' ORDER BY ordinal_position"))
                .containsExactly("fid", "geom", "code", "shoots");
        assertThat(asReader("SELECT code || shoots FROM " + SCHEMA + ".meadow")).containsExactly("A7");
        assertThatThrownBy(() -> asReader("SELECT 1 FROM test_published_tables.meadow"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asReader("SELECT 1 FROM test_published_tables.service_user"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void whatAReaderWritesIsNumberedRecordedAndKeptInTheHistory() throws SQLException {
        prepare();
        LayerVersion before = store.features().version(MEADOW);
        asReader(
                "SELECT set_config('sinkmap.user', '王芳', false)",
                "INSERT INTO " + SCHEMA + ".meadow (geom, code, shoots) VALUES (" + DRAWN + ", 'A', 1)",
                "UPDATE " + SCHEMA + ".meadow SET shoots = 2 WHERE code = 'A'",
                "DELETE FROM " + SCHEMA + ".meadow WHERE code = 'A'");

        assertThat(asReader("SELECT nextval('test_published_tables.meadow_fid_seq')"))
                .containsExactly("2");
        assertThat(read(store, FeatureQuery.of(MEADOW))).isEmpty();
        assertThat(store.features().version(MEADOW).number()).isEqualTo(before.number() + 3);
        try (Connection connection = DriverManager.getConnection(settings.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT row_version, shoots, recorded_by, ended_by, ended_by_operation FROM meadow_history"
                                + " ORDER BY row_version")) {
            List<String> history = new ArrayList<>();
            while (rows.next()) {
                history.add(rows.getLong(1) + " " + rows.getLong(2) + " " + rows.getString(3) + " " + rows.getString(4)
                        + " " + rows.getString(5));
            }
            assertThat(history).containsExactly("1 1 王芳 王芳 UPDATE", "2 2 王芳 王芳 DELETE");
        }
    }

    @Test
    void aReaderCannotPassTheHistoryByActingAsTheService() throws SQLException {
        load(store, MEADOW, feature(square(119, 37, 1), "code", "A", "shoots", 7L));
        prepare();

        asReader(
                "SELECT set_config('sinkmap.keeps_history', 'yes', false)",
                "UPDATE " + SCHEMA + ".meadow SET shoots = 8");

        try (Connection connection = DriverManager.getConnection(settings.url())) {
            assertThat(Jdbc.findText(connection, "SELECT ended_by FROM meadow_history WHERE code = ?", "A"))
                    .isEqualTo(READER);
        }
    }

    @Test
    void rowsOfAnEditableLayerCannotBeThrownAwayAtOnce() {
        assertThatThrownBy(() -> asOwner("TRUNCATE meadow")).hasMessageContaining("so that their history is kept");
    }

    @Test
    void onlyEditableLayersCanBeWritten() {
        prepare();

        assertThatThrownBy(() -> asReader("DELETE FROM " + SCHEMA + ".port")).hasMessageContaining("permission denied");
    }

    @Test
    void resultsTellWhichRunCountsNow() throws SQLException {
        for (String id : List.of("r1", "r2")) {
            store.runs().add(run(id, "siting", "wind"));
            write(store, Layers.SITE, id, feature(square(119, 37, 1)));
            store.runs().complete(id, "{}");
        }
        prepare();

        assertThat(asReader("SELECT run_id || ' ' || run_current FROM " + SCHEMA + ".candidate_site ORDER BY 1"))
                .containsExactly("r1 false", "r2 true");
        assertThat(asReader("SELECT id FROM " + SCHEMA + ".sinkmap_current_run"))
                .containsExactly("r2");
    }

    @Test
    void viewsThatFitStayAndThoseOfLayersThatAreGoneGo() {
        PublishedViews views = store.publishedViews();
        assertThat(views.prepare(CATALOG, SCHEMA, "", ""))
                .containsExactlyInAnyOrder("meadow", "port", "candidate-site");
        assertThat(views.prepare(CATALOG, SCHEMA, "", "")).isEmpty();

        assertThat(views.retire(Layers.catalog(MEADOW), SCHEMA)).containsExactlyInAnyOrder("port", "candidate_site");
        assertThat(views.retire(Layers.catalog(MEADOW), SCHEMA)).isEmpty();
    }

    @Test
    void whatSomebodyElseMadeInTheSchemaIsNotTouched() throws SQLException {
        asOwner("CREATE SCHEMA " + SCHEMA);
        asOwner("CREATE VIEW " + SCHEMA + ".port AS SELECT 1 AS one");

        assertThatThrownBy(() -> store.publishedViews().prepare(CATALOG, SCHEMA, "", ""))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("port")
                .hasMessageContaining("did not make");
    }

    @Test
    void aReaderThatIsMissingNeedsAPassword() {
        assertThatThrownBy(() -> store.publishedViews().prepare(CATALOG, SCHEMA, READER, ""))
                .hasMessageContaining("there is no database user " + READER);
    }

    @Test
    void oneProcessPublishesToAPlaceAtATime() {
        PublishedViews views = store.publishedViews();
        Optional<PublishedViews.Turn> first = views.takeTurn("here");
        assertThat(first).isPresent();
        assertThat(views.takeTurn("here")).isEmpty();
        views.takeTurn("there").orElseThrow().close();
        first.get().close();
        Optional<PublishedViews.Turn> second = views.takeTurn("here");
        assertThat(second).isPresent();
        second.get().close();
    }

    @Test
    void aReaderMadeHereGetsANewPassword() throws SQLException {
        prepare();
        store.publishedViews().prepare(CATALOG, SCHEMA, READER, "another % password");

        assertThatThrownBy(this::reader).hasMessageContaining("password authentication failed");
        store.publishedViews().prepare(CATALOG, SCHEMA, READER, PASSWORD);
        reader().close();
    }

    @Test
    void aReaderMadeByOthersKeepsItsPasswordAndTheSettingIsNamed() throws SQLException {
        asOwner("CREATE ROLE " + READER + " LOGIN PASSWORD 'of somebody else'");

        assertThatThrownBy(this::prepare)
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("sinkmap.publish.database.password")
                .hasMessageContaining(READER);
        assertThatThrownBy(this::reader).hasMessageContaining("password authentication failed");
    }
}
