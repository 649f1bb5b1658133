package sinkmap.ogc.wfs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Suggestion;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.filter.FilterCheck;
import sinkmap.ogc.filter.FilterXml;

/**
 * Which property a request is about, in the part of XPath that FES 2.0 asks for (OGC 09-026r2, 7.4.4): a name with or
 * without prefix, after the name of the feature type or without, {@code [1]}, {@code text()}, and {@code @gml:id}.
 *
 * @param property name of the attribute or of the geometry; {@code @gml:id} for the id
 * @param text whether only its text is asked for
 */
record ValueReference(String property, boolean text) {

    private static final String ID = "@gml:id";
    private static final Pattern PATH = Pattern.compile(
            "/{0,2}(?:(?:[\\w-]+:)?([\\w.-]+)(?:\\[1])?/)?(?:(?:child::)?(?:[\\w-]+:)?([\\w.-]+)(?:\\[1])?(/text\\(\\))?"
                    + "|(@|attribute::)(?:gml:)?id)",
            Pattern.UNICODE_CHARACTER_CLASS);

    static ValueReference of(String path, FeatureLayer layer) {
        Matcher matcher = PATH.matcher(path.strip());
        if (!matcher.matches() || matcher.group(1) != null && !matcher.group(1).equals(layer.id())) {
            throw OwsException.invalid(
                    "valueReference",
                    "valueReference must be like " + FeatureTypes.PREFIX + ":code or @gml:id, not '" + path + "'");
        }
        if (matcher.group(4) != null) {
            return new ValueReference(ID, true);
        }
        String name = FilterXml.property(matcher.group(2), layer);
        if (!FilterCheck.properties(layer).contains(name)) {
            throw OwsException.invalid(
                    "valueReference",
                    "layer " + layer.id() + " has no property '" + name + "'"
                            + Suggestion.among(name, FilterCheck.properties(layer)));
        }
        return new ValueReference(name, matcher.group(3) != null && !name.equals(FeatureLayer.GEOMETRY));
    }

    boolean isId() {
        return property.equals(ID);
    }
}
