package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.store.StoreFixture.feature;
import static sinkmap.store.StoreFixture.load;
import static sinkmap.store.StoreFixture.raster;
import static sinkmap.store.StoreFixture.run;
import static sinkmap.store.StoreFixture.square;
import static sinkmap.store.StoreFixture.values;
import static sinkmap.store.StoreFixture.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.Raster;
import sinkmap.grid.SinkmapException;
import sinkmap.store.StoredRun.State;

/** Processes that end in the middle of their work: killed, or without room on the disk. */
class KilledProcessTest {

    private static final FeatureLayer MEADOW = new FeatureLayer(
            Layers.PORT.about(), Layers.PORT.geometryType(), Layers.PORT.crs(), Layers.PORT.attributes(), null, true);
    private static final Catalog CATALOG =
            Layers.catalog(MEADOW, Layers.MARSH, Layers.SITE, Layers.DEPTH, Layers.SUITABILITY);

    @TempDir
    private Path directory;

    /** Leaves everything half done and says so. */
    static final class HalfDone {
        private HalfDone() {}

        public static void main(String[] arguments) throws InterruptedException {
            Store store = Store.open(StoreSettings.of(Path.of(arguments[0]), arguments[1]), CATALOG);
            store.runs().add(run("cut", "siting", "wind"));
            write(store, Layers.SITE, "cut", feature(square(120, 37, 0.1), "site_id", "of the run that was cut"));
            store.rasters().write(Layers.SUITABILITY, "cut", raster(2, 3, 1, 1, 1, 1, 1, 1));
            RasterWriter depth = store.rasters()
                    .open(Layers.SUITABILITY, "cut2", raster(1, 1, 0).grid());
            depth.write(raster(1, 1, 0.5f));
            FeatureWriter writer = store.features().write(Layers.MARSH, FeatureStore.Mode.REPLACE);
            FeatureWriter sites = store.features().write(Layers.SITE, "cut");
            for (int i = 0; i < 20_000; i++) {
                writer.add(feature(square(119 + i % 100 * 0.01, 37, 0.1), "code", (long) i));
                sites.add(feature(square(119, 37 + i % 90 * 0.01, 0.1), "site_id", "site " + i));
            }
            FeatureEdit edit = store.edits().begin("li");
            edit.insert(MEADOW, feature(StoreFixture.wkt("POINT (119 37)"), "name_en", "not committed"));
            // H2 writes what was committed within half a second
            Thread.sleep(1500);
            System.out.println("half done");
            System.out.flush();
            Thread.sleep(Duration.ofMinutes(2).toMillis());
        }
    }

    /** Writes a raster that is larger than a file may be. */
    static final class NoRoom {
        private NoRoom() {}

        public static void main(String[] arguments) {
            Random random = new Random(7);
            float[] cells = new float[1500 * 1500];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = random.nextFloat();
            }
            try (Store store = Store.open(StoreSettings.of(Path.of(arguments[0]), arguments[1]), CATALOG)) {
                store.rasters().replace(Layers.DEPTH, raster(1500, 1500, cells));
                System.out.println("there was room");
            } catch (SinkmapException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
    }

    private static Process java(List<String> before, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // no file of the virtual machine's own
        command.addAll(List.of("-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String line(Process process, String beginning) throws IOException {
        String line;
        do {
            line = process.inputReader().readLine();
        } while (line != null && !line.startsWith(beginning));
        return line;
    }

    private void fill(StoreSettings settings) {
        try (Store store = Store.open(settings, CATALOG)) {
            load(store, Layers.MARSH, feature(square(118, 37, 0.1), "code", 42L));
            store.rasters().replace(Layers.DEPTH, raster(1, 2, 12.5f, 3));
            store.runs().add(run("whole", "siting", "wind"));
            write(store, Layers.SITE, "whole", feature(square(118, 37, 0.1), "site_id", "of the whole run"));
            store.rasters().write(Layers.SUITABILITY, "whole", raster(1, 2, 0.25f, 0.75f));
            store.runs().complete("whole", "{}");
        }
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".part")
                            || file.getFileName().toString().startsWith("cut"))
                    .toList();
        }
    }

    private void killedInTheMiddle(StoreSettings settings) throws Exception {
        fill(settings);
        Process process = java(List.of(), HalfDone.class, directory.toString(), settings.url());
        try {
            assertThat(line(process, "half done")).isNotNull();
            assertThat(leftovers()).isNotEmpty();
        } finally {
            // SIGKILL
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        try (Store store = Store.open(settings, CATALOG)) {
            assertThat(store.runs().find("cut").orElseThrow().state()).isEqualTo(State.INTERRUPTED);
            assertThat(store.runs().findCurrent("siting", "wind").orElseThrow().id())
                    .isEqualTo("whole");
            assertThat(values(store, FeatureQuery.of(Layers.SITE), "site_id")).containsExactly("of the whole run");
            assertThat(values(store, FeatureQuery.of(Layers.SITE).withRun("cut"), "site_id"))
                    .isEmpty();
            assertThat(values(store, FeatureQuery.of(Layers.MARSH), "code")).containsExactly(42L);
            assertThat(values(
                            store,
                            FeatureQuery.of(Layers.MARSH).withBbox(new Envelope(118.02, 119.5, 37.02, 37.5)),
                            "code"))
                    .containsExactly(42L);
            assertThat(values(store, FeatureQuery.of(MEADOW), "name_en")).isEmpty();
            assertThat(store.edits().state(MEADOW).ended()).isZero();
            assertThat(leftovers()).isEmpty();
            // the layer is free for the next load
            load(store, Layers.MARSH, feature(square(118, 37, 0.1), "code", 43L));
        }
    }

    /** H2 (2.4.240) cannot open the file by itself, see {@link H2Repair}. */
    @Test
    void killedInARunAndALoadOnTheEmbeddedDatabaseItLeavesNothingHalfDone() throws Exception {
        killedInTheMiddle(
                StoreSettings.of(directory, StoreSettings.embedded(directory).url()));
    }

    @Test
    void killedInARunAndALoadOnPostGisItLeavesNothingHalfDone() throws Exception {
        killedInTheMiddle(StoreFixture.postgis(directory, "test_killed"));
    }

    @Test
    void aFullDiskLeavesTheRasterThatWasThere() throws Exception {
        StoreSettings settings = StoreFixture.postgis(directory, "test_no_room");
        fill(settings);
        // files of at most one megabyte
        Process process = java(
                List.of("bash", "-c", "ulimit -f 1024 && exec \"$@\"", "bash"),
                NoRoom.class,
                directory.toString(),
                settings.url());
        String said = line(process, "refused");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(said)
                .contains("the raster of layer depth cannot be written to " + directory)
                .contains("is the disk full?");
        try (Store store = Store.open(settings, CATALOG)) {
            Raster depth = store.rasters().read(Layers.DEPTH, raster(1, 2, 0, 0).grid());
            assertThat(depth.values()).containsExactly(12.5f, 3);
            assertThat(leftovers()).isEmpty();
        }
    }
}
