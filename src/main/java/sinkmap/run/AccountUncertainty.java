package sinkmap.run;

import java.util.List;
import java.util.Locale;
import sinkmap.catalog.Text;
import sinkmap.sink.Interval;
import sinkmap.sink.Line;
import sinkmap.sink.MonteCarlo;
import sinkmap.sink.Propagation;

/**
 * Uncertainty of a sum by both approaches of the IPCC, as JSON shows it.
 *
 * @param unit unit of values and bounds
 * @param approach1 propagation of error
 * @param approach2 Monte Carlo simulation
 * @param note in what the two differ by more than a tenth; null when they do not
 * @param contributions what each input adds to the variance, the largest share first
 * @param interactions share of the variance that only goes when several inputs are known
 * @param sequestration the same of the yearly uptake, in the result of the stock; null when no rate is known
 */
record AccountUncertainty(
        String unit,
        Approach1 approach1,
        Approach2 approach2,
        Text note,
        List<Contribution> contributions,
        double interactions,
        AccountUncertainty sequestration) {

    /** Difference of the two approaches from which on there is a note. */
    private static final double TENTH = 0.1;

    /** Sum with its 95 % interval. */
    record Approach1(double value, double low, double high) {}

    /** Mean of the draws with its 95 % interval. */
    record Approach2(double value, double low, double high, int draws, long seed) {}

    record Contribution(String input, String kind, double share) {}

    /** The uncertainty of the sum of stocks. */
    static AccountUncertainty of(List<Line> stocks, List<Line> uptakes, AccountPlan.Draws draws) {
        MonteCarlo simulation = new MonteCarlo(draws.number(), draws.seed());
        AccountUncertainty uptake = uptakes.isEmpty() ? null : of(uptakes, "t C/yr", false, simulation, null);
        return of(stocks, "t C", true, simulation, uptake);
    }

    private static AccountUncertainty of(
            List<Line> lines, String unit, boolean positive, MonteCarlo simulation, AccountUncertainty sequestration) {
        Interval first = Propagation.sum(lines);
        MonteCarlo.Simulated simulated = simulation.simulate(lines);
        Interval second = simulated.interval();
        return new AccountUncertainty(
                unit,
                new Approach1(first.value(), positive ? Math.max(0, first.low()) : first.low(), first.high()),
                new Approach2(second.value(), second.low(), second.high(), simulation.draws(), simulation.seed()),
                note(first, second),
                simulated.contributions().stream()
                        .map(c -> new Contribution(c.input(), c.kind().name().toLowerCase(Locale.ROOT), c.share()))
                        .toList(),
                simulated.interactions(),
                sequestration);
    }

    /** The mean counts by what it moves of the value, the bounds by what they move of the half widths. */
    static Text note(Interval first, Interval second) {
        double mean = difference(second.value(), first.value());
        double low = difference(second.value() - second.low(), first.lowHalf());
        double high = difference(second.high() - second.value(), first.highHalf());
        if (Math.max(Math.abs(mean), Math.max(Math.abs(low), Math.abs(high))) <= TENTH) {
            return null;
        }
        return new Text(
                String.format(
                        Locale.ROOT,
                        "两种方法相差超过十分之一：蒙特卡罗的均值相差 %+.0f %%，下半宽 %+.0f %%，上半宽 %+.0f %%；误差大且偏斜时以蒙特卡罗为准",
                        100 * mean,
                        100 * low,
                        100 * high),
                String.format(
                        Locale.ROOT,
                        "the approaches differ by more than a tenth: against propagation, the mean of the Monte Carlo"
                                + " simulation is %+.0f %%, its lower half width %+.0f %%, its upper half width %+.0f %%;"
                                + " where errors are large and skewed, the simulation is the one to trust",
                        100 * mean,
                        100 * low,
                        100 * high));
    }

    private static double difference(double second, double first) {
        return first == 0 ? (second == 0 ? 0 : Double.POSITIVE_INFINITY) : (second - first) / Math.abs(first);
    }
}
