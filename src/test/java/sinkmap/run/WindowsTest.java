package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.run.Shown.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.Grid;
import sinkmap.store.FeatureEdit;
import sinkmap.store.FeatureQuery;
import sinkmap.store.LoadRecord;
import sinkmap.store.StoredRun;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a run finds does not hang on the windows it works in, nor on what earlier runs left in the cache. */
class WindowsTest {

    private static final String PLAN = "plans/tiny.yaml";
    private static final String UNKNOWN = "unknown: excluded";
    /** Cells of 10 m: 560 rows, so nine windows of the smallest height. */
    private static final RunRequest FINE = new RunRequest("siting", "tiny", null, 10.0);

    private static final int SMALLEST = 1;
    private static final int ONE = 1 << 30;

    @TempDir
    private Path folder;

    private FixtureService service(String name, FixtureRegion region, int windowCells) throws Exception {
        FixtureService service = new FixtureService(region, Files.createDirectories(folder.resolve(name)), windowCells);
        service.add("field", slanting(service.grid), Map.of("state", "free"));
        service.add("field", service.cells(44, 2, 51, 66), Map.of("state", "free"));
        service.add("reserve", service.cells(12, 20, 19, 31), Map.of());
        service.add("port", service.point(2, 60), Map.of());
        service.add("marsh", service.cells(8, 28, 11, 33), Map.of("species", "suaeda"));
        service.add("wood", service.cells(30, 12, 41, 17), Map.of());
        service.add("city", service.cells(-2, -2, 60, 30), Map.of("name_zh", "甲市", "name_en", "Jia", "adcode", "1"));
        service.add("city", service.cells(-2, 30, 60, 80), Map.of("name_zh", "乙市", "name_en", "Yi", "adcode", "2"));
        service.fill("sun", 1400);
        service.store
                .loads()
                .add(new LoadRecord(
                        "sun",
                        "sun.tif",
                        "cd34",
                        "replace",
                        1,
                        0,
                        0,
                        "{}",
                        OffsetDateTime.parse("2025-01-01T00:00:00Z")));
        return service;
    }

    private FixtureRegion region(String name) throws Exception {
        return new FixtureRegion(Files.createDirectories(folder.resolve(name)));
    }

    private static Polygon slanting(Grid grid) {
        double x = grid.x(5);
        double y = grid.y(5);
        return new GeometryFactory().createPolygon(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x + 4700, y - 730),
            new Coordinate(x + 3100, y - 3310),
            new Coordinate(x + 900, y - 2870),
            new Coordinate(x, y)
        });
    }

    private static Shown run(FixtureService service) {
        return Shown.of(service, service.runs.runNow(FINE, progress -> {}), "tiny");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown: excluded", "unknown: flagged\nscreening: {mode: share, parts: 2}"})
    void smallWindowsGiveWhatOneWindowGives(String screening) throws Exception {
        try (FixtureService small = service("small", region("small").with(PLAN, UNKNOWN, screening), SMALLEST);
                FixtureService whole = service("whole", region("whole").with(PLAN, UNKNOWN, screening), ONE)) {
            Shown inWindows = run(small);
            assertThat(inWindows.sites()).hasSizeGreaterThan(1);
            assertSame(inWindows, run(whole));
        }
    }

    @Test
    void secondRunGivesWhatTheFirstGave() throws Exception {
        try (FixtureService service = service("twice", region("twice"), SMALLEST)) {
            Shown first = run(service);
            assertSame(run(service), first);
        }
    }

    /** A change of the plan, and what the run after it may take over altogether. */
    private enum Change {
        WEIGHTS("weight: 0.6", "weight: 0.9", "weight: 0.4", "weight: 0.1", "screening", "sums", "obstacles"),
        MEMBERSHIP("{from: 1000, to: 2000}", "{from: 1100, to: 1900}", "screening", "obstacles"),
        SMALLEST_SITE("min_area_ha: 10", "min_area_ha: 60", "screening", "sums", "obstacles"),
        AGGREGATION(
                "weights_source: a choice",
                "weights_source: a choice\naggregation: {owa: {alpha: 2}}",
                "screening",
                "obstacles"),
        THRESHOLD("below: 1200", "below: 1405", "sums", "obstacles"),
        UNKNOWN("unknown: excluded", "unknown: allowed", "obstacles");

        private final List<String> texts;

        Change(String... texts) {
            this.texts = List.of(texts);
        }

        private List<String> reused() {
            return texts.stream().filter(text -> !text.contains(":")).toList();
        }

        private FixtureRegion in(FixtureRegion region) {
            List<String> pairs =
                    texts.stream().filter(text -> text.contains(":")).toList();
            for (int i = 0; i < pairs.size(); i += 2) {
                region.with(PLAN, pairs.get(i), pairs.get(i + 1));
            }
            return region;
        }
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void anotherPlanGivesTheSameWithAndWithoutEarlierRuns(Change change) throws Exception {
        Shown first;
        try (FixtureService service = service("warm", region("warm"), SMALLEST)) {
            first = run(service);
            assertThat(first.reused()).isEmpty();
        }
        FixtureRegion changed = change.in(region("changed"));
        try (FixtureService warm = new FixtureService(changed, folder.resolve("warm"), SMALLEST);
                FixtureService cold = service("cold", changed, SMALLEST)) {
            Shown later = run(warm);
            assertThat(later.reused()).isEqualTo(change.reused());
            assertSame(later, run(cold));
            assertThat(later).isNotEqualTo(first);
        }
    }

    @Test
    void theSameAfterARunThatWasTakenOverIsTakenOverToo() throws Exception {
        try (FixtureService service = service("thrice", region("thrice"), SMALLEST)) {
            Shown first = run(service);
            run(service);
            Shown third = run(service);
            assertThat(third.reused()).containsExactly("screening", "sums", "obstacles");
            assertSame(third, first);
            assertThat(third.maps()).isEqualTo(first.maps());
        }
    }

    @Test
    void damagedEntriesOfTheCacheAreAsIfTheyWereNotThere() throws Exception {
        Shown first;
        try (FixtureService service = service("damaged", region("damaged"), SMALLEST)) {
            first = run(service);
        }
        try (Stream<Path> entries = Files.list(folder.resolve("damaged/data/cache"))) {
            for (Path entry : entries.toList()) {
                byte[] bytes = Files.readAllBytes(entry);
                bytes[bytes.length - 1] ^= 1;
                Files.write(entry, bytes);
            }
        }
        try (FixtureService service = new FixtureService(region("again"), folder.resolve("damaged"), SMALLEST)) {
            Shown second = run(service);
            assertThat(second.reused()).isEmpty();
            assertSame(second, first);
        }
    }

    @Test
    void otherDataAreSeenAtOnce() throws Exception {
        try (FixtureService service = service("changing", region("changing"), SMALLEST)) {
            Shown before = run(service);
            service.add("reserve", service.cells(45, 10, 47, 14), Map.of());
            Shown after = run(service);
            assertThat(after.result().get("area").get("available_ha").asDouble())
                    .isLessThan(before.result().get("area").get("available_ha").asDouble());
        }
    }

    @Test
    void sinksThatChangeAreCountedAgainAndTheRestIsNot() throws Exception {
        try (FixtureService service = service("sinks", region("sinks"), SMALLEST)) {
            Shown before = run(service);
            service.add("marsh", service.cells(20, 40, 23, 48), Map.of("species", "reed"));
            Shown after = run(service);
            assertThat(after.reused()).isEqualTo(List.of("screening", "obstacles"));
            assertThat(blue_ha(after)).isGreaterThan(blue_ha(before));
            assertThat(after.sites().get(0).get("score"))
                    .isEqualTo(before.sites().get(0).get("score"));
        }
    }

    @Test
    void editedLayersAreTakenOverUntilSomeoneEditsThem() throws Exception {
        FixtureRegion region =
                region("edited").with("inputs/reserve.yaml", "crs: EPSG:3035", "crs: EPSG:3035\neditable: true");
        try (FixtureService service = service("edited", region, SMALLEST)) {
            run(service);
            run(service);
            assertThat(run(service).reused()).containsExactly("screening", "sums", "obstacles");
            edit(service, service.list("reserve").get(0).id());
            Shown after = run(service);
            assertThat(after.reused()).isEmpty();
            try (FixtureService cold = service("unseen", region, SMALLEST)) {
                edit(cold, cold.list("reserve").get(0).id());
                assertSame(after, run(cold));
            }
        }
    }

    private static void edit(FixtureService service, long fid) {
        try (FeatureEdit edit = service.store.edits().begin("wang")) {
            Geometry larger = new GeometryFactory().createMultiPolygon(new Polygon[] {service.cells(12, 14, 22, 31)});
            edit.update(
                    service.features("reserve"), fid, Map.of(FeatureLayer.GEOMETRY, larger), FeatureEdit.ANY_VERSION);
            edit.commit();
        }
    }

    private static double blue_ha(Shown shown) {
        return shown.sites().stream()
                .mapToDouble(site -> (Double) site.get("blue_carbon_ha"))
                .sum();
    }

    /** What there was when a run first had a result. */
    private record Early(String state, int sites, int shown, String result) {}

    @Test
    void sitesAreRankedAndCanBeAskedForBeforeTheMapsAreDrawn() throws Exception {
        try (FixtureService service = service("early", region("early"), SMALLEST)) {
            List<Early> heard = new ArrayList<>();
            StoredRun ended = service.runs.runNow(FINE, run -> {
                if (run.result() != null && heard.isEmpty()) {
                    FeatureQuery ofRun =
                            FeatureQuery.of(service.features("candidate-site")).withRun(run.id());
                    boolean scores = service.filesOf(run.id()).stream()
                            .anyMatch(file -> file.toString().contains("suitability"));
                    heard.add(new Early(
                            run.state() + (scores ? " with scores" : ""),
                            (int) service.store.features().count(ofRun),
                            service.list("candidate-site").size(),
                            run.result()));
                }
            });
            int sites = service.list("candidate-site").size();
            assertThat(heard.get(0).state()).isEqualTo("RUNNING");
            assertThat(heard.get(0).sites()).isEqualTo(sites).isPositive();
            assertThat(heard.get(0).shown()).isZero();
            ObjectNode early =
                    (ObjectNode) JsonMapper.shared().readTree(heard.get(0).result());
            ObjectNode last = (ObjectNode) JsonMapper.shared().readTree(ended.result());
            assertThat(early.remove("seconds").has("score maps")).isFalse();
            assertThat(last.remove("seconds").has("score maps")).isTrue();
            assertThat(early.without("peak_heap_mb")).isEqualTo(last.without("peak_heap_mb"));
        }
    }

    @Test
    void twoRunsAtOnceOnOneCacheGiveWhatEachGivesAlone() throws Exception {
        Shown alone;
        try (FixtureService service = service("alone", region("alone"), SMALLEST)) {
            alone = run(service);
        }
        try (FixtureService service = service("shared", region("shared"), SMALLEST);
                Runs other = service.anotherQueue()) {
            for (int round = 0; round < 3; round++) {
                CyclicBarrier start = new CyclicBarrier(2);
                List<CompletableFuture<StoredRun>> runs = Stream.of(service.runs, other)
                        .map(queue -> CompletableFuture.supplyAsync(() -> {
                            await(start);
                            return queue.runNow(FINE, progress -> {});
                        }))
                        .toList();
                for (CompletableFuture<StoredRun> ended : runs) {
                    assertSame(Shown.of(service, ended.get(180, TimeUnit.SECONDS), "tiny"), alone);
                }
            }
            assertThat(run(service).reused()).containsExactly("screening", "sums", "obstacles");
        }
    }

    @Test
    void twoPlansAtOnceOnTheSameDataGiveWhatEachGivesAlone() throws Exception {
        RunRequest wide = new RunRequest("siting", "wide", null, 10.0);
        Shown narrowAlone;
        Shown wideAlone;
        try (FixtureService service = service("each", twoPlans("each"), SMALLEST)) {
            narrowAlone = run(service);
        }
        try (FixtureService service = service("other", twoPlans("other"), SMALLEST)) {
            wideAlone = Shown.of(service, service.runs.runNow(wide, progress -> {}), "wide");
        }
        assertThat(wideAlone.sites().size()).isPositive();
        assertThat(wideAlone.sites()).isNotEqualTo(narrowAlone.sites());
        try (FixtureService service = service("both", twoPlans("both"), SMALLEST);
                Runs other = service.anotherQueue()) {
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<StoredRun> second = CompletableFuture.supplyAsync(() -> {
                await(start);
                return other.runNow(wide, progress -> {});
            });
            await(start);
            assertSame(run(service), narrowAlone);
            assertSame(Shown.of(service, second.get(180, TimeUnit.SECONDS), "wide"), wideAlone);
        }
    }

    /** The region with a plan beside the first that shares rules and layers with it, but not all of their numbers. */
    private FixtureRegion twoPlans(String name) throws Exception {
        FixtureRegion region = region(name);
        List<String> lines = Files.readAllLines(region.file(PLAN)).stream()
                .map(line -> line.replace("id: tiny", "id: wide")
                        .replace("below: 1200", "below: 1100")
                        .replace("weight: 0.6", "weight: 0.3")
                        .replace("weight: 0.4", "weight: 0.7")
                        .replace("min_area_ha: 10", "min_area_ha: 5"))
                .toList();
        return region.withFile("plans/wide.yaml", lines);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(180, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
