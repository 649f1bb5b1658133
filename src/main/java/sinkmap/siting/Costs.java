package sinkmap.siting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import sinkmap.grid.SinkmapException;

/**
 * What plants of a technology cost.
 *
 * <p>Levelised cost of energy: LCOE = (CRF x I + O) / h with the capital recovery factor CRF = r (1 + r)^n / ((1 + r)^n - 1)
 * (W. Short, D. J. Packey and T. Holt, "A Manual for the Economic Evaluation of Energy Efficiency and Renewable Energy
 * Technologies", NREL/TP-462-5173, 1995): I capital cost and O yearly operating cost per unit of capacity, h full-load
 * hours a year, r real discount rate, n life in years.
 *
 * <p>The range of an LCOE: each of capital cost, operating cost, discount rate and life is moved alone to the end of its
 * range that makes energy dearer (cheaper); as the four are taken to be independent, the deviations are added in
 * quadrature (JCGM 100:2008, equation 10). Hours and grid connection stay at their value.
 *
 * @param capex_yuan_w capital cost, in yuan per watt
 * @param opex_yuan_w_yr operating cost, in yuan per watt and year
 * @param discountRate real discount rate, 0.06 for 6 %
 * @param life_years life
 * @param connectionInCapex_yuan_w part of the capital cost that is for the grid connection; it is taken out where a plan
 *     reckons the connection of each site
 * @param connectionSource where that part comes from, or null when it is 0
 */
public record Costs(
        Estimate capex_yuan_w,
        Estimate opex_yuan_w_yr,
        Estimate discountRate,
        Estimate life_years,
        double connectionInCapex_yuan_w,
        String connectionSource) {

    public Costs {
        capex_yuan_w.within("capex_yuan_per_w", 0, 1000);
        opex_yuan_w_yr.within("opex_yuan_per_w_yr", 0, 100);
        discountRate.within("discount_rate", 0, 0.5);
        life_years.within("life_years", 1, 100);
        if (!(connectionInCapex_yuan_w >= 0 && connectionInCapex_yuan_w < capex_yuan_w.low())) {
            throw new SinkmapException("costs: connection_in_capex_yuan_per_w must be less than the lowest"
                    + " capital cost, not " + connectionInCapex_yuan_w);
        }
    }

    /** Capital recovery factor of a discount rate and a life; 1/n without interest. */
    public static double crf(double discountRate, double life_years) {
        if (discountRate == 0) {
            return 1 / life_years;
        }
        return discountRate / -Math.expm1(-life_years * Math.log1p(discountRate));
    }

    /**
     * Levelised cost of energy, in yuan/kWh: value, low and high.
     *
     * @param fullLoadHours hours a year at full load
     * @param connection_yuan_w cost of the grid connection; NaN when the plan reckons none, so that the part of the capital
     *     cost that is for it stays in
     */
    Lcoe lcoe(double fullLoadHours, double connection_yuan_w) {
        double added = Double.isNaN(connection_yuan_w) ? 0 : connection_yuan_w - connectionInCapex_yuan_w;
        double capex = capex_yuan_w.value() + added;
        double opex = opex_yuan_w_yr.value();
        double rate = discountRate.value();
        double life = life_years.value();
        double value = crf(rate, life) * capex + opex;
        double down = quadrature(
                value - (crf(rate, life) * (capex_yuan_w.low() + added) + opex),
                opex - opex_yuan_w_yr.low(),
                value - (crf(discountRate.low(), life) * capex + opex),
                value - (crf(rate, life_years.high()) * capex + opex));
        double up = quadrature(
                crf(rate, life) * (capex_yuan_w.high() + added) + opex - value,
                opex_yuan_w_yr.high() - opex,
                crf(discountRate.high(), life) * capex + opex - value,
                crf(rate, life_years.low()) * capex + opex - value);
        // yuan per watt and year over hours a year is yuan per watt-hour
        double perHour = 1000 / fullLoadHours;
        return new Lcoe(value * perHour, Math.max(0, value - down) * perHour, (value + up) * perHour);
    }

    private static double quadrature(double... deviations) {
        double sum = 0;
        for (double deviation : deviations) {
            sum += deviation * deviation;
        }
        return Math.sqrt(sum);
    }

    /** Where the figures come from, for people. */
    String basis() {
        return String.format(
                Locale.ROOT,
                "CAPEX %s yuan/W, OPEX %s yuan/W/yr, %s %% over %s years (CRF %.5f)",
                number(capex_yuan_w.value()),
                number(opex_yuan_w_yr.value()),
                number(discountRate.value() * 100),
                number(life_years.value()),
                crf(discountRate.value(), life_years.value()));
    }

    static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Levelised cost of energy in yuan/kWh with its range; all NaN when it cannot be reckoned. */
    record Lcoe(double value, double low, double high) {

        static final Lcoe NONE = new Lcoe(Double.NaN, Double.NaN, Double.NaN);
    }
}
