package sinkmap.siting;

import java.util.function.DoubleUnaryOperator;
import sinkmap.grid.SinkmapException;

/**
 * Yield of photovoltaics: h = H x t x PR, with the global horizontal irradiation H in kWh/m2/yr, divided by the
 * irradiance of 1 kW/m2 at which modules are rated (IEC 61724-1, performance ratio).
 *
 * @param resource layer of the global horizontal irradiation, kWh/m2/yr
 * @param transposition irradiation on the plane of the array over that on the horizontal
 * @param performanceRatio share of the rated energy that is delivered, 0 to 1
 * @param source where the figures come from
 */
public record PvYield(String resource, double transposition, double performanceRatio, String source) implements Yield {

    public PvYield {
        if (!(transposition > 0 && transposition < 3)) {
            throw new SinkmapException("yield.pv: transposition must be a ratio near 1, not " + transposition);
        }
        if (!(performanceRatio > 0 && performanceRatio <= 1)) {
            throw new SinkmapException("yield.pv: performance_ratio must lie between 0 and 1, not " + performanceRatio);
        }
    }

    @Override
    public DoubleUnaryOperator hours() {
        return irradiation -> irradiation * transposition * performanceRatio;
    }
}
