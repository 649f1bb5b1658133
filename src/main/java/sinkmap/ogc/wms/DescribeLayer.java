package sinkmap.ogc.wms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.XmlOut;

/**
 * Says where the features behind layers are (OGC 02-070, clause 6; for 1.3.0 OGC 05-078r4, 8.2). Rasters have no service of
 * data; their values come by GetMap as GeoTIFF.
 */
final class DescribeLayer {

    private final Catalog catalog;

    DescribeLayer(Catalog catalog) {
        this.catalog = catalog;
    }

    void answer(OwsRequest request, OwsResponse response) throws IOException {
        request.kvp().get("LAYERS");
        List<Layer> layers = new ArrayList<>();
        for (String name : request.kvp().list("LAYERS")) {
            layers.add(MapReader.layer(name, catalog, "LAYERS"));
        }
        boolean modern = WmsVersion.of(request.kvp()) == WmsVersion.V1_3_0;
        String wfs = request.endpoint().replaceAll("/wms$", "/wfs") + "?";
        if (modern) {
            modern(layers, wfs, response);
        } else {
            old(layers, wfs, response);
        }
    }

    private static void old(List<Layer> layers, String wfs, OwsResponse response) throws IOException {
        XmlOut out = new XmlOut(response.text("text/xml;charset=UTF-8"));
        out.doctype("WMS_DescribeLayerResponse", "http://schemas.opengis.net/wms/1.1.1/WMS_DescribeLayerResponse.dtd");
        out.open("WMS_DescribeLayerResponse", "version", "1.1.1");
        for (Layer layer : layers) {
            if (layer instanceof FeatureLayer) {
                out.open("LayerDescription", "name", layer.id(), "wfs", wfs, "owsURL", wfs, "owsType", "WFS");
                out.empty("Query", "typeName", layer.id());
                out.close();
            } else {
                out.empty("LayerDescription", "name", layer.id());
            }
        }
        out.close().end();
    }

    private static void modern(List<Layer> layers, String wfs, OwsResponse response) throws IOException {
        for (Layer layer : layers) {
            if (!(layer instanceof FeatureLayer)) {
                throw OwsException.invalid(
                        "LAYERS",
                        "layer " + layer.id() + " is a raster without a service of data; take GetMap as image/geotiff");
            }
        }
        XmlOut out = new XmlOut(response.text("text/xml;charset=UTF-8"));
        out.open(
                "DescribeLayerResponse",
                "xmlns",
                "http://www.opengis.net/sld",
                "xmlns:se",
                "http://www.opengis.net/se",
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink");
        out.element("Version", "1.1.0");
        for (Layer layer : layers) {
            out.open("LayerDescription");
            out.element("owsType", "wfs");
            out.empty("se:OnlineResource", "xlink:type", "simple", "xlink:href", wfs);
            out.open("TypeName");
            out.element("se:FeatureTypeName", layer.id());
            out.close().close();
        }
        out.close().end();
    }
}
