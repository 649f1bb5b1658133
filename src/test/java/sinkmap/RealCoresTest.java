package sinkmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.run.CoreFile;
import sinkmap.survey.CoreFinding;
import sinkmap.survey.CoreStock;
import sinkmap.survey.Cores;
import sinkmap.survey.Estimate;
import sinkmap.survey.Estimator;
import sinkmap.survey.StockToDepth;

/**
 * Real salt-marsh cores of the Bohai and Yellow Seas, as the Coastal Carbon Network and MarSOC publish them. They lie
 * beside the project and are not part of it.
 */
class RealCoresTest {

    private static final Path DATA = Path.of(System.getenv().getOrDefault("SINKMAP_REAL_DATA", "../shared/data"))
            .resolve("carbon/marsh_cores");
    private static final String CCN = "ccn_maxwell2023_depthseries_bohai_yellow.csv";
    private static final String MARSOC_OLD = "marsoc_cleaned_2023-03-24_bohai_yellow.csv";

    private static Path file(String name) {
        Path file = DATA.resolve(name);
        if (!Files.exists(file)) {
            String message = "NOT TESTED ON REAL DATA: there is no " + file;
            System.err.println(message);
            Assumptions.abort(message);
        }
        return file;
    }

    private static List<CoreStock> stocks(Cores cores) {
        return cores.cores().stream().map(StockToDepth.of(100)::of).toList();
    }

    private static CoreStock stock(String name, String core) {
        return stocks(CoreFile.read(file(name), null)).stream()
                .filter(s -> s.core().core().equals(core))
                .findFirst()
                .orElseThrow();
    }

    /** Sums of bulk density x carbon x thickness x 100 by a loop in Python over the same rows. */
    @ParameterizedTest
    @CsvSource({
        CCN + ", Yellow River Estuary 2, 50.6664",
        CCN + ", Yellow River Estuary 3, 43.8841",
        CCN + ", Yellow River Estuary 4, 49.4128",
        CCN + ", Duliujian River 3, 151.8917",
        CCN + ", Liao River Delta 7, 150.8436",
        CCN + ", Salt marsh 4, 83.49",
        MARSOC_OLD + ", YRD_47, 13.4",
        MARSOC_OLD + ", YRD_36, 57.6",
        MARSOC_OLD + ", YRD_60, 23.85",
        "marsoc_original/Fu_et_al_2021.csv, Salt marsh 5, 64.77"
    })
    void stocksOfCoresAreThoseOfPython(String name, String core, double stock_tc_ha) {
        assertThat(stock(name, core).stock_tc_ha()).isCloseTo(stock_tc_ha, within(stock_tc_ha * 1e-5));
    }

    /** Every core again, by slices of one centimetre looked up in the lines of the file. */
    @Test
    void everyCoreIsTheSumOfItsCentimetres() throws IOException {
        Map<String, double[]> slices = new TreeMap<>();
        for (String line : Files.readAllLines(file(CCN))) {
            // a name of a site may hold a comma: columns are counted from the end
            String[] f = line.split(",");
            int depth = f.length - 7;
            if (f[depth].matches("[0-9.]+") && !f[depth + 2].equals("NA") && !f[depth + 4].equals("NA")) {
                String name = f[0] + f[depth - 2].replaceAll("\\s+", " ").strip();
                double[] core = slices.computeIfAbsent(name, k -> new double[100]);
                for (int z = Integer.parseInt(f[depth]); z < Integer.parseInt(f[depth + 1]); z++) {
                    core[z] = Double.parseDouble(f[depth + 2]) * Double.parseDouble(f[depth + 4]);
                }
            }
        }
        List<CoreStock> whole = stocks(CoreFile.read(file(CCN), null)).stream()
                .filter(CoreStock::isWhole)
                .toList();

        assertThat(slices.keySet()).hasSize(24);
        assertThat(whole).hasSize(24).allSatisfy(stock -> {
            double sum = 0;
            for (double density : slices.get(stock.core().study() + stock.core().core())) {
                sum += density * 100;
            }
            assertThat(stock.stock_tc_ha()).isCloseTo(sum, within(sum * 1e-9));
        });
    }

    @Test
    void coresWithoutBulkDensityHaveNoStockAndEveryRowOfThemIsNamed() {
        Cores cores = CoreFile.read(file(CCN), null);

        assertThat(cores.cores()).hasSize(81);
        assertThat(stocks(cores)).filteredOn(s -> !s.isWhole()).hasSize(57);
        assertThat(cores.findings())
                .hasSize(57)
                .allMatch(f -> f.kind() == CoreFinding.Kind.MISSING)
                .allMatch(f -> f.reason().equals("no dry bulk density"));
    }

    /**
     * The edition of 2023-03-24 has g/kg of Xia et al. under a heading of percent; the authors mended it on 2023-04-04.
     * The number alone tells no unit, so nothing is converted, but all rows of it with a bulk density are doubted.
     */
    @Test
    void carbonInTheWrongUnitIsDoubtedInEveryRowAndNoOther() {
        Cores old = CoreFile.read(file(MARSOC_OLD), null);
        Cores mended = CoreFile.read(file("marsoc_original/Xia_et_al_2022.csv"), null);

        assertThat(old.findings())
                .filteredOn(f -> f.kind() == CoreFinding.Kind.DOUBTFUL)
                .hasSize(21)
                .allMatch(f -> f.core().study().equals("Xia et al 2022"));
        assertThat(mended.findings()).noneMatch(f -> f.kind() == CoreFinding.Kind.DOUBTFUL);
        assertThat(stocks(mended)).filteredOn(CoreStock::isWhole).hasSize(22);
    }

    @Test
    void coresOfEightyCentimetresAreExtrapolatedByTwentyAndSayIt() {
        List<CoreStock> liaohe = stocks(CoreFile.read(file(MARSOC_OLD), null)).stream()
                .filter(s -> s.core().core().startsWith("LHD"))
                .toList();

        assertThat(liaohe).hasSize(7).allSatisfy(stock -> {
            assertThat(stock.measured_cm()).isCloseTo(80, within(1e-9));
            assertThat(stock.extrapolated_cm()).isCloseTo(20, within(1e-9));
            assertThat(stock.stock_tc_ha()).isCloseTo(stock.measuredStock_tc_ha() * 1.25, within(1e-9));
        });
    }

    /**
     * Published sets give 23 to 49 t C/ha for marsh of the Yellow River delta, the IPCC default 226 to 255. Here: seven
     * cores of Ye et al. 2015 13.4 to 57.6, mean 26.8; three of Xia et al. 2022 43.9 to 50.7, mean 48.0. The two of Lu
     * et al. 2019 that are also named after the delta lie at 38.23 N 117.95 E, 80 km from it and hold 64.8 and 83.5.
     */
    @Test
    void marshOfTheYellowRiverDeltaHoldsAFifthOfTheDefault() {
        Estimate ye = estimate(MARSOC_OLD, s -> s.core().core().startsWith("YRD"));
        Estimate xia = estimate(CCN, s -> s.core().core().startsWith("Yellow River Estuary"));
        Estimate all = Estimator.simpleRandom(java.util.stream.Stream.of(MARSOC_OLD, CCN)
                .flatMap(name -> stocks(CoreFile.read(file(name), null)).stream())
                .filter(CoreStock::isWhole)
                .filter(s -> s.core().core().matches("YRD.*|Yellow River Estuary.*"))
                .map(CoreStock::stock_tc_ha)
                .toList());

        assertThat(ye.cores()).isEqualTo(7);
        assertThat(ye.mean_tc_ha()).isCloseTo(26.787143, within(1e-5));
        assertThat(xia.cores()).isEqualTo(3);
        assertThat(xia.mean_tc_ha()).isCloseTo(47.987767, within(1e-5));
        assertThat(all.mean_tc_ha()).isBetween(23.0, 49.0);
        assertThat(all.high_tc_ha()).isLessThan(226 / 4.0);
    }

    @Test
    void theTwentyTwoWholeCoresOfXiaAreBetweenTheDeltaAndTheDefault() {
        Estimate xia = estimate(CCN, s -> s.core().study().equals("Xia_et_al_2022"));
        Map<String, List<Double>> byStudy = new TreeMap<>(stocks(CoreFile.read(file(CCN), null)).stream()
                .filter(CoreStock::isWhole)
                .collect(Collectors.groupingBy(
                        s -> s.core().study(), Collectors.mapping(CoreStock::stock_tc_ha, Collectors.toList()))));
        byStudy.forEach((study, stocks) -> System.out.printf(
                "%s: %d cores, mean %.1f, %.1f to %.1f t C/ha%n",
                study,
                stocks.size(),
                Estimator.simpleRandom(stocks).mean_tc_ha(),
                new ArrayList<>(stocks).stream().min(Double::compare).orElseThrow(),
                new ArrayList<>(stocks).stream().max(Double::compare).orElseThrow()));

        assertThat(byStudy).containsOnlyKeys("Lu_et_al_2019", "Xia_et_al_2022");
        assertThat(xia.cores()).isEqualTo(22);
        // Python's statistics.mean of the 22 sums
        assertThat(xia.mean_tc_ha()).isCloseTo(102.631923, within(1e-5));
    }

    private static Estimate estimate(String name, Predicate<CoreStock> which) {
        return Estimator.simpleRandom(stocks(CoreFile.read(file(name), null)).stream()
                .filter(CoreStock::isWhole)
                .filter(which)
                .map(CoreStock::stock_tc_ha)
                .toList());
    }
}
