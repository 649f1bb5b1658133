package sinkmap.run;

import java.util.Optional;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.store.RasterWriter;

/** Writes a raster that only some layers directories declare; does nothing in the others. */
record OptionalWriter(Optional<RasterWriter> writer) implements AutoCloseable {

    static OptionalWriter of(Optional<RasterLayer> layer, String run, Grid grid, Stores stores) {
        return new OptionalWriter(layer.map(of -> stores.rasters().open(of, run, grid)));
    }

    void commit() {
        writer.ifPresent(RasterWriter::commit);
    }

    @Override
    public void close() {
        writer.ifPresent(RasterWriter::close);
    }
}
