package sinkmap.catalog;

import java.util.List;

/**
 * The band of a raster layer.
 *
 * @param unit unit of the values; {@code 1} for plain numbers
 * @param minimum smallest plausible value, or null; smaller ones are counted and set to nodata at ingest
 * @param maximum largest plausible value, or null
 * @param interpolation how it is read between cell centres; {@code NEAREST} when there are classes or bits
 * @param classes the classes of a classified band; empty for a continuous one
 * @param bits what the bits of a value mean, or null when a value is one number
 */
public record Band(
        String unit,
        Double minimum,
        Double maximum,
        Interpolation interpolation,
        List<ClassValue> classes,
        BitList bits) {

    /** A band whose values are numbers. */
    public Band(String unit, Double minimum, Double maximum, Interpolation interpolation, List<ClassValue> classes) {
        this(unit, minimum, maximum, interpolation, classes, null);
    }
}
