package sinkmap.store;

import java.nio.file.Path;
import java.util.Optional;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;

/** Rasters of every layer: tiled GeoTIFFs with overviews in the data directory, registered in the database. */
public class RasterStore {

    /** Whether the layer holds data. */
    public boolean holds(RasterLayer layer) {
        throw new UnsupportedOperationException();
    }

    /** Bounds of the stored file in the CRS of its file, with that CRS; empty when the layer has no data. */
    public Optional<Window> findExtent(RasterLayer layer) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads the current raster of a layer, resampled to the window's cell centres as the band's interpolation says, from
     * the overview that fits. NaN outside the raster and where it has no data.
     *
     * @return rows x columns values, row 0 in the north
     */
    public float[] read(RasterLayer layer, Window window) {
        throw new UnsupportedOperationException();
    }

    /** Reads the current raster onto an analysis grid, always at full resolution. */
    public Raster read(RasterLayer layer, Grid grid) {
        throw new UnsupportedOperationException();
    }

    /** Takes a GeoTIFF of any CRS as the new content of an input layer; the old one is seen until the new one is whole. */
    public void replace(RasterLayer layer, Path geotiff) {
        throw new UnsupportedOperationException();
    }

    /** Takes a raster as the new content of an input layer. */
    public void replace(RasterLayer layer, Raster raster) {
        throw new UnsupportedOperationException();
    }

    /** Adds the result of a run; it is seen once {@link RunStore#complete} has made the run current. */
    public void write(RasterLayer layer, String run, Raster raster) {
        throw new UnsupportedOperationException();
    }

    /** Removes the rasters of a run. */
    void discard(String run) {}
}
