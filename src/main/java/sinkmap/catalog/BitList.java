package sinkmap.catalog;

/**
 * The meaning of values that are sets: bit i stands for the i-th entry (from 0) of a list in the result of the run that
 * wrote the raster. Entries hold an {@code id} and a {@code title} in both languages.
 *
 * @param list name of the list in the run's result
 * @param title what an entry is to the cell, such as "excluded by"
 * @param none what a cell without any entry is
 * @param nodata what a cell without data is
 */
public record BitList(String list, Text title, Text none, Text nodata) {}
