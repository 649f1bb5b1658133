package sinkmap.store;

import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.Band;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Description;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Interpolation;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Quality;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Region;
import sinkmap.catalog.Role;
import sinkmap.catalog.Text;

/** A small catalog for the tests of the store. */
final class Layers {

    static final FeatureLayer MARSH = features(
            "salt-marsh",
            Role.SINK,
            GeometryType.POLYGON,
            "EPSG:4490",
            attribute("name_zh", AttributeType.TEXT),
            attribute("code", AttributeType.INTEGER),
            attribute("area_km2", AttributeType.REAL),
            attribute("restored", AttributeType.BOOLEAN),
            attribute("observed", AttributeType.DATE),
            attribute("edited", AttributeType.TIMESTAMP),
            attribute("note", AttributeType.JSON));
    static final FeatureLayer PORT = features(
            "port", Role.INFRASTRUCTURE, GeometryType.POINT, "EPSG:4490", attribute("name_en", AttributeType.TEXT));
    static final FeatureLayer LANE = features(
            "shipping-lane", Role.CONSTRAINT, GeometryType.LINE, "EPSG:4527", attribute("name_en", AttributeType.TEXT));
    static final FeatureLayer SITE = features(
            "candidate-site",
            Role.DERIVED,
            GeometryType.POLYGON,
            "EPSG:4490",
            attribute("site_id", AttributeType.TEXT),
            attribute("rank", AttributeType.INTEGER));
    static final RasterLayer DEPTH =
            raster("depth", Role.RESOURCE, new Band("m", -10.0, 200.0, Interpolation.BILINEAR, List.of()));
    static final RasterLayer COVER =
            raster("cover", Role.RESOURCE, new Band("1", null, null, Interpolation.NEAREST, List.of()));
    static final RasterLayer SUITABILITY =
            raster("suitability", Role.DERIVED, new Band("1", 0.0, 1.0, Interpolation.BILINEAR, List.of()));

    static final Catalog CATALOG = catalog(MARSH, PORT, LANE, SITE, DEPTH, COVER, SUITABILITY);

    private Layers() {}

    static Catalog catalog(Layer... layers) {
        Region region = new Region(
                "test",
                new Text("试验", "Test"),
                "EPSG:4527",
                100,
                new Envelope(114, 124, 34, 39),
                List.of(),
                List.of("EPSG:4490"));
        return new Catalog(Path.of("layers"), Path.of("styles"), region, List.of(layers), List.of());
    }

    static FeatureLayer features(String id, Role role, GeometryType type, String crs, Attribute... attributes) {
        return new FeatureLayer(description(id, role), type, crs, List.of(attributes), null, false);
    }

    static Attribute attribute(String name, AttributeType type) {
        return new Attribute(name, type, null, new Text(name, name), null, null, List.of(), false);
    }

    private static RasterLayer raster(String id, Role role, Band band) {
        return new RasterLayer(description(id, role), band, "EPSG:4490");
    }

    private static Description description(String id, Role role) {
        Text text = new Text(id, id);
        return new Description(
                id,
                text,
                text,
                List.of(),
                "theme",
                role,
                "a test",
                "none",
                "2026",
                Quality.ILLUSTRATIVE,
                "none",
                null,
                null);
    }
}
