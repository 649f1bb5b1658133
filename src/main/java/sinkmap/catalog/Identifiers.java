package sinkmap.catalog;

import java.util.Set;
import java.util.regex.Pattern;

/** The rules for names that become layer names, table names and column names. */
final class Identifiers {

    private static final Pattern LAYER = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    /** PostgreSQL cuts names at 63 bytes; the rest is left for index names. */
    private static final int LONGEST = 50;

    /** Names of columns that every table has, and of what GML and GIS programs take for such a column. */
    private static final Set<String> RESERVED = Set.of(
            "fid",
            "gid",
            "id",
            "ogc_fid",
            "geom",
            "geometry",
            "the_geom",
            "run",
            "run_id",
            "bbox",
            "type",
            "properties");

    private Identifiers() {}

    /** The id of a layer, plan, theme or region. */
    static String layer(YamlNode node) {
        String id = node.asText();
        if (!LAYER.matcher(id).matches() || id.length() > LONGEST) {
            throw node.error(
                    "the id '" + id + "' must be lower-case letters, digits and single hyphens, begin with a letter"
                            + " and have at most " + LONGEST + " characters");
        }
        return id;
    }

    /** The name of an attribute. */
    static String attribute(YamlNode node) {
        String name = node.asText();
        if (!ATTRIBUTE.matcher(name).matches() || name.length() > LONGEST) {
            throw node.error(
                    "the attribute name '" + name + "' must be lower-case letters, digits and single underscores,"
                            + " begin with a letter and have at most " + LONGEST + " characters");
        }
        if (RESERVED.contains(name)) {
            throw node.error(
                    "the attribute name '" + name + "' is reserved; take another, such as '" + name + "_code'");
        }
        return name;
    }
}
