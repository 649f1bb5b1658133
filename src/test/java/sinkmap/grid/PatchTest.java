package sinkmap.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

class PatchTest {

    private static final Mask SHAPE = Drawing.mask("""
            .##.#
            ###..
            .....
            ..#..
            """, 10);

    private static List<Integer> cells(Patch patch) {
        List<Integer> cells = new ArrayList<>();
        patch.forEach(cells::add);
        return cells;
    }

    @Test
    void knowsItsCells() {
        Patch patch = Patch.of(SHAPE);
        assertThat(cells(patch)).containsExactly(1, 2, 4, 5, 6, 7, 17);
        assertThat(patch.size()).isEqualTo(7);
        assertThat(patch.runs()).isEqualTo(4);
        assertThat(patch.area_ha()).isEqualTo(0.07);
        assertThat(patch.contains(4)).isTrue();
        assertThat(patch.contains(3)).isFalse();
        assertThat(List.of(patch.firstRow(), patch.lastRow(), patch.firstColumn(), patch.lastColumn()))
                .containsExactly(0, 3, 0, 4);
    }

    @Test
    void givesTheCellsOfSomeRows() {
        Patch patch = Patch.of(SHAPE);
        assertThat(cells(patch.rows(1, 3))).containsExactly(5, 6, 7);
        assertThat(cells(patch.rows(1, 4))).containsExactly(5, 6, 7, 17);
        assertThat(patch.rows(2, 3).isEmpty()).isTrue();
    }

    @Property(tries = 300)
    void rimAndCommonCellsAreThoseOfMasks(@ForAll long seed) {
        Random random = new Random(seed);
        Grid grid = new Grid("local", 0, 70, 10, 3 + random.nextInt(5), 5 + random.nextInt(90));
        Mask one = speckled(grid, random);
        Mask other = speckled(grid, random);
        assertThat(Patch.of(one).rim()).isEqualTo(Patch.of(one.rim()));
        assertThat(Patch.of(one).in(other)).isEqualTo(Patch.of(one.copy().and(other)));
    }

    private static Mask speckled(Grid grid, Random random) {
        Mask mask = new Mask(grid);
        double share = 0.5 + random.nextDouble() / 2;
        for (int cell = 0; cell < grid.size(); cell++) {
            if (random.nextDouble() < share) {
                mask.set(cell);
            }
        }
        return mask;
    }

    @Test
    void runsThatTouchBecomeOneButNotAcrossRows() {
        Grid grid = new Grid("local", 0, 2, 1, 2, 4);
        Patch patch = Patch.ofRuns(grid, new int[] {1, 2, 4}, new int[] {2, 4, 6});
        assertThat(patch.runs()).isEqualTo(2);
        assertThat(cells(patch)).containsExactly(1, 2, 3, 4, 5);
        assertThatThrownBy(() -> Patch.ofRuns(grid, new int[] {2}, new int[] {5}))
                .hasMessageContaining("run 0");
        assertThatThrownBy(() -> Patch.ofRuns(grid, new int[] {2, 1}, new int[] {3, 2}))
                .hasMessageContaining("run 1");
    }

    @Property(tries = 200)
    void countsWhatAMaskHoldsToo(@ForAll long seed) {
        Random random = new Random(seed);
        Grid grid = new Grid("local", 0, 9, 1, 1 + random.nextInt(9), 1 + random.nextInt(90));
        Mask one = random(grid, random);
        Mask other = random(grid, random);
        assertThat(Patch.of(one).countIn(other)).isEqualTo(one.copy().and(other).count());
    }

    private static Mask random(Grid grid, Random random) {
        Mask mask = new Mask(grid);
        for (int cell = 0; cell < grid.size(); cell++) {
            if (random.nextInt(3) > 0) {
                mask.set(cell);
            }
        }
        return mask;
    }

    @Property(tries = 400)
    void outlinesOfNeighboursAreACoverage(@ForAll long seed) {
        Random random = new Random(seed);
        Grid grid = new Grid("local", 0.1, 0.7, 0.1, 1 + random.nextInt(9), 1 + random.nextInt(9));
        List<Mask> masks = new ArrayList<>();
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            masks.add(new Mask(grid));
        }
        for (int cell = 0; cell < grid.size(); cell++) {
            masks.get(random.nextInt(count)).set(cell);
        }
        List<Patch> patches =
                masks.stream().filter(mask -> !mask.isEmpty()).map(Patch::of).toList();
        Geometry[] outlines = Patch.outlines(patches).toArray(Geometry[]::new);
        assertThat(CoverageValidator.isValid(outlines)).isTrue();
        for (int i = 0; i < outlines.length; i++) {
            assertThat(outlines[i].isValid()).isTrue();
            assertThat(outlines[i].getArea() / 0.01)
                    .isCloseTo(patches.get(i).size(), org.assertj.core.api.Assertions.within(1e-9));
        }
    }
}
