package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import sinkmap.grid.Drawing;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Zones;

class SiteAreasTest {

    /** 100 MW/km2: a megawatt is a hectare. */
    private static final Density DENSITY = new Density(100, 100, 100, "MW/km2", "test");

    private static SiteRules rules(double min_ha, double max_mw, double fill_ha, double neck_m, double simplify_m) {
        return new SiteRules(8, min_ha, max_mw, fill_ha, neck_m, simplify_m);
    }

    /** Land with ragged edges and holes: a sum of waves over a threshold. */
    private static Mask waves(long seed, int rows, int columns, double cell_m) {
        return waves(seed, rows, columns, cell_m, new Random(seed + 1).nextDouble());
    }

    private static Mask waves(long seed, int rows, int columns, double cell_m, double noise) {
        Random random = new Random(seed);
        double[] phase = random.doubles(8, 0, 6.28).toArray();
        double level = random.nextDouble() - 0.7;
        Mask mask = new Mask(new Grid("local", 300, 9000, cell_m, rows, columns));
        for (int cell = 0; cell < mask.grid().size(); cell++) {
            double y = cell / columns * 0.21;
            double x = cell % columns * 0.17;
            double height = Math.sin(x + phase[0])
                    + Math.sin(y + phase[1])
                    + Math.sin(0.7 * x + 1.3 * y + phase[2])
                    + Math.sin(1.9 * x - 0.6 * y + phase[3]);
            if (height + noise * random.nextGaussian() > level) {
                mask.set(cell);
            }
        }
        return mask;
    }

    @Property(tries = 150)
    void everyAvailableCellIsInOneSiteOrAccountedFor(@ForAll long seed) {
        Random random = new Random(seed);
        Mask mask = waves(seed, 20 + random.nextInt(30), 20 + random.nextInt(40), 100);
        SiteRules rules = new SiteRules(
                random.nextBoolean() ? 4 : 8,
                random.nextInt(20),
                random.nextBoolean() ? 40 + random.nextInt(200) : Double.POSITIVE_INFINITY,
                random.nextInt(5),
                random.nextBoolean() ? 0 : 200,
                0);
        SiteAreas areas = SiteAreas.of(mask, rules, DENSITY);
        Mask together = new Mask(mask.grid());
        int cells = 0;
        int available = 0;
        int before = -1;
        for (SiteArea site : areas.sites()) {
            assertThat(site.cells().firstCell()).isGreaterThan(before);
            before = site.cells().firstCell();
            assertThat(site.available()).isEqualTo(site.cells().countIn(mask));
            site.cells().forEach(together::set);
            cells += site.cells().size();
            available += site.available();
            Mask alone = new Mask(mask.grid());
            site.cells().forEach(alone::set);
            assertThat(Zones.of(alone, rules.connectivity()).count()).isOne();
        }
        assertThat(together.count()).isEqualTo(cells);
        assertThat(available + areas.necks_ha() + areas.tooSmall_ha()).isEqualTo(mask.count(), within(1e-6));
        assertThat(cells - available).isEqualTo((int) Math.round(areas.filled_ha()));
    }

    @Property(tries = 150)
    void partsKeepToTheirBounds(@ForAll long seed) {
        Random random = new Random(seed);
        Mask mask = waves(seed, 15 + random.nextInt(40), 15 + random.nextInt(50), 100);
        int max = 40 + random.nextInt(150);
        int min = random.nextInt(max / 3);
        SiteAreas areas = SiteAreas.of(mask, rules(min, max, 0, 0, 0), DENSITY);
        Zones zones = Zones.of(mask, 8);
        assertThat(areas.sites())
                .allSatisfy(site -> assertThat(site.usable_ha()).isLessThanOrEqualTo(max));
        assertThat(areas.sites().stream().filter(site -> site.usable_ha() < min).count())
                .isEqualTo(areas.belowMinimum());
        for (SiteArea site : areas.sites()) {
            int zone = zones.at(site.cells().firstCell());
            List<SiteArea> parts = areas.sites().stream()
                    .filter(other -> other.zone() == site.zone())
                    .toList();
            assertThat(parts).hasSize(site.parts());
            assertThat(parts.stream().mapToInt(SiteArea::available).sum()).isEqualTo(zones.size(zone));
        }
    }

    @Property(tries = 100)
    void wideLandSplitsIntoPartsThatAllKeepBothBounds(@ForAll long seed) {
        Random random = new Random(seed);
        int rows = 10 + random.nextInt(30);
        int columns = 10 + random.nextInt(60);
        Mask mask = new Mask(new Grid("local", 0, 9000, 100, rows, columns));
        for (int row = 0; row < rows; row++) {
            int from = random.nextInt(4);
            mask.setRange(row * columns + from, (row + 1) * columns - random.nextInt(4));
        }
        int max = 50 + random.nextInt(200);
        int min = (int) (0.4 * max);
        SiteAreas areas = SiteAreas.of(mask, rules(min, max, 0, 0, 0), DENSITY);
        if (mask.count() >= min) {
            assertThat(areas.sites()).isNotEmpty();
        }
        assertThat(areas.sites())
                .allSatisfy(site -> assertThat(site.usable_ha()).isBetween((double) min, (double) max));
    }

    @Test
    void squareSplitsIntoFourCompactParts() {
        Mask square = new Mask(new Grid("local", 0, 4000, 100, 40, 40)).not();
        List<SiteArea> sites =
                SiteAreas.of(square, rules(10, 400, 0, 0, 0), DENSITY).sites();
        assertThat(sites).hasSize(4).allSatisfy(site -> {
            assertThat(site.available()).isEqualTo(400);
            assertThat(site.zone()).isOne();
            assertThat(site.parts()).isEqualTo(4);
            // a square of 2 km has 8 km of outline
            assertThat(site.polygon().getLength()).isLessThanOrEqualTo(8400);
        });
        assertThat(sites).extracting(site -> site.id("pv")).containsExactly("pv-001", "pv-002", "pv-003", "pv-004");
    }

    @Test
    void largeAreaIsCutByBlocksAndStillExactly() {
        Mask mask = waves(7, 220, 300, 30);
        SiteRules rules = rules(100, 900, 3, 0, 0);
        SiteAreas areas = SiteAreas.of(mask, rules, DENSITY);
        assertThat(areas.sites().stream().filter(site -> site.parts() > 1)).isNotEmpty();
        assertThat(areas.sites())
                .allSatisfy(site -> assertThat(site.usable_ha()).isLessThanOrEqualTo(900));
        assertThat(areas.belowMinimum()).isZero();
        assertThat(CoverageValidator.isValid(polygons(areas))).isTrue();
    }

    private static Geometry[] polygons(SiteAreas areas) {
        return areas.sites().stream().map(SiteArea::polygon).toArray(Geometry[]::new);
    }

    @Property(tries = 100)
    void simplifiedOutlinesStillMatchAndKeepTheirArea(@ForAll long seed) {
        Random random = new Random(seed);
        Mask mask = waves(seed, 20 + random.nextInt(50), 20 + random.nextInt(50), 100);
        double max = random.nextBoolean() ? 150 : Double.POSITIVE_INFINITY;
        SiteRules rules =
                new SiteRules(random.nextBoolean() ? 4 : 8, 1, max, random.nextInt(4), 0, 50 + random.nextInt(600));
        SiteAreas areas = SiteAreas.of(mask, rules, DENSITY);
        Geometry[] polygons = polygons(areas);
        assertThat(CoverageValidator.isValid(polygons)).isTrue();
        for (SiteArea site : areas.sites()) {
            assertThat(site.polygon().isValid()).isTrue();
            assertThat(site.polygon().getArea() / 10_000 / site.area_ha()).isEqualTo(1, within(0.005));
        }
    }

    @Test
    void toleranceThatTakesNoCornerOfACellLeavesTheOutlinesAsTheyAre() {
        // a corner of a cell of 100 m is a triangle of 5,000 m2; the root of it is 70.7 m
        Mask mask = waves(5, 40, 60, 100, 0.3);
        assertThat(polygons(SiteAreas.of(mask, rules(5, 300, 2, 0, 70), DENSITY)))
                .isEqualTo(polygons(SiteAreas.of(mask, rules(5, 300, 2, 0, 0), DENSITY)));
    }

    @Test
    void simplificationLeavesFewerCorners() {
        Mask mask = waves(11, 120, 150, 100, 0.02);
        SiteAreas exact = SiteAreas.of(mask, rules(5, 2000, 2, 0, 0), DENSITY);
        SiteAreas simple = SiteAreas.of(mask, rules(5, 2000, 2, 0, 150), DENSITY);
        int before = List.of(polygons(exact)).stream()
                .mapToInt(Geometry::getNumPoints)
                .sum();
        int after = List.of(polygons(simple)).stream()
                .mapToInt(Geometry::getNumPoints)
                .sum();
        assertThat(after).isLessThan(before * 2 / 3);
    }

    @Test
    void filledHolesCountInTheAreaButNotInWhatIsAvailable() {
        Mask mask = Drawing.mask("""
                .######
                .#..#.#
                .######
                """, 100);
        SiteArea site =
                SiteAreas.of(mask, rules(0, 1000, 1, 0, 0), DENSITY).sites().get(0);
        assertThat(site.area_ha()).isEqualTo(16);
        assertThat(site.usable_ha()).isEqualTo(15);
        assertThat(site.polygon().getArea()).isEqualTo(160_000);
        SiteAreas both = SiteAreas.of(mask, rules(16, 1000, 2, 0, 0), DENSITY);
        assertThat(both.sites()).isEmpty();
        assertThat(both.tooSmall_ha()).isEqualTo(15);
    }

    @Test
    void hubWithArmsBelowTheMinimumKeepsTheMaximum() {
        // arms of 6 around one cell: 25 in all, at most 24, at least 10
        Mask star = Drawing.mask("""
                ......#......
                ......#......
                ......#......
                ......#......
                ......#......
                ......#......
                #############
                ......#......
                ......#......
                ......#......
                ......#......
                ......#......
                ......#......
                """, 100);
        SiteAreas areas = SiteAreas.of(star, new SiteRules(4, 10, 24, 0, 0, 0), DENSITY);
        assertThat(areas.sites())
                .allSatisfy(site -> assertThat(site.usable_ha()).isLessThanOrEqualTo(24));
        assertThat(areas.belowMinimum()).isOne();
    }

    @Test
    void sameInputGivesTheSameSites() {
        SiteRules rules = rules(5, 300, 2, 200, 120);
        SiteAreas one = SiteAreas.of(waves(3, 90, 70, 100), rules, DENSITY);
        SiteAreas other = SiteAreas.of(waves(3, 90, 70, 100), rules, DENSITY);
        assertThat(one.sites()).hasSizeGreaterThan(5);
        for (int i = 0; i < one.sites().size(); i++) {
            assertThat(one.sites().get(i).cells())
                    .isEqualTo(other.sites().get(i).cells());
            assertThat(one.sites()
                            .get(i)
                            .polygon()
                            .equalsExact(other.sites().get(i).polygon()))
                    .isTrue();
        }
    }

    @Test
    void largestProjectMustHoldTwoSmallestSitesAndACell() {
        Mask mask = Drawing.mask("##", 100);
        assertThatThrownBy(() -> SiteAreas.of(mask, rules(10, 19, 0, 0, 0), DENSITY))
                .hasMessageContaining("at least twice min_area_ha (10.0)");
        assertThatThrownBy(() -> SiteAreas.of(mask, rules(0, 0.5, 0, 0, 0), DENSITY))
                .hasMessageContaining("less than a cell of 1.0 ha");
    }

    @Test
    void nothingAvailableMeansNoSites() {
        SiteAreas none = SiteAreas.of(Drawing.mask("....", 100), rules(0, 100, 2, 200, 50), DENSITY);
        assertThat(none.sites()).isEmpty();
        assertThat(none.necks_ha() + none.tooSmall_ha() + none.filled_ha()).isZero();
    }
}
