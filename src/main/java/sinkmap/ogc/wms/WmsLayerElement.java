package sinkmap.ogc.wms;

import java.awt.Dimension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Description;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Layer;
import sinkmap.catalog.LayerText;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.Extents;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.XmlOut;
import sinkmap.ogc.style.Legend;
import sinkmap.ogc.style.Style;
import sinkmap.ogc.style.Styles;

/** Writes the {@code Layer} elements of a capabilities document, in the order of elements of its version. */
final class WmsLayerElement {

    private static final int SWATCH_PX = 20;

    private final Catalog catalog;
    private final Styles styles;
    private final Extents extents;
    private final OwsRequest request;
    private final boolean modern;
    private final XmlOut out;

    WmsLayerElement(
            Catalog catalog, Styles styles, Extents extents, OwsRequest request, WmsVersion version, XmlOut out) {
        this.catalog = catalog;
        this.styles = styles;
        this.extents = extents;
        this.request = request;
        this.modern = version == WmsVersion.V1_3_0;
        this.out = out;
    }

    void write(Layer layer) {
        Description about = layer.about();
        out.open("Layer", "queryable", "1", "opaque", "0");
        out.element("Name", layer.id());
        out.element("Title", about.title().both());
        out.element("Abstract", LayerText.summary(layer));
        out.open("KeywordList");
        LayerText.keywords(layer).forEach(word -> out.element("Keyword", word));
        out.close();
        bounds(extents.lonLat(layer));
        if (about.source() != null && !about.source().isBlank()) {
            out.open("Attribution");
            out.element("Title", about.source());
            out.close();
        }
        styles.list(layer).forEach(style -> style(style, layer));
        scales(layer);
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
        Dimension size = Legend.size(style, geometry, request.language(), SWATCH_PX, SWATCH_PX);
        out.open("Style");
        out.element("Name", style.name());
        out.element("Title", style.title().isEmpty() ? style.name() : style.title());
        if (!style.summary().isEmpty()) {
            out.element("Abstract", style.summary());
        }
        out.open("LegendURL", "width", size.width, "height", size.height);
        out.element("Format", "image/png");
        WmsCapabilities.onlineResource(
                request.endpoint() + "?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&FORMAT=image/png&LAYER="
                        + encode(layer.id()) + "&STYLE=" + encode(style.name()) + "&LANGUAGE="
                        + encode(request.language()),
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
