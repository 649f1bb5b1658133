package sinkmap.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.sink.Factor;
import sinkmap.sink.Factors;
import sinkmap.sink.Formula;
import sinkmap.sink.Interval;
import sinkmap.sink.Pool;
import sinkmap.sink.Quantity;
import sinkmap.sink.Stratum;
import sinkmap.sink.Verification;

class EstimatorTest {

    /** Any printed table of Student's t, two-sided 95 %; for 1 degree also tan(0.475 π) = 12.7062047. */
    @ParameterizedTest
    @CsvSource({"1, 12.7062047", "2, 4.3026527", "5, 2.5705818", "10, 2.2281389", "29, 2.0452296", "1000, 1.9623391"})
    void quantilesOfStudentAreThoseOfTheTables(double freedom, double t) {
        assertThat(StudentT.quantile(0.975, freedom)).isCloseTo(t, within(1e-6));
    }

    @Test
    void theMeanOfCoresHasTheIntervalOfStudent() {
        Estimate estimate = Estimator.simpleRandom(List.of(23.0, 49.0, 30.5, 36.0));

        // sum 138.5, mean 34.625; squares 135.14 + 206.64 + 17.02 + 1.89 = 360.6875; s² = 120.229, s = 10.9649
        assertThat(estimate.mean_tc_ha()).isCloseTo(34.625, within(1e-12));
        assertThat(estimate.standardDeviation_tc_ha()).isCloseTo(10.96491, within(1e-5));
        assertThat(estimate.standardError_tc_ha()).isCloseTo(5.482453, within(1e-6));
        // t(3) = 3.1824463
        assertThat(estimate.halfWidth_tc_ha()).isCloseTo(17.447611, within(1e-5));
        assertThat(estimate.confidence()).isEqualTo("low");
    }

    @Test
    void oneCoreHasAMeanButNoInterval() {
        Estimate estimate = Estimator.simpleRandom(List.of(83.5));

        assertThat(estimate.mean_tc_ha()).isEqualTo(83.5);
        assertThat(estimate.hasInterval()).isFalse();
        assertThat(estimate.low_tc_ha()).isNaN();
        assertThatThrownBy(() -> estimate.factor("marsh", "salt-marsh", "*", 100, "a study", "2021"))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("'marsh' rests on 1 core");
    }

    @Test
    void noCoreIsAnErrorAndNotZero() {
        assertThatThrownBy(() -> Estimator.simpleRandom(List.of())).isInstanceOf(SurveyException.class);
        assertThatThrownBy(() -> Estimator.simpleRandom(List.of(30.0, Double.NaN)))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void theLowerEndStopsAtZero() {
        Estimate estimate = Estimator.simpleRandom(List.of(1.0, 30.0));

        assertThat(estimate.low_tc_ha()).isZero();
        assertThat(estimate.high_tc_ha()).isCloseTo(15.5 + 12.7062047 * 14.5, within(1e-5));
    }

    @Test
    void anEstimateIsALocalFactorThatBeatsTheDefault() {
        Factor local = Estimator.simpleRandom(List.of(23.0, 49.0, 30.5, 36.0))
                .factor("delta-cores", "salt-marsh", Factor.ANY, 100, "Xia et al. 2022", "survey 2015-2019");
        Factor ipcc = new Factor(
                "ipcc",
                "ipcc-2013",
                Formula.DENSITY,
                "salt-marsh",
                "reed",
                Pool.SOIL,
                Quantity.DENSITY,
                new Interval(226, 154, 330),
                new Interval(226, 154, 330),
                "t C/ha",
                "IPCC",
                "2013",
                "1",
                "table 4.11",
                "looked up",
                Verification.SOURCE_READ,
                "high");

        assertThat(new Factors(List.of(ipcc, local))
                        .model(new Stratum("salt-marsh", "reed", 15, true, true), List.of("local", "ipcc-2013"))
                        .entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.factors()).containsExactly(local));
        assertThat(local.interval().low()).isCloseTo(34.625 - 17.447611, within(1e-5));
        assertThat(local.basis()).contains("4 cores", "Student");
        assertThat(local.unit()).isEqualTo("t C/ha");
    }

    /**
     * Two strata of 300 and 100 ha. Means 20 and 60: 0.75 x 20 + 0.25 x 60 = 30. s² of {18, 20, 22} is 4, of {50, 70}
     * 200; variance 0.5625 x 4/3 + 0.0625 x 200/2 = 0.75 + 6.25 = 7; degrees of freedom 49 / (0.75²/2 + 6.25²/1) =
     * 1.245433.
     */
    @Test
    void strataAreWeightedByArea() {
        Estimate estimate = Estimator.stratified(
                new PlotDesign(Map.of("reed", 300.0, "suaeda", 100.0)),
                Map.of("reed", List.of(18.0, 20.0, 22.0), "suaeda", List.of(50.0, 70.0)));

        assertThat(estimate.mean_tc_ha()).isCloseTo(30, within(1e-12));
        assertThat(estimate.standardError_tc_ha()).isCloseTo(Math.sqrt(7), within(1e-12));
        assertThat(estimate.degreesOfFreedom()).isCloseTo(1.245433, within(1e-6));
        assertThat(estimate.cores()).isEqualTo(5);
    }

    @Test
    void aStratumWithoutCoresOrWithoutAreaIsAnError() {
        PlotDesign design = new PlotDesign(Map.of("reed", 300.0, "suaeda", 100.0));

        assertThatThrownBy(() -> Estimator.stratified(design, Map.of("reed", List.of(18.0, 20.0))))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("'suaeda' has no core");
        assertThatThrownBy(() -> Estimator.stratified(design, Map.of("tamarix", List.of(18.0))))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("'tamarix' has cores but no area");
        assertThatThrownBy(() -> new PlotDesign(Map.of("reed", 0.0)))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("'reed'");
    }

    @Test
    void oneCoreInAStratumLeavesTheWholeWithoutInterval() {
        Estimate estimate = Estimator.stratified(
                new PlotDesign(Map.of("reed", 1.0, "suaeda", 3.0)),
                Map.of("reed", List.of(20.0, 30.0), "suaeda", List.of(40.0)));

        assertThat(estimate.mean_tc_ha()).isCloseTo(36.25, within(1e-12));
        assertThat(estimate.hasInterval()).isFalse();
    }

    @Property(tries = 200)
    void oneStratumIsSimpleRandomSampling(
            @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = 0, max = 500) Double> stocks) {
        Estimate simple = Estimator.simpleRandom(stocks);
        Estimate stratified = Estimator.stratified(new PlotDesign(Map.of("all", 7.0)), Map.of("all", stocks));

        assertThat(stratified.mean_tc_ha()).isCloseTo(simple.mean_tc_ha(), within(1e-9));
        assertThat(stratified.halfWidth_tc_ha())
                .isCloseTo(simple.halfWidth_tc_ha(), within(1e-9 * (1 + simple.halfWidth_tc_ha())));
    }

    @Property(tries = 200)
    void theIntervalHoldsTheMeanWhichLiesAmongTheCores(
            @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = 0, max = 500) Double> stocks) {
        Estimate estimate = Estimator.simpleRandom(stocks);

        assertThat(estimate.mean_tc_ha())
                .isBetween(Collections.min(stocks) - 1e-9, Collections.max(stocks) + 1e-9)
                .isBetween(estimate.low_tc_ha() - 1e-9, estimate.high_tc_ha() + 1e-9);
    }
}
