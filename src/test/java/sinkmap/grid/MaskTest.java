package sinkmap.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MaskTest {

    private static final Grid GRID = new Grid("local", 0, 7, 1, 7, 59);

    private static Mask mask(BitSet bits) {
        Mask mask = new Mask(GRID);
        bits.stream().forEach(mask::set);
        return mask;
    }

    private static BitSet bits(Random random) {
        BitSet bits = new BitSet();
        for (int n = random.nextInt(8); n > 0; n--) {
            int from = random.nextInt(GRID.size());
            bits.set(from, Math.min(GRID.size(), from + random.nextInt(150)));
        }
        return bits;
    }

    @Property(tries = 300)
    void behavesAsSetOfCells(@ForAll long seed) {
        Random random = new Random(seed);
        BitSet bits = bits(random);
        Mask mask = mask(bits);
        int cell = random.nextInt(GRID.size());
        int end = cell + random.nextInt(GRID.size() - cell + 1);
        int next = bits.nextSetBit(cell);
        assertThat(mask.next(cell)).isEqualTo(next);
        assertThat(mask.next(cell, end)).isEqualTo(next < end ? next : -1);
        assertThat(mask.nextGap(cell)).isEqualTo(Math.min(GRID.size(), bits.nextClearBit(cell)));
        assertThat(mask.count()).isEqualTo(bits.cardinality());
        assertThat(new Ranks(mask).of(cell)).isEqualTo(bits.get(0, cell).cardinality());
        assertThat(mask.copy().not().count()).isEqualTo(GRID.size() - bits.cardinality());
        int[] n = {0};
        mask.forEach(c -> assertThat(mask.get(c) && ++n[0] > 0).isTrue());
        assertThat(n[0]).isEqualTo(mask.count());
        Mask range = new Mask(GRID);
        range.setRange(cell, end);
        assertThat(range.count()).isEqualTo(end - cell);
        Mask window = mask.window(2, 7, 4, 31);
        for (int c = 0; c < window.grid().size(); c++) {
            assertThat(window.get(c)).isEqualTo(mask.get(GRID.index(2 + c / 31, 7 + c % 31)));
        }
    }

    @Property(tries = 300)
    void rimHasANeighbourOutside(@ForAll long seed) {
        Mask mask = mask(bits(new Random(seed)));
        Mask rim = mask.rim();
        for (int row = 0; row < GRID.rows(); row++) {
            for (int column = 0; column < GRID.columns(); column++) {
                boolean inside = holds(mask, row, column);
                boolean surrounded = holds(mask, row - 1, column)
                        && holds(mask, row + 1, column)
                        && holds(mask, row, column - 1)
                        && holds(mask, row, column + 1);
                assertThat(holds(rim, row, column)).isEqualTo(inside && !surrounded);
            }
        }
    }

    private static boolean holds(Mask mask, int row, int column) {
        boolean there = row >= 0 && row < GRID.rows() && column >= 0 && column < GRID.columns();
        return there && mask.get(GRID.index(row, column));
    }

    @Test
    void masksOfDifferentGridsDoNotCombine() {
        assertThatThrownBy(() -> new Mask(GRID).or(new Mask(GRID.window(0, 0, 7, 58))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void grownGridKeepsItsCells() {
        Grid grown = GRID.grown(2.5);
        assertThat(grown).isEqualTo(new Grid("local", -3, 10, 1, 13, 65));
        assertThat(grown.window(3, 3, 7, 59)).isEqualTo(GRID);
    }
}
