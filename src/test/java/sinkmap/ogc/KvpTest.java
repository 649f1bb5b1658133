package sinkmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KvpTest {

    private static Kvp kvp(String name, String... values) {
        return Kvp.of(Map.of(name, values));
    }

    @Test
    void namesMatchInAnyCase() {
        assertThat(kvp("tYpeNames", "city").get("TYPENAMES")).isEqualTo("city");
    }

    @Test
    void blankValuesCountAsAbsent() {
        assertThat(kvp("STYLES", "  ").find("STYLES")).isEmpty();
        assertThatThrownBy(() -> kvp("LAYERS", "").get("LAYERS")).isInstanceOfSatisfying(OwsException.class, e -> {
            assertThat(e.code()).isEqualTo("MissingParameterValue");
            assertThat(e.locator()).isEqualTo("LAYERS");
        });
    }

    @Test
    void theSameValueTwiceIsFineButTwoDifferentOnesAreAnError() {
        assertThat(kvp("COUNT", "5", "5").getInt("COUNT")).isEqualTo(5);
        assertThatThrownBy(() -> kvp("COUNT", "5", "6")).hasMessageContaining("COUNT is given twice");
    }

    @Test
    void numbersThatAreNoneNameTheirParameter() {
        assertThatThrownBy(() -> kvp("WIDTH", "1e3").getInt("WIDTH"))
                .hasMessageContaining("WIDTH must be a whole number, not '1e3'");
    }

    @Test
    void listsKeepEmptyParts() {
        assertThat(kvp("STYLES", "a,,b").list("STYLES")).containsExactly("a", "", "b");
        assertThat(kvp("STYLES", "").list("STYLES")).isEmpty();
    }
}
