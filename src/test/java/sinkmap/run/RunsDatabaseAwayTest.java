package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;
import sinkmap.store.DatabaseLink;
import sinkmap.store.FeatureQuery;
import sinkmap.store.Store;
import sinkmap.store.StoreFixture;
import sinkmap.store.StoreSettings;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;

/** Runs during which the database goes away. */
class RunsDatabaseAwayTest {

    private static final RunRequest REQUEST = new RunRequest("test", "p", null, null);

    private Catalog catalog;
    private DatabaseLink link;
    private Store store;
    private Runs runs;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        catalog = new FixtureRegion(folder).catalog();
        link = new DatabaseLink(StoreFixture.postgis(folder.resolve("data"), "test_runs_away")
                .database()
                .url());
        Duration patience = Duration.ofMillis(300);
        store = Store.open(
                new StoreSettings(
                        folder.resolve("data"),
                        new StoreSettings.DatabaseSettings(
                                link.url(),
                                "",
                                "",
                                new StoreSettings.PoolSettings(8, patience, Duration.ZERO, Duration.ZERO)),
                        new StoreSettings.CacheSettings(16)),
                catalog);
    }

    @AfterEach
    void close() {
        if (store != null) {
            runs.close();
            store.close();
            link.close();
        }
    }

    private StoredRun ended(Work work) throws InterruptedException {
        runs = new Runs(
                Map.of("test", work), store.runs(), new RunSettings(2, 1000, 1000, 20), Clock.systemUTC(), run -> {});
        String id = runs.start(REQUEST).id();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (runs.get(id).finished() == null) {
            assertThat(System.nanoTime()).as("the run ends").isLessThan(end);
            Thread.sleep(10);
        }
        // from the database, not from memory
        return store.runs().find(id).orElseThrow();
    }

    /** Cuts the link and mends it some time later. */
    private void goAway(int milliseconds) {
        link.cut();
        CompletableFuture<Void> unused = CompletableFuture.runAsync(
                () -> {
                    try {
                        link.mend();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS));
    }

    private abstract static class Checked implements Work {
        @Override
        public void check(RunRequest request) {}
    }

    @Test
    void aRunThatNeedsNothingFromItMeanwhileIsCompleted() throws Exception {
        StoredRun run = ended(new Checked() {
            @Override
            public String run(String id, RunRequest request, RunProgress progress) {
                goAway(2500);
                progress.at("counting", 0.5);
                return "{\"sites\":3}";
            }
        });

        assertThat(run.state()).isEqualTo(State.COMPLETED);
        assertThat(run.result()).contains("\"sites\"");
        assertThat(run.current()).isTrue();
    }

    @Test
    void aRunThatFailsMeanwhileIsRecordedAsFailedAndLeavesNothing() throws Exception {
        FeatureLayer sites = (FeatureLayer) catalog.getLayer("candidate-site");
        StoredRun run = ended(new Checked() {
            @Override
            public String run(String id, RunRequest request, RunProgress progress) {
                store.features().write(sites, id).commit();
                goAway(2500);
                store.features().count(FeatureQuery.of(sites));
                throw new SinkmapException("the database was asked and answered, though it was away");
            }
        });

        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.error()).isEqualTo("the database cannot be reached just now; try again later");
        assertThat(run.result()).isNull();
    }
}
