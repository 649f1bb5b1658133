package sinkmap.siting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import sinkmap.grid.Buffers;
import sinkmap.grid.Distance;
import sinkmap.grid.Drawing;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Nearest;
import sinkmap.grid.Raster;

/** A small world in text: layers of features as WKT, rasters as rows of numbers, {@code -} for no data. */
class Ground implements Evidence {

    private final Grid grid;
    private final Map<String, List<Geometry>> features;
    private final Map<String, Raster> rasters;

    /** Rows and columns of cells of 100 m whose south-western corner is at 0, 0. */
    Ground(int rows, int columns) {
        this(new Grid("local", 0, rows * 100, 100, rows, columns), new HashMap<>(), new HashMap<>());
    }

    private Ground(Grid grid, Map<String, List<Geometry>> features, Map<String, Raster> rasters) {
        this.grid = grid;
        this.features = features;
        this.rasters = rasters;
    }

    /** The same world seen through another grid. */
    Ground on(Grid window) {
        return new Ground(window, features, rasters);
    }

    Ground with(String layer, String... wkts) {
        features.put(layer, Arrays.stream(wkts).map(Ground::read).toList());
        return this;
    }

    Ground with(String layer, Raster raster) {
        rasters.put(layer, raster);
        return this;
    }

    /** A raster whose last row and first column are those of the grid; it may be larger in the north and east. */
    Ground raster(String layer, String unit, String drawing) {
        String[] rows = drawing.strip().split("\n");
        int columns = rows[0].trim().split("\\s+").length;
        Grid whole = new Grid("local", 0, rows.length * 100, 100, rows.length, columns);
        float[] values = new float[whole.size()];
        for (int i = 0; i < values.length; i++) {
            String value = rows[i / columns].trim().split("\\s+")[i % columns];
            values[i] = value.equals("-") ? Float.NaN : Float.parseFloat(value);
        }
        return with(layer, new Raster(whole, values, unit));
    }

    private static Geometry read(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** The features of a layer. */
    List<Geometry> geometries(String layer) {
        return of(layer, null);
    }

    private List<Geometry> of(String layer, String where) {
        return features.getOrDefault(where == null ? layer : layer + " " + where, List.of());
    }

    @Override
    public Grid grid() {
        return grid;
    }

    @Override
    public boolean holds(String layer, String where, double distance_m) {
        return !of(layer, where).isEmpty();
    }

    @Override
    public Mask within(String layer, String where, double distance_m) {
        return distance_m < 0
                ? Buffers.inside(of(layer, where), grid, -distance_m)
                : Buffers.within(of(layer, where), grid, distance_m);
    }

    @Override
    public Raster distance(String layer, String where, double reach_m) {
        return Distance.to(of(layer, where), grid, reach_m);
    }

    @Override
    public boolean hasData(String layer) {
        return rasters.get(layer).countData() > 0;
    }

    @Override
    public Nearest nearest(String layer, String where) {
        return Nearest.of(of(layer, where));
    }

    @Override
    public Raster raster(String layer, Grid wanted) {
        Raster whole = rasters.get(layer);
        Raster part = Raster.empty(wanted, whole.unit());
        for (int cell = 0; cell < wanted.size(); cell++) {
            int row = whole.grid().row(wanted.y(cell / wanted.columns()));
            int column = whole.grid().column(wanted.x(cell % wanted.columns()));
            if (whole.grid().contains(row, column)) {
                part.values()[cell] = whole.at(row, column);
            }
        }
        return part;
    }

    static String draw(Mask mask) {
        return Drawing.of(mask);
    }
}
