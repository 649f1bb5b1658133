package sinkmap.ogc.wms;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.ogc.Extents;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.OwsService;
import sinkmap.ogc.XmlOut;
import sinkmap.ogc.style.Legend;
import sinkmap.ogc.style.Styles;
import sinkmap.store.FeatureStore;
import sinkmap.store.RasterStore;
import sinkmap.store.RunStore;

/** The Web Map Service: which operation a request asks for, and the form of its answer. */
final class Wms implements OwsService {

    private static final String PNG = "image/png";

    private final Catalog catalog;
    private final Styles styles;
    private final OgcSettings settings;
    private final GetMap getMap;
    private final GetFeatureInfo getFeatureInfo;
    private final WmsCapabilities capabilities;

    Wms(
            Catalog catalog,
            Styles styles,
            FeatureStore features,
            RasterStore rasters,
            RunStore runs,
            OgcSettings settings) {
        this.catalog = catalog;
        this.styles = styles;
        this.settings = settings;
        this.getMap = new GetMap(catalog.region(), features, rasters);
        this.getFeatureInfo = new GetFeatureInfo(catalog, features, rasters, runs, settings);
        this.capabilities = new WmsCapabilities(catalog, styles, new Extents(catalog, features, rasters), settings);
    }

    @Override
    public String name() {
        return "WMS";
    }

    @Override
    public void answer(OwsRequest request, OwsResponse response) throws IOException {
        String operation = request.kvp().get("REQUEST").toLowerCase(Locale.ROOT);
        switch (operation) {
            case "getcapabilities", "capabilities" -> capabilities(request, response);
            case "getmap", "map" -> map(request.kvp(), response);
            case "getfeatureinfo", "feature_info" -> info(request, response);
            case "getlegendgraphic" -> legend(request, response);
            default ->
                throw OwsException.notSupported(
                        "REQUEST",
                        "the operation '" + request.kvp().get("REQUEST")
                                + "' is not offered; take GetCapabilities, GetMap, GetFeatureInfo or GetLegendGraphic");
        }
    }

    private void capabilities(OwsRequest request, OwsResponse response) throws IOException {
        WmsVersion version = WmsVersion.of(request.kvp());
        String type =
                version == WmsVersion.V1_3_0 ? "text/xml;charset=UTF-8" : "application/vnd.ogc.wms_xml;charset=UTF-8";
        capabilities.write(request, version, response.text(type));
    }

    private void map(Kvp kvp, OwsResponse response) throws IOException {
        checkPng(kvp.get("FORMAT"));
        MapRequest request = MapRequest.read(kvp, catalog, styles, settings);
        png(getMap.paint(request), request.background() == null, response);
    }

    private static void checkPng(String format) {
        if (!format.toLowerCase(Locale.ROOT).replace(" ", "").matches("image/png(8|;mode=(8|24|32)bit)?")) {
            throw new OwsException(
                    "InvalidFormat", "FORMAT", "the format '" + format + "' is not offered; take image/png", 400);
        }
    }

    private static void png(BufferedImage image, boolean alpha, OwsResponse response) throws IOException {
        OutputStream out = new BufferedOutputStream(response.bytes(PNG, 200), 1 << 16);
        Png.write(image, alpha, out);
        out.flush();
    }

    private void info(OwsRequest request, OwsResponse response) throws IOException {
        MapRequest map = MapRequest.read(request.kvp(), catalog, styles, settings);
        getFeatureInfo.answer(map, request, response);
    }

    private void legend(OwsRequest request, OwsResponse response) throws IOException {
        Kvp kvp = request.kvp();
        checkPng(kvp.get("FORMAT", PNG));
        String name = kvp.findAny("LAYER", "LAYERS").orElseThrow(() -> OwsException.missing("LAYER"));
        Layer layer = MapRequest.layer(name, catalog, "LAYER");
        int width = swatch(kvp, "WIDTH");
        int height = swatch(kvp, "HEIGHT");
        double scale = kvp.find("SCALE").map(Wms::scale).orElse(Double.NaN);
        png(
                Legend.paint(
                        styles.get(layer, kvp.get("STYLE", "")),
                        layer instanceof FeatureLayer features ? features.geometryType() : null,
                        request.language(),
                        width,
                        height,
                        scale,
                        kvp.getBoolean("TRANSPARENT") ? null : Color.WHITE),
                true,
                response);
    }

    private static int swatch(Kvp kvp, String name) {
        int size = kvp.getInt(name, 20);
        if (size < 4 || size > 200) {
            throw OwsException.invalid(name, name + " of a legend's swatch must lie between 4 and 200, not " + size);
        }
        return size;
    }

    private static double scale(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw OwsException.invalid("SCALE", "SCALE must be a number, not '" + text + "'");
        }
    }

    @Override
    public void report(OwsException error, OwsRequest request, OwsResponse response) throws IOException {
        boolean modern = WmsVersion.of(request.kvp()) == WmsVersion.V1_3_0;
        String type = modern ? "text/xml;charset=UTF-8" : "application/vnd.ogc.se_xml;charset=UTF-8";
        java.io.Writer writer = response.text(type, error.status());
        XmlOut out = new XmlOut(writer);
        out.open(
                "ServiceExceptionReport",
                "version",
                modern ? "1.3.0" : "1.1.1",
                "xmlns",
                modern ? "http://www.opengis.net/ogc" : null);
        out.element("ServiceException", error.getMessage(), "code", error.code(), "locator", error.locator());
        out.end();
    }
}
