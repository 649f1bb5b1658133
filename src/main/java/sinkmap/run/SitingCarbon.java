package sinkmap.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sinkmap.catalog.Text;
import sinkmap.sink.Disturbance;
import sinkmap.sink.Interval;
import sinkmap.sink.Stock;
import sinkmap.siting.Plan;
import sinkmap.siting.Site;

/**
 * The carbon of all sites of a run together and what it was reckoned from, as JSON.
 *
 * @param method method of the account
 * @param technology technology of the plants
 * @param life_years life of a plant, which the balance is over; null when the plan gives none
 * @param disturbance the shares that plants on these sites disturb
 * @param yield how far the yearly energy may be off; null when no table says so, and then it is taken to be exact
 * @param avoided the bases of avoided emissions, that of the plan first
 * @param redLine layer of the ecological red line, or null
 * @param total the sites together; what they share in errors is added up before it is squared
 * @param interval what the intervals hold
 */
record SitingCarbon(
        Method method,
        String technology,
        Double life_years,
        List<Share> disturbance,
        YieldError yield,
        List<Basis> avoided,
        String redLine,
        Total total,
        Text interval) {

    private static final Text INTERVAL = new Text(
            "95 % 区间，一阶误差传播（IPCC 2006 第 1 卷第 3 章方法 1）：面积、碳因子、扰动比例、排放因子和发电量的误差；装机容量和寿命按方案取定值；不含甲烷和设备制造排放",
            "95 % intervals, propagation of error to first order (IPCC 2006, volume 1, chapter 3, approach 1) of areas, carbon"
                    + " factors, disturbed shares, emission factor and yearly energy; capacity and life as the plan gives"
                    + " them; without methane and without the making of the plants");

    /** The method and the sets of factors that it takes. */
    record Method(String id, Text title, List<String> sets) {}

    /** A row of the table of disturbance shares. */
    record Share(
            String layer,
            String pool,
            double share,
            double low,
            double high,
            String source,
            String basis,
            String verification,
            String confidence) {}

    /** A basis of avoided emissions; all but the kind are null when the table has none of the kind. */
    record Basis(String kind, boolean headline, EmissionFactor factor) {}

    /**
     * Sums over the sites; areas as at a single site.
     *
     * @param unmapped_ha usable area that no layer of carbon covers
     * @param balances the balance by every basis
     */
    record Total(
            double usable_ha,
            double unmapped_ha,
            double unknown_ha,
            double blue_ha,
            Bounds stock_tc,
            Bounds disturbed_tc,
            List<SiteLedger.OfPool> pools,
            Bounds forgone_tco2e,
            double forgoneUnknown_ha,
            List<SiteLedger.OfBasis> balances) {}

    /** A value with its interval. */
    record Bounds(double value, double low, double high) {

        private static Bounds of(Interval interval) {
            return interval == null ? null : new Bounds(interval.value(), interval.low(), interval.high());
        }

        private static Bounds of(Stock stock) {
            return stock == null
                    ? null
                    : new Bounds(
                            stock.value().value(),
                            stock.low().value(),
                            stock.high().value());
        }
    }

    /**
     * The carbon of the sites of a plan; null when the region declares no account.
     *
     * @param area_ha area of the sites by stratum
     */
    static SitingCarbon of(
            Plan plan, Optional<SiteCarbon> carbon, BalanceTerms terms, List<Site> sites, double[] area_ha) {
        return carbon.map(of -> new SitingCarbon(
                        new Method(
                                of.account().headline().id(),
                                of.account().headline().title(),
                                of.account().headline().sets()),
                        plan.technology(),
                        Double.isNaN(terms.life_years()) ? null : terms.life_years(),
                        of.disturbances(area_ha).stream()
                                .map(SitingCarbon::share)
                                .toList(),
                        terms.yieldError(),
                        terms.bases().stream()
                                .map(basis -> new Basis(basis.kind(), basis.headline(), basis.factor()))
                                .toList(),
                        of.account().redLine() == null
                                ? null
                                : of.account().redLine().id(),
                        total(of.under(area_ha, terms.life_years()), terms, sites, area_ha),
                        INTERVAL))
                .orElse(null);
    }

    /** A row of the table of disturbance shares, for people. */
    static Share share(Disturbance row) {
        return new Share(
                row.layer(),
                row.pool().code(),
                row.share().value(),
                row.share().low(),
                row.share().high(),
                row.source(),
                row.basis(),
                row.verification().code(),
                row.confidence());
    }

    private static Total total(SiteCarbon.Under under, BalanceTerms terms, List<Site> sites, double[] area_ha) {
        double usable_ha = sites.stream().mapToDouble(Site::usable_ha).sum();
        double energy_gwh = sites.stream()
                .mapToDouble(site -> site.figures().energy_gwh())
                .filter(Double::isFinite)
                .sum();
        SiteLedger ledger = new SiteLedger(under, energy_gwh * 1000, terms);
        return new Total(
                usable_ha,
                Math.max(0, usable_ha - Arrays.stream(area_ha).sum()),
                under.unknown_ha(),
                under.blue_ha(),
                Bounds.of(under.stock()),
                Bounds.of(under.loss().disturbed()),
                ledger.pools(),
                Bounds.of(ledger.forgone_tco2e()),
                under.loss().forgoneUnknown_ha(),
                ledger.balances());
    }
}
