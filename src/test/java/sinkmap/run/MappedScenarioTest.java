package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import sinkmap.grid.SinkmapException;
import sinkmap.store.StoredRun;

/** Scenarios of dated maps against a hand's figures. */
class MappedScenarioTest extends DatedScenario {

    private static ScenarioResult.Year year(ScenarioResult result, int year) {
        return result.years().get(year - result.baseYear());
    }

    @Test
    void landIsWhatTheMapsShow() {
        ScenarioResult result = answer();
        assertThat(result.baseYear()).isEqualTo(2015);
        assertThat(result.transitions())
                .extracting(t -> t.from() + " " + t.startYear() + " " + t.to(), ScenarioResult.OfTransition::area_ha)
                .containsExactlyInAnyOrder(tuple("marsh:suaeda 2020 reed", 25.0), tuple("outside 2020 reed", 15.0));
        // wood that stays, and wood that is reed now
        assertThat(result.withoutFactor())
                .extracting(ScenarioResult.WithoutFactor::layer, ScenarioResult.WithoutFactor::area_ha)
                .containsExactly(tuple("wood", 30.0));
        assertThat(result.maps().states())
                .extracting(ScenarioResult.OfState::year, ScenarioResult.OfState::layers)
                .containsExactly(tuple(2015, List.of("marsh-2015")), tuple(2020, List.of()));
        assertThat(result.inputs())
                .extracting(ScenarioResult.OfInput::layer)
                .containsExactly("marsh", "marsh-2015", "marsh-2015", "wood");
    }

    @Test
    void stocksAreThoseOfAHand() {
        ScenarioResult result = answer();
        // reed 50 ha x (30 + 5), Suaeda 25 x 30; reed that stands is full
        assertThat(year(result, 2015).stock_tc()).isCloseTo(2500, within(1e-9));
        assertThat(year(result, 2020).stock_tc()).isCloseTo(2500, within(1e-9));
        // stands come up on 40 ha, a tonne a year until they hold 5
        assertThat(year(result, 2022).stock_tc()).isCloseTo(2500 + 80, within(1e-9));
        assertThat(year(result, 2030).stock_tc()).isCloseTo(2500 + 200, within(1e-9));
        assertThat(result.total().additional_tco2e().value()).isCloseTo(200 * 44 / 12.0, within(1e-9));
        assertThat(result.parts().stream()
                        .filter(p -> p.year() == 2020)
                        .mapToDouble(ScenarioResult.Part::stock_tc)
                        .sum())
                .isCloseTo(2500, within(1e-9));
    }

    @Test
    void landLostDecaysByTheRulesOfItsLayer() {
        // now the later map is first, and a state lies in the future: 25 ha of reed turn Suaeda, 15 ha are lost
        replace("year: 2015, layers: {marsh: marsh-2015}", "year: 2020");
        scenario.set(7, "  - {year: 2026, layers: {marsh: marsh-2015}}");
        replace("  - {from: marsh/suaeda, to: marsh}", "  - {from: marsh, to: marsh}");
        replace("  - {from: outside, to: marsh}", "  - {from: marsh, to: outside, impact: high}");
        ScenarioResult result = answer();
        // 90 ha of reed are known; the 15 give half of 30 t off at a half-life of 2 years, and 5 t at one of 1 year
        assertThat(year(result, 2026).stock_tc()).isCloseTo(90 * 35, within(1e-9));
        assertThat(year(result, 2028).emission_tc())
                .isCloseTo(15 * (15 * (Math.pow(0.5, 0.5) - 0.5) + 5 * 0.25), within(1e-9));
        assertThat(year(result, 2030).stock_tc())
                .isCloseTo(90 * 35 - 15 * (15 * 0.75 + 5 * (1 - Math.pow(0.5, 4))), within(1e-9));
    }

    @Test
    void outsideIsUnknownUnlessItIsSaidToBeBare() {
        replace("outside: bare", "outside: unknown");
        ScenarioResult result = answer();
        assertThat(result.withoutFactor())
                .extracting(ScenarioResult.WithoutFactor::layer, ScenarioResult.WithoutFactor::area_ha)
                .containsExactlyInAnyOrder(tuple("wood", 30.0), tuple("outside", 15.0));
        assertThat(year(result, 2030).stock_tc()).isCloseTo(2500 + 125, within(1e-9));
    }

    static boolean gdal() {
        return Files.exists(Path.of("/usr/bin/gdal_translate"));
    }

    @Test
    @EnabledIf("gdal")
    void theMapsOfTheYearsAddUpToTheStocks() throws Exception {
        StoredRun run = run();
        ScenarioResult result = scenarios().answer("dated");
        float[] cells = read(map(run, Scenarios.YEARS), result.years().size());
        for (int band = 0; band < result.years().size(); band++) {
            double sum = 0;
            for (int i = 0; i < service.grid.size(); i++) {
                float density = cells[band * service.grid.size() + i];
                sum += Float.isNaN(density) ? 0 : density;
            }
            assertThat(sum)
                    .as("band " + band)
                    .isCloseTo(result.years().get(band).stock_tc(), within(1e-3));
        }
    }

    @Test
    @EnabledIf("gdal")
    void theMapOfTheChangeAddsUpToTheChangeOfTheStock() throws Exception {
        Path file = folder.resolve("change.tif");
        StoredRun run = run();
        scenarios().writeChange(run, 2015, 2022, file);
        float[] cells = read(file, 1);
        double sum = 0;
        for (float change : cells) {
            sum += Float.isNaN(change) ? 0 : change;
        }
        assertThat(sum).isCloseTo(80, within(1e-3));
        assertThatThrownBy(() -> scenarios().writeChange(run, 2014, 2022, file))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("has the years 2015 to 2030, and not 2014");
    }

    @Test
    @EnabledIf("gdal")
    void accountsOfTheStatesAndTheirDifferenceAreThatOfTheClasses() throws Exception {
        StoredRun run = run();
        List<ScenarioResult.OfState> states = Scenarios.read(run).maps().states();
        // 50 ha x 35 and 25 x 30; then 100 ha x 35. Area 15 %, biomass 50 (-50, +100) and soil of 75 ha (-450, +750)
        assertThat(states.get(0).stock_tc().value()).isCloseTo(2500, within(1e-9));
        assertThat(states.get(0).stock_tc().high())
                .isCloseTo(2500 + Math.sqrt(262.5 * 262.5 + 112.5 * 112.5 + 100 * 100 + 750 * 750), within(1e-6));
        assertThat(states.get(1).stock_tc().value()).isCloseTo(3500, within(1e-9));
        assertThat(states.get(1).area_ha()).isEqualTo(100);
        assertThat(states.get(1).sequestration_tc_yr().value()).isNaN();
        float[] cells = read(map(run, Scenarios.STATES), 3);
        int reed = 26 * service.grid.columns() + 12;
        int turned = 26 * service.grid.columns() + 17;
        int outside = 33 * service.grid.columns() + 17;
        int size = service.grid.size();
        assertThat(cells[reed + 2 * size]).isZero();
        assertThat(new float[] {cells[turned], cells[turned + size], cells[turned + 2 * size]})
                .containsExactly(30, 35, 5);
        assertThat(new float[] {cells[outside], cells[outside + size], cells[outside + 2 * size]})
                .containsExactly(Float.NaN, 35, Float.NaN);
    }

    private float[] read(Path tiff, int bands) throws Exception {
        Path raw = folder.resolve("read.bin");
        assertThat(new ProcessBuilder("/usr/bin/gdal_translate", "-q", "-of", "ENVI", tiff.toString(), raw.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        float[] cells = new float[bands * service.grid.size()];
        ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(cells);
        return cells;
    }

    @Test
    void aChangeThatIsNotListedIsNamed() {
        replace("  - {from: outside, to: marsh}", "  - {from: marsh, to: outside}");
        assertRefused("dated.yaml", "land goes from outside to marsh/reed", "add it");
    }

    @Test
    void mistakesInTheFileAreNamedWithTheirLine() {
        replace("from: marsh/suaeda", "from: marsh/sueda");
        assertRefused("dated.yaml:10", "there is no land 'marsh/sueda'", "marsh/suaeda");
        replace("from: marsh/sueda", "from: marsh/suaeda");
        replace("{year: 2020}", "{year: 2015}");
        assertRefused("dated.yaml:8", "in the order of their years");
        replace("  - {year: 2015}", "  - {year: 2020, layers: {marsh: sun}}");
        assertRefused("dated.yaml:8", "layer 'sun' is a raster");
        replace("{marsh: sun}", "{marsh: wood}");
        assertRefused("dated.yaml:8", "layer 'wood' has no attribute 'species'");
        replace("{marsh: wood}", "{lake: marsh}");
        assertRefused("dated.yaml:8", "layer 'lake' is not in account.yaml");
        replace(", layers: {lake: marsh}", "");
        replace("end_year: 2030", "end_year: 2020");
        assertRefused("dated.yaml:5", "after the last of its states, 2020");
        replace("end_year: 2020", "end_year: 2030");
        scenario.add("base_year: 2015");
        assertRefused("leave 'base_year' out");
        scenario.remove(scenario.size() - 1);
        replace("class: reed},", "class: reed}, share_percent: 40,");
        assertRefused("dated.yaml:14", "the area of class 'reed' is that of the maps");
    }

    @Test
    void aScenarioOfAreasHasNoMaps() {
        assertThat(scenarios().mapped("dated")).isTrue();
        scenario.subList(5, 9).clear();
        scenario.subList(5, 8).clear();
        scenario.add(5, "base_year: 2015");
        replace(
                "stratum: {layer: marsh, class: reed}, pools: [{pool: biomass, rate: stand-rate, ceiling: account}]",
                "area_ha: 3, area_source: made up, pools: []");
        Scenarios scenarios = scenarios();
        assertThat(scenarios.mapped("dated")).isFalse();
        StoredRun run = run();
        assertThat(scenarios.findMap(run, Scenarios.YEARS)).isEmpty();
        assertThat(Scenarios.read(run).years())
                .isEqualTo(scenarios.answer("dated").years());
        assertThatThrownBy(() -> scenarios.writeChange(run, 2015, 2016, folder.resolve("x.tif")))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("has no map of its years");
    }
}
