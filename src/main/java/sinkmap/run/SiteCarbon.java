package sinkmap.run;

import java.util.List;
import java.util.Optional;
import sinkmap.grid.Grid;
import sinkmap.sink.Factors;
import sinkmap.sink.Stock;
import sinkmap.sink.Stocks;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumMap;
import sinkmap.siting.Site;

/** The carbon under sites. */
final class SiteCarbon {

    private final StratumMap map;
    private final Stocks stocks;

    private SiteCarbon(StratumMap map, Stocks stocks) {
        this.map = map;
        this.stocks = stocks;
    }

    /**
     * The sinks on a grid.
     *
     * @param plan the account that says what is a sink; without one the carbon under sites stays unknown
     */
    static Optional<SiteCarbon> read(
            Optional<AccountPlan> plan,
            Factors factors,
            Grid grid,
            RegionFeatures features,
            Inputs inputs,
            Stages stages) {
        return plan.map(account -> {
            List<Stratum> strata = account.strata();
            StratumMap map = new SinkMap(account, features).read(grid, inputs, stages);
            return new SiteCarbon(map, new Stocks(strata, factors));
        });
    }

    /**
     * Carbon under a site.
     *
     * @param stock stock of the strata that have a factor
     * @param blue_ha area of blue carbon
     * @param unknown_ha area of strata without factor, whose stock is not in {@code stock}
     */
    record Under(Stock stock, double blue_ha, double unknown_ha) {}

    Under under(Site site) {
        double[] area_ha = new double[map.strata().size()];
        for (int cell : site.cells()) {
            int code = map.code(cell);
            if (code != StratumMap.NONE) {
                area_ha[code - 1] += map.grid().cellArea_ha();
            }
        }
        return new Under(stocks.stock(area_ha), stocks.blue_ha(area_ha), stocks.withoutFactor_ha(area_ha));
    }
}
