package sinkmap.run;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import sinkmap.grid.Grid;
import sinkmap.sink.Disturbances;
import sinkmap.sink.Factors;
import sinkmap.sink.SiteBalance;
import sinkmap.sink.Stock;
import sinkmap.sink.Stocks;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumMap;

/** The carbon under sites. */
final class SiteCarbon {

    private final SinkMap map;
    private final List<Stratum> strata;
    private final Stocks stocks;

    private final SiteBalance balance;
    private final Optional<RedLine> redLine;

    private SiteCarbon(
            SinkMap map, AccountPlan account, Stocks stocks, SiteBalance balance, Optional<RedLine> redLine) {
        this.map = map;
        this.strata = account.strata();
        this.stocks = stocks;
        this.balance = balance;
        this.redLine = redLine;
    }

    /** Checks that the shares which a technology disturbs are known of all pools of an account. */
    static void check(AccountPlan account, Factors factors, Disturbances disturbances, String technology) {
        new SiteBalance(stocks(account, factors).models(), disturbances, technology);
    }

    private static Stocks stocks(AccountPlan account, Factors factors) {
        return new Stocks(account.strata(), factors, account.headline().sets());
    }

    /**
     * The sinks of a region.
     *
     * @param plan the account that says what is a sink; without one the carbon under sites stays unknown
     * @param disturbances shares of the pools that plants disturb
     * @param technology technology of the plants
     */
    static Optional<SiteCarbon> read(
            Optional<AccountPlan> plan,
            Factors factors,
            Disturbances disturbances,
            String technology,
            Grid region,
            RegionFeatures features,
            Inputs inputs,
            Stages stages) {
        return plan.map(account -> {
            Stocks stocks = stocks(account, factors);
            return new SiteCarbon(
                    SinkMap.read(account, features, region, inputs, stages),
                    account,
                    stocks,
                    new SiteBalance(stocks.models(), disturbances, technology),
                    Optional.ofNullable(account.redLine())
                            .map(layer -> RedLine.read(layer, features, region, inputs, stages)));
        });
    }

    /**
     * Carbon under a site.
     *
     * @param stock stock of the strata that have a factor
     * @param blue_ha area of blue carbon
     * @param unknown_ha area of strata without factor, whose stock is not in {@code stock}
     * @param loss what a plant takes of it
     */
    record Under(Stock stock, double blue_ha, double unknown_ha, SiteBalance.Loss loss) {}

    List<Stratum> strata() {
        return strata;
    }

    /** The strata of the cells of a window. */
    StratumMap on(Grid window) {
        return map.on(window);
    }

    /**
     * The carbon of an area, given by stratum.
     *
     * @param life_years life of the plant, NaN when it is not known
     */
    Under under(double[] area_ha, double life_years) {
        return new Under(
                stocks.stock(area_ha),
                stocks.blue_ha(area_ha),
                stocks.withoutFactor_ha(area_ha),
                balance.loss(area_ha, life_years));
    }

    /** Area of an outline within the ecological red line, hectares; empty when the account names no such layer. */
    Optional<Double> redLine_ha(Geometry outline) {
        return redLine.map(line -> line.within_ha(outline));
    }
}
