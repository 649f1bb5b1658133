package sinkmap.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoresTest {

    @ParameterizedTest
    @CsvSource({
        "A 10 5 1.2 1.0,        REJECTED, no interval",
        "A -3 5 1.2 1.0,        REJECTED, no interval",
        "A - 5 1.2 1.0,         REJECTED, no interval",
        "A 0 5 -1.2 1.0,        REJECTED, -1.2 g/cm3",
        "A 0 5 0 1.0,           REJECTED, 0.0 g/cm3",
        "A 0 5 2.7 1.0,         REJECTED, density of minerals",
        "A 0 5 1.2 -0.5,        REJECTED, -0.5 %",
        "A 0 5 1.2 125,         REJECTED, 125.0 %",
        "A 0 5 0.3 - 130,       REJECTED, organic matter of 130.0 %",
        "A 0 5 1.2 3.0 2.0,     REJECTED, more organic carbon",
        "A 0 5 - 1.0,           MISSING,  no dry bulk density",
        "A 0 5 1.2 -,           MISSING,  no organic carbon",
        "A 0 5 - -,             MISSING,  neither",
        "A 0 5 1.2 - 4.0,       MISSING,  no equation",
        "A 0 5 1.44 12.58,      DOUBTFUL, g/kg",
        "A 0 5 1.2 - 4.0 craft-1991, REPAIRED, Craft",
        "A 0 5 1.2 1.0 - - 0.9, REPAIRED, compaction factor 0.9",
        "A 0 5 1.2 1.0 - - 1.1, CORE_REJECTED, not above 0 and at most 1"
    })
    void whatIsWrongWithARowIsNamedWithRowCoreAndReason(String row, CoreFinding.Kind kind, String reason) {
        List<CoreFinding> findings = CoreText.cores("B 0 5 1.2 1.0\n" + row).findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.row()).isEqualTo(3);
            assertThat(finding.core().core()).isEqualTo("A");
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.reason()).contains(reason);
        });
    }

    @Test
    void aRejectedRowLeavesAGapInItsCore() {
        Core core = CoreText.core("""
                A 0  10 1.0 1.0
                A 10 20 1.0 -1.0
                A 20 30 1.0 3.0
                """);

        assertThat(core.intervals()).extracting(CoreInterval::row).containsExactly(2L, 4L);
    }

    @Test
    void rowsInAnyOrderMakeTheSameCore() {
        Cores cores = CoreText.cores("""
                A 20 30 1.0 3.0
                A 0  20 1.0 1.0
                """);

        assertThat(cores.cores().get(0).intervals())
                .extracting(CoreInterval::top_cm)
                .containsExactly(0.0, 20.0);
        assertThat(cores.findings()).singleElement().satisfies(f -> {
            assertThat(f.row()).isEqualTo(3);
            assertThat(f.reason()).contains("order of depth");
        });
    }

    @Test
    void aRepeatedRowCountsOnce() {
        Cores cores = CoreText.cores("""
                A 0  20 1.0 1.0
                A 20 30 1.0 3.0
                A 0  20 1.0 1.0
                """);

        assertThat(cores.cores().get(0).intervals()).hasSize(2);
        assertThat(cores.findings()).anySatisfy(f -> {
            assertThat(f.kind()).isEqualTo(CoreFinding.Kind.REPEATED);
            assertThat(f.row()).isEqualTo(4);
            assertThat(f.reason()).contains("row 2");
        });
    }

    @Test
    void slicesThatOverlapAndDifferTakeTheCoreOutAndNoOther() {
        Cores cores = CoreText.cores("""
                A 0  20 1.0 1.0
                A 15 30 1.0 3.0
                B 0  20 1.0 1.0
                """);

        assertThat(cores.cores().get(0).fault()).contains("rows 2 and 3 overlap");
        assertThat(StockToDepth.of(20).of(cores.cores().get(0)).reason()).contains("overlap");
        assertThat(cores.cores().get(1).fault()).isNull();
    }

    @Test
    void theSameSliceMeasuredTwiceWithAnotherResultIsAContradiction() {
        assertThat(CoreText.core("""
                A 0 20 1.0 1.0
                A 0 20 1.0 1.5
                """).fault()).contains("rows 2 and 3");
    }

    @Test
    void compactionFactorsThatDifferWithinACoreTakeItOut() {
        assertThat(CoreText.core("""
                A 0  20 1.0 1.0 - - 0.8
                A 20 40 1.0 1.5 - - 0.9
                """).fault()).contains("different compaction factors");
    }

    @Test
    void coresOfOneNameInTwoSitesAreTwo() {
        CoreSample one = CoreText.samples("A 0 20 1.0 1.0").get(0);
        CoreSample other = new CoreSample(
                3, new CoreId("study", "elsewhere", "A"), 0, 20, 1.0, 0.02, Double.NaN, null, Double.NaN);

        assertThat(Cores.of(List.of(one, other)).cores()).hasSize(2);
    }

    /**
     * Hand calculations. Craft: 0.40 x 10 + 0.0025 x 100 = 4.25 %. Holmquist: 0.074 x 0.01 + 0.0421 - 0.0080 = 3.484 %.
     * van Bemmelen: 10 / 1.724 = 5.8005 %.
     */
    @ParameterizedTest
    @CsvSource({"craft-1991, 0.0425", "HOLMQUIST-2018, 0.03484", "van-bemmelen, 0.058005"})
    void equationsGiveCarbonOfTenPercentMatter(String code, double carbonShare) {
        assertThat(OrganicMatterEquation.find(code).orElseThrow().carbonShare(0.1))
                .isCloseTo(carbonShare, org.assertj.core.api.Assertions.within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "DEPTH, M, 100",
        "BULK_DENSITY, kg/m3, 0.001",
        "BULK_DENSITY, Mg/m3, 1",
        "CARBON, g/kg, 0.001",
        "CARBON, %, 0.01"
    })
    void unitsConvertToTheStandardUnit(Quantity quantity, String unit, double factor) {
        assertThat(quantity.factor(unit)).hasValue(factor);
    }

    @Test
    void anUnknownUnitHasNoFactor() {
        assertThat(Quantity.DEPTH.factor("inch")).isEmpty();
        assertThat(Quantity.CARBON.factor("t/ha")).isEmpty();
    }
}
