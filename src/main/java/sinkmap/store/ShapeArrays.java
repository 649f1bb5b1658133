package sinkmap.store;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shapes in arrays: bounds, parts and points of each, and attributes. Coordinates are whole steps from the origin of a
 * {@link ShapeLevel}.
 */
final class ShapeArrays {

    /** Rough size of the attributes of a feature: an array, its boxes, and a reference. */
    private static final int ROW_BYTES = 32;

    private static final int VALUE_BYTES = 24;

    private List<String> names = List.of();
    private Object[][] rows = new Object[16][];
    private byte[] kinds = new byte[16];
    private byte[] solidities = new byte[16];
    private int[] boxes = new int[64];
    private int[] firstPart = new int[17];
    private int[] firstPoint = new int[17];
    private int[] xy = new int[256];
    private int size;
    private int parts;
    private int points;

    /** Begins a shape; parts follow. */
    void begin(ShapeLevel.Kind kind, Map<String, Object> attributes, int minX, int minY, int maxX, int maxY) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
            solidities = Arrays.copyOf(solidities, 2 * size);
            boxes = Arrays.copyOf(boxes, 8 * size);
            firstPart = Arrays.copyOf(firstPart, 2 * size + 1);
        }
        if (size == 0) {
            names = List.copyOf(attributes.keySet());
        }
        rows[size] = names.stream().map(attributes::get).toArray();
        kinds[size] = (byte) kind.ordinal();
        boxes[4 * size] = minX;
        boxes[4 * size + 1] = minY;
        boxes[4 * size + 2] = maxX;
        boxes[4 * size + 3] = maxY;
        size++;
        firstPart[size] = parts;
    }

    /** Says which share of its bounds the last shape covers. */
    void solidity(double share) {
        solidities[size - 1] = (byte) Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    double solidity(int shape) {
        return (solidities[shape] & 0xFF) / 255.0;
    }

    /** Adds a part to the last shape. */
    void part(int[] coordinates, int count) {
        if (parts + 1 == firstPoint.length) {
            firstPoint = Arrays.copyOf(firstPoint, 2 * firstPoint.length);
        }
        if (xy.length < 2 * (points + count)) {
            xy = Arrays.copyOf(xy, Math.max(2 * xy.length, 2 * (points + count)));
        }
        System.arraycopy(coordinates, 0, xy, 2 * points, 2 * count);
        points += count;
        parts++;
        firstPoint[parts] = points;
        firstPart[size] = parts;
    }

    /** Gives back what the arrays have too much. */
    ShapeArrays trimmed() {
        rows = Arrays.copyOf(rows, size);
        kinds = Arrays.copyOf(kinds, size);
        solidities = Arrays.copyOf(solidities, size);
        boxes = Arrays.copyOf(boxes, 4 * size);
        firstPart = Arrays.copyOf(firstPart, size + 1);
        firstPoint = Arrays.copyOf(firstPoint, parts + 1);
        xy = Arrays.copyOf(xy, 2 * points);
        return this;
    }

    int size() {
        return size;
    }

    ShapeLevel.Kind kind(int shape) {
        return KINDS[kinds[shape]];
    }

    private static final ShapeLevel.Kind[] KINDS = ShapeLevel.Kind.values();

    int minX(int shape) {
        return boxes[4 * shape];
    }

    int minY(int shape) {
        return boxes[4 * shape + 1];
    }

    int maxX(int shape) {
        return boxes[4 * shape + 2];
    }

    int maxY(int shape) {
        return boxes[4 * shape + 3];
    }

    int firstPart(int shape) {
        return firstPart[shape];
    }

    int firstPoint(int part) {
        return firstPoint[part];
    }

    int points(int part) {
        return firstPoint[part + 1] - firstPoint[part];
    }

    int[] xy() {
        return xy;
    }

    Map<String, Object> attributes(int shape) {
        return new Row(names, rows[shape]);
    }

    /** Roughly what the arrays take in memory. */
    long bytes() {
        return 8L * points + 4L * parts + 22L * size + (long) size * (ROW_BYTES + (long) VALUE_BYTES * names.size());
    }

    /** The attributes of one feature; the names are shared by all. */
    private static final class Row extends AbstractMap<String, Object> {

        private final List<String> names;
        private final Object[] values;

        Row(List<String> names, Object[] values) {
            this.names = names;
            this.values = values;
        }

        @Override
        public Object get(Object name) {
            for (int i = 0; i < values.length; i++) {
                if (names.get(i).equals(name)) {
                    return values[i];
                }
            }
            return null;
        }

        @Override
        public boolean containsKey(Object name) {
            return names.contains(name);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            Set<Entry<String, Object>> entries = new LinkedHashSet<>();
            for (int i = 0; i < values.length; i++) {
                entries.add(new SimpleImmutableEntry<>(names.get(i), values[i]));
            }
            return entries;
        }
    }
}
