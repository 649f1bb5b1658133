package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import sinkmap.catalog.Catalog;
import sinkmap.grid.Grid;
import sinkmap.sink.LandHistories;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumMap;
import sinkmap.store.Progress;

/** Reads the dated maps of scenarios: strata of the account on the grid of the region, as they were in each state. */
final class StateMaps {

    /** A number for the history, a code for each of some states, and the mask of a cover. */
    private static final int BYTES_PER_CELL = 16;

    private final Catalog catalog;
    private final Stores stores;
    private final Grids grids;

    StateMaps(Catalog catalog, Stores stores, RunSettings settings) {
        this.catalog = catalog;
        this.stores = stores;
        this.grids = new Grids(catalog, settings, BYTES_PER_CELL);
    }

    /**
     * Land as the maps show it.
     *
     * @param dated strata of the account in each state
     * @param histories what every cell was; land that is no sink counts as outside
     * @param inputs the layers read, with their files
     */
    record Land(List<LandHistories.Dated> dated, LandHistories histories, List<Inputs.Input> inputs) {}

    Land read(AccountPlan account, ScenarioPlan.Maps maps) {
        Inputs inputs = new Inputs(catalog, stores);
        Stages stages = new Stages(Progress.NONE);
        stages.begin("maps", 0, 1);
        Grid grid = grids.of(null);
        RegionFeatures reader = new RegionFeatures(stores.features());
        List<LandHistories.Dated> dated = new ArrayList<>();
        for (ScenarioPlan.State state : maps.states()) {
            SinkMap map = SinkMap.read(account, state.layers(), reader, grid, inputs, stages);
            dated.add(new LandHistories.Dated(state.year(), map.on(grid)));
        }
        List<Stratum> strata = account.strata();
        LandHistories histories = LandHistories.of(
                dated, code -> code == StratumMap.NONE || strata.get(code - 1).sink() ? code : StratumMap.NONE);
        return new Land(List.copyOf(dated), histories, inputs.list());
    }
}
