package sinkmap.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Property(tries = 300)
    void isTheShareOfThePartsAndKeepsTheArea(@ForAll long seed, @ForAll @IntRange(min = 1, max = 70) int n) {
        int parts = Math.min(64, n);
        Random random = new Random(seed);
        Grid coarse = new Grid("local", 0.3, 70, 30, 1 + random.nextInt(6), 1 + random.nextInt(40));
        Mask fine = new Mask(coarse.refined(parts));
        for (int i = random.nextInt(9); i > 0; i--) {
            int from = random.nextInt(fine.grid().size());
            fine.setRange(from, Math.min(fine.grid().size(), from + random.nextInt(500)));
        }
        int[] counts = new int[coarse.size()];
        int columns = coarse.columns() * parts;
        fine.forEach(cell -> counts[coarse.index(cell / columns / parts, cell % columns / parts)]++);
        Raster shares = Shares.of(fine, coarse);
        double area_ha = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            assertThat(shares.values()[cell]).isEqualTo((float) (counts[cell] / (double) (parts * parts)));
            area_ha += shares.values()[cell] * coarse.cellArea_ha();
        }
        assertThat(area_ha).isEqualTo(fine.area_ha(), within(1e-6 * (1 + fine.area_ha())));
    }

    @Test
    void quarterOfSquareLiesInEachOfFourCells() {
        Grid coarse = new Grid("local", 0, 200, 100, 2, 3);
        Mask fine = Rasterizer.cells(
                List.of(RasterizerTest.wkt("POLYGON ((50 50, 150 50, 150 150, 50 150, 50 50))")), coarse.refined(4));
        assertThat(Shares.of(fine, coarse).values()).containsExactly(0.25f, 0.25f, 0, 0.25f, 0.25f, 0);
    }

    @Test
    void refusesCellsThatAreNoParts() {
        Grid coarse = new Grid("local", 0, 200, 100, 2, 3);
        assertThatThrownBy(() -> Shares.of(new Mask(new Grid("local", 10, 200, 50, 4, 6)), coarse))
                .hasMessageContaining("no whole parts");
        assertThatThrownBy(() -> coarse.refined(0)).isInstanceOf(SinkmapException.class);
    }

    @Test
    void gridTooLargeForOnePieceStillHasWindows() {
        Grid fine = new Grid("local", 0, 0, 30, 18_000, 19_000).refined(4);
        assertThatThrownBy(fine::size).isInstanceOf(SinkmapException.class).hasMessageContaining("too large");
        assertThat(fine.window(71_000, 0, 1000, 76_000).size()).isEqualTo(76_000_000);
    }
}
