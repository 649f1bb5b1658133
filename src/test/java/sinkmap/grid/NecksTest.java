package sinkmap.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NecksTest {

    /** Opening by laying the disc everywhere it fits. */
    private static Mask laid(Mask mask, int n) {
        Grid grid = mask.grid();
        Mask opened = new Mask(grid);
        for (int top = 0; top + n <= grid.rows(); top++) {
            for (int left = 0; left + n <= grid.columns(); left++) {
                Mask disc = new Mask(grid);
                for (int row = 0; row < n; row++) {
                    for (int column = 0; column < n; column++) {
                        if (Math.hypot(row - (n - 1) / 2.0, column - (n - 1) / 2.0) <= n / 2.0) {
                            disc.set(grid.index(top + row, left + column));
                        }
                    }
                }
                if (disc.copy().andNot(mask).isEmpty()) {
                    opened.or(disc);
                }
            }
        }
        return opened;
    }

    @Property(tries = 300)
    void openingIsWhereverTheDiscCanLie(@ForAll long seed) {
        Random random = new Random(seed);
        Mask mask = new Mask(new Grid("local", 0, 900, 30, 1 + random.nextInt(20), 1 + random.nextInt(140)));
        double share = 0.8 + 0.2 * random.nextDouble();
        for (int cell = 0; cell < mask.grid().size(); cell++) {
            if (random.nextDouble() < share) {
                mask.set(cell);
            }
        }
        int n = 1 + random.nextInt(7);
        assertThat(Drawing.of(Necks.opening(mask, 30 * n))).isEqualTo(Drawing.of(laid(mask, n)));
    }

    private static final Mask DUMBBELL = Drawing.mask("""
            .####........
            .####....###.
            .###########.
            .###########.
            .####....####
            """, 50);

    @Test
    void neckIsDroppedAndWhatHangsOnOneBodyStays() {
        assertThat(Drawing.of(Necks.cut(DUMBBELL, 150, 4))).isEqualTo(Drawing.of(Drawing.mask("""
                .####........
                .####....###.
                .####....###.
                .####....###.
                .####....####
                """, 50)));
    }

    @Test
    void neckAsWideAsAskedForStays() {
        assertThat(Drawing.of(Necks.cut(DUMBBELL, 100, 4))).isEqualTo(Drawing.of(DUMBBELL));
        assertThat(Zones.of(Necks.cut(DUMBBELL, 101, 4), 4).count()).isEqualTo(2);
    }

    @Test
    void landThatIsNarrowEverywhereIsDropped() {
        Mask strip = Drawing.mask("""
                ........
                .######.
                ........
                """);
        assertThat(Necks.cut(strip, 2, 8).isEmpty()).isTrue();
        assertThat(Necks.cut(strip, 20, 8).isEmpty()).isTrue();
        assertThat(Necks.cut(strip, 1, 8).count()).isEqualTo(6);
    }

    @Property(tries = 200)
    void noCellsComeFromNowhereAndBodiesStay(@ForAll long seed) {
        Random random = new Random(seed);
        Mask mask = new Mask(new Grid("local", 0, 20, 1, 3 + random.nextInt(15), 3 + random.nextInt(15)));
        for (int cell = 0; cell < mask.grid().size(); cell++) {
            if (random.nextDouble() < 0.85) {
                mask.set(cell);
            }
        }
        int connectivity = random.nextBoolean() ? 4 : 8;
        Mask bodies = Necks.opening(mask, 3);
        Mask cut = Necks.cut(mask, 3, connectivity);
        assertThat(cut.copy().andNot(mask).isEmpty()).isTrue();
        assertThat(bodies.copy().andNot(cut).isEmpty()).isTrue();
        assertThat(Zones.of(cut, connectivity).count())
                .isEqualTo(Zones.of(bodies, connectivity).count());
    }
}
