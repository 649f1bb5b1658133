package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import sinkmap.siting.GridConnection.Step;
import sinkmap.siting.Substations.Connection;
import sinkmap.siting.Substations.Substation;

class FiguresTest {

    private static Estimate exactly(double value) {
        return new Estimate(value, value, value, "test");
    }

    private static Costs costs(double capex, double opex) {
        return new Costs(exactly(capex), exactly(opex), exactly(0.06), exactly(25), 0, null);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ground PV,    3.0,  0.046, 1300, 0.216",
        "onshore wind, 4.8,  0.10,  2400, 0.198",
        "offshore wind, 11.0, 0.25, 3300, 0.337",
        "offshore PV,  6.0,  0.08,  1500, 0.366"
    })
    void levelisedCostsAreThoseReckonedByHand(String technology, double capex, double opex, double hours, double lcoe) {
        assertThat(costs(capex, opex).lcoe(hours, Double.NaN).value()).isEqualTo(lcoe, within(0.0005));
    }

    @Test
    void capitalRecovery() {
        assertThat(Costs.crf(0.06, 25)).isEqualTo(0.07823, within(5e-6));
        assertThat(Costs.crf(0, 25)).isEqualTo(0.04);
        assertThat(Costs.crf(0.1, 1)).isEqualTo(1.1, within(1e-12));
    }

    @Test
    void rangeAddsDeviationsInQuadrature() {
        // no interest: (CAPEX / life + OPEX) / h = (10 / 20 + 0.5) / 2000 yuan/Wh
        Costs costs = new Costs(
                new Estimate(10, 8, 16, "test"), new Estimate(0.5, 0.1, 0.9, "test"), exactly(0), exactly(20), 0, null);
        Costs.Lcoe lcoe = costs.lcoe(2000, Double.NaN);
        assertThat(lcoe.value()).isEqualTo(0.5, within(1e-12));
        // 0.1 and 0.4 down, 0.3 and 0.4 up, in yuan per watt and year
        assertThat(lcoe.low()).isEqualTo((1 - Math.sqrt(0.17)) / 2, within(1e-12));
        assertThat(lcoe.high()).isEqualTo((1 + 0.5) / 2, within(1e-12));
    }

    @Test
    void longerLifeAndLowerInterestMakeEnergyCheaper() {
        Costs costs = new Costs(
                exactly(10), exactly(0.1), new Estimate(0.06, 0.05, 0.06, "t"), new Estimate(25, 25, 30, "t"), 0, null);
        Costs.Lcoe lcoe = costs.lcoe(2000, Double.NaN);
        assertThat(lcoe.low()).isLessThan(lcoe.value());
        assertThat(lcoe.high()).isEqualTo(lcoe.value());
    }

    @Test
    void connectionReplacesWhatTheCapitalCostHoldsForIt() {
        Costs costs = new Costs(exactly(10), exactly(0.5), exactly(0), exactly(20), 2, "test");
        assertThat(costs.lcoe(2000, Double.NaN).value()).isEqualTo((0.5 + 0.5) / 2);
        assertThat(costs.lcoe(2000, 3).value()).isEqualTo((11 / 20.0 + 0.5) / 2, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"5, 13", "8, 13", "8.01, 14", "12, 14", "12.5, 15", "16, 15"})
    void largestAreaGoesByTheClassOfTheTurbine(double turbine_mw, double area_km2) {
        Density density = Density.ofTurbines(turbine_mw, "test");
        assertThat(density.capacity_mw(area_km2 * 100)).isEqualTo(100, within(1e-9));
        assertThat(List.of(density.low(), density.high())).containsExactly(100.0 / 15, 100.0 / 13);
    }

    @Test
    void airIsThatOfTheStandardAtmosphere() {
        // ISO 2533: 1.225 kg/m3 at 15 degrees at sea level, 1.112 at 1000 m and 8.5 degrees
        assertThat(AirDensity.at(0, 15).value()).isEqualTo(1.225, within(5e-4));
        assertThat(AirDensity.at(1000, 8.5).value()).isEqualTo(1.112, within(5e-4));
        assertThat(new AirDensity(1.225 / 8 * 7).speedRatio()).isEqualTo(Math.cbrt(7) / 2, within(1e-12));
        assertThatThrownBy(() -> new AirDensity(1225)).hasMessageContaining("kg/m3");
    }

    @Test
    void warmCellsYieldLess() {
        // 20 + 25 / 800 x 800 = 45 degrees, 20 above the test condition
        CellTemperature warm = new CellTemperature(-0.004, 45, 20, 800, "test");
        assertThat(warm.factor()).isEqualTo(0.92, within(1e-12));
        PvYield yield = new PvYield("ghi", 1.1, 0.9, warm, "test");
        assertThat(yield.hours().applyAsDouble(1000)).isEqualTo(1100 * 0.9 * 0.92, within(1e-9));
        assertThat(yield.basis()).contains("45 degC");
        assertThatThrownBy(() -> new CellTemperature(-0.4, 45, 20, 800, "test"))
                .hasMessageContaining("coefficient_per_k");
    }

    private static final GridConnection GRID = new GridConnection(
            "substation",
            null,
            "voltage_kv",
            "name",
            "land",
            50,
            List.of(new Step(100, 110, 100, 1, 4), new Step(Double.POSITIVE_INFINITY, 220, 300, 2, 5)),
            "test");

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Substation station(String name, double kv, int x, int y) {
        return new Substation(name, kv, (Point) wkt("POINT(" + x + " " + y + ")"));
    }

    private static final Geometry SITE = wkt("POLYGON((0 0, 0 9000, 4000 9000, 4000 0, 0 0))");
    /** Land from x = 10 km on, drawn twice as neighbours that overlap, and an island between. */
    private static final List<Geometry> LAND = List.of(
            wkt("POLYGON((10000 -5000, 10000 20000, 40000 20000, 40000 -5000, 10000 -5000))"),
            wkt("POLYGON((15000 -5000, 15000 20000, 60000 20000, 60000 -5000, 15000 -5000))"),
            wkt("POLYGON((6000 1000, 6000 8000, 7000 8000, 7000 1000, 6000 1000))"));

    private static final Substations STATIONS = new Substations(
            GRID,
            List.of(
                    station("small", 110, 24_000, 3000),
                    station("large", 220, 34_000, 6000),
                    station("?", Double.NaN, 1, 1)),
            LAND);

    @Test
    void lineGoesStraightToTheNearestSubstationOfEnoughVoltage() {
        Connection small = STATIONS.connect(SITE, 100);
        assertThat(small.substation()).isEqualTo("small");
        assertThat(small.distance_km()).isEqualTo(20, within(1e-9));
        // 4 to 6 and 7 to 10 km are water
        assertThat(small.sea_km()).isEqualTo(5, within(1e-9));
        assertThat(small.cost_myuan()).isEqualTo(15 * 1 + 5 * 4, within(1e-9));
        Connection large = STATIONS.connect(SITE, 601);
        assertThat(large.substation()).isEqualTo("large");
        assertThat(large.circuits()).isEqualTo(3);
        assertThat(large.cost_myuan()).isEqualTo(3 * (25 * 2 + 5 * 5), within(1e-9));
    }

    @Test
    void substationInsideTheSiteCostsNoLine() {
        Connection inside = new Substations(GRID, List.of(station("in", 220, 100, 200)), LAND).connect(SITE, 50);
        assertThat(inside.distance_km()).isZero();
        assertThat(inside.cost_myuan()).isZero();
    }

    @Test
    void noSubstationMeansNoFigureButAReason() {
        Substations far = new Substations(GRID, List.of(station("far", 500, 60_000, 0)), LAND);
        Connection none = far.connect(SITE, 120);
        assertThat(none.exists()).isFalse();
        assertThat(none.basis())
                .isEqualTo("no grid connection: no substation of at least 220 kV, as 120 MW need, in layer 'substation'"
                        + " within 50 km");
        SiteFigures figures = SiteFigures.of(figures(GRID), 1000, 1000, 1250, none);
        assertThat(figures.lcoe_yuan_kwh()).isNaN();
        assertThat(figures.lcoeHigh_yuan_kwh()).isNaN();
        assertThat(figures.costBasis()).endsWith("within 50 km");
        assertThat(figures.capex_myuan()).isEqualTo(500 * 3.0);
    }

    private static ProjectFigures figures(GridConnection connection) {
        return new ProjectFigures(
                new Density(50, 40, 60, "MW/km2", "test"),
                new PvYield("ghi", 1, 0.8, "test"),
                null,
                costs(3, 0.05),
                connection,
                List.of(new PlanTarget("A", 2000), new PlanTarget("B", Double.NaN)));
    }

    @Test
    void figuresOfASite() {
        Connection connection = STATIONS.connect(SITE, 500);
        SiteFigures site = SiteFigures.of(figures(GRID), 1000, 800, 1200, connection);
        assertThat(site.capacity_mw()).isEqualTo(500);
        assertThat(site.capacityLow_mw()).isEqualTo(400);
        assertThat(site.capacityHigh_mw()).isEqualTo(600);
        // 400 MW have data
        assertThat(site.energy_gwh()).isEqualTo(480);
        assertThat(site.grossHours()).isEqualTo(1500);
        assertThat(site.capacityFactor()).isEqualTo(1200 / 8760.0);
        assertThat(site.opex_myuan_yr()).isEqualTo(25);
        // two circuits: 2 x 75 = 150 million yuan, 0.3 yuan/W
        assertThat(site.lcoe_yuan_kwh()).isEqualTo((0.0782267 * 3.3 + 0.05) / 1.2, within(1e-6));
        assertThat(site.targets())
                .containsExactly(
                        new PlanTarget.Share("A", 0.25, null), new PlanTarget.Share("B", null, "not set by the plan"));
    }

    @Test
    void siteWithoutResourceHasNoHoursAndNoCost() {
        SiteFigures site = SiteFigures.of(figures(null), 1000, 0, Double.NaN, null);
        assertThat(site.energy_gwh()).isNaN();
        assertThat(site.lcoe_yuan_kwh()).isNaN();
        assertThat(site.yieldBasis()).isEqualTo("no data on the resource (ghi)");
    }

    @Test
    void refusesStepsOutOfOrder() {
        Step low = new Step(100, 220, 100, 1, 1);
        Step high = new Step(Double.POSITIVE_INFINITY, 110, 100, 1, 1);
        assertThatThrownBy(() -> grid(List.of(low, high))).hasMessageContaining("step 2 does not");
        assertThatThrownBy(() -> grid(List.of(low))).hasMessageContaining("no up_to_mw");
        assertThatThrownBy(() -> new Estimate(2, 3, 4, "test")).hasMessageContaining("low <= value");
        assertThatThrownBy(() -> new Costs(exactly(3), exactly(0), exactly(6), exactly(25), 0, null))
                .hasMessageContaining("discount_rate");
    }

    private static GridConnection grid(List<Step> steps) {
        return new GridConnection("s", null, "v", "n", null, 10, steps, "test");
    }
}
