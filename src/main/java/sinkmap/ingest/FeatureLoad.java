package sinkmap.ingest;

import java.util.List;
import java.util.stream.Collectors;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Region;
import sinkmap.store.Feature;
import sinkmap.store.FeatureStore;
import sinkmap.store.FeatureWriter;
import sinkmap.store.Progress;

/** Loads one file into a layer of features, in one transaction. */
final class FeatureLoad {

    private final Region region;
    private final FeatureStore store;
    private final IngestSettings settings;

    /**
     * What came of it.
     *
     * @param crs CRS of the coordinates
     * @param encoding character set of the text, or null
     */
    record Outcome(Findings findings, Columns columns, String crs, String encoding) {}

    FeatureLoad(Region region, FeatureStore store, IngestSettings settings) {
        this.region = region;
        this.store = store;
        this.settings = settings;
    }

    Outcome load(FeatureLayer layer, SourceFile file, Format format, LoadOptions options, Progress progress) {
        if (format == Format.ZIP) {
            try (ZippedShapefile zip = new ZippedShapefile(file, options, names(layer), settings)) {
                return load(layer, file, new ShapefileSource(zip.parts(), options, settings), options, progress);
            }
        }
        return load(layer, file, open(layer, file, format, options), options, progress);
    }

    private FeatureSource open(FeatureLayer layer, SourceFile file, Format format, LoadOptions options) {
        return switch (format) {
            case GEOJSON -> new GeoJsonSource(file, options, settings);
            case SHAPEFILE -> new ShapefileSource(ShapefileParts.beside(file), options, settings);
            case GEOPACKAGE -> new GeoPackageSource(file, options, names(layer), settings);
            case FLATGEOBUF -> new FlatGeobufSource(file, options, settings);
            case CSV -> new CsvSource(file, options, settings);
            case GEOTIFF ->
                throw new IngestException(file.name() + " is a raster, but layer " + layer.id()
                        + " holds features; load it into a raster layer");
            case ZIP -> throw new IllegalArgumentException("a zip is unpacked first");
        };
    }

    /** Names that a table for this layer may go by. */
    private static List<String> names(FeatureLayer layer) {
        return List.of(layer.id(), layer.table());
    }

    private Outcome load(
            FeatureLayer layer, SourceFile file, FeatureSource opened, LoadOptions options, Progress progress) {
        try (FeatureSource source = opened) {
            Crs from = CrsName.read(source.crs(), file.name());
            Findings findings = new Findings(settings.maxIssues());
            Columns columns = new Columns(layer, options.columns(), source.cutsNames(), file.name());
            Place place = new Place(region, from, settings.windowMarginDeg());
            Reproject reproject = new Reproject(from, Crs.of(layer.crs()));
            LayerCheck check =
                    new LayerCheck(layer, columns, new GeometryCheck(layer, place, reproject, findings), findings);
            try (FeatureWriter writer = store.write(layer, options.mode())) {
                copy(source, check, writer, new Ticker(progress, "reading " + file.name()));
                judge(layer, file, options, findings, columns);
                progress.at("storing " + file.name(), 1);
                writer.commit();
            }
            return new Outcome(findings, columns, from.definition(), source.encoding());
        }
    }

    private static void copy(FeatureSource source, LayerCheck check, FeatureWriter writer, Ticker ticker) {
        for (RawRow row = source.next(); row != null; row = source.next()) {
            Feature feature = check.check(row);
            if (feature != null) {
                writer.add(feature);
            }
            ticker.at(source.share());
        }
    }

    private static void judge(
            FeatureLayer layer, SourceFile file, LoadOptions options, Findings findings, Columns columns) {
        if (findings.rows() == 0) {
            throw new IngestException(file.name() + " holds no features");
        }
        if (findings.accepted() == 0) {
            throw new IngestException("all " + findings.rows() + " rows of " + file.name() + " were rejected ("
                    + findings.rejections() + ")" + missing(layer, columns) + "; layer " + layer.id()
                    + " is as it was before");
        }
        columns.verify();
        if (options.strict() && findings.rejected() > 0) {
            throw new IngestException(findings.rejected() + " of " + findings.rows() + " rows of " + file.name()
                    + " were rejected (" + findings.rejections() + "), and the load is strict; layer " + layer.id()
                    + " is as it was before");
        }
    }

    private static String missing(FeatureLayer layer, Columns columns) {
        String names = layer.attributes().stream()
                .filter(Attribute::required)
                .map(Attribute::name)
                .filter(columns.unfilled()::contains)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? ""
                : "; the file has no column for " + names + ": name it with --map COLUMN=" + names.split(",")[0]
                        + " (it has " + String.join(", ", columns.ignored()) + ")";
    }
}
