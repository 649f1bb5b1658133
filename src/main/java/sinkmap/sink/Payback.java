package sinkmap.sink;

/**
 * Years until the emissions that a plant avoids make up for carbon that is lost. The uptake that is forgone over the whole
 * life is part of the loss, as in the carbon calculator for wind farms on Scottish peat (Nayak and others 2008); a plant
 * that does not live as long as its payback has a negative balance.
 *
 * <p>The interval holds the errors of both, taken to be independent: relative half widths of a quotient are added in
 * quadrature (IPCC 2006 Guidelines, volume 1, chapter 3, equation 3.1), the lower and the upper half separately. Neither
 * bound is below zero.
 *
 * <p>Infinite when something is lost but nothing is avoided; NaN when there is neither, for the question has then no
 * answer.
 *
 * @param years best estimate; zero where land gives off more carbon without the plant than with it
 * @param low_years 2.5 % bound
 * @param high_years 97.5 % bound
 */
public record Payback(double years, double low_years, double high_years) {

    /**
     * The payback of a loss against what is avoided in a year.
     *
     * @param loss_tc carbon that is lost, t C
     * @param avoidedPerYear_t emissions avoided in a year, t CO2
     */
    public static Payback of(Interval loss_tc, Interval avoidedPerYear_t) {
        double avoided = Math.max(0, avoidedPerYear_t.value());
        double years = years(loss_tc.value(), avoided);
        double low = years(loss_tc.low(), avoided);
        double high = years(loss_tc.high(), avoided);
        if (avoided == 0) {
            return new Payback(years, low, high);
        }
        double down = Math.hypot(years - low, years * avoidedPerYear_t.highHalf() / avoided);
        double up = Math.hypot(high - years, years * avoidedPerYear_t.lowHalf() / avoided);
        return new Payback(years, Math.max(0, years - down), years + up);
    }

    private static double years(double carbon_tc, double avoidedPerYear_t) {
        return new TonnesCarbon(Math.max(0, carbon_tc)).toCo2e().value() / avoidedPerYear_t;
    }
}
