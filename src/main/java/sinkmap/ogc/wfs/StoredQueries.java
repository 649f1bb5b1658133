package sinkmap.ogc.wfs;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.XmlOut;

/** The one stored query that every service must have (OGC 09-025r2, 7.9.3.6): a feature by its id. */
final class StoredQueries {

    private static final String BY_ID = "urn:ogc:def:query:OGC-WFS::GetFeatureById";
    private static final String BY_ID_URL = "http://www.opengis.net/def/query/OGC-WFS/0/GetFeatureById";
    private static final String WFS = "http://www.opengis.net/wfs/2.0";

    private StoredQueries() {}

    /** The stored query of a request as one that asks for the feature outright. */
    static Kvp byId(Kvp kvp, FeatureTypes types) {
        check(kvp.get("STOREDQUERY_ID"));
        String id = kvp.get("ID");
        int dot = id.lastIndexOf('.');
        String type = dot > 0 ? id.substring(0, dot) : id;
        if (types.list().stream().noneMatch(layer -> layer.id().equals(type))) {
            throw new OwsException("NotFound", "ID", "there is no such feature", 404);
        }
        return kvp.with(Map.of("STOREDQUERY_ID", "", "RESOURCEID", id, "TYPENAMES", type));
    }

    private static void check(String query) {
        if (!query.equals(BY_ID) && !query.equals(BY_ID_URL)) {
            throw OwsException.invalid("STOREDQUERY_ID", "there is no stored query '" + query + "'; take " + BY_ID);
        }
    }

    static void list(List<FeatureLayer> layers, Writer writer) throws IOException {
        XmlOut out = new XmlOut(writer);
        out.open(
                "wfs:ListStoredQueriesResponse",
                "xmlns:wfs",
                WFS,
                "xmlns:" + FeatureTypes.PREFIX,
                FeatureTypes.NAMESPACE);
        out.open("wfs:StoredQuery", "id", BY_ID);
        out.element("wfs:Title", "按编号取要素 / Feature by id");
        layers.forEach(layer -> out.element("wfs:ReturnFeatureType", FeatureTypes.name(layer)));
        out.close().close().end();
    }

    static void describe(Kvp kvp, List<FeatureLayer> layers, Writer writer) throws IOException {
        kvp.list("STOREDQUERY_ID").forEach(StoredQueries::check);
        XmlOut out = new XmlOut(writer);
        out.open(
                "wfs:DescribeStoredQueriesResponse",
                "xmlns:wfs",
                WFS,
                "xmlns:xsd",
                "http://www.w3.org/2001/XMLSchema",
                "xmlns:" + FeatureTypes.PREFIX,
                FeatureTypes.NAMESPACE);
        out.open("wfs:StoredQueryDescription", "id", BY_ID);
        out.element("wfs:Title", "按编号取要素 / Feature by id");
        out.empty("wfs:Parameter", "name", "ID", "type", "xsd:string");
        out.empty(
                "wfs:QueryExpressionText",
                "returnFeatureTypes",
                String.join(" ", layers.stream().map(FeatureTypes::name).toList()),
                "language",
                "urn:ogc:def:queryLanguage:OGC-WFS::WFS_QueryExpression",
                "isPrivate",
                "true");
        out.close().close().end();
    }
}
