package sinkmap.catalog;

import java.util.List;

/**
 * What is common to every layer.
 *
 * @param id name in the catalog, in WMS and in WFS: lower case, digits, hyphen
 * @param title title
 * @param summary abstract
 * @param keywords keywords
 * @param theme theme of the layer tree, an id of {@link Region#themes()}
 * @param role what it is for
 * @param source where the content comes from
 * @param licence licence of the content
 * @param date date of the content, ISO 8601 (year, month or day)
 * @param quality how far it may be relied on
 * @param style name of the SLD file in {@code styles/}, without its ending
 * @param maxScaleDenominator scale denominator above which the layer is not drawn, or null
 * @param plan id of the siting plan whose result this layer shows, or null
 */
public record Description(
        String id,
        Text title,
        Text summary,
        List<Text> keywords,
        String theme,
        Role role,
        String source,
        String licence,
        String date,
        Quality quality,
        String style,
        Double maxScaleDenominator,
        String plan) {}
