package sinkmap.ingest;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import sinkmap.store.FeatureStore.Mode;

/**
 * How a file is to be loaded. What is null is taken from the file.
 *
 * @param mode whether the file takes the place of what the layer holds or adds to it
 * @param encoding name of the character set of the file's text, or null to find it out
 * @param crs authority code or WKT of the file's coordinates, in place of what the file states, or null. Coordinates are
 *     read as x = east, y = north whatever the authority says
 * @param columns file column to attribute, where the names differ; column names without regard to case
 * @param part name of the table, or of the shapefile in a zip, when the file holds several; or null
 * @param surface how to make a raster of a CSV of anchors, or null
 * @param strict whether a single rejected row stops the load
 * @param name name to show and to record for the file where it is not the file's own, as with uploads; or null
 */
public record LoadOptions(
        Mode mode,
        String encoding,
        String crs,
        Map<String, String> columns,
        String part,
        Surface surface,
        boolean strict,
        String name) {

    public LoadOptions {
        columns = Map.copyOf(columns);
    }

    /** Takes the place of what the layer holds; everything else is taken from the file. */
    public static LoadOptions replace() {
        return new LoadOptions(Mode.REPLACE, null, null, Map.of(), null, null, false, null);
    }

    /** Adds to what the layer holds; everything else is taken from the file. */
    public static LoadOptions append() {
        return replace().withMode(Mode.APPEND);
    }

    public LoadOptions withMode(Mode newMode) {
        return new LoadOptions(newMode, encoding, crs, columns, part, surface, strict, name);
    }

    public LoadOptions withEncoding(String newEncoding) {
        return new LoadOptions(mode, newEncoding, crs, columns, part, surface, strict, name);
    }

    public LoadOptions withCrs(String newCrs) {
        return new LoadOptions(mode, encoding, newCrs, columns, part, surface, strict, name);
    }

    public LoadOptions withColumns(Map<String, String> newColumns) {
        return new LoadOptions(mode, encoding, crs, newColumns, part, surface, strict, name);
    }

    public LoadOptions withPart(String newPart) {
        return new LoadOptions(mode, encoding, crs, columns, newPart, surface, strict, name);
    }

    public LoadOptions withSurface(Surface newSurface) {
        return new LoadOptions(mode, encoding, crs, columns, part, newSurface, strict, name);
    }

    public LoadOptions withStrict(boolean newStrict) {
        return new LoadOptions(mode, encoding, crs, columns, part, surface, newStrict, name);
    }

    public LoadOptions withName(String newName) {
        return new LoadOptions(mode, encoding, crs, columns, part, surface, strict, newName);
    }

    /** Everything that shapes the outcome besides the file and the mode, in one line; empty when there is nothing. */
    String fingerprint() {
        Map<String, Object> set = new TreeMap<>();
        put(set, "encoding", encoding);
        put(set, "crs", crs);
        put(set, "columns", columns.isEmpty() ? null : new TreeMap<>(columns));
        put(set, "part", part);
        put(set, "surface", surface);
        put(set, "strict", strict ? Boolean.TRUE : null);
        return set.isEmpty() ? "" : set.toString();
    }

    String modeName() {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Object> set, String key, Object value) {
        if (value != null) {
            set.put(key, value);
        }
    }
}
