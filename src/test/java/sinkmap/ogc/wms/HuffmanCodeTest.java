package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HuffmanCodeTest {

    /** 1 + 1 = 2, 2 + 2 = 4, 3 + 4 = 7, 7 + 9 = 16: depths by hand. */
    @Test
    void frequentSymbolsGetShortCodes() {
        assertThat(HuffmanCode.of(new int[] {9, 1, 0, 2, 1, 3}, 15).lengths()).containsExactly(1, 4, 0, 3, 4, 2);
    }

    /** The example of RFC 1951, 3.2.2: lengths 3, 3, 3, 3, 3, 2, 4, 4 have the codes 010, 011, ..., 00, 1110, 1111. */
    @Test
    void codesOfOneLengthFollowEachOtherFirstBitLowest() {
        HuffmanCode code = HuffmanCode.of(new int[] {10, 10, 10, 10, 10, 21, 5, 5}, 15);
        assertThat(code.lengths()).containsExactly(3, 3, 3, 3, 3, 2, 4, 4);
        assertThat(code.codes()).containsExactly(0b010, 0b110, 0b001, 0b101, 0b011, 0b00, 0b0111, 0b1111);
    }

    @Test
    void noCodeIsLongerThanAllowed() {
        int[] fibonacci = new int[30];
        fibonacci[0] = 1;
        fibonacci[1] = 1;
        for (int i = 2; i < fibonacci.length; i++) {
            fibonacci[i] = fibonacci[i - 1] + fibonacci[i - 2];
        }
        int[] lengths = HuffmanCode.of(fibonacci, 15).lengths();
        assertThat(Arrays.stream(lengths).max().orElseThrow()).isLessThanOrEqualTo(15);
        assertThat(kraft(lengths)).isEqualTo(1);
    }

    @Property
    void everyBitSequenceIsACode(@ForAll @IntRange(min = 2, max = 286) int symbols, @ForAll long seed) {
        int[] counts = new Random(seed).ints(symbols, 1, 100_000).toArray();
        assertThat(kraft(HuffmanCode.of(counts, 15).lengths())).isEqualTo(1);
    }

    private static double kraft(int[] lengths) {
        return Arrays.stream(lengths)
                .filter(length -> length > 0)
                .mapToDouble(length -> Math.scalb(1.0, -length))
                .sum();
    }
}
