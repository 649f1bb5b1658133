package sinkmap.ogc.wfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Crs;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsResponse;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;

/** Writes features as a GeoPackage, a table a query. It is made in a temporary file, which is removed when sent. */
final class GeoPackageAnswer implements FeatureAnswer {

    @Override
    public void write(FeatureResult result, OwsResponse response) throws IOException {
        if (result.layers().size() < result.parts().size()) {
            throw OwsException.invalid(
                    "OUTPUTFORMAT", "a GeoPackage holds one query a feature type; send one request each");
        }
        Path folder = Files.createTempDirectory("sinkmap-geopackage");
        Path file = folder.resolve("features.gpkg");
        try {
            try (GeoPackageFile tables = new GeoPackageFile(file)) {
                for (FeatureResult.Part part : result.parts()) {
                    table(result, part, tables);
                }
                tables.commit();
            } catch (SQLException e) {
                throw new IOException("the GeoPackage could not be written", e);
            }
            String name = result.parts().get(0).layer().id();
            response.header("Content-Disposition", "attachment; filename=\"" + name + ".gpkg\"");
            Files.copy(file, response.bytes(FeatureFormat.GEOPACKAGE.type(), 200));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void table(FeatureResult result, FeatureResult.Part part, GeoPackageFile file) throws SQLException {
        List<String> asked = part.query().query().attributes();
        List<Attribute> attributes = part.layer().attributes().stream()
                .filter(attribute -> asked == null || asked.contains(attribute.name()))
                .toList();
        Crs target = part.query().axes().crs();
        Crs stored = Crs.of(part.layer().crs());
        try (FeatureCursor cursor = result.open(part);
                GeoPackageFile.Table table = file.create(part.layer(), attributes, target)) {
            while (cursor.hasNext()) {
                Feature feature = cursor.next();
                List<Object> values = new ArrayList<>();
                attributes.forEach(attribute -> values.add(feature.attributes().get(attribute.name())));
                table.add(
                        feature.id(),
                        feature.geometry() == null ? null : target.transform(feature.geometry(), stored),
                        values);
            }
        }
    }
}
