package sinkmap.catalog;

import java.util.List;

/**
 * The band of a raster layer.
 *
 * @param unit unit of the values; {@code 1} for plain numbers
 * @param minimum smallest plausible value, or null; smaller ones are counted and set to nodata at ingest
 * @param maximum largest plausible value, or null
 * @param interpolation how it is read between cell centres; {@code NEAREST} when there are classes
 * @param classes the classes of a classified band; empty for a continuous one
 */
public record Band(
        String unit, Double minimum, Double maximum, Interpolation interpolation, List<ClassValue> classes) {}
