package sinkmap.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import sinkmap.catalog.Text;
import sinkmap.sink.AsideAccount;
import sinkmap.sink.Interval;
import sinkmap.sink.TonnesCarbon;

/**
 * An account kept apart, as JSON shows it. Its removal is in no total; null when no activity was given.
 *
 * @param notGiven classes that a factor is there for but no activity
 * @param waiting the factors of those classes
 */
record AsideResult(
        String id,
        Text title,
        Text note,
        Integer year,
        Double removal_tc_yr,
        Double removalLow_tc_yr,
        Double removalHigh_tc_yr,
        Double removal_tco2e_yr,
        List<Row> rows,
        List<String> notGiven,
        List<Waiting> waiting) {

    /** An activity with its factor. */
    record Row(
            @JsonProperty("class") String classCode,
            String place,
            double activity,
            double activityLow,
            double activityHigh,
            String activityUnit,
            String activitySource,
            Factor factor,
            double removal_tc_yr,
            double removalLow_tc_yr,
            double removalHigh_tc_yr) {}

    /** A factor that no activity was given for. */
    record Waiting(@JsonProperty("class") String classCode, Factor factor) {}

    /** A factor as the table states it. */
    record Factor(
            String id,
            double value,
            double low,
            double high,
            String unit,
            String method,
            String edition,
            String tier,
            String source,
            String basis,
            String verification,
            String confidence) {}

    static AsideResult of(AsidePlan.Apart apart) {
        Interval removal = new AsideAccount(
                        apart.activities().stream().map(AsideResult::product).toList())
                .removal();
        boolean given = !apart.activities().isEmpty();
        return new AsideResult(
                apart.id(),
                apart.title(),
                apart.note(),
                given ? apart.activities().get(0).year() : null,
                given ? removal.value() : null,
                given ? removal.low() : null,
                given ? removal.high() : null,
                given ? new TonnesCarbon(removal.value()).toCo2e().value() : null,
                apart.activities().stream().map(AsideResult::row).toList(),
                waiting(apart).map(AsidePlan.AsideFactor::classCode).toList(),
                waiting(apart)
                        .map(of -> new Waiting(of.classCode(), factor(of)))
                        .toList());
    }

    private static Stream<AsidePlan.AsideFactor> waiting(AsidePlan.Apart apart) {
        return apart.factors().stream().filter(f -> apart.activities().stream().noneMatch(a -> a.factor() == f));
    }

    private static AsideAccount.Row product(AsidePlan.Activity activity) {
        return new AsideAccount.Row(
                activity.factor().id(), activity.reckoned(), activity.factor().interval());
    }

    private static Row row(AsidePlan.Activity activity) {
        Interval removal = product(activity).removal();
        return new Row(
                activity.factor().classCode(),
                activity.place(),
                activity.stated().value(),
                activity.stated().low(),
                activity.stated().high(),
                activity.unit(),
                activity.source(),
                factor(activity.factor()),
                removal.value(),
                removal.low(),
                removal.high());
    }

    private static Factor factor(AsidePlan.AsideFactor factor) {
        return new Factor(
                factor.id(),
                factor.interval().value(),
                factor.interval().low(),
                factor.interval().high(),
                factor.unit(),
                factor.method(),
                factor.edition(),
                factor.tier(),
                factor.source(),
                factor.basis(),
                factor.verification(),
                factor.confidence());
    }
}
