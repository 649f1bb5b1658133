package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import sinkmap.grid.Grid;
import sinkmap.grid.Rasterizer;
import sinkmap.grid.SinkmapException;

/** The zones that results are summed over, cities as a rule, on a grid. Where two overlap, the first has the cell. */
final class ZoneMap {

    private final List<Zone> zones = new ArrayList<>();
    private final short[] codes;

    /**
     * A zone.
     *
     * @param name its name
     * @param geometry its area in the CRS of the grid
     * @param attributes its attributes
     */
    record Zone(String name, Geometry geometry, Map<String, Object> attributes) {}

    private ZoneMap(Grid grid) {
        this.codes = new short[grid.size()];
    }

    /** The zones of an account. */
    static ZoneMap read(AccountPlan plan, RegionFeatures features, Grid grid, Inputs inputs, Stages stages) {
        inputs.use(plan.zones());
        ZoneMap zones = new ZoneMap(grid);
        features.forEach(plan.zones(), Filter.INCLUDE, grid, 0, feature -> {
            stages.tick();
            Object name = feature.attributes().get(plan.zoneName());
            if (name == null) {
                throw new SinkmapException("layer '" + plan.zones().id() + "', feature " + feature.id()
                        + ": attribute '" + plan.zoneName() + "' is empty; every zone needs a name");
            }
            zones.add(new Zone(name.toString(), feature.geometry(), feature.attributes()), grid);
        });
        return zones;
    }

    private void add(Zone zone, Grid grid) {
        zones.add(zone);
        short code = (short) zones.size();
        Rasterizer.fill(zone.geometry(), grid, (row, from, to) -> {
            for (int cell = grid.index(row, from); cell < grid.index(row, from) + to - from; cell++) {
                if (codes[cell] == 0) {
                    codes[cell] = code;
                }
            }
        });
    }

    List<Zone> list() {
        return zones;
    }

    List<String> names() {
        return zones.stream().map(Zone::name).toList();
    }

    /** Number of the zone of a cell, counted from 1; 0 in none. */
    int of(int cell) {
        return codes[cell];
    }

    /** Name of the zone nearest to a point, which is how a place at sea gets its city; null without zones. */
    String nearest(Point point) {
        String nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (Zone zone : zones) {
            double distance = zone.geometry().distance(point);
            if (distance < least) {
                least = distance;
                nearest = zone.name();
            }
        }
        return nearest;
    }
}
