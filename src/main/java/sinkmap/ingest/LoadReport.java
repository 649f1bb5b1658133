package sinkmap.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What became of a file.
 *
 * @param layer layer id
 * @param file name of the file
 * @param checksum SHA-256, hexadecimal; of a plain shapefile over its .cpg, .dbf, .prj and .shp in this order
 * @param format format, such as {@code GeoJSON}
 * @param mode {@code replace} or {@code append}
 * @param crs CRS in which the file's coordinates were read
 * @param encoding character set in which the file's text was read; null where the format fixes it
 * @param settings options that shaped the outcome besides the mode; empty when there were none
 * @param rows rows of the file; of a raster its cells
 * @param accepted rows stored, those that were repaired included; of a raster the cells with data
 * @param repaired stored rows in which a geometry or a value had to be changed
 * @param rejected rows left out; of a raster the cells set to nodata because their value is not plausible
 * @param counts number of issues by kind
 * @param issues the first issues, in the order of the file
 * @param ignoredColumns columns of the file that no attribute takes
 * @param unfilledAttributes attributes of the layer for which the file has no column
 * @param seconds time taken
 */
public record LoadReport(
        String layer,
        String file,
        String checksum,
        String format,
        String mode,
        String crs,
        String encoding,
        String settings,
        long rows,
        long accepted,
        long repaired,
        long rejected,
        Map<String, Long> counts,
        List<Issue> issues,
        List<String> ignoredColumns,
        List<String> unfilledAttributes,
        double seconds) {

    /** What was done about an issue. */
    public enum Action {
        /** The row was left out. */
        REJECTED,
        /** The geometry was changed and the row taken. */
        REPAIRED,
        /** The value was dropped and the row taken without it. */
        DROPPED,
        /** Nothing was changed. */
        NOTED
    }

    /**
     * Something that was wrong with a row.
     *
     * @param row number of the feature (GeoJSON, FlatGeobuf), line (CSV), record (shapefile) or id (GeoPackage)
     * @param kind kind, such as {@code geometry-invalid} or {@code value-range}
     * @param attribute attribute, or null when it is about the geometry
     * @param value the value as the file has it, shortened; or null
     * @param action what was done
     * @param detail what was wrong, in words
     */
    public record Issue(long row, String kind, String attribute, String value, Action action, String detail) {}

    /** This report with the file's checksum and the time taken. */
    LoadReport measured(String newChecksum, double newSeconds) {
        return new LoadReport(
                layer,
                file,
                newChecksum,
                format,
                mode,
                crs,
                encoding,
                settings,
                rows,
                accepted,
                repaired,
                rejected,
                counts,
                issues,
                ignoredColumns,
                unfilledAttributes,
                newSeconds);
    }

    /** One line of English that says how it went. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%s <- %s (%s): %,d accepted (%,d of them repaired), %,d rejected, %.1f s",
                layer,
                file,
                format,
                accepted,
                repaired,
                rejected,
                seconds);
    }
}
