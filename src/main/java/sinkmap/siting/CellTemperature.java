package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * How the warmth of photovoltaic cells lowers the yield: 1 + g (T_cell - 25) with T_cell = T_air + (NOCT - 20) / 800 x G
 * (R. G. Ross, "Interface design considerations for terrestrial solar cell modules", 12th IEEE PVSC, 1976). T_air and G are
 * means weighted by irradiance, because warmth counts when energy is made: as the loss is linear in both, the factor of
 * the weighted means is the factor of the year.
 *
 * @param coefficient_1_k g, change of power per kelvin, negative
 * @param noct_c nominal operating cell temperature, in degrees Celsius
 * @param air_c mean temperature of the air weighted by irradiance, in degrees Celsius
 * @param irradiance_w_m2 mean irradiance on the array weighted by itself, in W/m2
 * @param source where the figures come from
 */
public record CellTemperature(
        double coefficient_1_k, double noct_c, double air_c, double irradiance_w_m2, String source) {

    public CellTemperature {
        require(
                coefficient_1_k <= 0 && coefficient_1_k > -0.02,
                "coefficient_per_k must lie between -0.02 and 0, such as -0.003, not " + coefficient_1_k);
        require(noct_c > 20 && noct_c < 80, "noct_c must lie between 20 and 80, not " + noct_c);
        require(air_c > -40 && air_c < 60, "air_c must lie between -40 and 60, not " + air_c);
        require(
                irradiance_w_m2 >= 0 && irradiance_w_m2 <= 1200,
                "irradiance_w_m2 must lie between 0 and 1200, not " + irradiance_w_m2);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new SinkmapException("yield.pv.temperature: " + message);
        }
    }

    /** Mean temperature of the cells weighted by irradiance, in degrees Celsius. */
    double cell_c() {
        return air_c + (noct_c - 20) / 800 * irradiance_w_m2;
    }

    /** Energy with the warmth over energy at 25 degrees. */
    public double factor() {
        return 1 + coefficient_1_k * (cell_c() - 25);
    }
}
