package sinkmap.sink;

/**
 * A mass of carbon.
 *
 * @param value tonnes of carbon, t C
 */
public record TonnesCarbon(double value) {

    /** Mass of the carbon dioxide that holds as much carbon: 44/12 by the molar masses of CO2 and C. */
    public TonnesCo2e toCo2e() {
        return new TonnesCo2e(value * 44 / 12);
    }
}
