package sinkmap.ogc.wfs;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.Utf8Out;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;

/**
 * Writes features as GML in the feature collection of the WFS that goes with it: 3.2 and WFS 2.0, where several queries make
 * a collection of collections (OGC 09-025r2, 11.3.3); 3.1.1 and WFS 1.1.0; 2.1.2 and WFS 1.0.0.
 */
record GmlAnswer(GmlEdition gml) implements FeatureAnswer {

    static final String TYPE = FeatureFormat.GML32.type();
    private static final byte[] HEAD = Utf8Out.utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    private static final byte[] END = Utf8Out.utf8("</wfs:FeatureCollection>");
    private static final byte[] UNKNOWN_BOUNDS =
            Utf8Out.utf8("<gml:boundedBy><gml:null>unknown</gml:null></gml:boundedBy>");

    @Override
    public void write(FeatureResult result, OwsResponse response) throws IOException {
        FeatureResult.Part first = result.parts().get(0);
        try (FeatureCursor cursor = result.open(first)) {
            Utf8Out out = new Utf8Out(stream(result.asked(), response));
            out.put(HEAD);
            begin(result, out);
            part(result, first, cursor, out);
            for (FeatureResult.Part part :
                    result.parts().subList(1, result.parts().size())) {
                try (FeatureCursor other = result.open(part)) {
                    part(result, part, other, out);
                }
            }
            out.put(END).flush();
        }
    }

    private static OutputStream stream(FeatureRequest asked, OwsResponse response) throws IOException {
        return response.bytes(asked.format().type() + ";charset=UTF-8", 200);
    }

    private void part(FeatureResult result, FeatureResult.Part part, FeatureCursor cursor, Utf8Out out) {
        boolean nested = gml == GmlEdition.V3_2 && result.parts().size() > 1;
        if (nested) {
            out.put("<wfs:member><wfs:FeatureCollection");
            attribute("timeStamp", now(), out);
            attribute("numberMatched", part.matched(), out);
            attribute("numberReturned", result.asked().hits() ? 0 : part.returned(), out);
            out.put('>');
        }
        byte[] open = Utf8Out.utf8(gml == GmlEdition.V3_2 ? "<wfs:member>" : "<gml:featureMember>");
        byte[] close = Utf8Out.utf8(gml == GmlEdition.V3_2 ? "</wfs:member>" : "</gml:featureMember>");
        GmlFeature feature = new GmlFeature(out, gml, part.query());
        while (cursor.hasNext()) {
            out.put(open);
            feature.write(cursor.next(), "");
            out.put(close);
        }
        if (nested) {
            out.put(END).put("</wfs:member>");
        }
    }

    private void begin(FeatureResult result, Utf8Out out) {
        boolean hits = result.asked().hits();
        Page page = result.page();
        out.put("<wfs:FeatureCollection");
        attribute("xmlns:wfs", gml.wfs().wfs(), out);
        out.put(namespaces());
        String wfs =
                gml == GmlEdition.V2 ? "1.0.0/WFS-basic.xsd" : gml == GmlEdition.V3_1 ? "1.1.0/wfs.xsd" : "2.0/wfs.xsd";
        attribute(
                "xsi:schemaLocation",
                gml.wfs().wfs() + " http://schemas.opengis.net/wfs/" + wfs + " "
                        + schemaLocation(result.layers(), result.endpoint()),
                out);
        attribute("lockId", result.asked().kvp().find("LOCKID").orElse(null), out);
        switch (gml) {
            case V2 -> {}
            case V3_1 -> {
                attribute("timeStamp", now(), out);
                attribute("numberOfFeatures", hits ? page.matched() : page.returned(), out);
            }
            case V3_2 -> {
                attribute("timeStamp", now(), out);
                attribute("numberMatched", page.matched(), out);
                attribute("numberReturned", hits ? 0 : page.returned(), out);
                attribute("next", page.next(), out);
                attribute("previous", page.previous(), out);
            }
        }
        out.put('>');
        if (gml == GmlEdition.V2) {
            out.put(UNKNOWN_BOUNDS);
        }
    }

    /** Writes one feature as a document. */
    void feature(Feature feature, WfsQuery query, String endpoint, OutputStream stream) throws IOException {
        Utf8Out out = new Utf8Out(stream);
        Utf8Out schema = new Utf8Out();
        attribute("xsi:schemaLocation", schemaLocation(List.of(query.layer()), endpoint), schema);
        out.put(HEAD);
        new GmlFeature(out, gml, query)
                .write(feature, namespaces() + new String(schema.toBytes(), StandardCharsets.UTF_8));
        out.flush();
    }

    private String namespaces() {
        return " xmlns:gml=\"" + gml.namespace() + "\" xmlns:" + FeatureTypes.PREFIX + "=\"" + FeatureTypes.NAMESPACE
                + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    }

    private String schemaLocation(List<FeatureLayer> layers, String endpoint) {
        String types = layers.stream()
                .map(layer -> URLEncoder.encode(FeatureTypes.name(layer), StandardCharsets.UTF_8))
                .collect(Collectors.joining(","));
        return FeatureTypes.NAMESPACE + " " + endpoint + "?service=WFS&version="
                + gml.wfs().number() + "&request=DescribeFeatureType&"
                + (gml == GmlEdition.V3_2 ? "typeNames=" : "typeName=") + types;
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static void attribute(String name, Object value, Utf8Out out) {
        if (value != null) {
            out.put(' ').put(name).put("=\"").xml(value.toString()).put('"');
        }
    }
}
