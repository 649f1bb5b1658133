package sinkmap.run;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import sinkmap.catalog.Catalog;
import sinkmap.grid.Grid;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.HistoryProjection;
import sinkmap.sink.LandHistories;
import sinkmap.store.BandStack;

/**
 * A scenario run: what becomes of the carbon of land that changes, year by year. A scenario of dated maps goes twice through
 * windows of the grid, once to count what land there is and once to write the map of every year; between them the years are
 * worked out for each history of land, so that neither the grid nor the years are in memory.
 */
final class ScenarioRun implements Work {

    /** The maps are packed tile by tile, and of the rest only windows are in memory. */
    private static final int BYTES_PER_CELL = 4;

    private final Catalog catalog;
    private final Scenarios scenarios;
    private final Stores stores;
    private final Grids grids;
    private final int windowCells;

    ScenarioRun(Catalog catalog, Scenarios scenarios, Stores stores, RunSettings settings) {
        this.catalog = catalog;
        this.scenarios = scenarios;
        this.stores = stores;
        this.grids = new Grids(catalog, settings, BYTES_PER_CELL);
        this.windowCells = settings.windowCells();
    }

    @Override
    public void check(RunRequest request) {
        if (request.plan() == null || request.plan().isEmpty()) {
            throw new SinkmapException("a scenario run needs the id of a scenario as its plan; there is "
                    + String.join(
                            ", ",
                            scenarios.list().stream().map(Scenarios.Listed::id).toList()));
        }
        ScenarioPlan plan = scenarios.plan(request.plan());
        if (request.ruleSet() != null) {
            throw new SinkmapException("a scenario takes no rule set; leave '" + request.ruleSet() + "' out");
        }
        if (plan.maps() != null) {
            grids.of(request.cell());
        } else if (request.cell() != null) {
            throw new SinkmapException(
                    "scenario '" + plan.id() + "' has areas and no maps, so it takes no cell size; leave it out");
        }
    }

    @Override
    public String run(String run, RunRequest request, RunProgress progress) {
        ScenarioPlan plan = scenarios.plan(request.plan());
        Stages stages = new Stages(progress);
        Inputs inputs = new Inputs(catalog, stores);
        try {
            ScenarioResult result = plan.maps() == null
                    ? ofAreas(plan, stages)
                    : ofMaps(run, plan, grids.of(request.cell()), inputs, stages);
            stages.end();
            return Json.write(result.made(inputs, stages));
        } catch (SinkmapException e) {
            throw Scenarios.located(plan, e);
        }
    }

    private ScenarioResult ofAreas(ScenarioPlan plan, Stages stages) {
        stages.begin("years", 0.02, 1);
        return during(stages, () -> scenarios.ofAreas(plan));
    }

    private ScenarioResult ofMaps(String run, ScenarioPlan plan, Grid grid, Inputs inputs, Stages stages) {
        stages.begin("maps", 0.02, 0.2);
        StateMaps maps = StateMaps.read(
                scenarios.account(), plan.maps(), new RegionFeatures(stores.features()), grid, inputs, stages);
        stages.begin("land", 0.2, 0.35);
        LandHistories land = maps.histories(windowCells, stages);
        stages.begin("years", 0.35, 0.5);
        MappedScenario mapped = scenarios.mapped(plan, land);
        ScenarioModel model = scenarios.model(mapped);
        StateAccounts accounts = scenarios.accounts(plan, land);
        ScenarioResult result = during(
                stages,
                () -> new ScenarioAnswer(model, mapped.passing())
                        .result(null, Scenarios.ofMaps(plan, grid, accounts), mapped.without()));
        HistoryProjection years = during(stages, () -> mapped.project(model));
        stages.begin("map of the years", 0.5, 0.9);
        stores.stacks()
                .write(
                        run,
                        Scenarios.YEARS,
                        grid,
                        names(years),
                        window -> on(land.on(maps.on(window)), years),
                        stages::at);
        stages.begin("map of the states", 0.9, 1);
        stores.stacks()
                .write(
                        run,
                        Scenarios.STATES,
                        grid,
                        accounts.bands(),
                        window -> accounts.on(maps.on(window)),
                        stages::at);
        return result;
    }

    private static List<String> names(HistoryProjection years) {
        return IntStream.range(0, years.years())
                .mapToObj(i -> String.valueOf(years.firstYear() + i))
                .toList();
    }

    /** The carbon density of every year, t C/ha, given the history of each cell. */
    private static BandStack.Bands on(int[] histories, HistoryProjection years) {
        return (band, cell, values, from, length) -> {
            float[] density = years.density_tc_ha(years.firstYear() + band);
            for (int i = 0; i < length; i++) {
                values[from + i] = density[histories[cell + i]];
            }
        };
    }

    private static <T> T during(Stages stages, Supplier<T> work) {
        AtomicReference<T> made = new AtomicReference<>();
        stages.during(() -> made.set(work.get()));
        return Objects.requireNonNull(made.get());
    }
}
