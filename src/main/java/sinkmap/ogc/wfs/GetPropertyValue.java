package sinkmap.ogc.wfs;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.Utf8Out;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;

/** Answers GetPropertyValue (OGC 09-025r2, clause 10): the values of one property, of features that have one. */
final class GetPropertyValue {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final String TYPE = "application/gml+xml; version=3.2;charset=UTF-8";

    private final FeatureTypes types;
    private final FeatureStore features;
    private final OgcSettings settings;

    GetPropertyValue(FeatureTypes types, FeatureStore features, OgcSettings settings) {
        this.types = types;
        this.features = features;
        this.settings = settings;
    }

    void answer(OwsRequest request, OwsResponse response) throws IOException {
        FeatureRequest asked = FeatureRequest.read(request, types, settings);
        if (asked.queries().size() != 1) {
            throw OwsException.invalid("Query", "GetPropertyValue takes one query; send one request each");
        }
        WfsQuery query = asked.queries().get(0);
        ValueReference reference = ValueReference.of(asked.kvp().get("VALUEREFERENCE", ""), query.layer());
        FeatureResult result =
                FeatureResult.of(asked.withQueries(List.of(narrow(query, reference))), request, features);
        FeatureResult.Part part = result.parts().get(0);
        try (FeatureCursor cursor = result.open(part)) {
            Utf8Out out = new Utf8Out(response.bytes(TYPE, 200));
            begin(result.page(), asked.hits(), out);
            GmlFeature feature = new GmlFeature(out, GmlEdition.V3_2, part.query());
            while (cursor.hasNext()) {
                out.put("<wfs:member>");
                write(reference, cursor.next(), feature, out);
                out.put("</wfs:member>");
            }
            out.put("</wfs:ValueCollection>").flush();
        }
    }

    /** Reads nothing but the property, and only where there is one. */
    private static WfsQuery narrow(WfsQuery asked, ValueReference reference) {
        FeatureQuery query = asked.query();
        boolean geometry = reference.property().equals(FeatureLayer.GEOMETRY);
        if (!reference.isId()) {
            Filter present = FILTERS.not(FILTERS.isNull(FILTERS.property(reference.property())));
            query = query.withFilter(query.filter() == Filter.INCLUDE ? present : FILTERS.and(query.filter(), present));
        }
        return new WfsQuery(
                query.withAttributes(
                        reference.isId() || geometry ? List.of() : List.of(reference.property()), geometry),
                asked.axes(),
                asked.srsNameGiven());
    }

    private static void begin(Page page, boolean hits, Utf8Out out) {
        out.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?><wfs:ValueCollection");
        GmlAnswer.attribute("xmlns:wfs", WfsEdition.V2_0.wfs(), out);
        GmlAnswer.attribute("xmlns:gml", GmlEdition.V3_2.namespace(), out);
        GmlAnswer.attribute("xmlns:" + FeatureTypes.PREFIX, FeatureTypes.NAMESPACE, out);
        GmlAnswer.attribute("timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS), out);
        GmlAnswer.attribute("numberMatched", page.matched(), out);
        GmlAnswer.attribute("numberReturned", hits ? 0 : page.returned(), out);
        GmlAnswer.attribute("next", page.next(), out);
        GmlAnswer.attribute("previous", page.previous(), out);
        out.put('>');
    }

    private static void write(ValueReference reference, Feature feature, GmlFeature gml, Utf8Out out) {
        if (reference.isId()) {
            out.xml(gml.id(feature));
            return;
        }
        if (reference.property().equals(FeatureLayer.GEOMETRY)) {
            gml.geometry(feature);
            return;
        }
        Object value = feature.attributes().get(reference.property());
        if (reference.text()) {
            gml.value(value);
        } else {
            gml.element(reference.property(), value);
        }
    }
}
