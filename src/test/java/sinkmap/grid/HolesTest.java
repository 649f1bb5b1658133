package sinkmap.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HolesTest {

    private static final Mask NESTED = Drawing.mask("""
            ##########..
            #........##.
            #.####.#..#.
            #.#..#....##
            #.####....#.
            #........##.
            ##########..
            """, 100);

    @Test
    void islandsCountInTheSizeOfAHole() {
        // the inner hole has 2 cells; the outer 38, of which 10 + 1 are islands and 2 the inner hole
        assertThat(Holes.upTo(NESTED, 4, 1.9).isEmpty()).isTrue();
        assertThat(Drawing.of(Holes.upTo(NESTED, 4, 2))).isEqualTo(Drawing.of(Drawing.mask("""
                ............
                ............
                ............
                ...##.......
                ............
                ............
                ............
                """, 100)));
        assertThat(Holes.upTo(NESTED, 4, 41).copy().or(NESTED).count()).isEqualTo(NESTED.count() + 2);
        Mask filled = Holes.upTo(NESTED, 4, 42).copy().or(NESTED);
        assertThat(Zones.of(filled.copy().not(), 8).count()).isEqualTo(3);
    }

    @Test
    void diagonalGapIsAWayOutForAreasOfEdgesOnly() {
        Mask ring = Drawing.mask("""
                .....
                .###.
                .#.#.
                .##..
                .....
                """);
        assertThat(Holes.upTo(ring, 8, 1).count()).isOne();
        assertThat(Holes.upTo(ring, 4, 1).isEmpty()).isTrue();
    }

    @Test
    void edgeOfTheGridIsOutside() {
        Mask bay = Drawing.mask("""
                ##.##
                #..##
                #####
                """);
        assertThat(Holes.upTo(bay, 8, 100).isEmpty()).isTrue();
    }

    /** What a flood from beyond the edge does not reach without crossing one area, kept when it is small enough. */
    private static Mask byFlooding(Mask mask, int connectivity, int most) {
        Grid grid = mask.grid();
        Mask found = new Mask(grid);
        Zones areas = Zones.of(mask, connectivity);
        for (int z = 1; z <= areas.count(); z++) {
            Mask rest = new Mask(grid).not();
            areas.forEach(z, rest::clear);
            Zones around = Zones.of(rest, 12 - connectivity);
            for (int hole = 1; hole <= around.count(); hole++) {
                Patch patch = around.patch(hole);
                boolean inside = patch.firstRow() > 0
                        && patch.lastRow() < grid.rows() - 1
                        && patch.firstColumn() > 0
                        && patch.lastColumn() < grid.columns() - 1;
                if (inside && patch.size() <= most) {
                    patch.forEach(found::set);
                }
            }
        }
        return found.andNot(mask);
    }

    @Property(tries = 400)
    void agreesWithFloodingAroundEachArea(@ForAll long seed) {
        Random random = new Random(seed);
        Mask mask = new Mask(new Grid("local", 0, 2000, 100, 3 + random.nextInt(14), 3 + random.nextInt(14)));
        double share = 0.4 + 0.4 * random.nextDouble();
        for (int cell = 0; cell < mask.grid().size(); cell++) {
            if (random.nextDouble() < share) {
                mask.set(cell);
            }
        }
        int connectivity = random.nextBoolean() ? 4 : 8;
        int most = 1 + random.nextInt(30);
        assertThat(Drawing.of(Holes.upTo(mask, connectivity, most)))
                .isEqualTo(Drawing.of(byFlooding(mask, connectivity, most)));
    }
}
