package sinkmap.sink;

/**
 * Years until the emissions that a plant avoids make up for carbon that is lost.
 *
 * <p>The interval holds the errors of both, taken to be independent: relative half widths of a quotient are added in
 * quadrature (IPCC 2006 Guidelines, volume 1, chapter 3, equation 3.1), the lower and the upper half separately. The low
 * bound stops at zero.
 *
 * <p>Infinite when there is stock but nothing is avoided; NaN when there is neither, for the question has then no
 * answer.
 *
 * @param years best estimate
 * @param low_years 2.5 % bound
 * @param high_years 97.5 % bound
 */
public record Payback(double years, double low_years, double high_years) {

    /**
     * The payback of a stock against what is avoided in a year.
     *
     * @param avoidedPerYear_t emissions avoided in a year, t CO2
     */
    public static Payback of(Stock stock, Interval avoidedPerYear_t) {
        double avoided = Math.max(0, avoidedPerYear_t.value());
        double years = years(stock.value(), avoided);
        double low = years(stock.low(), avoided);
        double high = years(stock.high(), avoided);
        if (avoided == 0) {
            return new Payback(years, low, high);
        }
        double down = Math.hypot(years - low, years * avoidedPerYear_t.highHalf() / avoided);
        double up = Math.hypot(high - years, years * avoidedPerYear_t.lowHalf() / avoided);
        return new Payback(years, Math.max(0, years - down), years + up);
    }

    private static double years(TonnesCarbon stock, double avoidedPerYear_t) {
        return stock.toCo2e().value() / avoidedPerYear_t;
    }
}
