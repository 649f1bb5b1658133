package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * Density of air. Wind speeds are brought to the density of standard power curves by v_eq = v (rho / 1.225)^(1/3)
 * (IEC 61400-12-1, 9.1.5), as the power of the wind goes with rho v^3.
 *
 * @param value density, in kg/m3
 */
public record AirDensity(double value) {

    /** Density that power curves are stated for: air of 15 degrees at sea level. */
    public static final AirDensity STANDARD = new AirDensity(1.225);

    private static final double SEA_LEVEL_pa = 101_325;
    private static final double GAS_CONSTANT = 287.05;
    private static final double ZERO_k = 273.15;

    public AirDensity {
        if (!(value > 0.5 && value < 1.6)) {
            throw new SinkmapException("yield.wind: air density must lie between 0.5 and 1.6 kg/m3, not " + value);
        }
    }

    /**
     * Density at an altitude and a mean temperature: rho = p / (287.05 T) with the pressure of the standard atmosphere,
     * p = 101325 (1 - 2.25577e-5 z)^5.25588 (ISO 2533:1975).
     *
     * @param altitude_m altitude of the hub above sea level, ground included
     * @param temperature_c mean temperature of the air there, in degrees Celsius
     */
    public static AirDensity at(double altitude_m, double temperature_c) {
        double pressure_pa = SEA_LEVEL_pa * Math.pow(1 - 2.25577e-5 * altitude_m, 5.25588);
        return new AirDensity(pressure_pa / (GAS_CONSTANT * (ZERO_k + temperature_c)));
    }

    /** Speed in air of standard density over speed in this air, at equal power. */
    double speedRatio() {
        return Math.cbrt(value / STANDARD.value);
    }
}
