package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
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
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.store.FeatureEdit;
import sinkmap.store.FeatureQuery;
import sinkmap.store.LoadRecord;
import sinkmap.store.StoredRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a run finds does not hang on the windows it works in, nor on what earlier runs left in the cache. */
class WindowsTest {

    private static final String PLAN = "plans/tiny.yaml";
    private static final String UNKNOWN = "unknown: excluded";
    /** Cells of 10 m: 560 rows, so nine windows of the smallest height. */
    private static final RunRequest FINE = new RunRequest("siting", "tiny", null, 10.0);

    private static final Pattern DOUBLE = Pattern.compile("\\d+\\.\\d+(E-?\\d+)?");
    private static final int SMALLEST = 1;
    private static final int ONE = 1 << 30;

    @TempDir
    private Path folder;

    /** What a run shows for itself: result and sites, and rasters as arrays of values. */
    private record Shown(
            JsonNode result,
            List<String> reused,
            List<Map<String, Object>> sites,
            List<float[]> rasters,
            List<String> maps) {}

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
        return shown(service, service.runs.runNow(FINE, progress -> {}));
    }

    private static Shown shown(FixtureService service, StoredRun run) {
        ObjectNode result = (ObjectNode) JsonMapper.shared().readTree(run.result());
        ((ObjectNode) result.get("screening")).remove("windows");
        List<String> reused = new ArrayList<>();
        result.get("reused").forEach(text -> reused.add(text.asString()));
        List.of("answer_s", "seconds", "reused", "peak_heap_mb", "inputs", "plan_hash", "definitions_hash")
                .forEach(result::remove);
        List<Map<String, Object>> sites = service.list("candidate-site", run.id()).stream()
                .sorted(Comparator.comparing(site -> (Long) site.attributes().get("rank")))
                .map(site -> {
                    Map<String, Object> all = new LinkedHashMap<>(site.attributes());
                    all.put("outline", site.geometry().toText());
                    return all;
                })
                .toList();
        Grid fine = service.catalog.region().grid(10);
        List<float[]> rasters =
                List.of("exclusion-tiny", "suitability-tiny", "score-spread-tiny", "availability-tiny").stream()
                        .map(layer -> service.store
                                .rasters()
                                .read((RasterLayer) service.catalog.getLayer(layer), fine)
                                .values())
                        .toList();
        List<String> maps = service.filesOf(run.id()).stream()
                .map(WindowsTest::content)
                .sorted()
                .toList();
        return new Shown(result, reused, sites, rasters, maps);
    }

    /** Layer and checksum of a raster of a run. */
    private static String content(Path file) {
        try {
            CRC32 crc = new CRC32();
            crc.update(Files.readAllBytes(file));
            return file.getParent().getFileName() + " " + crc.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSame(Shown one, Shown other) {
        assertThat(rounded(one.result())).isEqualTo(rounded(other.result()));
        assertThat(rounded(one.sites())).isEqualTo(rounded(other.sites()));
        for (int i = 0; i < one.rasters().size(); i++) {
            assertThat(one.rasters().get(i)).isEqualTo(other.rasters().get(i));
        }
        assertThat(one.maps()).isEqualTo(other.maps());
    }

    /** Sums over windows differ from sums over all by what rounding does, far behind the twelfth digit. */
    private static String rounded(Object shown) {
        return DOUBLE.matcher(shown.toString())
                .replaceAll(number -> new BigDecimal(number.group())
                        .round(new MathContext(12))
                        .stripTrailingZeros()
                        .toPlainString());
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

    /** A change of the plan, and what the run after it may take over. */
    private enum Change {
        WEIGHTS("weight: 0.6", "weight: 0.9", "weight: 0.4", "weight: 0.1", "screening", "sums", "obstacles"),
        MEMBERSHIP("{from: 1000, to: 2000}", "{from: 1100, to: 1900}", "screening", "obstacles"),
        SMALLEST_SITE("min_area_ha: 10", "min_area_ha: 60", "screening"),
        AGGREGATION(
                "weights_source: a choice",
                "weights_source: a choice\naggregation: {owa: {alpha: 2}}",
                "screening",
                "obstacles"),
        THRESHOLD("below: 1200", "below: 1405"),
        UNKNOWN("unknown: excluded", "unknown: allowed");

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
                    assertSame(shown(service, ended.get(180, TimeUnit.SECONDS)), alone);
                }
            }
            assertThat(run(service).reused()).containsExactly("screening", "sums", "obstacles");
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(180, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
