package sinkmap.catalog;

import java.util.Locale;

/**
 * How an attribute stands in GML, where that differs from an element of its own name that is left out when there is no
 * value. JSON, tables and files call the attribute by its name whatever is said here.
 *
 * @param property the property of every GML feature that it is, or null
 * @param codeSpace URI of the authority that gives identifiers, or null; every {@code gml:identifier} has one (OGC 07-036,
 *     7.2.4.5)
 * @param nillable whether a missing value is written as {@code xsi:nil} (OGC 07-036, 8.2.3.2)
 */
public record GmlForm(StandardProperty property, String codeSpace, boolean nillable) {

    /** An element of its own. */
    public static final GmlForm PLAIN = new GmlForm(null, null, false);

    /** Properties that GML gives to every feature and that hold a text. */
    public enum StandardProperty {
        DESCRIPTION,
        IDENTIFIER,
        NAME;

        /** Local name of the element. */
        public String element() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
