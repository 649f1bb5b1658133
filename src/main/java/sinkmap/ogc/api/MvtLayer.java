package sinkmap.ogc.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Puntal;

/**
 * One layer of a vector tile, in the encoding of the Mapbox Vector Tile Specification 2.1. (The library that the Java world
 * uses for it needs a newer Java than this service.)
 */
final class MvtLayer {

    private static final int VERSION = 2;

    private final WireOut features = new WireOut();
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private int count;

    /**
     * Adds a feature; one whose geometry comes to nothing in whole cells is left out.
     *
     * @param geometry geometry in whole cells of the tile, x = right, y = down
     * @return whether it was added
     */
    boolean add(long id, Geometry geometry, Map<String, Object> attributes) {
        WireOut commands = new MvtGeometry().write(geometry);
        if (commands.isEmpty()) {
            return false;
        }
        int type = geometry instanceof Puntal ? 1 : geometry instanceof Lineal ? 2 : 3;
        WireOut feature = new WireOut().number(1, id);
        WireOut tags = tags(attributes);
        if (!tags.isEmpty()) {
            feature.message(2, tags);
        }
        features.message(2, feature.number(3, type).message(4, commands));
        count++;
        return true;
    }

    int count() {
        return count;
    }

    private WireOut tags(Map<String, Object> attributes) {
        WireOut tags = new WireOut();
        attributes.forEach((name, value) -> {
            if (value != null) {
                boolean plain = value instanceof Long || value instanceof Double || value instanceof Boolean;
                tags.varint(index(keys, name));
                tags.varint(index(values, plain ? value : value.toString()));
            }
        });
        return tags;
    }

    private static <K> int index(Map<K, Integer> known, K key) {
        Integer next = known.size();
        Integer before = known.putIfAbsent(key, next);
        return before == null ? next : before;
    }

    /** The tile that holds this layer alone. */
    byte[] tile(String name, int extent) {
        WireOut layer = new WireOut().number(15, VERSION).text(1, name);
        layer.append(features);
        keys.keySet().forEach(key -> layer.text(3, key));
        values.keySet().forEach(value -> layer.message(4, value(value)));
        layer.number(5, extent);
        return new WireOut().message(3, layer).toBytes();
    }

    private static WireOut value(Object value) {
        WireOut out = new WireOut();
        if (value instanceof Long number) {
            return number < 0 ? out.number(6, MvtGeometry.zigZag(number)) : out.number(5, number);
        }
        if (value instanceof Double number) {
            return out.real(3, number);
        }
        return value instanceof Boolean truth ? out.number(7, truth ? 1 : 0) : out.text(1, value.toString());
    }
}
