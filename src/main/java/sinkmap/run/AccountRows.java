package sinkmap.run;

import java.util.List;
import sinkmap.catalog.Text;
import sinkmap.sink.Account;
import sinkmap.sink.Factor;
import sinkmap.sink.Flow;
import sinkmap.sink.Interval;
import sinkmap.sink.Pool;
import sinkmap.sink.Stock;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumModel;
import sinkmap.sink.TonnesCarbon;
import sinkmap.sink.TonnesMethane;
import sinkmap.sink.Verified;

/** Turns the parts of an account into the rows of its result. */
final class AccountRows {

    private static final Text BY_LAYER = new Text("按图层", "By layer");
    private static final Text BY_HABITAT = new Text("按生境", "By habitat");

    private final AccountPlan plan;
    private final SinkMap sinks;

    AccountRows(AccountPlan plan, SinkMap sinks) {
        this.sinks = sinks;
        this.plan = plan;
    }

    static AccountResult.Total total(Account account) {
        Stock stock = account.stock();
        Flow carbon = account.flows().sequestration();
        Flow methane = account.flows().methane();
        return new AccountResult.Total(
                account.area_ha(),
                stock.value().value(),
                stock.low().value(),
                stock.high().value(),
                stock.value().toCo2e().value(),
                carbon.area_ha(),
                carbon.value().value(),
                carbon.value().low(),
                carbon.value().high(),
                carbon_tco2e(carbon.value()),
                methane.area_ha(),
                methane.value().value(),
                methane.value().low(),
                methane.value().high(),
                methane_tco2e(methane.value()));
    }

    private static double carbon_tco2e(Interval carbon) {
        return new TonnesCarbon(carbon.value()).toCo2e().value();
    }

    private static double methane_tco2e(Interval methane) {
        return new TonnesMethane(methane.value()).toCo2e().value();
    }

    AccountResult.OfMethod method(AccountPlan.AccountMethod method, Account account) {
        return new AccountResult.OfMethod(
                method.id(),
                method.title(),
                method.sets(),
                total(account),
                Verified.of(account).stream()
                        .map(of -> new AccountResult.OfVerification(
                                of.verification().code(), of.rows(), of.stock_tc()))
                        .toList(),
                strata(account),
                withoutFactor(account));
    }

    List<AccountResult.OfStratum> strata(Account account) {
        return account.strata().stream().map(this::stratum).toList();
    }

    List<AccountResult.WithoutFactor> withoutFactor(Account account) {
        return account.withoutFactor().stream()
                .map(w -> new AccountResult.WithoutFactor(
                        w.stratum().layer(),
                        w.stratum().classCode(),
                        plan.title(w.stratum()),
                        sinks.features(w.stratum()),
                        w.area_ha(),
                        w.overlap_ha(),
                        w.flows().sequestration().value().value(),
                        w.flows().methane().value().value()))
                .toList();
    }

    List<AccountResult.Overlap> overlaps(Account account) {
        return account.overlaps().stream()
                .map(o -> new AccountResult.Overlap(
                        o.stratum().layer(),
                        o.stratum().classCode(),
                        plan.title(o.stratum()),
                        o.area_ha(),
                        o.under().stream().map(this::under).toList()))
                .toList();
    }

    private AccountResult.Under under(Account.Under under) {
        Stratum stratum = under.stratum();
        return new AccountResult.Under(stratum.layer(), stratum.classCode(), plan.title(stratum), under.area_ha());
    }

    static AccountResult.Gaps gaps(Account.Gaps gaps) {
        return new AccountResult.Gaps(
                gaps.region_ha(), gaps.covered_ha(), gaps.uncovered_ha(), gaps.uncoveredInZones_ha());
    }

    private AccountResult.OfStratum stratum(Account.OfStratum of) {
        Stratum stratum = of.stratum();
        Stock stock = of.stock();
        Interval carbon = of.flows().sequestration().value();
        Interval methane = of.flows().methane().value();
        return new AccountResult.OfStratum(
                stratum.layer(),
                stratum.classCode(),
                plan.title(stratum),
                of.area_ha(),
                of.overlap_ha(),
                stratum.areaUncertainty_percent(),
                stratum.areaMap(),
                stratum.blue(),
                plan
                        .missingPools(
                                stratum,
                                of.pools().stream().map(p -> p.entry().pool()).toList())
                        .stream()
                        .map(Pool::code)
                        .toList(),
                of.pools().stream().map(AccountRows::pool).toList(),
                of.flowPools().stream().map(AccountRows::flow).toList(),
                stock.value().value(),
                stock.low().value(),
                stock.high().value(),
                stock.value().toCo2e().value(),
                carbon.value(),
                carbon.low(),
                carbon.high(),
                carbon_tco2e(carbon),
                methane.value(),
                methane_tco2e(methane));
    }

    private static AccountResult.OfPool pool(Account.OfPool of) {
        StratumModel.Entry entry = of.entry();
        return new AccountResult.OfPool(
                entry.pool().code(),
                entry.formula().code(),
                entry.set(),
                entry.perHectare(),
                of.stock().value().value(),
                of.stock().low().value(),
                of.stock().high().value(),
                entry.factors().stream().map(AccountRows::row).toList());
    }

    private static AccountResult.OfFlow flow(Account.OfFlow of) {
        StratumModel.Entry entry = of.entry();
        return new AccountResult.OfFlow(
                entry.measure().code(),
                entry.measure().unit(),
                entry.pool().code(),
                entry.formula().code(),
                entry.set(),
                entry.perHectare(),
                of.value().value(),
                of.value().low(),
                of.value().high(),
                entry.factors().stream().map(AccountRows::row).toList());
    }

    private static AccountResult.FactorRow row(Factor factor) {
        return new AccountResult.FactorRow(
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
                factor.verification().code(),
                factor.confidence());
    }

    /** By zone of each partition, then by group of each way to group the strata. */
    List<AccountResult.OfPartition> partitions(Account account) {
        return account.partitions().stream()
                .map(of -> new AccountResult.OfPartition(
                        of.id(),
                        title(of.id()),
                        of.zones().stream().map(AccountRows::zone).toList()))
                .toList();
    }

    private Text title(String partition) {
        return plan.partitions().stream()
                .filter(of -> of.id().equals(partition))
                .map(AccountPlan.ZoneLayer::title)
                .findFirst()
                .orElseGet(() -> partition.equals("layer") ? BY_LAYER : BY_HABITAT);
    }

    private static AccountResult.OfZone zone(Account.OfZone of) {
        Stock stock = of.stock();
        Interval carbon = of.flows().sequestration().value();
        Interval methane = of.flows().methane().value();
        return new AccountResult.OfZone(
                of.name(),
                of.area_ha(),
                of.uncovered_ha(),
                of.withoutFactor_ha(),
                stock.value().value(),
                stock.low().value(),
                stock.high().value(),
                stock.value().toCo2e().value(),
                of.flows().sequestration().area_ha(),
                carbon.value(),
                carbon.low(),
                carbon.high(),
                carbon_tco2e(carbon),
                methane.value(),
                methane_tco2e(methane),
                pools(of),
                parts(of));
    }

    /** The pools of a zone. */
    static List<AccountResult.PoolStock> pools(Account.OfZone of) {
        return of.pools().entrySet().stream()
                .map(e -> new AccountResult.PoolStock(
                        e.getKey().code(),
                        e.getValue().value().value(),
                        e.getValue().low().value(),
                        e.getValue().high().value()))
                .toList();
    }

    /** The strata of a zone. */
    static List<AccountResult.Part> parts(Account.OfZone of) {
        return of.parts().stream()
                .map(p -> new AccountResult.Part(
                        p.stratum().layer(),
                        p.stratum().classCode(),
                        p.area_ha(),
                        p.stock().value()))
                .toList();
    }
}
