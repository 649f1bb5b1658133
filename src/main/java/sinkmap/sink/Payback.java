package sinkmap.sink;

/**
 * Years until the emissions that a plant avoids make up for the carbon stock under it, taken as lost to the last tonne.
 * The bounds come from the 95 % interval of the stock alone.
 *
 * <p>Infinite when there is stock but nothing is avoided; NaN when there is neither, for the question has then no
 * answer.
 *
 * @param years best estimate
 * @param low_years for the low bound of the stock
 * @param high_years for the high bound of the stock
 */
public record Payback(double years, double low_years, double high_years) {

    /** The payback of a stock against what is avoided in a year. */
    public static Payback of(Stock stock, TonnesCo2e avoidedPerYear) {
        return new Payback(
                years(stock.value(), avoidedPerYear),
                years(stock.low(), avoidedPerYear),
                years(stock.high(), avoidedPerYear));
    }

    private static double years(TonnesCarbon stock, TonnesCo2e avoidedPerYear) {
        double avoided = Math.max(0, avoidedPerYear.value());
        return stock.toCo2e().value() / avoided;
    }
}
