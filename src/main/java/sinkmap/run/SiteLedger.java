package sinkmap.run;

import java.util.List;
import java.util.Map;
import sinkmap.catalog.Text;
import sinkmap.sink.Interval;
import sinkmap.sink.Payback;
import sinkmap.sink.Pool;
import sinkmap.sink.SiteBalance;
import sinkmap.sink.Stock;
import sinkmap.sink.TonnesCarbon;

/**
 * What a site costs and saves in carbon, as attributes.
 *
 * @param loss what a plant takes of the carbon under the site
 * @param energy_mwh energy in a year, NaN when it is not known
 * @param life_years life of the plant, NaN when it is not known
 * @param bases what avoided emissions are reckoned by; the first is that of the plan
 */
record SiteLedger(SiteBalance.Loss loss, double energy_mwh, double life_years, List<AvoidedBasis> bases) {

    /** A pool, as JSON. */
    record OfPool(String pool, double disturbed_tc, double low_tc, double high_tc) {}

    /**
     * The balance by one basis, as JSON. The factor is in t CO2/MWh; the table of factors says more under its id. All
     * but the kind are null when the table has no value of the kind.
     */
    record OfBasis(
            String kind,
            String id,
            Text title,
            Double factor,
            String confidence,
            Double avoided_t,
            Double net_balance_tco2e,
            Double netLow_tco2e,
            Double netHigh_tco2e,
            Double payback_years,
            Double low_years,
            Double high_years) {}

    void put(Map<String, Object> values) {
        values.put("carbon_disturbed_tc", loss.disturbed().value().value());
        values.put("carbon_disturbed_low_tc", loss.disturbed().low().value());
        values.put("carbon_disturbed_high_tc", loss.disturbed().high().value());
        values.put(
                "carbon_disturbed_pools",
                Json.write(loss.pools().entrySet().stream()
                        .map(e -> pool(e.getKey(), e.getValue()))
                        .toList()));
        Interval forgone = loss.forgone_tc();
        boolean known = forgone != null && !Double.isNaN(life_years);
        values.put(
                "forgone_tco2e",
                known ? new TonnesCarbon(forgone.value()).toCo2e().value() : null);
        values.put("forgone_unknown_ha", loss.forgoneUnknown_ha());
        List<OfBasis> all = bases.stream().map(this::of).toList();
        values.put("net_balance_tco2e", all.get(0).net_balance_tco2e());
        values.put("payback_years", all.get(0).payback_years());
        values.put("payback_low_years", all.get(0).low_years());
        values.put("payback_high_years", all.get(0).high_years());
        values.put("paybacks", Json.write(all));
    }

    private static OfPool pool(Pool pool, Stock stock) {
        return new OfPool(
                pool.code(),
                stock.value().value(),
                stock.low().value(),
                stock.high().value());
    }

    private OfBasis of(AvoidedBasis basis) {
        EmissionFactor factor = basis.factor();
        if (factor == null) {
            return new OfBasis(basis.kind(), null, null, null, null, null, null, null, null, null, null, null);
        }
        boolean yields = !Double.isNaN(energy_mwh);
        Interval avoided_t = factor.avoided_t(yields ? energy_mwh : 0);
        Payback payback = Payback.of(loss.disturbed(), avoided_t);
        Interval net = yields && !Double.isNaN(life_years) ? SiteBalance.net_tco2e(loss, avoided_t, life_years) : null;
        return new OfBasis(
                basis.kind(),
                factor.id(),
                factor.title(),
                factor.value(),
                factor.confidence(),
                yields ? avoided_t.value() : null,
                net == null ? null : net.value(),
                net == null ? null : net.low(),
                net == null ? null : net.high(),
                finite(payback.years()),
                finite(payback.low_years()),
                finite(payback.high_years()));
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
