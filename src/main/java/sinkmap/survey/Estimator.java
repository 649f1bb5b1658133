package sinkmap.survey;

import java.util.List;
import java.util.Map;

/**
 * From the stocks of cores to the mean density of the ground they stand for (Cochran 1977, Sampling Techniques, third
 * edition). The cores are so small a part of the ground that no correction for a finite population is made.
 */
public final class Estimator {

    private Estimator() {}

    /**
     * Cores at random in one stratum: their mean, and s/√n as its standard error (Cochran 1977, equation 2.20).
     *
     * @param stocks_tc_ha stock of each core to one depth, t C/ha
     * @throws SurveyException when there is none, or one is not a number of 0 or more
     */
    public static Estimate simpleRandom(List<Double> stocks_tc_ha) {
        int n = stocks_tc_ha.size();
        if (n == 0) {
            throw new SurveyException("no core has a stock to the depth: there is no mean");
        }
        for (double stock : stocks_tc_ha) {
            if (!(stock >= 0) || Double.isInfinite(stock)) {
                throw new SurveyException("a stock of " + stock + " t C/ha cannot enter a mean");
            }
        }
        double mean = stocks_tc_ha.stream().mapToDouble(x -> x).sum() / n;
        if (n == 1) {
            return new Estimate(1, mean, Double.NaN, Double.NaN, Double.NaN);
        }
        double squares =
                stocks_tc_ha.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
        double deviation = Math.sqrt(squares / (n - 1));
        return new Estimate(n, mean, deviation, deviation / Math.sqrt(n), n - 1.0);
    }

    /**
     * Cores at random in each stratum of a design: the mean weighted by area (Cochran 1977, equation 5.1), its variance
     * the sum of W²s²/n (equation 5.7 without the finite population) and the effective degrees of freedom of
     * Satterthwaite (equation 5.16).
     *
     * @param design strata and their areas
     * @param stocks_tc_ha stocks of the cores of each stratum, t C/ha
     * @throws SurveyException when a stratum has no core, or cores are of a stratum that the design does not know
     */
    public static Estimate stratified(PlotDesign design, Map<String, List<Double>> stocks_tc_ha) {
        for (String stratum : stocks_tc_ha.keySet()) {
            if (!design.area_ha().containsKey(stratum)) {
                throw new SurveyException("stratum '" + stratum + "' has cores but no area in the plot design");
            }
        }
        int cores = 0;
        double mean = 0;
        double variance = 0;
        double squares = 0;
        for (String stratum : design.area_ha().keySet()) {
            List<Double> stocks = stocks_tc_ha.getOrDefault(stratum, List.of());
            if (stocks.isEmpty()) {
                throw new SurveyException(
                        "stratum '" + stratum + "' has no core with a stock; its density is unknown, not 0");
            }
            Estimate one = simpleRandom(stocks);
            double part = Math.pow(design.weight(stratum) * one.standardError_tc_ha(), 2);
            cores += one.cores();
            mean += design.weight(stratum) * one.mean_tc_ha();
            variance += part;
            squares += part * part / one.degreesOfFreedom();
        }
        double freedom = variance == 0 ? cores - design.area_ha().size() : variance * variance / squares;
        return new Estimate(cores, mean, Double.NaN, Math.sqrt(variance), freedom);
    }
}
