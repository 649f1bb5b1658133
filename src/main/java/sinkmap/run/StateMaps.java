package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import sinkmap.grid.Grid;
import sinkmap.sink.LandHistories;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumMap;

/**
 * The dated maps of a scenario: strata of the account as they were in each state, put on windows of a grid as they are asked
 * for. Only the features are held in memory.
 */
final class StateMaps {

    private final Grid grid;
    private final int[] years;
    private final List<Stratum> strata;
    private final List<SinkMap> maps;

    private StateMaps(Grid grid, int[] years, List<Stratum> strata, List<SinkMap> maps) {
        this.grid = grid;
        this.years = years;
        this.strata = strata;
        this.maps = maps;
    }

    /** Reads the features of all states in a region; of a layer that several states share once. */
    static StateMaps read(
            AccountPlan account, ScenarioPlan.Maps of, RegionFeatures reader, Grid grid, Inputs inputs, Stages stages) {
        SinkCovers covers = new SinkCovers(reader, grid, inputs, stages);
        List<SinkMap> maps = new ArrayList<>();
        for (ScenarioPlan.State state : of.states()) {
            maps.add(SinkMap.read(account, state.layers(), covers));
            stages.step();
        }
        int[] years = of.states().stream().mapToInt(ScenarioPlan.State::year).toArray();
        return new StateMaps(grid, years, account.strata(), maps);
    }

    Grid grid() {
        return grid;
    }

    int[] years() {
        return years.clone();
    }

    /** The map of each state on a window. */
    List<StratumMap> on(Grid window) {
        return maps.stream().map(map -> map.on(window)).toList();
    }

    /**
     * What the land was in each state; land that is no sink counts as outside.
     *
     * @param windowCells about how many cells are looked at together
     */
    LandHistories histories(int windowCells, Stages stages) {
        LandHistories land = empty();
        Bands.each(
                Bands.of(grid, 1, windowCells),
                stages,
                band -> {
                    LandHistories part = empty();
                    part.add(on(band.grid()));
                    return part;
                },
                (band, part) -> land.add(part));
        return land;
    }

    private LandHistories empty() {
        return new LandHistories(
                years, code -> code == StratumMap.NONE || strata.get(code - 1).sink() ? code : StratumMap.NONE);
    }
}
