package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.grid.SinkmapException;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;

class RunsTest {

    private static final RunRequest REQUEST = new RunRequest("test", "p", null, null);

    @TempDir
    private Path folder;

    private Catalog catalog;
    private Store store;
    private Runs runs;

    /** Goes on until it is cancelled or told to end. */
    private static final class Endless implements Work {

        private final CountDownLatch began = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);

        @Override
        public void check(RunRequest request) {
            if ("nonsense".equals(request.plan())) {
                throw new SinkmapException("there is no plan 'nonsense'");
            }
        }

        @Override
        public String run(String run, RunRequest request, RunProgress progress) {
            began.countDown();
            double share = 0;
            do {
                share = Math.min(0.9, share + 0.01);
                progress.at("turning", share);
            } while (!await(end, 10));
            return "{}";
        }
    }

    private final Endless work = new Endless();
    private final List<StoredRun> told = new CopyOnWriteArrayList<>();

    private static boolean await(CountDownLatch latch, int milliseconds) {
        try {
            return latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void open() {
        catalog = new FixtureRegion(folder).catalog();
        store = Store.open(StoreSettings.embedded(folder.resolve("data")), catalog);
        runs = runs(work, 2);
    }

    private Runs runs(Work of, int queue) {
        return runs(of, queue, 20);
    }

    private Runs runs(Work of, int queue, int keep) {
        RunSettings settings = new RunSettings(queue, 1000, 1000, keep);
        return new Runs(Map.of("test", of), store.runs(), settings, Clock.systemUTC(), told::add);
    }

    @AfterEach
    void close() {
        runs.close();
        store.close();
    }

    private StoredRun ended(String id) {
        return ended(runs, id);
    }

    private static StoredRun ended(Runs queue, String id) {
        waitUntil(() -> queue.get(id).finished() != null);
        return queue.get(id);
    }

    private static void waitUntil(BooleanSupplier holds) {
        long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(limit);
            await(new CountDownLatch(1), 5);
        }
    }

    @Test
    void runIsQueuedThenRunningThenCompleted() {
        StoredRun queued = runs.start(REQUEST);
        assertThat(queued.state()).isEqualTo(State.QUEUED);
        assertThat(await(work.began, 5000)).isTrue();
        assertThat(runs.get(queued.id()).state()).isEqualTo(State.RUNNING);
        work.end.countDown();
        StoredRun run = ended(queued.id());
        assertThat(run.state()).isEqualTo(State.COMPLETED);
        assertThat(run.result()).isEqualTo("{}");
        assertThat(run.current()).isTrue();
    }

    @Test
    void listenersAreToldOfEveryRunOnceItHasEnded() {
        String cancelled = runs.start(REQUEST).id();
        assertThat(await(work.began, 5000)).isTrue();
        runs.cancel(cancelled);
        ended(cancelled);
        work.end.countDown();
        String done = runs.start(REQUEST).id();
        ended(done);
        waitUntil(() -> told.size() == 2);
        assertThat(told).extracting(StoredRun::id).containsExactly(cancelled, done);
        assertThat(told).extracting(StoredRun::state).containsExactly(State.CANCELLED, State.COMPLETED);
    }

    @Test
    void aListenerThatFailsDoesNotHarmTheRun() {
        Runs failing = new Runs(
                Map.of("test", work), store.runs(), new RunSettings(2, 1000, 1000, 20), Clock.systemUTC(), run -> {
                    throw new IllegalStateException("listener");
                });
        work.end.countDown();
        StoredRun run = ended(failing, failing.start(REQUEST).id());
        failing.close();
        assertThat(run.state()).isEqualTo(State.COMPLETED);
        assertThat(failing.get(run.id()).current()).isTrue();
    }

    @Test
    void answerIsThereBeforeTheRunIsCompletedAndGoesWhenItIsCancelled() {
        CountDownLatch answered = new CountDownLatch(1);
        Runs early = runs(
                new Work() {
                    @Override
                    public void check(RunRequest request) {}

                    @Override
                    public String run(String run, RunRequest request, RunProgress progress) {
                        progress.at("ranking", 0.5);
                        progress.answer("{\"sites\": 3}");
                        answered.countDown();
                        while (true) {
                            progress.at("drawing", 0.6);
                            await(new CountDownLatch(1), 5);
                        }
                    }
                },
                1);
        String run = early.start(REQUEST).id();
        assertThat(await(answered, 5000)).isTrue();
        assertThat(early.get(run).state()).isEqualTo(State.RUNNING);
        assertThat(early.get(run).result()).isEqualTo("{\"sites\": 3}");
        assertThat(store.runs().findCurrent("test", "p")).isEmpty();
        early.cancel(run);
        assertThat(ended(early, run).state()).isEqualTo(State.CANCELLED);
        assertThat(early.get(run).result()).isNull();
        early.close();
    }

    @Test
    void cancelledRunStopsWithinASecond() {
        StoredRun run = runs.start(REQUEST);
        assertThat(await(work.began, 5000)).isTrue();
        long from = System.nanoTime();
        runs.cancel(run.id());
        assertThat(ended(run.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void runIsCancelledEvenWhileItWritesAndWhatItWroteGoes() {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        RasterLayer layer = (RasterLayer) catalog.getLayer("suitability-tiny");
        Runs writers = runs(
                new Work() {
                    @Override
                    public void check(RunRequest request) {}

                    @Override
                    public String run(String run, RunRequest request, RunProgress progress) {
                        Stages stages = new Stages(progress);
                        stages.begin("write", 0, 1);
                        stages.during(() -> {
                            writing.countDown();
                            await(slow, 20_000);
                            Grid grid = catalog.region().grid(500);
                            store.rasters().write(layer, run, Raster.empty(grid, "1"));
                            written.countDown();
                        });
                        return "{}";
                    }
                },
                1);
        StoredRun run = writers.start(REQUEST);
        assertThat(await(writing, 5000)).isTrue();
        long from = System.nanoTime();
        writers.cancel(run.id());
        assertThat(ended(writers, run.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(1));
        slow.countDown();
        Path file = folder.resolve("data/rasters/suitability-tiny/" + run.id() + ".tif");
        assertThat(await(written, 10_000)).isTrue();
        waitUntil(() -> !Files.exists(file));
        writers.close();
    }

    @Test
    void waitingRunIsCancelledAtOnceAndNeverBegins() {
        StoredRun first = runs.start(REQUEST);
        assertThat(await(work.began, 5000)).isTrue();
        StoredRun second = runs.start(REQUEST);
        runs.cancel(second.id());
        assertThat(runs.get(second.id()).state()).isEqualTo(State.CANCELLED);
        work.end.countDown();
        ended(first.id());
        assertThat(ended(second.id()).started()).isNull();
    }

    @Test
    void fullQueueRefuses() {
        runs.start(REQUEST);
        assertThat(await(work.began, 5000)).isTrue();
        runs.start(REQUEST);
        runs.start(REQUEST);
        assertThatThrownBy(() -> runs.start(REQUEST))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("too many runs are waiting");
    }

    @Test
    void requestThatNamesNothingIsNotQueued() {
        assertThatThrownBy(() -> runs.start(new RunRequest("tset", null, null, null)))
                .hasMessage("there is no kind of run 'tset'; did you mean 'test'?");
        assertThatThrownBy(() -> runs.start(new RunRequest("test", "nonsense", null, null)))
                .hasMessage("there is no plan 'nonsense'");
        assertThat(runs.list()).isEmpty();
    }

    @Test
    void unforeseenErrorIsKeptFromTheReader() {
        Runs failing = runs(
                new Work() {
                    @Override
                    public void check(RunRequest request) {}

                    @Override
                    public String run(String run, RunRequest request, RunProgress progress) {
                        throw new IllegalStateException("secret path /etc");
                    }
                },
                1);
        assertThatThrownBy(() -> failing.runNow(REQUEST, run -> {})).isInstanceOf(IllegalStateException.class);
        StoredRun run = failing.list().get(0);
        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.error()).isEqualTo("internal error, see log");
        failing.close();
    }

    @Test
    void progressNeverFallsAndNeedsFewWrites() {
        List<StoredRun> heard = new ArrayList<>();
        Runs quick = runs(
                new Work() {
                    @Override
                    public void check(RunRequest request) {}

                    @Override
                    public String run(String run, RunRequest request, RunProgress progress) {
                        for (int i = 0; i < 10_000; i++) {
                            progress.at("counting", i % 100 / 100.0);
                        }
                        return "{}";
                    }
                },
                1);
        quick.runNow(REQUEST, heard::add);
        assertThat(heard).extracting(StoredRun::progress).isSorted();
        assertThat(heard).hasSizeLessThan(20);
        quick.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "0, 4"})
    void asManyRunsOfAPlanAreKeptAsTheSettingSays(int keep, int left) {
        work.end.countDown();
        Runs few = runs(work, 1, keep);
        String other =
                few.runNow(new RunRequest("test", "q", null, null), run -> {}).id();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            made.add(few.runNow(REQUEST, run -> {}).id());
        }
        Collections.reverse(made);
        assertThat(few.list().stream().filter(run -> run.plan().equals("p")).map(StoredRun::id))
                .containsExactlyInAnyOrderElementsOf(made.subList(0, left));
        assertThat(few.get(made.get(0)).current()).isTrue();
        assertThat(few.get(other).current()).isTrue();
        few.close();
    }

    @Test
    void unknownRunIsAnError() {
        assertThatThrownBy(() -> runs.get("none")).isInstanceOf(UnknownRunException.class);
        assertThatThrownBy(() -> runs.cancel("none")).isInstanceOf(UnknownRunException.class);
    }
}
