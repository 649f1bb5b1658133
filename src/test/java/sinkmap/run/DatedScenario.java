package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.catalog.Catalog;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Factors;
import sinkmap.store.StoreSettings;
import sinkmap.store.StoredRun;

/**
 * Two dated maps of the tiny region; a cell is 1 ha. In 2015 half of what is reed in 2020 was reed, a quarter was Suaeda, and
 * the rest lay outside, but for 10 ha of wood, of which no carbon is known.
 */
abstract class DatedScenario {

    private static final List<String> ROWS = List.of(
            "id,quantity,habitat,pool,impact,value,low,high,unit,source,basis,confidence",
            "stand-rate,rate,,biomass,,1,0.5,2,t C/ha/yr,a table,read,low",
            "gone,share-lost,marsh,soil,high,0.5,0.4,0.6,1,a guide,read,low",
            "decay,half-life,marsh,soil,high,2,1,3,yr,a guide,read,low",
            "stand-gone,share-lost,marsh,biomass,high,1,0.9,1,1,a guide,read,low",
            "stand-decay,half-life,marsh,biomass,high,1,0.5,2,yr,a guide,read,low");

    private static final List<String> SCENARIO = List.of(
            "id: dated",
            "title: {zh: 两期, en: dated}",
            "areas: {zh: 示意, en: made up}",
            "quality: illustrative",
            "end_year: 2030",
            "states:",
            "  - {year: 2015, layers: {marsh: marsh-2015}}",
            "  - {year: 2020}",
            "changes:",
            "  - {from: marsh/suaeda, to: marsh}",
            "  - {from: outside, to: marsh}",
            "outside: bare",
            "classes:",
            "  - {id: reed, title: {zh: 芦苇, en: reed}, stratum: {layer: marsh, class: reed}, pools: [{pool: biomass, rate: stand-rate, ceiling: account}]}");

    static final RunRequest REQUEST = new RunRequest(Scenarios.KIND, "dated", null, null);

    @TempDir
    Path folder;

    FixtureRegion region;
    FixtureService service;
    final List<String> scenario = new ArrayList<>(SCENARIO);

    @BeforeEach
    void fill() throws Exception {
        region = new FixtureRegion(folder);
        Files.createDirectories(region.file("scenarios"));
        region.withFile("factors/transition.csv", ROWS);
        List<String> marsh = new ArrayList<>(Files.readAllLines(region.file("inputs/marsh.yaml")));
        marsh.set(0, "id: marsh-2015");
        region.withFile("inputs/marsh-2015.yaml", marsh);
        service = new FixtureService(region, store(folder.resolve("data")), 1 << 20, Clock.systemUTC());
        service.add("marsh", service.cells(25, 10, 35, 20), Map.of("species", "reed"));
        service.add("marsh-2015", service.cells(25, 10, 35, 15), Map.of("species", "reed"));
        service.add("marsh-2015", service.cells(25, 15, 30, 20), Map.of("species", "suaeda"));
        service.add("wood", service.cells(28, 15, 32, 25), Map.of());
    }

    /** Where the store is. */
    StoreSettings store(Path data) throws Exception {
        return StoreSettings.embedded(data);
    }

    @AfterEach
    void close() {
        if (service != null) {
            service.close();
        }
    }

    Scenarios scenarios() {
        region.withFile("scenarios/dated.yaml", scenario);
        Catalog catalog = region.catalog();
        Factors factors = FactorFiles.carbon(catalog);
        return new Scenarios(
                catalog, AccountYaml.read(catalog, factors), factors, service.store.runs(), service.store.stacks());
    }

    /** A queue for the scenario as it is written now, working in windows of about that many cells. */
    Runs queue(int windowCells) {
        Scenarios scenarios = scenarios();
        RunSettings settings = new RunSettings(3, 10_000_000, windowCells, 20);
        ScenarioRun work = new ScenarioRun(region.catalog(), scenarios, service.stores, settings);
        return new Runs(Map.of(Scenarios.KIND, work), service.store.runs(), settings, Clock.systemUTC(), run -> {});
    }

    StoredRun run(int windowCells, Consumer<StoredRun> progress) {
        try (Runs queue = queue(windowCells)) {
            return queue.runNow(REQUEST, progress);
        }
    }

    StoredRun run() {
        return run(1 << 20, progress -> {});
    }

    ScenarioResult answer() {
        return Scenarios.read(run());
    }

    Path map(StoredRun run, String name) {
        return service.store.stacks().find(run.id(), name).orElseThrow().file();
    }

    void replace(String text, String by) {
        assertThat(scenario.stream().filter(line -> line.contains(text)))
                .as(text)
                .hasSize(1);
        scenario.replaceAll(line -> line.replace(text, by));
    }

    void assertRefused(String... parts) {
        assertThatThrownBy(this::run)
                .isInstanceOf(SinkmapException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }
}
