package sinkmap.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.sink.Factors;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;
import sinkmap.store.FeatureWriter;
import sinkmap.store.LoadRecord;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;

/**
 * The tiny region with a store and the queue of runs, all in a temporary folder. Features are drawn in cells of the
 * region's grid, counted from its north-western corner.
 */
final class FixtureService implements AutoCloseable {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Path data;
    final Catalog catalog;
    final Grid grid;
    final Store store;
    final Stores stores;
    final Runs runs;
    private final Supplier<Runs> queues;

    FixtureService(FixtureRegion region, Path folder) {
        this(region, folder, 1 << 20);
    }

    /** A service that works in windows of about that many cells. */
    FixtureService(FixtureRegion region, Path folder, int windowCells) {
        this(region, folder, windowCells, Clock.systemUTC());
    }

    /** A service whose runs are made when a clock says. */
    FixtureService(FixtureRegion region, Path folder, int windowCells, Clock clock) {
        this(region, StoreSettings.embedded(folder.resolve("data")), windowCells, clock);
    }

    /** A service on a store of those settings. */
    FixtureService(FixtureRegion region, StoreSettings where, int windowCells, Clock clock) {
        catalog = region.catalog();
        grid = catalog.region().grid(100);
        data = where.data();
        store = Store.open(where, catalog);
        stores = new Stores(
                store.features(), store.edits(), store.rasters(), store.stacks(), store.loads(), store.cache());
        Factors factors = FactorFiles.carbon(catalog);
        Optional<AccountPlan> account = AccountYaml.read(catalog, factors);
        RunSettings settings = new RunSettings(3, 10_000_000, windowCells, 20);
        queues = () -> new Runs(
                Map.of(
                        "siting", new SitingRun(catalog, new Plans(catalog), account, factors, stores, settings, clock),
                        "account", new AccountRun(catalog, account, factors, stores, settings),
                        "assessment", new RooftopRun(catalog, stores, new TargetsFile(catalog), settings)),
                store.runs(),
                settings,
                clock,
                run -> {});
        runs = queues.get();
    }

    /** A queue beside {@link #runs} on the same store, as another process has one. */
    Runs anotherQueue() {
        return queues.get();
    }

    /** A rectangle of cells; the last row and column do not belong to it. */
    Polygon cells(int row, int column, int lastRow, int lastColumn) {
        return (Polygon) GEOMETRIES.toGeometry(new Envelope(
                grid.west() + column * grid.cellSize(),
                grid.west() + lastColumn * grid.cellSize(),
                grid.north() - lastRow * grid.cellSize(),
                grid.north() - row * grid.cellSize()));
    }

    Geometry point(int row, int column) {
        return GEOMETRIES.createPoint(new Coordinate(grid.x(column), grid.y(row)));
    }

    FeatureLayer features(String layer) {
        return (FeatureLayer) catalog.getLayer(layer);
    }

    RasterLayer raster(String layer) {
        return (RasterLayer) catalog.getLayer(layer);
    }

    void add(String layer, Geometry geometry, Map<String, Object> attributes) {
        FeatureLayer features = features(layer);
        Geometry stored = features.geometryType() == GeometryType.POLYGON
                ? GEOMETRIES.createMultiPolygon(new Polygon[] {(Polygon) geometry})
                : geometry;
        try (FeatureWriter writer = store.features().write(features, FeatureStore.Mode.APPEND)) {
            writer.add(new Feature(0, stored, attributes));
            writer.commit();
        }
        store.loads()
                .add(new LoadRecord(
                        layer,
                        layer + ".geojson",
                        "ab12",
                        "append",
                        1,
                        0,
                        0,
                        "{}",
                        OffsetDateTime.now(Clock.systemUTC())));
    }

    /** Fills a raster layer with one value, a little beyond the region. */
    void fill(String layer, float value) {
        Grid wide = new Grid(
                grid.crs(),
                grid.west() - 500,
                grid.north() + 500,
                grid.cellSize(),
                grid.rows() + 10,
                grid.columns() + 10);
        float[] values = new float[wide.size()];
        Arrays.fill(values, value);
        store.rasters()
                .replace(
                        raster(layer),
                        new Raster(wide, values, raster(layer).band().unit()));
    }

    List<Feature> list(String layer) {
        return list(layer, null);
    }

    /** The features of a run; of the current ones where it is null. */
    List<Feature> list(String layer, String run) {
        List<Feature> list = new ArrayList<>();
        try (FeatureCursor cursor =
                store.features().open(FeatureQuery.of(features(layer)).withRun(run))) {
            cursor.forEachRemaining(list::add);
        }
        return list;
    }

    /** Files of the data directory whose path names a run. */
    List<Path> filesOf(String run) {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.toString().contains(run)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        runs.close();
        store.close();
    }
}
