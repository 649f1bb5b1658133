package sinkmap.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import sinkmap.grid.Raster;
import sinkmap.sink.Flows;
import sinkmap.sink.LandHistories;
import sinkmap.sink.Measure;
import sinkmap.sink.PerHectare;
import sinkmap.sink.Stock;
import sinkmap.sink.Stocks;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumMap;
import sinkmap.store.BandStack;

/**
 * Accounts of dated maps by one method, each as if its land had always been so: the stock of a state is area times density,
 * and the difference of two states is that of their stocks (stock difference: IPCC 2006, volume 4, equation 2.5). A scenario
 * of the same maps follows the land between them instead, and lets carbon decay and grow.
 */
final class StateAccounts {

    private final LandHistories land;
    private final List<Stratum> strata;
    private final Stocks stocks;

    StateAccounts(LandHistories land, List<Stratum> strata, Stocks stocks) {
        this.land = land;
        this.strata = strata;
        this.stocks = stocks;
    }

    /** What sinks of a state hold and take up in a year; areas without factor are left out. */
    record OfState(int year, double area_ha, Stock stock, Flows flows) {}

    List<OfState> list() {
        return IntStream.range(0, land.years().length).mapToObj(this::account).toList();
    }

    private OfState account(int state) {
        double[] area_ha = land.areas_ha(state, strata.size());
        double sinks_ha = Arrays.stream(area_ha).sum();
        return new OfState(
                land.years()[state],
                sinks_ha - stocks.withoutFactor_ha(area_ha),
                stocks.stock(area_ha),
                new Flows(stocks.flow(Measure.SEQUESTRATION, area_ha), stocks.flow(Measure.METHANE, area_ha)));
    }

    /** Names of the bands of {@link #on}: the years, and the difference. */
    List<String> bands() {
        int[] years = land.years();
        List<String> names = new ArrayList<>();
        for (int year : years) {
            names.add(String.valueOf(year));
        }
        names.add(years[years.length - 1] + " less " + years[0]);
        return names;
    }

    /** The density of every state, and as the last band what changed from the first to the last; t C/ha. */
    BandStack.Bands on(List<StratumMap> states) {
        PerHectare carbon = stocks.perHectare(Measure.STOCK);
        List<Raster> bands = new ArrayList<>();
        states.forEach(state -> bands.add(carbon.on(state)));
        bands.add(carbon.change(states.get(0), states.get(states.size() - 1)));
        return (band, cell, values, from, length) ->
                System.arraycopy(bands.get(band).values(), cell, values, from, length);
    }
}
