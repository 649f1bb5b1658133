package sinkmap.ogc.wfs;

import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.XmlOut;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;

/** Writes features as a GML 3.2 feature collection of WFS 2.0, one after the other. */
final class GmlAnswer {

    static final String TYPE = "application/gml+xml; version=3.2";
    private static final String GML = "http://www.opengis.net/gml/3.2";

    private final FeatureLayer layer;
    private final CrsAxes axes;
    private final Crs stored;
    private final String endpoint;
    private final String lockId;

    GmlAnswer(FeatureLayer layer, CrsAxes axes, String endpoint) {
        this(layer, axes, endpoint, null);
    }

    /**
     * @param lockId the lock under which the features were taken, or null
     */
    GmlAnswer(FeatureLayer layer, CrsAxes axes, String endpoint, String lockId) {
        this.lockId = lockId;
        this.layer = layer;
        this.axes = axes;
        this.stored = Crs.of(layer.crs());
        this.endpoint = endpoint;
    }

    /** Writes a page; a null cursor writes no feature, as for {@code resultType=hits}. */
    void collection(FeatureCursor features, Page page, Writer writer) throws IOException {
        XmlOut out = new XmlOut(writer);
        out.open(
                "wfs:FeatureCollection",
                "xmlns:wfs",
                "http://www.opengis.net/wfs/2.0",
                "xmlns:gml",
                GML,
                "xmlns:" + FeatureTypes.PREFIX,
                FeatureTypes.NAMESPACE,
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "http://www.opengis.net/wfs/2.0 http://schemas.opengis.net/wfs/2.0/wfs.xsd " + schemaLocation(),
                "timeStamp",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                "numberMatched",
                page.matched(),
                "numberReturned",
                features == null ? 0 : page.returned(),
                "lockId",
                lockId,
                "next",
                page.next(),
                "previous",
                page.previous());
        GmlOut geometries = new GmlOut(out, axes);
        while (features != null && features.hasNext()) {
            out.open("wfs:member");
            feature(features.next(), out, geometries);
            out.close();
        }
        out.close().end();
    }

    /** Writes one feature as a document. */
    void feature(Feature feature, Writer writer) throws IOException {
        XmlOut out = new XmlOut(writer);
        feature(
                feature,
                out,
                new GmlOut(out, axes),
                "xmlns:gml",
                GML,
                "xmlns:" + FeatureTypes.PREFIX,
                FeatureTypes.NAMESPACE,
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                schemaLocation());
        out.end();
    }

    private String schemaLocation() {
        return FeatureTypes.NAMESPACE + " " + endpoint
                + "?service=WFS&version=2.0.0&request=DescribeFeatureType&typeNames="
                + URLEncoder.encode(FeatureTypes.name(layer), StandardCharsets.UTF_8);
    }

    private void feature(Feature feature, XmlOut out, GmlOut geometries, Object... namespaces) {
        String id = FeatureTypes.fid(layer, feature.id());
        Object[] attributes = new Object[namespaces.length + 2];
        System.arraycopy(namespaces, 0, attributes, 0, namespaces.length);
        attributes[namespaces.length] = "gml:id";
        attributes[namespaces.length + 1] = id;
        out.open(FeatureTypes.name(layer), attributes);
        for (Attribute attribute : layer.attributes()) {
            Object value = feature.attributes().get(attribute.name());
            if (value != null) {
                out.element(FeatureTypes.PREFIX + ":" + attribute.name(), text(value));
            }
        }
        if (feature.geometry() != null && !feature.geometry().isEmpty()) {
            Geometry geometry = axes.crs().transform(feature.geometry(), stored);
            out.open(FeatureTypes.PREFIX + ":" + FeatureLayer.GEOMETRY);
            geometries.write(geometry, id + "." + FeatureLayer.GEOMETRY);
            out.close();
        }
        out.close();
    }

    /** The value in the form of XML Schema, whose infinities differ from Java's. */
    private static String text(Object value) {
        if (value instanceof Double number && number.isInfinite()) {
            return number > 0 ? "INF" : "-INF";
        }
        return value.toString();
    }
}
