package sinkmap.ogc.wms;

import java.awt.Color;
import java.awt.Dimension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Description;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Layer;
import sinkmap.catalog.LayerText;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.Extents;
import sinkmap.ogc.XmlOut;
import sinkmap.ogc.style.Legend;
import sinkmap.ogc.style.LegendLook;
import sinkmap.ogc.style.Style;
import sinkmap.ogc.style.Styles;

/** Writes the {@code Layer} elements of a capabilities document, in the order of elements of its version. */
final class WmsLayerElement {

    private static final LegendLook LEGEND = new LegendLook(20, 20, Double.NaN, Color.WHITE);

    private final Catalog catalog;
    private final Styles styles;
    private final Extents extents;
    private final Dimensions dimensions;
    private final WmsWords words;
    private final String endpoint;
    private final boolean modern;
    private final XmlOut out;

    WmsLayerElement(
            Catalog catalog,
            Styles styles,
            Extents extents,
            Dimensions dimensions,
            WmsWords words,
            String endpoint,
            WmsVersion version,
            XmlOut out) {
        this.catalog = catalog;
        this.styles = styles;
        this.extents = extents;
        this.dimensions = dimensions;
        this.words = words;
        this.endpoint = endpoint;
        this.modern = version == WmsVersion.V1_3_0;
        this.out = out;
    }

    void write(Layer layer) {
        Description about = layer.about();
        out.open("Layer", "queryable", "1", "opaque", "0");
        out.element("Name", layer.id());
        out.element("Title", words.of(about.title()));
        out.element("Abstract", LayerText.summary(layer, words::of));
        out.open("KeywordList");
        LayerText.keywords(layer).forEach(word -> out.element("Keyword", word));
        out.close();
        bounds(extents.lonLat(layer));
        dimensions(layer);
        if (about.source() != null && !about.source().isBlank()) {
            out.open("Attribution");
            out.element("Title", about.source());
            out.close();
        }
        metadata(layer);
        styles.list(layer).forEach(style -> style(style, layer));
        scales(layer);
        out.close();
    }

    /** In 1.1.1 the values of a dimension stand in an element of their own behind all dimensions. */
    private void dimensions(Layer layer) {
        List<Dimensions.Dimension> list = dimensions.list(layer);
        for (Dimensions.Dimension dimension : list) {
            if (modern) {
                out.element("Dimension", dimension.extent(), attributes(dimension, true));
            } else {
                out.empty("Dimension", "name", dimension.name(), "units", dimension.units());
            }
        }
        if (!modern) {
            list.forEach(dimension -> out.element("Extent", dimension.extent(), attributes(dimension, false)));
        }
    }

    /** Attributes of a dimension of 1.3.0, or of the extent of one of 1.1.1, which has no units and knows fewer. */
    private static Object[] attributes(Dimensions.Dimension dimension, boolean units) {
        boolean time = dimension.name().equals("time");
        return new Object[] {
            "name",
            dimension.name(),
            "units",
            units ? dimension.units() : null,
            "default",
            Dimensions.CURRENT,
            "multipleValues",
            !units ? null : dimension.multiple() ? 1 : 0,
            "nearestValue",
            dimension.nearest() ? 1 : 0,
            "current",
            units && time ? 1 : null
        };
    }

    /** What the REST interface says of the layer. The types of 1.1.1 name standards only, so there it is a data address. */
    private void metadata(Layer layer) {
        String name = modern ? "MetadataURL" : "DataURL";
        out.open(name, "type", modern ? "other" : null);
        out.element("Format", "application/json");
        WmsCapabilities.onlineResource(
                endpoint.replaceAll("/(wms|ows)$", "") + "/api/layers/" + encode(layer.id()), out);
        out.close();
    }

    /** The CRSs in the region's order; layers inherit them. {@code CRS:84} is unknown to 1.1.1. */
    void crsList() {
        catalog.region().advertised().stream()
                .filter(crs -> modern || crs.startsWith("EPSG:"))
                .forEach(crs -> out.element(modern ? "CRS" : "SRS", crs));
    }

    /** The bounds in longitude and latitude, and in every CRS with the axis order of the version. */
    void bounds(Envelope lonLat) {
        if (modern) {
            out.open("EX_GeographicBoundingBox");
            out.element("westBoundLongitude", Double.toString(lonLat.getMinX()));
            out.element("eastBoundLongitude", Double.toString(lonLat.getMaxX()));
            out.element("southBoundLatitude", Double.toString(lonLat.getMinY()));
            out.element("northBoundLatitude", Double.toString(lonLat.getMaxY()));
            out.close();
        } else {
            box("LatLonBoundingBox", null, null, new double[] {
                lonLat.getMinX(), lonLat.getMinY(), lonLat.getMaxX(), lonLat.getMaxY()
            });
        }
        for (String code : catalog.region().advertised()) {
            if (modern || code.startsWith("EPSG:")) {
                CrsAxes axes = modern ? CrsAxes.ofWms13(code) : CrsAxes.of(code);
                Extents.in(axes.crs(), lonLat)
                        .ifPresent(bounds -> box("BoundingBox", modern ? "CRS" : "SRS", code, axes.corners(bounds)));
            }
        }
    }

    private void box(String name, String attribute, String crs, double[] corners) {
        Object[] attributes = {
            attribute == null ? "SRS" : attribute,
            crs,
            "minx",
            corners[0],
            "miny",
            corners[1],
            "maxx",
            corners[2],
            "maxy",
            corners[3]
        };
        out.empty(name, attributes);
    }

    private void style(Style style, Layer layer) {
        GeometryType geometry = layer instanceof FeatureLayer features ? features.geometryType() : null;
        String language = words.language().orElse("zh");
        Dimension size = Legend.size(style, geometry, language, LEGEND);
        out.open("Style");
        out.element("Name", style.name());
        out.element("Title", style.title().isEmpty() ? style.name() : words.of(style.title()));
        if (!style.summary().isEmpty()) {
            out.element("Abstract", words.of(style.summary()));
        }
        out.open("LegendURL", "width", size.width, "height", size.height);
        out.element("Format", "image/png");
        WmsCapabilities.onlineResource(
                endpoint + "?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&FORMAT=image/png&LAYER="
                        + encode(layer.id()) + "&STYLE=" + encode(style.name()) + "&LANGUAGE=" + encode(language),
                out);
        out.close().close();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Scale limits: what the layer declares and what its default style paints at. */
    private void scales(Layer layer) {
        Style style = styles.list(layer).get(0);
        Double declared = layer.about().maxScaleDenominator();
        double most = Math.min(style.maxScale(), declared == null ? Double.POSITIVE_INFINITY : declared);
        double least = style.minScale();
        if (modern) {
            if (least > 0) {
                out.element("MinScaleDenominator", Double.toString(least));
            }
            if (Double.isFinite(most)) {
                out.element("MaxScaleDenominator", Double.toString(most));
            }
        } else if (least > 0 || Double.isFinite(most)) {
            double diagonal = 0.00028 * Math.sqrt(2);
            out.empty("ScaleHint", "min", least * diagonal, "max", Double.isFinite(most) ? most * diagonal : 1e9);
        }
    }
}
