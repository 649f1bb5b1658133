package sinkmap.run;

import java.util.List;
import java.util.Optional;
import sinkmap.grid.Grid;
import sinkmap.sink.Factors;
import sinkmap.sink.Stock;
import sinkmap.sink.Stocks;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumMap;

/** The carbon under sites. */
final class SiteCarbon {

    private final SinkMap map;
    private final List<Stratum> strata;
    private final Stocks stocks;

    private SiteCarbon(SinkMap map, AccountPlan account, Factors factors) {
        this.map = map;
        this.strata = account.strata();
        this.stocks = new Stocks(strata, factors, account.headline().sets());
    }

    /**
     * The sinks of a region.
     *
     * @param plan the account that says what is a sink; without one the carbon under sites stays unknown
     */
    static Optional<SiteCarbon> read(
            Optional<AccountPlan> plan,
            Factors factors,
            Grid region,
            RegionFeatures features,
            Inputs inputs,
            Stages stages) {
        return plan.map(
                account -> new SiteCarbon(SinkMap.read(account, features, region, inputs, stages), account, factors));
    }

    /**
     * Carbon under a site.
     *
     * @param stock stock of the strata that have a factor
     * @param blue_ha area of blue carbon
     * @param unknown_ha area of strata without factor, whose stock is not in {@code stock}
     */
    record Under(Stock stock, double blue_ha, double unknown_ha) {}

    List<Stratum> strata() {
        return strata;
    }

    /** The strata of the cells of a window. */
    StratumMap on(Grid window) {
        return map.on(window);
    }

    /** The carbon of an area, given by stratum. */
    Under under(double[] area_ha) {
        return new Under(stocks.stock(area_ha), stocks.blue_ha(area_ha), stocks.withoutFactor_ha(area_ha));
    }
}
