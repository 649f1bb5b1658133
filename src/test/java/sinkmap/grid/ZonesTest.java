package sinkmap.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;

class ZonesTest {

    private static Mask random(long seed) {
        Random random = new Random(seed);
        Mask mask = new Mask(new Grid("local", 7, 60, 10, 1 + random.nextInt(12), 1 + random.nextInt(14)));
        double share = 0.3 + random.nextDouble() * 0.5;
        for (int cell = 0; cell < mask.grid().size(); cell++) {
            if (random.nextDouble() < share) {
                mask.set(cell);
            }
        }
        return mask;
    }

    /** Labels by flooding from each cell in row-major order. */
    private static int[] flood(Mask mask, int connectivity) {
        Grid grid = mask.grid();
        int[] labels = new int[grid.size()];
        int count = 0;
        for (int first = mask.next(0); first >= 0; first = mask.next(first + 1)) {
            if (labels[first] != 0) {
                continue;
            }
            ArrayDeque<Integer> open = new ArrayDeque<>();
            labels[first] = ++count;
            open.add(first);
            while (!open.isEmpty()) {
                int cell = open.remove();
                for (int step = 0; step < 9; step++) {
                    int row = cell / grid.columns() + step / 3 - 1;
                    int column = cell % grid.columns() + step % 3 - 1;
                    if ((connectivity == 8 || step % 2 == 1)
                            && grid.contains(row, column)
                            && mask.get(grid.index(row, column))
                            && labels[grid.index(row, column)] == 0) {
                        labels[grid.index(row, column)] = count;
                        open.add(grid.index(row, column));
                    }
                }
            }
        }
        return labels;
    }

    @Property(tries = 400)
    void labelsAsFloodingDoes(@ForAll long seed) {
        Mask mask = random(seed);
        int connectivity = seed % 2 == 0 ? 4 : 8;
        Zones zones = Zones.of(mask, connectivity);
        int[] expected = flood(mask, connectivity);
        for (int cell = 0; cell < expected.length; cell++) {
            assertThat(zones.at(cell)).isEqualTo(expected[cell]);
        }
    }

    @Property(tries = 600)
    void polygonsAreValidAndHoldExactlyTheCells(@ForAll long seed) {
        Mask mask = random(seed);
        Zones zones = Zones.of(mask, seed % 2 == 0 ? 4 : 8);
        Mask together = new Mask(mask.grid());
        for (int z = 1; z <= zones.count(); z++) {
            Geometry polygon = zones.polygon(z);
            IsValidOp validity = new IsValidOp(polygon);
            assertThat(validity.isValid())
                    .as("%s %s", validity.getValidationError(), polygon)
                    .isTrue();
            assertThat(polygon.getArea()).isEqualTo(zones.size(z) * 100.0);
            Mask back = Rasterizer.cells(List.of(polygon), mask.grid());
            assertThat(back.count()).isEqualTo(zones.size(z));
            together.or(back);
        }
        assertThat(Drawing.of(together)).isEqualTo(Drawing.of(mask));
    }

    @Property(tries = 300)
    void bandsGiveTheZonesOfTheWhole(@ForAll long seed) {
        Mask mask = random(seed);
        int connectivity = seed % 2 == 0 ? 4 : 8;
        Random random = new Random(seed + 1);
        Zones.Builder builder = new Zones.Builder(mask.grid(), connectivity);
        int columns = mask.grid().columns();
        for (int row = 0; row < mask.grid().rows(); ) {
            int rows = Math.min(1 + random.nextInt(4), mask.grid().rows() - row);
            builder.add(mask.window(row, 0, rows, columns));
            row += rows;
        }
        Zones tiled = builder.zones();
        Zones whole = Zones.of(mask, connectivity);
        assertThat(tiled.count()).isEqualTo(whole.count());
        for (int z = 1; z <= whole.count(); z++) {
            assertThat(tiled.patch(z)).isEqualTo(whole.patch(z));
            assertThat(tiled.polygon(z).equalsExact(whole.polygon(z))).isTrue();
        }
    }

    @Test
    void bandOutOfOrderIsRefused() {
        Mask mask = Drawing.mask("""
                #.
                .#
                ##
                """);
        Zones.Builder builder = new Zones.Builder(mask.grid(), 8).add(mask.window(0, 0, 1, 2));
        assertThatThrownBy(() -> builder.add(mask.window(2, 0, 1, 2))).hasMessageContaining("the next is 1");
        assertThatThrownBy(() -> builder.add(mask.window(1, 0, 1, 1))).hasMessageContaining("the next is 1");
    }

    @Test
    void cornersJoinOnlyWhenAsked() {
        Mask mask = Drawing.mask("""
                ##...#
                ..##.#
                ....#.
                """);
        assertThat(Zones.of(mask, 8).count()).isOne();
        assertThat(Zones.of(mask, 4).count()).isEqualTo(4);
        assertThat(Zones.of(mask, 8).polygon(1).getNumGeometries()).isEqualTo(4);
    }

    @Test
    void holeThatTouchesItsShellIsStillOnePolygon() {
        Mask mask = Drawing.mask("""
                ####
                #.##
                ##.#
                ###.
                """);
        Geometry polygon = Zones.of(mask, 4).polygon(1);
        assertThat(polygon.isValid()).isTrue();
        assertThat(polygon.getGeometryType()).isEqualTo("Polygon");
        assertThat(polygon.getArea()).isEqualTo(13);
    }

    @Test
    void cellsAndAreaOfAZoneAreItsOwn() {
        Zones zones = Zones.of(Drawing.mask("""
                ##.#
                .#.#
                """), 4);
        assertThat(zones.cells(1)).containsExactly(0, 1, 5);
        assertThat(zones.area_ha(1)).isEqualTo(0.0003, within(1e-12));
    }

    @Test
    void emptyMaskHasNoZones() {
        assertThat(Zones.of(Drawing.mask("..."), 8).count()).isZero();
    }

    @Test
    void otherConnectivityIsAnError() {
        assertThatThrownBy(() -> Zones.of(Drawing.mask("#"), 6))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("4 or 8");
    }
}
