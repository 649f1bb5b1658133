package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Rasterizer;
import sinkmap.grid.SinkmapException;

/** The zones that results are summed over, cities as a rule. Where two overlap, the first has the cell. */
final class ZoneMap {

    private final List<Zone> zones = new ArrayList<>();

    /**
     * A zone.
     *
     * @param name its name
     * @param geometry its area in the CRS of the grid
     * @param attributes its attributes
     */
    record Zone(String name, Geometry geometry, Map<String, Object> attributes) {}

    private ZoneMap() {}

    /** The zones of a layer; {@code nameAttribute} names each, and features of one name are one zone. */
    static ZoneMap read(
            FeatureLayer layer,
            String nameAttribute,
            RegionFeatures features,
            Grid grid,
            Inputs inputs,
            Stages stages) {
        inputs.use(layer);
        ZoneMap zones = new ZoneMap();
        features.forEach(layer, Filter.INCLUDE, grid, 0, feature -> {
            stages.tick();
            Object name = feature.attributes().get(nameAttribute);
            if (name == null) {
                throw new SinkmapException("layer '" + layer.id() + "', feature " + feature.id() + ": attribute '"
                        + nameAttribute + "' is empty; every zone needs a name");
            }
            zones.add(new Zone(name.toString(), feature.geometry(), feature.attributes()));
        });
        return zones;
    }

    private void add(Zone zone) {
        for (int i = 0; i < zones.size(); i++) {
            Zone known = zones.get(i);
            if (known.name().equals(zone.name())) {
                Geometry both = OverlayNGRobust.overlay(known.geometry(), zone.geometry(), OverlayNG.UNION);
                zones.set(i, new Zone(known.name(), both, known.attributes()));
                return;
            }
        }
        zones.add(zone);
    }

    /** Number of the zone of each cell of a window, counted from 1; 0 in none. */
    short[] on(Grid window) {
        short[] codes = new short[window.size()];
        for (int i = 0; i < zones.size(); i++) {
            if (zones.get(i).geometry().getEnvelopeInternal().intersects(window.envelope())) {
                put(zones.get(i).geometry(), (short) (i + 1), window, codes);
            }
        }
        return codes;
    }

    private static void put(Geometry geometry, short code, Grid window, short[] codes) {
        Rasterizer.fill(geometry, window, (row, from, to) -> {
            for (int cell = window.index(row, from); cell < window.index(row, from) + to - from; cell++) {
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
