package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;

class SoilPathTest {

    /** Cropland of the example: SOC_ref 88 t C/ha, long-term cultivated 0.69, temperate moist. */
    private static double stock(double tillage, double input) {
        return 88 * 0.69 * tillage * input;
    }

    @Test
    void exampleOfTheGuidelinesGains264000TonnesAYear() {
        // IPCC 2006, volume 4, chapter 5, section 5.2.3.4: 1 Mha of cropland, 1990: 0.4 Mha with low and 0.6 Mha with
        // medium
        // input, all full tillage, 58.78 Mt C; 2010: 0.2 Mha as before with low input, 0.7 Mha reduced tillage (1.08)
        // and
        // 0.1 Mha no tillage (1.15) with medium input, 64.06 Mt C; 5.28 Mt C in 20 years
        double before = 0.4 * stock(1, 0.92) + 0.6 * stock(1, 1);
        double after = 0.2 * stock(1, 0.92) + 0.7 * stock(1.08, 1) + 0.1 * stock(1.15, 1);
        assertThat(before).isCloseTo(58.78, within(0.005));
        assertThat(after).isCloseTo(64.06, within(0.005));

        SoilPath path = new SoilPath(before, after, SoilPath.DEFAULT_YEARS);
        assertThat(1e6 * path.change_tc_ha_yr(0)).isCloseTo(264_000, within(500.0));
        assertThat(path.change_tc_ha_yr(19)).isCloseTo(path.change_tc_ha_yr(0), within(1e-9));
        assertThat(path.change_tc_ha_yr(20)).isZero();
    }

    @Test
    void pathIsAStraightLineBetweenTwoLevels() {
        // 38 x 0.8 = 30.4 cultivated, 38 again after 20 years of forest: 0.38 t C/ha/yr
        SoilPath path = new SoilPath(30.4, 38, 20);
        assertThat(path.stock_tc_ha(-3)).isEqualTo(30.4);
        assertThat(path.stock_tc_ha(0)).isEqualTo(30.4);
        assertThat(path.stock_tc_ha(7)).isCloseTo(30.4 + 7 * 0.38, within(1e-12));
        assertThat(path.stock_tc_ha(20)).isEqualTo(38);
        assertThat(path.stock_tc_ha(55)).isEqualTo(38);
    }

    @Test
    void changesOfTheYearsSumUpToTheChangeOfTheStock() {
        SoilPath loss = new SoilPath(74, 52.5, 12.5);
        double sum = 0;
        for (int year = 0; year < 30; year++) {
            sum += loss.change_tc_ha_yr(year);
        }
        assertThat(sum).isCloseTo(52.5 - 74, within(1e-9));
    }

    @Test
    void pathWithoutLengthOrWithNegativeStockIsRefused() {
        assertThatThrownBy(() -> new SoilPath(30, 38, 0)).isInstanceOf(SinkmapException.class);
        assertThatThrownBy(() -> new SoilPath(-1, 38, 20)).hasMessageContaining("-1.0 to 38.0");
        assertThatThrownBy(() -> new SoilPath(Double.NaN, 38, 20)).isInstanceOf(SinkmapException.class);
    }
}
