package sinkmap.ogc.wfs;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.LayerText;
import sinkmap.ogc.Extents;
import sinkmap.ogc.XmlOut;

/** Writes the feature types of a capabilities document in the words of its version. */
final class FeatureTypeList {

    private final FeatureTypes types;
    private final Extents extents;
    private final WfsEdition edition;
    private final String endpoint;
    private final XmlOut out;

    FeatureTypeList(FeatureTypes types, Extents extents, WfsEdition edition, String endpoint, XmlOut out) {
        this.types = types;
        this.extents = extents;
        this.edition = edition;
        this.endpoint = endpoint;
        this.out = out;
    }

    void write() {
        out.open("wfs:FeatureTypeList");
        if (edition == WfsEdition.V1_0) {
            out.open("wfs:Operations").empty("wfs:Query").close();
        }
        for (FeatureLayer layer : types.list()) {
            out.open("wfs:FeatureType");
            if (edition == WfsEdition.V1_0) {
                type10(layer);
            } else {
                type(layer);
            }
            out.close();
        }
        out.close();
    }

    private void type10(FeatureLayer layer) {
        text(layer);
        out.element("wfs:Keywords", String.join(", ", LayerText.keywords(layer)));
        out.element("wfs:SRS", layer.crs().startsWith("EPSG:") ? layer.crs() : "EPSG:4326");
        if (layer.editable()) {
            out.open("wfs:Operations");
            List.of("Query", "Insert", "Update", "Delete", "Lock").forEach(name -> out.empty("wfs:" + name));
            out.close();
        }
        Envelope bounds = extents.lonLat(layer);
        // in degrees whatever the SRS, as clients read it
        out.empty(
                "wfs:LatLongBoundingBox",
                "minx",
                bounds.getMinX(),
                "miny",
                bounds.getMinY(),
                "maxx",
                bounds.getMaxX(),
                "maxy",
                bounds.getMaxY());
    }

    private void text(FeatureLayer layer) {
        out.element("wfs:Name", FeatureTypes.name(layer));
        out.element("wfs:Title", layer.title().both());
        out.element("wfs:Abstract", LayerText.summary(layer));
    }

    private void type(FeatureLayer layer) {
        boolean two = edition == WfsEdition.V2_0;
        text(layer);
        out.open("ows:Keywords");
        LayerText.keywords(layer).forEach(word -> out.element("ows:Keyword", word));
        out.close();
        String own = FeatureTypes.urn(layer.crs());
        out.element(two ? "wfs:DefaultCRS" : "wfs:DefaultSRS", own);
        types.catalog().region().advertised().stream()
                .map(FeatureTypes::urn)
                .filter(crs -> !crs.equals(own))
                .forEach(crs -> out.element(two ? "wfs:OtherCRS" : "wfs:OtherSRS", crs));
        if (!two) {
            operations(layer);
        }
        out.open("wfs:OutputFormats");
        FeatureFormat.types(edition).forEach(format -> out.element("wfs:Format", format));
        out.close();
        Envelope bounds = extents.lonLat(layer);
        out.open("ows:WGS84BoundingBox");
        out.element("ows:LowerCorner", bounds.getMinX() + " " + bounds.getMinY());
        out.element("ows:UpperCorner", bounds.getMaxX() + " " + bounds.getMaxY());
        out.close();
        if (two) {
            String service = endpoint.substring(0, Math.max(0, endpoint.lastIndexOf('/')));
            out.empty("wfs:MetadataURL", "xlink:href", service + "/api/layers/" + layer.id());
        }
    }

    private void operations(FeatureLayer layer) {
        List<String> names =
                layer.editable() ? List.of("Insert", "Update", "Delete", "Query", "Lock") : List.of("Query");
        out.open("wfs:Operations");
        names.forEach(name -> out.element("wfs:Operation", name));
        out.close();
    }
}
