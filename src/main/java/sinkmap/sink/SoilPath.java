package sinkmap.sink;

import sinkmap.grid.SinkmapException;

/**
 * Soil carbon of land that changes its use, management or input: a straight line from the stock in balance before to
 * the one in balance after, and level from then on (IPCC 2006 Guidelines, volume 4, equation 2.25, the same in the 2019
 * Refinement).
 *
 * @param before_tc_ha stock before the change, t C/ha: SOC_ref x F_LU x F_MG x F_I of then
 * @param after_tc_ha stock that it comes to, t C/ha
 * @param years years that this takes; {@link #DEFAULT_YEARS} by default
 */
public record SoilPath(double before_tc_ha, double after_tc_ha, double years) {

    /** Time dependence D of the stock change factors, years. */
    public static final double DEFAULT_YEARS = 20;

    /** Checks that there is a path. */
    public SoilPath {
        if (!(before_tc_ha >= 0) || !(after_tc_ha >= 0) || !(years > 0)) {
            throw new SinkmapException("a soil path needs stocks that are not negative and years above zero, but has "
                    + before_tc_ha + " to " + after_tc_ha + " t C/ha in " + years + " years");
        }
    }

    /** Stock some years after the change, t C/ha; before the change the stock of before. */
    public double stock_tc_ha(double yearsAfter) {
        double share = Math.min(1, Math.max(0, yearsAfter / years));
        return before_tc_ha + (after_tc_ha - before_tc_ha) * share;
    }

    /** Change in the year that begins some years after the change, t C/ha/yr; zero once the new balance is reached. */
    public double change_tc_ha_yr(double yearsAfter) {
        return stock_tc_ha(yearsAfter + 1) - stock_tc_ha(yearsAfter);
    }
}
