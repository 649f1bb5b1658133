package sinkmap.web;

import java.time.OffsetDateTime;
import java.util.List;
import sinkmap.catalog.ClassValue;
import sinkmap.catalog.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A layer as the REST interface shows it.
 *
 * @param kind {@code feature} or {@code raster}
 * @param geometry {@code point}, {@code line} or {@code polygon}; null for a raster
 * @param crs authority code in which the content is stored
 * @param attributes attributes of a feature layer; empty for a raster
 * @param band the band of a raster; null for features
 * @param plan the siting plan whose result this is, or null
 * @param bbox west, south, east, north of the content, degrees; null when there is none
 * @param count number of features; null for a raster
 * @param empty whether the layer holds nothing yet
 * @param legend path of the legend picture
 * @param loads what was loaded into it: the last replacement and everything appended since
 */
@JsonNaming(SnakeCaseStrategy.class)
record LayerView(
        String id,
        Text title,
        Text summary,
        List<Text> keywords,
        String theme,
        String role,
        String kind,
        String geometry,
        String crs,
        List<AttributeView> attributes,
        BandView band,
        String source,
        String licence,
        String date,
        String quality,
        String plan,
        Double maxScaleDenominator,
        boolean editable,
        double[] bbox,
        Long count,
        boolean empty,
        String legend,
        List<LoadView> loads) {

    /** An attribute of a feature layer. */
    record AttributeView(
            String name,
            String type,
            String unit,
            Text title,
            Double minimum,
            Double maximum,
            List<ClassValue> classes,
            boolean required) {}

    /** The band of a raster. */
    record BandView(String unit, Double minimum, Double maximum, String interpolation, List<ClassValue> classes) {}

    /** One load. {@code report} names the rejected and repaired rows; null in the list of layers. */
    record LoadView(
            String file,
            String checksum,
            String mode,
            long accepted,
            long repaired,
            long rejected,
            OffsetDateTime loaded,
            JsonNode report) {}
}
