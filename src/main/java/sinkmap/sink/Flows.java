package sinkmap.sink;

/**
 * What an area takes up and gives off in a year.
 *
 * @param sequestration carbon taken up, t C a year, negative where land loses carbon
 * @param methane methane given off, t CH4 a year
 */
public record Flows(Flow sequestration, Flow methane) {}
