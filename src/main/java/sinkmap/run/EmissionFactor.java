package sinkmap.run;

import sinkmap.catalog.Text;
import sinkmap.sink.Interval;

/**
 * Emissions of the electricity that a plant takes the place of: a row of {@code factors/grid-emission.csv}.
 *
 * @param id name of the row, which plans give as {@code avoided}
 * @param region grid region
 * @param year year, or years, of the factor
 * @param value t CO2 per MWh, which is kg per kWh; null where the source gives none
 * @param low lower bound of the 95 % interval, or null
 * @param high upper bound of it, or null
 * @param intervalBasis where the interval comes from, an assumption being called one; null without an interval
 * @param kind average, operating margin, build margin ...
 * @param title name for people
 * @param source source
 * @param basis how the value was come by
 * @param confidence how far it is to be trusted
 */
public record EmissionFactor(
        String id,
        String region,
        String year,
        Double value,
        Double low,
        Double high,
        String intervalBasis,
        String kind,
        Text title,
        String source,
        String basis,
        String confidence) {

    /** The factor with its interval; bounds that are not given are the value. */
    Interval interval() {
        return new Interval(value, low == null ? value : low, high == null ? value : high);
    }
}
