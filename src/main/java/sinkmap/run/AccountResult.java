package sinkmap.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import sinkmap.catalog.Text;
import sinkmap.sink.Account;
import sinkmap.sink.Factor;
import sinkmap.sink.Stock;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumModel;

/** The result of an account run, as JSON shows it. Areas in hectares, stocks in t C and t CO2e. */
record AccountResult(
        double cell_m,
        Total total,
        List<OfMethod> methods,
        List<OfStratum> strata,
        List<OfZone> zones,
        List<WithoutFactor> withoutFactor,
        List<Inputs.Input> inputs,
        String quality,
        Map<String, Double> seconds,
        long peakHeap_mb,
        String definitionsHash,
        String version) {

    record Total(double area_ha, double stock_tc, double low_tc, double high_tc, double stock_tco2e) {}

    /** The account by one method over the same areas; the first method is the headline, which the rest of the result is. */
    record OfMethod(String id, Text title, List<String> sets, Total total, List<WithoutFactor> withoutFactor) {}

    record OfStratum(
            String layer,
            @JsonProperty("class") String classCode,
            Text title,
            double area_ha,
            double overlap_ha,
            double areaUncertainty_percent,
            boolean blue,
            List<OfPool> pools,
            double stock_tc,
            double low_tc,
            double high_tc,
            double stock_tco2e) {}

    record OfPool(
            String pool,
            String formula,
            String set,
            double density,
            double stock_tc,
            double low_tc,
            double high_tc,
            List<FactorRow> factors) {}

    record FactorRow(
            String id,
            String quantity,
            double value,
            double low,
            double high,
            String unit,
            String method,
            String edition,
            String tier,
            String source,
            String basis,
            String confidence) {}

    record OfZone(
            String name,
            double area_ha,
            double stock_tc,
            double low_tc,
            double high_tc,
            double stock_tco2e,
            List<Part> strata) {}

    record Part(String layer, @JsonProperty("class") String classCode, double area_ha, double stock_tc) {}

    record WithoutFactor(
            String layer, @JsonProperty("class") String classCode, Text title, double area_ha) {}

    static AccountResult of(
            Account account,
            Map<AccountPlan.AccountMethod, Account> byMethod,
            AccountPlan plan,
            double cell_m,
            Inputs inputs,
            Stages stages) {
        return new AccountResult(
                cell_m,
                total(account),
                byMethod.entrySet().stream()
                        .map(e -> new OfMethod(
                                e.getKey().id(),
                                e.getKey().title(),
                                e.getKey().sets(),
                                total(e.getValue()),
                                withoutFactor(e.getValue(), plan)))
                        .toList(),
                account.strata().stream().map(s -> ofStratum(s, plan)).toList(),
                account.zones().stream().map(AccountResult::ofZone).toList(),
                withoutFactor(account, plan),
                inputs.list(),
                inputs.quality(),
                stages.seconds(),
                stages.peakHeap_mb(),
                inputs.definitions(),
                Version.current());
    }

    private static Total total(Account account) {
        Stock stock = account.stock();
        return new Total(
                account.area_ha(),
                stock.value().value(),
                stock.low().value(),
                stock.high().value(),
                stock.value().toCo2e().value());
    }

    private static List<WithoutFactor> withoutFactor(Account account, AccountPlan plan) {
        return account.withoutFactor().stream()
                .map(w -> new WithoutFactor(
                        w.stratum().layer(), w.stratum().classCode(), plan.title(w.stratum()), w.area_ha()))
                .toList();
    }

    private static OfStratum ofStratum(Account.OfStratum of, AccountPlan plan) {
        Stratum stratum = of.stratum();
        Stock stock = of.stock();
        return new OfStratum(
                stratum.layer(),
                stratum.classCode(),
                plan.title(stratum),
                of.area_ha(),
                of.overlap_ha(),
                stratum.areaUncertainty_percent(),
                stratum.blue(),
                of.pools().stream().map(AccountResult::ofPool).toList(),
                stock.value().value(),
                stock.low().value(),
                stock.high().value(),
                stock.value().toCo2e().value());
    }

    private static OfPool ofPool(Account.OfPool of) {
        StratumModel.Entry entry = of.entry();
        return new OfPool(
                entry.pool().code(),
                entry.formula().code(),
                entry.set(),
                entry.perHectare(),
                of.stock().value().value(),
                of.stock().low().value(),
                of.stock().high().value(),
                entry.factors().stream().map(AccountResult::row).toList());
    }

    private static FactorRow row(Factor factor) {
        return new FactorRow(
                factor.id(),
                factor.quantity().code(),
                factor.stated().value(),
                factor.stated().low(),
                factor.stated().high(),
                factor.unit(),
                factor.method(),
                factor.edition(),
                factor.tier(),
                factor.source(),
                factor.basis(),
                factor.confidence());
    }

    private static OfZone ofZone(Account.OfZone of) {
        Stock stock = of.stock();
        return new OfZone(
                of.name(),
                of.area_ha(),
                stock.value().value(),
                stock.low().value(),
                stock.high().value(),
                stock.value().toCo2e().value(),
                parts(of));
    }

    /** The strata of a zone. */
    static List<Part> parts(Account.OfZone of) {
        return of.parts().stream()
                .map(p -> new Part(
                        p.stratum().layer(),
                        p.stratum().classCode(),
                        p.area_ha(),
                        p.stock().value()))
                .toList();
    }
}
