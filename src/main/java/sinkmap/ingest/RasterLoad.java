package sinkmap.ingest;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Raster;
import sinkmap.grid.Rasterizer;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;
import sinkmap.store.FeatureStore.Mode;
import sinkmap.store.Progress;
import sinkmap.store.RasterStore;

/** Loads a GeoTIFF, or a surface made of anchors, into a raster layer. */
final class RasterLoad {

    private final Catalog catalog;
    private final FeatureStore features;
    private final RasterStore rasters;
    private final IngestSettings settings;

    /**
     * What came of it.
     *
     * @param crs CRS of the raster
     */
    record Outcome(Findings findings, String crs) {}

    RasterLoad(Catalog catalog, FeatureStore features, RasterStore rasters, IngestSettings settings) {
        this.catalog = catalog;
        this.features = features;
        this.rasters = rasters;
        this.settings = settings;
    }

    Outcome load(RasterLayer layer, SourceFile file, Format format, LoadOptions options, Progress progress) {
        if (options.mode() == Mode.APPEND) {
            throw new IngestException("layer " + layer.id()
                    + " is a raster: a file can only take the place of what it holds; load it with mode replace");
        }
        return switch (format) {
            case GEOTIFF -> geotiff(layer, file, options, progress);
            case CSV -> surface(layer, file, options, progress);
            default ->
                throw new IngestException(file.name() + " is a " + format.title() + ", but layer " + layer.id()
                        + " is a raster; it takes a GeoTIFF, or a CSV of anchors with a surface");
        };
    }

    private Outcome geotiff(RasterLayer layer, SourceFile file, LoadOptions options, Progress progress) {
        if (options.crs() != null) {
            throw new IngestException(file.name() + ": --crs does not apply to a GeoTIFF, which must state its own;"
                    + " write it into the file with gdal_edit.py -a_srs " + options.crs());
        }
        try (GeoTiffCheck check = new GeoTiffCheck(file, layer, catalog.region())) {
            Findings findings = check.count(new Ticker(progress, "reading " + file.name()));
            progress.at("storing " + file.name(), 1);
            rasters.replace(layer, check.plausible());
            return new Outcome(findings, check.crs());
        }
    }

    private Outcome surface(RasterLayer layer, SourceFile file, LoadOptions options, Progress progress) {
        Surface surface = options.surface();
        if (surface == null) {
            throw new IngestException(file.name() + " is CSV and layer " + layer.id()
                    + " a raster: say how to make a surface of its points, or load a GeoTIFF");
        }
        Place place = new Place(catalog.region(), Crs.of(AnchorSurface.CRS), settings.windowMarginDeg());
        List<Anchors.Anchor> anchors = new Anchors(file, surface, layer, place, settings.maxAnchors()).read(options);
        Grid grid = AnchorSurface.grid(catalog.region(), surface.cellDeg());
        Mask empty = surface.outside() == null ? null : cover(surface.outside(), grid);
        Raster raster = new AnchorSurface(surface, anchors)
                .compute(grid, empty, layer, new Ticker(progress, "interpolating " + file.name()));
        Findings findings = new Findings(settings.maxIssues());
        drop(raster, RasterValues.of(layer.band()), findings);
        if (findings.accepted() == 0) {
            throw new IngestException(file.name() + ": no cell of the surface has a value that layer " + layer.id()
                    + " allows, " + RasterValues.of(layer.band()).words());
        }
        progress.at("storing " + file.name(), 1);
        rasters.replace(layer, raster);
        return new Outcome(findings, AnchorSurface.CRS);
    }

    private static void drop(Raster raster, RasterValues plausible, Findings findings) {
        float[] values = raster.values();
        long data = 0;
        long dropped = 0;
        for (int cell = 0; cell < values.length; cell++) {
            if (Float.isNaN(values[cell])) {
                continue;
            }
            if (plausible.plausible(values[cell])) {
                data++;
            } else {
                values[cell] = Float.NaN;
                dropped++;
            }
        }
        findings.cells(values.length, data, dropped);
        findings.count("value-range", dropped);
    }

    private Mask cover(String id, Grid grid) {
        Layer layer = catalog.getLayer(id);
        if (!(layer instanceof FeatureLayer polygons)) {
            throw new IngestException("a surface can only be cut out along a layer of polygons, not " + id);
        }
        Crs crs = Crs.of(polygons.crs());
        FeatureQuery query = FeatureQuery.of(polygons)
                .withAttributes(List.of(), true)
                .withBbox(crs.bounds(grid.envelope(), Crs.of(grid.crs())));
        List<Geometry> geometries = new ArrayList<>();
        try (FeatureCursor cursor = features.open(query)) {
            while (cursor.hasNext()) {
                geometries.add(Crs.of(grid.crs()).transform(cursor.next().geometry(), crs));
            }
        }
        if (geometries.isEmpty()) {
            throw new IngestException(
                    "the surface is to have no data inside " + id + ", but that layer holds nothing; load it first");
        }
        return Rasterizer.cells(geometries, grid);
    }
}
