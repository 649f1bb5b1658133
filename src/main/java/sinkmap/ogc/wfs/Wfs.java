package sinkmap.ogc.wfs;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sinkmap.catalog.Catalog;
import sinkmap.ogc.Extents;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.OwsService;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.XmlOut;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;

/** The Web Feature Service: which operation a request asks for, and the form of its answer. */
final class Wfs implements OwsService {

    private static final String XML = "text/xml;charset=UTF-8";

    private final FeatureTypes types;
    private final FeatureStore features;
    private final OgcSettings settings;
    private final WfsCapabilities capabilities;

    Wfs(Catalog catalog, FeatureStore features, Extents extents, OgcSettings settings) {
        this.types = new FeatureTypes(catalog);
        this.features = features;
        this.settings = settings;
        this.capabilities = new WfsCapabilities(types, extents, settings);
    }

    @Override
    public String name() {
        return "WFS";
    }

    @Override
    public void answer(OwsRequest request, OwsResponse response) throws IOException {
        Optional<PostedQuery> posted = request.body().map(PostedQuery::read);
        Kvp kvp = posted.map(PostedQuery::kvp).orElse(request.kvp());
        String operation = kvp.get("REQUEST").toLowerCase(Locale.ROOT);
        if (operation.equals("getcapabilities")) {
            checkAccepted(kvp);
            capabilities.write(request.endpoint(), response.text(XML));
            return;
        }
        checkVersion(kvp);
        switch (operation) {
            case "describefeaturetype" ->
                DescribeFeatureType.write(
                        DescribeFeatureType.layers(kvp, types), response.text(GmlAnswer.TYPE + ";charset=UTF-8"));
            case "getfeature" -> getFeature(request, kvp, posted.flatMap(PostedQuery::filter), response);
            case "liststoredqueries" -> StoredQueries.list(types.list(), response.text(XML));
            case "describestoredqueries" -> StoredQueries.describe(kvp, types.list(), response.text(XML));
            default ->
                throw OwsException.notSupported(
                        "REQUEST",
                        "the operation '" + kvp.get("REQUEST")
                                + "' is not offered; take GetCapabilities, DescribeFeatureType or GetFeature");
        }
    }

    private static void checkAccepted(Kvp kvp) {
        if (kvp.find("ACCEPTVERSIONS").isPresent()
                && kvp.list("ACCEPTVERSIONS").stream().noneMatch(v -> v.startsWith("2.0"))) {
            throw new OwsException(
                    "VersionNegotiationFailed", "ACCEPTVERSIONS", "version 2.0.0 is the only one offered", 400);
        }
    }

    private static void checkVersion(Kvp kvp) {
        String version = kvp.get("VERSION", "2.0.0");
        if (!version.startsWith("2.0")) {
            throw OwsException.invalid("VERSION", "version " + version + " is not offered; take 2.0.0");
        }
    }

    private void getFeature(OwsRequest request, Kvp kvp, Optional<XmlElement> filter, OwsResponse response)
            throws IOException {
        boolean json = isJson(kvp.get("OUTPUTFORMAT", GmlAnswer.TYPE));
        if (kvp.find("STOREDQUERY_ID").isPresent()) {
            byId(request, kvp, json, response);
            return;
        }
        WfsQuery query = WfsQuery.read(kvp, filter, types, settings);
        boolean hits = isHits(kvp);
        long matched = features.count(query.query());
        Page page =
                Page.of(request, matched, query.query().offset(), query.query().limit());
        try (FeatureCursor cursor = hits ? null : features.open(query.query())) {
            Writer writer = response.text(json ? "application/json;charset=UTF-8" : GmlAnswer.TYPE + ";charset=UTF-8");
            if (json) {
                new GeoJsonAnswer(query).collection(cursor, page, writer);
            } else {
                String lock = kvp.find("LOCKID").orElse(null);
                new GmlAnswer(query.layer(), query.axes(), request.endpoint(), lock).collection(cursor, page, writer);
            }
        }
    }

    private static boolean isHits(Kvp kvp) {
        String type = kvp.get("RESULTTYPE", "results").toLowerCase(Locale.ROOT);
        if (!type.equals("hits") && !type.equals("results")) {
            throw OwsException.invalid("RESULTTYPE", "RESULTTYPE must be results or hits, not '" + type + "'");
        }
        return type.equals("hits");
    }

    /** Whether a format is GeoJSON; blanks and plus signs come through addresses in several ways. */
    private static boolean isJson(String format) {
        String name = format.toLowerCase(Locale.ROOT).replaceAll("[ +\"]", "").replace("%2b", "");
        if (name.startsWith("application/json")
                || name.startsWith("application/geojson")
                || name.equals("geojson")
                || name.equals("json")) {
            return true;
        }
        if (Arrays.asList(
                        "application/gmlxml;version=3.2",
                        "application/gmlxml",
                        "text/xml;subtype=gml/3.2",
                        "text/xml;subtype=gml/3.2.1",
                        "text/xml;version=3.2",
                        "text/xml",
                        "gml32",
                        "gml3.2")
                .contains(name)) {
            return false;
        }
        throw OwsException.invalid(
                "OUTPUTFORMAT",
                "the format '" + format + "' is not offered; take '" + GmlAnswer.TYPE + "' or application/json");
    }

    private void byId(OwsRequest request, Kvp kvp, boolean json, OwsResponse response) throws IOException {
        String id = StoredQueries.id(kvp);
        Kvp asked = Kvp.of(Map.of("RESOURCEID", new String[] {id}, "SRSNAME", new String[] {kvp.get("SRSNAME", "")}));
        WfsQuery query = WfsQuery.read(asked, Optional.empty(), types, settings);
        FeatureQuery one = query.query().withPage(0, 1);
        try (FeatureCursor cursor = features.open(one)) {
            if (!cursor.hasNext()) {
                throw new OwsException("NotFound", "ID", "there is no feature '" + id + "'", 404);
            }
            if (json) {
                new GeoJsonAnswer(query)
                        .collection(
                                cursor, new Page(1, 1, null, null), response.text("application/json;charset=UTF-8"));
            } else {
                new GmlAnswer(query.layer(), query.axes(), request.endpoint())
                        .feature(cursor.next(), response.text(GmlAnswer.TYPE + ";charset=UTF-8"));
            }
        }
    }

    @Override
    public void report(OwsException error, OwsRequest request, OwsResponse response) throws IOException {
        Writer writer = response.text(XML, error.status());
        XmlOut out = new XmlOut(writer);
        out.open(
                "ows:ExceptionReport",
                "xmlns:ows",
                "http://www.opengis.net/ows/1.1",
                "version",
                "2.0.0",
                "xml:lang",
                "en");
        out.open("ows:Exception", "exceptionCode", error.code(), "locator", error.locator());
        out.element("ows:ExceptionText", error.getMessage());
        out.close().close().end();
    }
}
