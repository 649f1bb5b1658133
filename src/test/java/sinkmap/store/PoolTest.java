package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.grid.SinkmapException;
import sinkmap.store.FeatureStore.Mode;
import sinkmap.store.StoreSettings.DatabaseSettings;
import sinkmap.store.StoreSettings.PoolSettings;

/** How long PostGIS may work and wait for a request, and who may take longer. */
class PoolTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path directory;

    private String url;
    private Store store;

    @BeforeEach
    void open() throws SQLException {
        url = StoreFixture.postgis(directory, "test_pool").database().url();
        PoolSettings limits = new PoolSettings(5, Duration.ofSeconds(2), SHORT, SHORT);
        store = Store.open(
                new StoreSettings(
                        directory, new DatabaseSettings(url, "", "", limits), StoreSettings.CacheSettings.DEFAULT),
                Layers.CATALOG);
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aStatementThatTakesTooLongIsEndedByTheDatabase() throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            assertThatThrownBy(() -> execute(connection, "SELECT pg_sleep(20)"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(UnavailableException.find(e))
                                    .get()
                                    .extracting(Throwable::getMessage)
                                    .asString()
                                    .contains("took too long"));
        }
    }

    @Test
    void aRequestDoesNotWaitLongForWhoHasLockedATable() throws SQLException {
        try (Connection other = DriverManager.getConnection(url)) {
            other.setAutoCommit(false);
            execute(other, "LOCK TABLE \"" + Layers.MARSH.table() + "\" IN ACCESS EXCLUSIVE MODE");

            assertThatThrownBy(() -> store.features().count(FeatureQuery.of(Layers.MARSH)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageMatching(".*(took too long|others are changing).*");
            other.rollback();
        }
        assertThat(store.features().count(FeatureQuery.of(Layers.MARSH))).isZero();
    }

    @Test
    void aLoadTakesTheTimeThatItTakes() throws Exception {
        try (FeatureWriter writer = store.features().write(Layers.MARSH, Mode.REPLACE)) {
            writer.add(StoreFixture.feature(StoreFixture.square(118, 37, 0.1)));
            // the COPY under way is one statement, longer than any other may be
            Thread.sleep(3 * SHORT.toMillis());
            writer.commit();
        }
        assertThat(store.features().count(FeatureQuery.of(Layers.MARSH))).isEqualTo(1);
    }

    @Test
    void whatALoadMayDoAloneDoesNotStayWithItsConnection() throws SQLException {
        StoreFixture.load(store, Layers.MARSH, StoreFixture.feature(StoreFixture.square(118, 37, 0.1)));

        for (int i = 0; i < 5; i++) {
            try (Connection connection = store.dataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet limit = statement.executeQuery("SHOW statement_timeout")) {
                limit.next();
                assertThat(limit.getString(1)).isEqualTo(SHORT.toMillis() + "ms");
            }
        }
    }

    @Test
    void otherFailuresAreNotTakenForPassingOnes() throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            assertThatThrownBy(() -> execute(connection, "SELECT nothing"))
                    .satisfies(e -> assertThat(UnavailableException.find(e)).isEqualTo(Optional.empty()));
        }
    }

    @Test
    void limitsThatNobodyCanWorkWithAreRefusedByName() {
        assertThatThrownBy(() -> new PoolSettings(1, SHORT, SHORT, SHORT))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("sinkmap.database.pool.connections must be at least 4");
        assertThatThrownBy(() -> new PoolSettings(20, SHORT, Duration.ofMillis(-1), SHORT))
                .hasMessageContaining("sinkmap.database.pool.statement-timeout");
        assertThatThrownBy(() -> new PoolSettings(20, SHORT, SHORT, Duration.ofDays(2)))
                .hasMessageContaining("sinkmap.database.pool.lock-timeout");
    }
}
