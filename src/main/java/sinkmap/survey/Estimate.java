package sinkmap.survey;

import java.util.Locale;
import sinkmap.sink.Factor;
import sinkmap.sink.Formula;
import sinkmap.sink.Interval;
import sinkmap.sink.Pool;
import sinkmap.sink.Quantity;
import sinkmap.sink.Verification;

/**
 * A mean density of carbon from cores, with its 95 % interval.
 *
 * @param cores number of cores
 * @param mean_tc_ha mean, t C/ha
 * @param standardDeviation_tc_ha standard deviation of single cores, t C/ha; NaN for one core and for strata together
 * @param standardError_tc_ha standard error of the mean, t C/ha; NaN where it cannot be estimated
 * @param degreesOfFreedom of the standard error; NaN where there is none
 */
public record Estimate(
        int cores,
        double mean_tc_ha,
        double standardDeviation_tc_ha,
        double standardError_tc_ha,
        double degreesOfFreedom) {

    /** Whether there is an interval: one core says nothing about how much cores differ. */
    public boolean hasInterval() {
        return !Double.isNaN(standardError_tc_ha);
    }

    /** Half width of the 95 % interval of Student's t, t C/ha; NaN where there is none. */
    public double halfWidth_tc_ha() {
        if (!hasInterval()) {
            return Double.NaN;
        }
        return standardError_tc_ha == 0 ? 0 : StudentT.quantile(0.975, degreesOfFreedom) * standardError_tc_ha;
    }

    /** Lower end of the 95 % interval, t C/ha, not below 0 because a stock cannot be; NaN where there is none. */
    public double low_tc_ha() {
        return hasInterval() ? Math.max(0, mean_tc_ha - halfWidth_tc_ha()) : Double.NaN;
    }

    /** Upper end of the 95 % interval, t C/ha; NaN where there is none. */
    public double high_tc_ha() {
        return mean_tc_ha + halfWidth_tc_ha();
    }

    /**
     * The row of the set {@code local} of the table of factors that this estimate makes.
     *
     * @param id name of the row
     * @param layer layer whose strata were sampled
     * @param classCode class within the layer, {@link Factor#ANY} for all
     * @param depth_cm depth of the stock
     * @param source studies or campaign
     * @param edition when it was surveyed
     * @throws SurveyException when there is no interval
     */
    public Factor factor(String id, String layer, String classCode, double depth_cm, String source, String edition) {
        if (!hasInterval()) {
            throw new SurveyException("'" + id + "' rests on " + cores
                    + " core: one core gives no interval, and a factor needs one; take at least two in each stratum");
        }
        Interval density = new Interval(mean_tc_ha, low_tc_ha(), high_tc_ha());
        return new Factor(
                id,
                "local",
                Formula.DENSITY,
                layer,
                classCode,
                Pool.SOIL,
                Quantity.DENSITY,
                density,
                density,
                Quantity.DENSITY.unit(),
                String.format(Locale.ROOT, "soil cores, bulk density x organic carbon, 0-%.0f cm", depth_cm),
                edition,
                "2",
                source,
                String.format(
                        Locale.ROOT,
                        "mean of %d cores, 95 %% interval of Student's t with %.3g degrees of freedom",
                        cores,
                        degreesOfFreedom),
                Verification.MEASURED,
                confidence());
    }

    /**
     * How far the mean is to be trusted: high for ten cores or more and an interval within 20 %, medium for five or
     * more and within 50 %, else low. A convention of this package.
     */
    public String confidence() {
        double relative = halfWidth_tc_ha() / mean_tc_ha;
        if (cores >= 10 && relative <= 0.2) {
            return "high";
        }
        return cores >= 5 && relative <= 0.5 ? "medium" : "low";
    }
}
