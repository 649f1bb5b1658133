package sinkmap.report;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sinkmap.catalog.Text;

/**
 * A table whose rows are made one after the other as they are written.
 *
 * @param name short name: lower case, hyphens
 * @param title what it holds
 * @param columns names of the columns, with their unit
 * @param rows the rows anew at each call; a value is a string, a number, a boolean, or null where there is none
 */
public record Table(String name, Text title, List<String> columns, Supplier<Stream<Object[]>> rows) {}
