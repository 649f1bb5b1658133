package sinkmap.siting;

import java.util.function.DoubleUnaryOperator;
import sinkmap.grid.SinkmapException;

/**
 * Yield of photovoltaics: h = H x t x PR x f_T, with the global horizontal irradiation H in kWh/m2/yr, divided by the
 * irradiance of 1 kW/m2 at which modules are rated (IEC 61724-1, performance ratio). Where the temperature is given, the
 * performance ratio is that at 25 degrees; otherwise f_T = 1 and the performance ratio includes the warmth.
 *
 * @param resource layer of the global horizontal irradiation, kWh/m2/yr
 * @param transposition irradiation on the plane of the array over that on the horizontal
 * @param performanceRatio share of the rated energy that is delivered, 0 to 1
 * @param temperature warmth of the cells, or null when the performance ratio includes it
 * @param source where the figures come from
 */
public record PvYield(
        String resource, double transposition, double performanceRatio, CellTemperature temperature, String source)
        implements Yield {

    public PvYield {
        if (!(transposition > 0 && transposition < 3)) {
            throw new SinkmapException("yield.pv: transposition must be a ratio near 1, not " + transposition);
        }
        if (!(performanceRatio > 0 && performanceRatio <= 1)) {
            throw new SinkmapException("yield.pv: performance_ratio must lie between 0 and 1, not " + performanceRatio);
        }
    }

    /** A yield whose performance ratio includes the warmth of the cells. */
    public PvYield(String resource, double transposition, double performanceRatio, String source) {
        this(resource, transposition, performanceRatio, null, source);
    }

    @Override
    public DoubleUnaryOperator hours() {
        double factor = transposition * netOfGross();
        return irradiation -> irradiation * factor;
    }

    @Override
    public double netOfGross() {
        return temperature == null ? performanceRatio : performanceRatio * temperature.factor();
    }

    @Override
    public String basis() {
        String basis = "plane of array " + Costs.number(transposition) + " x performance ratio "
                + Costs.number(performanceRatio);
        return temperature == null
                ? basis
                : basis + " x temperature " + Costs.number(temperature.factor()) + " (cells at "
                        + Costs.number(temperature.cell_c()) + " degC; " + temperature.source() + ")";
    }
}
