package sinkmap.sink;

/**
 * A mass of carbon dioxide, or of what warms as much.
 *
 * @param value tonnes of CO2 equivalent, t CO2e
 */
public record TonnesCo2e(double value) {}
