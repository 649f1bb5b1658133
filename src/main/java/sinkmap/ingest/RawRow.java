package sinkmap.ingest;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A row as the file has it.
 *
 * @param number number under which the file's owner finds it
 * @param geometry geometry, x = east, in the file's CRS; null when the row has none or it could not be read
 * @param values values by the file's column names: String, Number, Boolean, java.time types, or a JSON tree
 * @param fault why the geometry could not be read, or null
 * @param mended what had to be mended to read it, or null
 * @param heights whether heights were left out on reading
 */
record RawRow(
        long number, Geometry geometry, Map<String, Object> values, String fault, String mended, boolean heights) {

    static RawRow of(long number, Geometry geometry, Map<String, Object> values) {
        return new RawRow(number, geometry, values, null, null, false);
    }

    static RawRow faulty(long number, Map<String, Object> values, String fault) {
        return new RawRow(number, null, values, fault, null, false);
    }
}
