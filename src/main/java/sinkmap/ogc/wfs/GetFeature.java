package sinkmap.ogc.wfs;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.OwsResponse;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureStore;

/** Answers GetFeature. */
final class GetFeature {

    private final FeatureTypes types;
    private final FeatureStore features;
    private final OgcSettings settings;
    private final Map<FeatureFormat, FeatureAnswer> answers = new EnumMap<>(Map.of(
            FeatureFormat.GML2, new GmlAnswer(GmlEdition.V2),
            FeatureFormat.GML31, new GmlAnswer(GmlEdition.V3_1),
            FeatureFormat.GML32, new GmlAnswer(GmlEdition.V3_2),
            FeatureFormat.GEOJSON, new GeoJsonAnswer(),
            FeatureFormat.CSV, new CsvAnswer(),
            FeatureFormat.SHAPEFILE, new ShapefileAnswer(),
            FeatureFormat.GEOPACKAGE, new GeoPackageAnswer()));

    GetFeature(FeatureTypes types, FeatureStore features, OgcSettings settings) {
        this.types = types;
        this.features = features;
        this.settings = settings;
    }

    void answer(OwsRequest request, OwsResponse response) throws IOException {
        FeatureRequest asked = FeatureRequest.read(request, types, settings);
        FeatureAnswer answer = answers.get(asked.hits() ? numbers(asked) : asked.format());
        if (asked.single()) {
            one(asked, answer, request, response);
        } else {
            answer.write(FeatureResult.of(asked, request, features), response);
        }
    }

    /** The format that tells numbers: files of features have no place for them, nor has WFS 1.0.0. */
    private static FeatureFormat numbers(FeatureRequest asked) {
        FeatureFormat format =
                switch (asked.format()) {
                    case GML2, GML31, GML32, GEOJSON -> asked.format();
                    case CSV, SHAPEFILE, GEOPACKAGE -> FeatureFormat.of(asked.edition());
                };
        if (format == FeatureFormat.GML2) {
            throw OwsException.invalid("RESULTTYPE", "hits came with version 1.1.0; ask for that or for GeoJSON");
        }
        return format;
    }

    /** A feature by its id is the answer itself where the format is GML (OGC 09-025r2, 7.9.3.6). */
    private void one(FeatureRequest asked, FeatureAnswer answer, OwsRequest request, OwsResponse response)
            throws IOException {
        WfsQuery query = asked.queries().get(0).withPage(0, 1);
        try (FeatureCursor cursor = features.open(query.query())) {
            if (!cursor.hasNext()) {
                throw new OwsException("NotFound", "ID", "there is no such feature", 404);
            }
            if (answer instanceof GmlAnswer gml) {
                gml.feature(
                        cursor.next(),
                        query,
                        request.endpoint(),
                        response.bytes(asked.format().type() + ";charset=UTF-8", 200));
                return;
            }
        }
        answer.write(FeatureResult.of(asked, request, features), response);
    }
}
