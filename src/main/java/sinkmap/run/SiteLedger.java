package sinkmap.run;

import java.util.List;
import java.util.Map;
import sinkmap.catalog.Text;
import sinkmap.sink.Interval;
import sinkmap.sink.Payback;
import sinkmap.sink.SiteBalance;
import sinkmap.sink.Stock;
import sinkmap.sink.TonnesCarbon;

/**
 * What plants cost and save in carbon, for people.
 *
 * @param under the carbon under them
 * @param energy_mwh energy in a year, NaN when it is not known
 * @param terms what the balance rests on besides
 */
record SiteLedger(SiteCarbon.Under under, double energy_mwh, BalanceTerms terms) {

    /**
     * A pool, as JSON.
     *
     * @param share part of the stock that is disturbed
     * @param forgone_tco2e uptake that does not take place over the life; null when it is not known
     */
    record OfPool(
            String pool,
            double stock_tc,
            Double share,
            double disturbed_tc,
            double disturbedLow_tc,
            double disturbedHigh_tc,
            Double forgone_tco2e) {}

    /**
     * The balance by one basis, as JSON. The factor and its bounds are in t CO2/MWh; the table of factors says more under its
     * id. All but the kind are null when the table has no value of the kind; the net balance is null when the life is not
     * known.
     *
     * @param intervalBasis where the bounds of the factor come from, which go into all other bounds
     */
    record OfBasis(
            String kind,
            boolean headline,
            String id,
            Text title,
            Double factor,
            Double factorLow,
            Double factorHigh,
            String intervalBasis,
            String confidence,
            Double avoided_t,
            Double avoidedLow_t,
            Double avoidedHigh_t,
            Double netBalance_tco2e,
            Double netBalanceLow_tco2e,
            Double netBalanceHigh_tco2e,
            Double payback_years,
            Double paybackLow_years,
            Double paybackHigh_years) {

        private static OfBasis missing(String kind) {
            return new OfBasis(
                    kind, false, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null);
        }
    }

    /** Puts everything as attributes of a site. */
    void put(Map<String, Object> values) {
        put(values, "carbon", "stock_tc", "low_tc", "high_tc", interval(under.stock()));
        values.put("blue_carbon_ha", under.blue_ha());
        values.put("carbon_unknown_ha", under.unknown_ha());
        SiteBalance.Loss loss = under.loss();
        put(values, "carbon_disturbed", "tc", "low_tc", "high_tc", interval(loss.disturbed()));
        values.put("carbon_pools", Json.write(pools()));
        put(values, "forgone", "tco2e", "low_tco2e", "high_tco2e", forgone_tco2e());
        values.put("forgone_unknown_ha", loss.forgoneUnknown_ha());
        OfBasis own = balances().get(0);
        values.put("co2_avoided_low_t", own.avoidedLow_t());
        values.put("co2_avoided_high_t", own.avoidedHigh_t());
        values.put("net_balance_tco2e", own.netBalance_tco2e());
        values.put("net_balance_low_tco2e", own.netBalanceLow_tco2e());
        values.put("net_balance_high_tco2e", own.netBalanceHigh_tco2e());
        values.put("payback_years", own.payback_years());
        values.put("payback_low_years", own.paybackLow_years());
        values.put("payback_high_years", own.paybackHigh_years());
        values.put("balances", Json.write(balances()));
    }

    private static void put(
            Map<String, Object> values, String name, String value, String low, String high, Interval interval) {
        values.put(name + "_" + value, interval == null ? null : interval.value());
        values.put(name + "_" + low, interval == null ? null : interval.low());
        values.put(name + "_" + high, interval == null ? null : interval.high());
    }

    private static Interval interval(Stock stock) {
        return stock == null
                ? null
                : new Interval(
                        stock.value().value(), stock.low().value(), stock.high().value());
    }

    /** Uptake that is forgone over the life, t CO2e; null when it is not known. */
    Interval forgone_tco2e() {
        return Double.isNaN(terms.life_years()) ? null : co2e(under.loss().forgone_tc());
    }

    private static Interval co2e(Interval carbon_tc) {
        return carbon_tc == null
                ? null
                : carbon_tc.times(new TonnesCarbon(1).toCo2e().value());
    }

    /** The pools that hold carbon under the plants. */
    List<OfPool> pools() {
        return under.loss().pools().entrySet().stream()
                .map(e -> pool(e.getKey().code(), e.getValue()))
                .toList();
    }

    private static OfPool pool(String pool, SiteBalance.OfPool of) {
        Interval disturbed = interval(of.disturbed());
        double stock_tc = of.stock().value().value();
        Interval forgone = co2e(of.forgone_tc());
        return new OfPool(
                pool,
                stock_tc,
                stock_tc == 0 ? null : disturbed.value() / stock_tc,
                disturbed.value(),
                disturbed.low(),
                disturbed.high(),
                forgone == null ? null : forgone.value());
    }

    /** The balance by every basis, that of the plan first. */
    List<OfBasis> balances() {
        return terms.bases().stream().map(this::of).toList();
    }

    private OfBasis of(AvoidedBasis basis) {
        EmissionFactor factor = basis.factor();
        if (factor == null) {
            return OfBasis.missing(basis.kind());
        }
        Interval loss_tc = under.loss().loss_tc();
        Interval avoided = Double.isNaN(energy_mwh) ? null : terms.avoided_t(factor, energy_mwh);
        boolean lives = !Double.isNaN(terms.life_years());
        Interval net = loss_tc == null || avoided == null || !lives
                ? null
                : SiteBalance.net_tco2e(loss_tc, avoided, terms.life_years());
        Payback payback = loss_tc == null || avoided == null ? null : Payback.of(loss_tc, avoided);
        return new OfBasis(
                basis.kind(),
                basis.headline(),
                factor.id(),
                factor.title(),
                factor.value(),
                factor.low(),
                factor.high(),
                factor.intervalBasis(),
                factor.confidence(),
                avoided == null ? null : avoided.value(),
                avoided == null ? null : avoided.low(),
                avoided == null ? null : avoided.high(),
                net == null ? null : net.value(),
                net == null ? null : net.low(),
                net == null ? null : net.high(),
                payback == null ? null : finite(payback.years()),
                payback == null ? null : finite(payback.low_years()),
                payback == null ? null : finite(payback.high_years()));
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
