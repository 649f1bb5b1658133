package sinkmap.ogc.wfs;

import java.io.IOException;
import java.util.Locale;
import sinkmap.catalog.Catalog;
import sinkmap.ogc.DocumentCache;
import sinkmap.ogc.Extents;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.OwsService;
import sinkmap.store.FeatureStore;

/** The Web Feature Service, as far as it reads: which operation and version a request asks for. */
final class Wfs implements OwsService {

    private static final String XML = "text/xml;charset=UTF-8";

    private final FeatureTypes types;
    private final WfsCapabilities capabilities;
    private final GetFeature getFeature;
    private final FeatureStore features;
    private final DocumentCache documents = new DocumentCache();
    private final GetPropertyValue getPropertyValue;

    Wfs(Catalog catalog, FeatureStore features, Extents extents, OgcSettings settings) {
        this.types = new FeatureTypes(catalog);
        this.features = features;
        this.capabilities = new WfsCapabilities(types, extents, settings);
        this.getFeature = new GetFeature(types, features, settings);
        this.getPropertyValue = new GetPropertyValue(types, features, settings);
    }

    @Override
    public String name() {
        return "WFS";
    }

    @Override
    public void answer(OwsRequest request, OwsResponse response) throws IOException {
        Kvp kvp = request.body().map(PostedQuery::operation).orElse(request.kvp());
        String operation = kvp.get("REQUEST").toLowerCase(Locale.ROOT);
        if (operation.equals("getcapabilities")) {
            kvp.get("SERVICE");
            WfsEdition edition = WfsEdition.negotiate(kvp);
            String key = edition.number() + " " + request.endpoint();
            byte[] document = documents.get(
                    key, features.version().tag(), writer -> capabilities.write(edition, request.endpoint(), writer));
            response.bytes(XML, 200).write(document);
            return;
        }
        WfsEdition edition = WfsEdition.of(kvp);
        switch (operation) {
            case "describefeaturetype" -> DescribeFeatureType.answer(kvp, edition, types, response);
            case "getfeature" -> getFeature.answer(request, response);
            case "getpropertyvalue" -> {
                since2(edition, kvp);
                getPropertyValue.answer(request, response);
            }
            case "liststoredqueries" -> {
                since2(edition, kvp);
                StoredQueries.list(types.list(), response.text(XML));
            }
            case "describestoredqueries" -> {
                since2(edition, kvp);
                StoredQueries.describe(kvp, types.list(), response.text(XML));
            }
            default ->
                throw OwsException.notSupported(
                        "REQUEST",
                        "the operation '" + kvp.get("REQUEST")
                                + "' is not offered; take GetCapabilities, DescribeFeatureType or GetFeature");
        }
    }

    private static void since2(WfsEdition edition, Kvp kvp) {
        if (edition != WfsEdition.V2_0) {
            throw OwsException.notSupported(
                    "REQUEST", "the operation '" + kvp.get("REQUEST") + "' came with version 2.0.0; ask for that");
        }
    }

    @Override
    public void report(OwsException error, OwsRequest request, OwsResponse response) throws IOException {
        WfsEdition edition = WfsEdition.of(request);
        WfsReport.write(error, edition, response.text(XML, edition.status(error)));
    }
}
