package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.grid.SinkmapException;

class StoreOpeningTest {

    @TempDir
    Path directory;

    /** Holds the file of the embedded database open, in a process of its own, until its input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (Database held = Database.open(StoreSettings.embedded(Path.of(arguments[0])))) {
                System.out.println("open " + held.alone());
                System.out.flush();
                System.in.read();
            }
        }
    }

    @Test
    void saysWhenAnotherProcessUsesTheDataDirectory() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String line;
            do {
                line = holder.inputReader().readLine();
            } while (line != null && !line.startsWith("open"));

            assertThatThrownBy(() -> Store.open(StoreSettings.embedded(directory), Layers.CATALOG))
                    .isInstanceOf(SinkmapException.class)
                    .hasMessageContaining("the data directory " + directory + " is in use by another sinkmap")
                    .hasMessageContaining("PostgreSQL");
        } finally {
            holder.outputWriter().close();
            holder.waitFor(30, TimeUnit.SECONDS);
            holder.destroy();
        }
    }

    @Test
    void refusesADatabaseThatANewerVersionHasChanged() {
        StoreSettings settings = StoreSettings.embedded(directory);
        try (Database database = Database.open(settings)) {
            database.client()
                    .sql(
                            "INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                                    + " \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                                    + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'test', 1, TRUE)")
                    .update();
        }
        assertThatThrownBy(() -> Database.open(settings).close())
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("another version of sinkmap")
                .hasMessageContaining("99");
    }

    /** What happens to the connections of a service when its PostgreSQL is started anew. */
    @Test
    void saysAgainThatItIsThereWhenTheDatabaseComesBack() throws Exception {
        String url = StoreFixture.postgis(directory, "test_claim").url();
        String own = "pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND mode = 'ShareLock' AND"
                + " application_name = 'claim-test'";
        StoreSettings settings = StoreSettings.of(directory, url + "&ApplicationName=claim-test");
        try (Store store = Store.open(settings, Layers.catalog(Layers.PORT));
                Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            int before = number(statement, "SELECT COALESCE(max(pid), 0) FROM " + own);
            assertThat(before).isPositive();
            statement.execute("SELECT pg_terminate_backend(" + before + ")");
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            int after;
            do {
                assertThat(System.nanoTime()).as("said again in time").isLessThan(limit);
                Thread.sleep(100);
                after = number(statement, "SELECT COALESCE(max(pid), 0) FROM " + own);
            } while (after == 0 || after == before);
            assertThat(store.features().count(FeatureQuery.of(Layers.PORT))).isZero();
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void makesTheDataDirectory() {
        Path data = directory.resolve("new/data");
        Store.open(StoreSettings.embedded(data), Layers.CATALOG).close();
        assertThat(data.resolve("sinkmap.mv.db")).exists();
    }

    @Test
    void saysWhenTheDataDirectoryCannotBeMade() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "in the way");
        assertThatThrownBy(() -> Store.open(StoreSettings.embedded(file.resolve("data")), Layers.CATALOG))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("cannot make the data directory");
    }

    @Test
    void saysWhichUrlsItTakesAndShowsNoPassword() {
        assertThatThrownBy(() -> Store.open(
                        StoreSettings.of(directory, "jdbc:mysql://localhost/x?password=secret"), Layers.CATALOG))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("jdbc:postgresql:")
                .hasMessageNotContaining("secret");
    }
}
