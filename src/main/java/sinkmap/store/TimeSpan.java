package sinkmap.store;

/**
 * A period of time in a filter.
 *
 * @param begin its begin, a date or time as {@link FilterValue} reads them; null when it has always been
 * @param end its end; null when it has none
 */
public record TimeSpan(Object begin, Object end) {}
