package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;

class TruthTest {

    /** One truth value a cell: T true, F false, U unknown. */
    private static Truth truth(String values) {
        Grid grid = new Grid("local", 0, 1, 1, 1, values.length());
        Truth truth = new Truth(new Mask(grid), new Mask(grid));
        for (int cell = 0; cell < values.length(); cell++) {
            if (values.charAt(cell) == 'T') {
                truth.yes().set(cell);
            } else if (values.charAt(cell) == 'U') {
                truth.unknown().set(cell);
            }
        }
        return truth;
    }

    private static String text(Truth truth) {
        StringBuilder text = new StringBuilder();
        for (int cell = 0; cell < truth.grid().size(); cell++) {
            assertThat(truth.yes().get(cell) && truth.unknown().get(cell)).isFalse();
            text.append(truth.yes().get(cell) ? 'T' : truth.unknown().get(cell) ? 'U' : 'F');
        }
        return text.toString();
    }

    @Test
    void anyIsTrueWhereOneIs() {
        List<Truth> parts = List.of(truth("TTTUUUFFF"), truth("TUFTUFTUF"));
        assertThat(text(Truth.any(parts, Function.identity()))).isEqualTo("TTTTUUTUF");
    }

    @Test
    void allIsFalseWhereOneIs() {
        List<Truth> parts = List.of(truth("TTTUUUFFF"), truth("TUFTUFTUF"));
        assertThat(text(Truth.all(parts, Function.identity()))).isEqualTo("TUFUUFFFF");
    }

    @Test
    void notKeepsWhatIsUnknown() {
        assertThat(text(truth("TUF").not())).isEqualTo("FUT");
    }

    @Test
    void threeParts() {
        List<String> parts = List.of("TUUF", "UUTU", "UFTU");
        assertThat(text(Truth.all(parts, TruthTest::truth))).isEqualTo("UFUF");
        assertThat(text(Truth.any(parts, TruthTest::truth))).isEqualTo("TUTU");
    }
}
