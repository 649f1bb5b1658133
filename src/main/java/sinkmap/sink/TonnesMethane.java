package sinkmap.sink;

/**
 * A mass of methane.
 *
 * @param value tonnes of CH4
 */
public record TonnesMethane(double value) {

    /**
     * Global warming potential of methane over 100 years without climate-carbon feedbacks: 28 (IPCC AR5, working group I,
     * chapter 8, table 8.7), the metric that reporting under the Paris Agreement takes.
     */
    public static final double GWP100 = 28;

    /** Mass of the carbon dioxide that warms as much over 100 years. */
    public TonnesCo2e toCo2e() {
        return new TonnesCo2e(value * GWP100);
    }
}
