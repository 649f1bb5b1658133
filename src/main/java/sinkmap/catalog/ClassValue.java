package sinkmap.catalog;

/**
 * One class of a classified attribute or band.
 *
 * @param code the value as it stands in the data; whole number for rasters
 * @param title what it means
 */
public record ClassValue(String code, Text title) {}
