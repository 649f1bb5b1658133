package sinkmap.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sinkmap.catalog.Text;
import sinkmap.sink.Account;
import sinkmap.sink.Factor;
import sinkmap.sink.Flow;
import sinkmap.sink.Stock;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumModel;
import sinkmap.sink.TonnesCarbon;
import sinkmap.sink.TonnesMethane;

/** The result of an account run, as JSON shows it. Areas in hectares, stocks in t C and t CO2e. */
record AccountResult(
        double cell_m,
        Total total,
        List<OfMethod> methods,
        List<OfStratum> strata,
        List<OfZone> zones,
        List<OfPartition> partitions,
        Gaps gaps,
        List<Overlap> overlaps,
        List<WithoutFactor> withoutFactor,
        List<Inputs.Input> inputs,
        String quality,
        Map<String, Double> seconds,
        long peakHeap_mb,
        String definitionsHash,
        String version) {

    /**
     * Stock and yearly flows. A flow is null where no rate is known; it counts the sinks whose rate is known, and their
     * area is beside it.
     */
    record Total(
            double area_ha,
            double stock_tc,
            double low_tc,
            double high_tc,
            double stock_tco2e,
            double sequestrationArea_ha,
            Double sequestration_tc_yr,
            Double sequestrationLow_tc_yr,
            Double sequestrationHigh_tc_yr,
            Double sequestration_tco2e_yr,
            double methaneArea_ha,
            Double methane_t_yr,
            Double methaneLow_t_yr,
            Double methaneHigh_t_yr,
            Double methane_tco2e_yr) {}

    /** The account by one method over the same areas; the first method is the headline, which the rest of the result is. */
    record OfMethod(
            String id,
            Text title,
            List<String> sets,
            Total total,
            List<OfStratum> strata,
            List<WithoutFactor> withoutFactor) {}

    record OfPartition(String id, Text title, List<OfZone> zones) {}

    /** What sinks leave open. */
    record Gaps(double region_ha, double covered_ha, double uncovered_ha, double uncoveredInZones_ha) {}

    /** What a stratum covers beside its area, but an earlier stratum has. */
    record Overlap(String layer, @JsonProperty("class") String classCode, Text title, double overlap_ha) {}

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
            double stock_tco2e,
            Double sequestration_tc_yr,
            Double sequestrationLow_tc_yr,
            Double sequestrationHigh_tc_yr,
            Double methane_t_yr) {}

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
            double uncovered_ha,
            double stock_tc,
            double low_tc,
            double high_tc,
            double stock_tco2e,
            double sequestrationArea_ha,
            Double sequestration_tc_yr,
            List<Part> strata) {}

    record Part(String layer, @JsonProperty("class") String classCode, double area_ha, double stock_tc) {}

    record WithoutFactor(
            String layer,
            @JsonProperty("class") String classCode,
            Text title,
            double area_ha,
            Double sequestration_tc_yr,
            Double methane_t_yr) {}

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
                                strata(e.getValue(), plan),
                                withoutFactor(e.getValue(), plan)))
                        .toList(),
                strata(account, plan),
                zones(account.zones()),
                partitions(account, plan),
                gaps(account.gaps()),
                overlaps(account, plan),
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
        Flow uptake = account.flows().sequestration();
        Flow methane = account.flows().methane();
        return new Total(
                account.area_ha(),
                stock.value().value(),
                stock.low().value(),
                stock.high().value(),
                stock.value().toCo2e().value(),
                uptake.area_ha(),
                known(uptake.value().value()),
                known(uptake.value().low()),
                known(uptake.value().high()),
                known(new TonnesCarbon(uptake.value().value()).toCo2e().value()),
                methane.area_ha(),
                known(methane.value().value()),
                known(methane.value().low()),
                known(methane.value().high()),
                known(new TonnesMethane(methane.value().value()).toCo2e().value()));
    }

    /** What is not known is null in JSON. */
    static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static List<OfStratum> strata(Account account, AccountPlan plan) {
        return account.strata().stream().map(s -> ofStratum(s, plan)).toList();
    }

    private static List<OfPartition> partitions(Account account, AccountPlan plan) {
        List<OfPartition> partitions = new ArrayList<>();
        for (int i = 0; i < plan.partitions().size(); i++) {
            AccountPlan.ZoneLayer of = plan.partitions().get(i);
            partitions.add(new OfPartition(
                    of.id(), of.title(), zones(account.partitions().get(i).zones())));
        }
        return partitions;
    }

    private static List<OfZone> zones(List<Account.OfZone> zones) {
        return zones.stream().map(AccountResult::ofZone).toList();
    }

    private static Gaps gaps(Account.Gaps gaps) {
        return new Gaps(gaps.region_ha(), gaps.covered_ha(), gaps.uncovered_ha(), gaps.uncoveredInZones_ha());
    }

    private static List<Overlap> overlaps(Account account, AccountPlan plan) {
        List<Overlap> overlaps = new ArrayList<>();
        for (Stratum stratum : plan.strata()) {
            double overlap_ha = account.overlap_ha(stratum);
            if (overlap_ha > 0) {
                overlaps.add(new Overlap(stratum.layer(), stratum.classCode(), plan.title(stratum), overlap_ha));
            }
        }
        return overlaps;
    }

    private static List<WithoutFactor> withoutFactor(Account account, AccountPlan plan) {
        return account.withoutFactor().stream()
                .map(w -> new WithoutFactor(
                        w.stratum().layer(),
                        w.stratum().classCode(),
                        plan.title(w.stratum()),
                        w.area_ha(),
                        known(w.flows().sequestration().value().value()),
                        known(w.flows().methane().value().value())))
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
                stock.value().toCo2e().value(),
                known(of.flows().sequestration().value().value()),
                known(of.flows().sequestration().value().low()),
                known(of.flows().sequestration().value().high()),
                known(of.flows().methane().value().value()));
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
                of.uncovered_ha(),
                stock.value().value(),
                stock.low().value(),
                stock.high().value(),
                stock.value().toCo2e().value(),
                of.flows().sequestration().area_ha(),
                known(of.flows().sequestration().value().value()),
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
