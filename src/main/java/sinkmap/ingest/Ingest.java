package sinkmap.ingest;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;
import sinkmap.store.FeatureStore;
import sinkmap.store.LoadRecord;
import sinkmap.store.LoadStore;
import sinkmap.store.Progress;
import sinkmap.store.RasterStore;
import tools.jackson.databind.json.JsonMapper;

/** Loads files into layers; see the package for how. */
public final class Ingest {

    private final FeatureStore features;
    private final RasterStore rasters;
    private final LoadStore loads;
    private final Catalog catalog;
    private final IngestSettings settings;

    Ingest(Catalog catalog, FeatureStore features, RasterStore rasters, LoadStore loads, IngestSettings settings) {
        this.catalog = catalog;
        this.features = features;
        this.rasters = rasters;
        this.loads = loads;
        this.settings = settings;
    }

    /**
     * Loads a file, whole or not at all, and records the load.
     *
     * @param layer an input layer of the catalog
     * @param file GeoJSON, shapefile (its .shp or a zip), GeoPackage, FlatGeobuf or CSV for features; GeoTIFF or CSV of
     *     anchors for a raster
     * @return what was accepted, repaired and rejected, and why
     * @throws IngestException when the file cannot be loaded; the layer is then as it was before
     */
    public LoadReport load(Layer layer, Path file, LoadOptions options, Progress progress) {
        long start = System.nanoTime();
        if (layer.derived()) {
            throw new IngestException(
                    "layer " + layer.id() + " holds results of runs; files are loaded into input layers");
        }
        SourceFile source = SourceFile.of(file, options);
        Format format = Format.of(source);
        String checksum = Checksum.of(source, format);
        LoadReport report = layer instanceof FeatureLayer featureLayer
                ? loadFeatures(featureLayer, source, format, options, progress)
                : loadRaster((RasterLayer) layer, source, format, options, progress);
        return record(report.measured(checksum, (System.nanoTime() - start) / 1e9));
    }

    private LoadReport loadFeatures(
            FeatureLayer layer, SourceFile file, Format format, LoadOptions options, Progress progress) {
        if (options.surface() != null) {
            throw new IngestException("layer " + layer.id() + " holds features; a surface is for raster layers");
        }
        FeatureLoad.Outcome outcome =
                new FeatureLoad(catalog.region(), features, settings).load(layer, file, format, options, progress);
        return report(
                layer,
                file,
                format,
                options,
                outcome.crs(),
                outcome.encoding(),
                outcome.findings(),
                outcome.columns().ignored(),
                outcome.columns().unfilled());
    }

    private LoadReport loadRaster(
            RasterLayer layer, SourceFile file, Format format, LoadOptions options, Progress progress) {
        RasterLoad.Outcome outcome =
                new RasterLoad(catalog, features, rasters, settings).load(layer, file, format, options, progress);
        return report(layer, file, format, options, outcome.crs(), null, outcome.findings(), List.of(), List.of());
    }

    private static LoadReport report(
            Layer layer,
            SourceFile file,
            Format format,
            LoadOptions options,
            String crs,
            String encoding,
            Findings findings,
            List<String> ignored,
            List<String> unfilled) {
        return new LoadReport(
                layer.id(),
                file.name(),
                null,
                format.title(),
                options.modeName(),
                crs,
                encoding,
                options.fingerprint(),
                findings.rows(),
                findings.accepted(),
                findings.repaired(),
                findings.rejected(),
                findings.counts(),
                findings.issues(),
                ignored,
                unfilled,
                0);
    }

    private LoadReport record(LoadReport report) {
        loads.add(new LoadRecord(
                report.layer(),
                report.file(),
                report.checksum(),
                report.mode(),
                report.accepted(),
                report.repaired(),
                report.rejected(),
                JsonMapper.shared().writeValueAsString(report),
                OffsetDateTime.now(ZoneOffset.UTC)));
        return report;
    }
}
