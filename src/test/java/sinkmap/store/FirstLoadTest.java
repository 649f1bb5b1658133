package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.store.StoreFixture.feature;
import static sinkmap.store.StoreFixture.load;
import static sinkmap.store.StoreFixture.read;
import static sinkmap.store.StoreFixture.square;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import sinkmap.store.FeatureStore.Mode;

/** Loads of PostGIS tables that hold nothing yet, whose spatial index is made at the end. */
class FirstLoadTest {

    private StoreSettings settings;
    private Store store;

    @BeforeEach
    void open(@TempDir Path directory) throws SQLException {
        settings = StoreFixture.postgis(directory, "test_first_load");
        store = Store.open(settings, Layers.CATALOG);
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private boolean indexed() throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url())) {
            return Jdbc.findText(
                            connection,
                            "SELECT indexname FROM pg_indexes WHERE schemaname = 'test_first_load' AND indexname = ?",
                            "salt_marsh_geom")
                    != null;
        }
    }

    private FeatureWriter half() {
        FeatureWriter writer = store.features().write(Layers.MARSH, Mode.REPLACE);
        writer.add(feature(square(118, 37, 0.1), "code", 1L));
        return writer;
    }

    @Test
    void theIndexIsThereAfterwards() throws SQLException {
        try (FeatureWriter writer = half()) {
            assertThat(indexed()).as("made at the end").isFalse();
            assertThat(store.features().count(FeatureQuery.of(Layers.MARSH)))
                    .as("readers do not wait")
                    .isZero();
            writer.commit();
        }
        assertThat(indexed()).isTrue();
        assertThat(read(store, FeatureQuery.of(Layers.MARSH).withBbox(new Envelope(118.05, 119, 37.05, 38))))
                .hasSize(1);
    }

    @Test
    void theIndexIsThereAfterALoadThatWasGivenUp() throws SQLException {
        half().close();

        assertThat(indexed()).isTrue();
        load(store, Layers.MARSH, feature(square(118, 37, 0.1), "code", 2L));
        assertThat(indexed()).isTrue();
    }

    @Test
    void theIndexOfATableWithRowsStays() throws SQLException {
        load(store, Layers.MARSH, feature(square(118, 37, 0.1), "code", 2L));

        try (FeatureWriter writer = half()) {
            assertThat(indexed()).isTrue();
            writer.commit();
        }
        assertThat(indexed()).isTrue();
    }

    @Test
    void aReaderOfTheEmptyTableKeepsTheIndexAndNotTheLoad() throws SQLException {
        try (Connection reader = DriverManager.getConnection(settings.url());
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM salt_marsh");

            try (FeatureWriter writer = half()) {
                assertThat(indexed()).isTrue();
                writer.commit();
            }
            reader.rollback();
        }
        assertThat(store.features().count(FeatureQuery.of(Layers.MARSH))).isEqualTo(1);
    }
}
