package sinkmap.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StockToDepthTest {

    private static final StockToDepth METRE = StockToDepth.of(100);

    @Test
    void aWholeCoreIsTheSumOfDensityTimesThickness() {
        CoreStock stock = METRE.of(CoreText.core("""
                A 0  10  1.0 2.0
                A 10 40  1.2 1.0
                A 40 100 1.5 0.5
                """));

        // 100 x (1.0 x 0.02 x 10 + 1.2 x 0.01 x 30 + 1.5 x 0.005 x 60) = 20 + 36 + 45
        assertThat(stock.stock_tc_ha()).isCloseTo(101, within(1e-9));
        assertThat(stock.measured_cm()).isEqualTo(100);
        assertThat(stock.interpolated_cm() + stock.extrapolated_cm()).isZero();
    }

    @Test
    void aSliceThatCrossesTheDepthCountsToTheDepth() {
        assertThat(METRE.of(CoreText.core("A 0 120 1.34 0.1")).stock_tc_ha())
                .isCloseTo(13.4, within(1e-9)); // 100 x 1.34 x 0.001 x 100
    }

    @Test
    void aGapRunsLinearlyFromTheSliceAboveToTheOneBelowAndIsCounted() {
        CoreStock stock = METRE.of(CoreText.core("""
                A 0  20  1.0 3.0
                A 50 100 1.0 1.0
                """));

        // 60 + gap of 30 cm at the mean of 0.03 and 0.01 g/cm3 = 60, + 50
        assertThat(stock.stock_tc_ha()).isCloseTo(170, within(1e-9));
        assertThat(stock.interpolated_cm()).isEqualTo(30);
        assertThat(stock.measured_cm()).isEqualTo(70);
        assertThat(stock.measuredStock_tc_ha()).isCloseTo(110, within(1e-9));
        assertThat(stock.parts())
                .extracting(CoreStock.Part::kind)
                .containsExactly(CoreStock.Kind.MEASURED, CoreStock.Kind.INTERPOLATED, CoreStock.Kind.MEASURED);
    }

    @Test
    void aGapThatReachesBelowTheDepthIsCutThere() {
        CoreStock stock = METRE.of(CoreText.core("""
                A 0   80  1.0 3.0
                A 120 150 1.0 1.0
                """));

        // 240 + 20 cm from 0.03 to 0.02 g/cm3 (half of the gap of 40 cm) = 50
        assertThat(stock.stock_tc_ha()).isCloseTo(290, within(1e-9));
        assertThat(stock.interpolated_cm()).isEqualTo(20);
    }

    @Test
    void aCoreDeepEnoughIsExtrapolatedByItsLastSliceAndSaysHowFar() {
        CoreStock stock = METRE.of(CoreText.core("""
                A 0  30 1.1 1.0
                A 30 80 1.4 0.5
                """));

        // 33 + 35 + 20 cm x 0.007 g/cm3 = 14
        assertThat(stock.stock_tc_ha()).isCloseTo(82, within(1e-9));
        assertThat(stock.extrapolated_cm()).isEqualTo(20);
    }

    @Test
    void aShallowCoreHasNoStockToTheDepthButOneOfWhatWasMeasured() {
        CoreStock stock = METRE.of(CoreText.core("A 0 15 1.2 0.6"));

        assertThat(stock.isWhole()).isFalse();
        assertThat(stock.reason()).contains("measured to 15 cm only", "50 cm");
        assertThat(stock.measuredStock_tc_ha()).isCloseTo(10.8, within(1e-9));
        assertThat(stock.measured_cm()).isEqualTo(15);
        assertThat(stock.extrapolated_cm()).isZero();
        assertThat(new StockToDepth(100, 15).of(CoreText.core("A 0 15 1.2 0.6")).stock_tc_ha())
                .isCloseTo(72, within(1e-9));
    }

    @Test
    void aMissingTopIsTheFirstSliceForTenCentimetresAndNoMore() {
        CoreStock near = METRE.of(CoreText.core("A 10 100 1.0 1.0"));
        CoreStock far = METRE.of(CoreText.core("A 11 100 1.0 1.0"));

        assertThat(near.stock_tc_ha()).isCloseTo(100, within(1e-9));
        assertThat(near.extrapolated_cm()).isEqualTo(10);
        assertThat(far.reason()).contains("nothing is measured above 11 cm");
    }

    @Test
    void theDeepStockTakesWhatTheMetreLeavesOut() {
        Core core = CoreText.core("""
                A 0   100 1.2 1.0
                A 100 200 1.3 0.4
                """);

        assertThat(METRE.of(core).stock_tc_ha()).isCloseTo(120, within(1e-9));
        // 120 + 52 + 100 cm extrapolated at 0.0052 g/cm3
        assertThat(StockToDepth.of(StockToDepth.DEEP_CM).of(core).stock_tc_ha()).isCloseTo(224, within(1e-9));
        assertThat(StockToDepth.of(StockToDepth.DEEP_CM).of(core).extrapolated_cm())
                .isEqualTo(100);
    }

    @Test
    void compactionStretchesTheCoreAndKeepsItsMass() {
        // 80 cm of core from 100 cm of ground: 0.8
        CoreStock stock = METRE.of(CoreText.core("""
                A 0  40 1.5 1.0 - - 0.8
                A 40 80 1.0 2.0 - - 0.8
                """));

        // the mass of 100 x (1.5 x 0.01 x 40 + 1.0 x 0.02 x 40) over the whole metre
        assertThat(stock.stock_tc_ha()).isCloseTo(140, within(1e-9));
        assertThat(stock.measured_cm()).isCloseTo(100, within(1e-9));
        assertThat(stock.extrapolated_cm()).isZero();
    }

    @Test
    void depthsInMetresLeaveNoGapOfARoundingError() {
        // 0.1 + 0.2 is not 0.3: 30.000000000000004 against 30
        Core core = new Core(
                new CoreId("", "", "A"),
                java.util.List.of(
                        new CoreInterval(2, 0, (0.1 + 0.2) * 100 - 2e-14, 1, 0.01, null),
                        new CoreInterval(3, (0.1 + 0.2) * 100, 100, 1, 0.01, null)),
                null);

        assertThat(METRE.of(core).parts()).hasSize(2);
    }

    @Test
    void aDepthOfNothingIsRefused() {
        assertThatThrownBy(() -> StockToDepth.of(0))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("above 0 cm");
        assertThatThrownBy(() -> new StockToDepth(100, Double.NaN)).isInstanceOf(SurveyException.class);
    }

    @Property(tries = 300)
    void partsFillTheDepthAndTheirStocksAreTheStock(@ForAll("cores") String text, @ForAll("depths") double depth_cm) {
        CoreStock stock = new StockToDepth(depth_cm, 0).of(CoreText.core(text));

        double at_cm = 0;
        for (CoreStock.Part part : stock.parts()) {
            assertThat(part.from_cm()).isEqualTo(at_cm);
            at_cm = part.to_cm();
        }
        assertThat(at_cm).isEqualTo(depth_cm);
        assertThat(stock.measured_cm() + stock.interpolated_cm() + stock.extrapolated_cm())
                .isCloseTo(depth_cm, within(1e-6));
        assertThat(stock.stock_tc_ha()).isCloseTo(bySlices(text, depth_cm), within(1e-9 * depth_cm + 1e-9));
    }

    /** The same stock by slices of a tenth of a centimetre, each looked up in the text: edges are whole numbers. */
    private static double bySlices(String text, double depth_cm) {
        double sum = 0;
        for (int i = 0; i < Math.round(depth_cm * 10); i++) {
            sum += density(text, i / 10.0 + 0.05) * 0.1 * 100;
        }
        return sum;
    }

    private static double density(String text, double z) {
        double aboveBottom = Double.NaN;
        double above = Double.NaN;
        for (String line : text.strip().split("\n")) {
            String[] f = line.split(" ");
            double top = Double.parseDouble(f[1]);
            double bottom = Double.parseDouble(f[2]);
            double density = Double.parseDouble(f[3]) * Double.parseDouble(f[4]) / 100;
            if (z < top) {
                double t = (z - aboveBottom) / (top - aboveBottom);
                return Double.isNaN(above) ? density : above * (1 - t) + density * t;
            }
            if (z < bottom) {
                return density;
            }
            aboveBottom = bottom;
            above = density;
        }
        return above;
    }

    @Provide
    Arbitrary<Double> depths() {
        return Arbitraries.integers().between(20, 300).map(Integer::doubleValue);
    }

    /** Slices of 1 to 40 cm with gaps of 0 to 30 cm, the first from 0 to 10 cm down. */
    @Provide
    Arbitrary<String> cores() {
        Arbitrary<int[]> slice = Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(20, 180),
                        Arbitraries.integers().between(1, 900))
                .as((gap, thickness, density, carbon) -> new int[] {gap, thickness, density, carbon});
        return slice.list().ofMinSize(1).ofMaxSize(8).map(slices -> {
            StringBuilder text = new StringBuilder();
            int at = 0;
            for (int[] s : slices) {
                int top = at + (at == 0 ? s[0] / 3 : s[0]);
                text.append("A " + top + " " + (top + s[1]) + " " + s[2] / 100.0 + " " + s[3] / 100.0 + "\n");
                at = top + s[1];
            }
            return text.toString();
        });
    }
}
