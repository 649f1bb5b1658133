package sinkmap.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sinkmap.grid.Raster;
import sinkmap.sink.Flows;
import sinkmap.sink.LandHistories;
import sinkmap.sink.Measure;
import sinkmap.sink.PerHectare;
import sinkmap.sink.Stock;
import sinkmap.sink.Stocks;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumAreas;
import sinkmap.sink.StratumMap;
import sinkmap.store.BandStack;

/**
 * Accounts of dated maps by one method, each as if its land had always been so: the stock of a state is area times density,
 * and the difference of two states is that of their stocks (stock difference: IPCC 2006, volume 4, equation 2.5). A scenario
 * of the same maps follows the land between them instead, and lets carbon decay and grow.
 */
final class StateAccounts {

    private final List<LandHistories.Dated> states;
    private final List<Stratum> strata;
    private final Stocks stocks;

    StateAccounts(List<LandHistories.Dated> states, List<Stratum> strata, Stocks stocks) {
        this.states = states;
        this.strata = strata;
        this.stocks = stocks;
    }

    /** What sinks of a state hold and take up in a year; areas without factor are left out. */
    record OfState(int year, double area_ha, Stock stock, Flows flows) {}

    List<OfState> list() {
        return states.stream().map(this::account).toList();
    }

    private OfState account(LandHistories.Dated state) {
        double[] area_ha = StratumAreas.count(state.map(), 0, cell -> 0).total_ha();
        double sinks_ha = 0;
        for (int i = 0; i < area_ha.length; i++) {
            area_ha[i] = strata.get(i).sink() ? area_ha[i] : 0;
            sinks_ha += area_ha[i];
        }
        return new OfState(
                state.year(),
                sinks_ha - stocks.withoutFactor_ha(area_ha),
                stocks.stock(area_ha),
                new Flows(stocks.flow(Measure.SEQUESTRATION, area_ha), stocks.flow(Measure.METHANE, area_ha)));
    }

    /** Writes the density of every state, and as the last band what changed from the first to the last; t C/ha. */
    void write(Path file) {
        PerHectare carbon = stocks.perHectare(Measure.STOCK);
        StratumMap first = states.get(0).map();
        LandHistories.Dated last = states.get(states.size() - 1);
        List<String> names = new ArrayList<>();
        List<Raster> bands = new ArrayList<>();
        for (LandHistories.Dated state : states) {
            names.add(String.valueOf(state.year()));
            bands.add(carbon.on(state.map()));
        }
        names.add(last.year() + " less " + states.get(0).year());
        bands.add(carbon.change(first, last.map()));
        BandStack.write(file, first.grid(), names, (band, cell, values, from, length) -> {
            System.arraycopy(bands.get(band).values(), cell, values, from, length);
        });
    }
}
