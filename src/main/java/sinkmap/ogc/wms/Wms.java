package sinkmap.ogc.wms;

import java.io.IOException;
import java.util.Locale;
import sinkmap.catalog.Catalog;
import sinkmap.ogc.Extents;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.OwsService;
import sinkmap.ogc.style.Styles;
import sinkmap.store.FeatureStore;
import sinkmap.store.RasterStore;
import sinkmap.store.RunStore;

/** The Web Map Service: which operation a request asks for. */
final class Wms implements OwsService {

    private final MapReader maps;
    private final GetMap getMap;
    private final GetFeatureInfo getFeatureInfo;
    private final GetLegendGraphic legends;
    private final DescribeLayer describeLayer;
    private final GetStyles getStyles;
    private final WmsCapabilities capabilities;
    private final WmsReport report;

    Wms(
            Catalog catalog,
            Styles styles,
            FeatureStore features,
            RasterStore rasters,
            RunStore runs,
            OgcSettings settings) {
        Dimensions dimensions = new Dimensions(features, runs);
        this.maps = new MapReader(catalog, styles, dimensions, settings);
        this.getMap = new GetMap(catalog.region(), features, rasters);
        this.getFeatureInfo = new GetFeatureInfo(catalog, features, rasters, runs, settings);
        this.legends = new GetLegendGraphic(catalog, styles);
        this.describeLayer = new DescribeLayer(catalog);
        this.getStyles = new GetStyles(catalog);
        this.capabilities = new WmsCapabilities(
                catalog, styles, features, new Extents(catalog, features, rasters), dimensions, settings);
        this.report = new WmsReport(settings);
    }

    @Override
    public String name() {
        return "WMS";
    }

    @Override
    public void answer(OwsRequest request, OwsResponse response) throws IOException {
        PostedMap posted = PostedMap.of(request);
        String operation = posted.kvp().get("REQUEST").toLowerCase(Locale.ROOT);
        switch (operation) {
            case "getcapabilities", "capabilities" -> capabilities(request, response);
            case "getmap", "map" -> map(posted, response);
            case "getfeatureinfo", "feature_info" ->
                getFeatureInfo.answer(maps.read(posted.kvp(), posted.styles()), posted.kvp(), request, response);
            case "getlegendgraphic" -> legends.answer(request.kvp(), request.language(), response);
            case "describelayer" -> describeLayer.answer(request, response);
            case "getstyles" -> getStyles.answer(request.kvp(), response);
            default ->
                throw OwsException.notSupported(
                        "REQUEST",
                        "the operation '" + request.kvp().get("REQUEST")
                                + "' is not offered; take GetCapabilities, GetMap, GetFeatureInfo, GetLegendGraphic,"
                                + " DescribeLayer or GetStyles");
        }
    }

    private void capabilities(OwsRequest request, OwsResponse response) throws IOException {
        byte[] document = capabilities.document(request);
        String type = WmsVersion.of(request.kvp()) == WmsVersion.V1_3_0 ? "text/xml" : "application/vnd.ogc.wms_xml";
        response.bytes(type + ";charset=UTF-8", 200).write(document);
    }

    private void map(PostedMap posted, OwsResponse response) throws IOException {
        MapFormat format = MapFormat.of(posted.kvp().get("FORMAT"));
        MapRequest read = maps.read(posted.kvp(), posted.styles());
        MapRequest request = read.background() == null && !format.transparent()
                ? read.withBackground(MapScreen.color(posted.kvp()))
                : read;
        getMap.answer(request, format, response);
    }

    @Override
    public void report(OwsException error, OwsRequest request, OwsResponse response) throws IOException {
        report.write(error, kvp(request), response);
    }

    /** The parameters of a request that may be at fault in its document. */
    private static Kvp kvp(OwsRequest request) {
        try {
            return PostedMap.of(request).kvp();
        } catch (OwsException e) {
            return request.kvp();
        }
    }
}
