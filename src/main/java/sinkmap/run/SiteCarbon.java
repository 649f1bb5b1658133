package sinkmap.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Text;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.sink.Disturbance;
import sinkmap.sink.Disturbances;
import sinkmap.sink.Factors;
import sinkmap.sink.Measure;
import sinkmap.sink.SiteBalance;
import sinkmap.sink.Stock;
import sinkmap.sink.Stocks;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumMap;
import sinkmap.sink.StratumModel;
import sinkmap.siting.Criterion;

/** The carbon under sites. */
final class SiteCarbon {

    private final SinkMap map;
    private final List<Stratum> strata;
    private final Stocks stocks;

    private final AccountPlan account;
    private final SiteBalance balance;
    private final Optional<RedLine> redLine;

    private SiteCarbon(
            SinkMap map, AccountPlan account, Stocks stocks, SiteBalance balance, Optional<RedLine> redLine) {
        this.map = map;
        this.account = account;
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
     * The sinks of a region, if the region has an account that says what is one.
     *
     * @param technology technology of the plants
     */
    static Optional<SiteCarbon> read(
            CarbonTables tables,
            String technology,
            Grid region,
            RegionFeatures features,
            Inputs inputs,
            Stages stages) {
        return tables.account().map(account -> {
            Stocks stocks = stocks(account, tables.factors());
            return new SiteCarbon(
                    SinkMap.read(account, features, region, inputs, stages),
                    account,
                    stocks,
                    new SiteBalance(stocks.models(), tables.disturbances(), technology),
                    Optional.ofNullable(account.redLine())
                            .map(layer -> RedLine.read(layer, features, region, inputs, stages)));
        });
    }

    /**
     * Carbon under a site.
     *
     * @param stock stock of the strata that have a factor; null when there are strata and none has one
     * @param blue_ha area of blue carbon
     * @param unknown_ha area of strata without factor, whose stock is not in {@code stock}
     * @param loss what a plant takes of it
     */
    record Under(Stock stock, double blue_ha, double unknown_ha, SiteBalance.Loss loss) {}

    /**
     * Something that speaks against a site, as JSON.
     *
     * @param flag {@code blue-carbon} or {@code ecological-red-line}
     * @param layer the layer it is on
     * @param title title of the layer
     * @param area_ha how much of it: usable area of the site for blue carbon, area within the outline for the red line
     */
    record Flag(String flag, String layer, Text title, double area_ha) {}

    AccountPlan account() {
        return account;
    }

    List<Stratum> strata() {
        return strata;
    }

    /** The strata of the cells of a window. */
    StratumMap on(Grid window) {
        return map.on(window);
    }

    /**
     * Carbon of the cells of a window, t C/ha: all that they hold or what a plant takes of it. Zero where a cell belongs to
     * no stratum, NaN where its stratum has no factor.
     */
    Raster density(Criterion.CarbonKind kind, Grid window) {
        float[] byCode = new float[strata.size() + 1];
        for (int i = 0; i < strata.size(); i++) {
            StratumModel model = stocks.models().get(i);
            double stock = model.lacks(Measure.STOCK) ? Double.NaN : model.perHectare(Measure.STOCK);
            byCode[i + 1] = (float) (kind == Criterion.CarbonKind.STOCK ? stock : balance.disturbed_tc_ha(i));
        }
        StratumMap here = map.on(window);
        float[] values = new float[window.size()];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = byCode[here.code(cell)];
        }
        return new Raster(window, values, Criterion.Carbon.UNIT);
    }

    /**
     * The carbon of an area, given by stratum.
     *
     * @param life_years life of the plant, NaN when it is not known
     */
    Under under(double[] area_ha, double life_years) {
        SiteBalance.Loss loss = balance.loss(area_ha, life_years);
        return new Under(
                loss.disturbed() == null ? null : stocks.stock(area_ha),
                stocks.blue_ha(area_ha),
                stocks.withoutFactor_ha(area_ha),
                loss);
    }

    /** The rows of disturbance shares that hold for an area. */
    List<Disturbance> disturbances(double[] area_ha) {
        return balance.rows(area_ha);
    }

    /** Area of an outline within the ecological red line, hectares; empty when the account names no such layer. */
    Optional<Double> redLine_ha(Geometry outline) {
        return redLine.map(line -> line.within_ha(outline));
    }

    /** What speaks against an area, given by stratum, with so much of the red line in its outline. */
    List<Flag> flags(double[] area_ha, Optional<Double> redLine_ha) {
        Map<FeatureLayer, Double> blue_ha = new LinkedHashMap<>();
        for (AccountPlan.SinkLayer sink : account.sinks()) {
            for (int i = 0; i < area_ha.length; i++) {
                if (sink.blue()
                        && area_ha[i] > 0
                        && strata.get(i).layer().equals(sink.layer().id())) {
                    blue_ha.merge(sink.layer(), area_ha[i], Double::sum);
                }
            }
        }
        List<Flag> flags = new ArrayList<>();
        blue_ha.forEach((layer, ha) -> flags.add(new Flag("blue-carbon", layer.id(), layer.title(), ha)));
        redLine_ha
                .filter(ha -> ha > 0)
                .ifPresent(ha -> flags.add(new Flag(
                        "ecological-red-line",
                        account.redLine().id(),
                        account.redLine().title(),
                        ha)));
        return flags;
    }
}
