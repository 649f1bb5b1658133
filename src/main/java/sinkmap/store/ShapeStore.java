package sinkmap.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;

/**
 * Generalised features of layers for maps: a {@link ShapeLevel} for each layer, CRS and power of two of the pixel size. Levels
 * are made in the background when a map first wants one, and go when the layer changes, when memory gets short, or when they
 * were not used for longest. A map that finds none reads the features themselves.
 */
final class ShapeStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShapeStore.class);

    /** Part of the heap that all levels may take, and of that the part that one may take. */
    private static final double SHARE = 0.25;

    private static final double ONE_SHARE = 0.5;

    /** Pixels smaller than this need no generalisation; they share one level with coordinates of a centimetre. */
    private static final int FINEST_M_EXPONENT = 2;

    private static final double FINEST_M = 0.16;

    private final FeatureStore features;
    private final long most_bytes;
    private final Map<Key, Entry> levels = new ConcurrentHashMap<>();
    private final Set<Key> making = ConcurrentHashMap.newKeySet();
    private final AtomicLong clock = new AtomicLong();
    private final ExecutorService maker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "shapes");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    ShapeStore(FeatureStore features) {
        this(features, (long) (Runtime.getRuntime().maxMemory() * SHARE));
    }

    ShapeStore(FeatureStore features, long most_bytes) {
        this.features = features;
        this.most_bytes = most_bytes;
    }

    private record Key(String layer, String crs, int exponent, List<String> attributes) {}

    /** A level of a version of its layer; none when it would take too much memory. */
    private static final class Entry {

        private final long version;
        private final ShapeLevel level;
        private volatile long used;

        Entry(long version, ShapeLevel level) {
            this.version = version;
            this.level = level;
        }

        long bytes() {
            return level == null ? 0 : level.bytes();
        }
    }

    /**
     * The level of a layer for a map. None while it is being made or where the layer is too large; the answer to the same
     * question some time later may differ.
     *
     * @param pixel size of a pixel, in units of the map's CRS
     * @param attributes attributes that its shapes have
     */
    Optional<ShapeLevel> find(FeatureLayer layer, Crs crs, double pixel, List<String> attributes) {
        Key key = key(layer, crs, pixel, attributes);
        Entry entry = levels.get(key);
        if (entry != null && entry.version == features.version(layer).number()) {
            entry.used = clock.incrementAndGet();
            return Optional.ofNullable(entry.level);
        }
        if (making.add(key)) {
            maker.execute(() -> make(key, layer, crs));
        }
        return Optional.empty();
    }

    /** The same, and waits until it is made; none only where the layer is too large. */
    Optional<ShapeLevel> get(FeatureLayer layer, Crs crs, double pixel, List<String> attributes) {
        Key key = key(layer, crs, pixel, attributes);
        Entry entry = levels.get(key);
        if (entry == null || entry.version != features.version(layer).number()) {
            make(key, layer, crs);
        }
        return find(layer, crs, pixel, attributes);
    }

    private static Key key(FeatureLayer layer, Crs crs, double pixel, List<String> attributes) {
        int exponent = Math.max(FINEST_M_EXPONENT, Math.getExponent(pixel * crs.metresPerUnit()));
        return new Key(layer.id(), crs.definition(), exponent, List.copyOf(attributes));
    }

    private void make(Key key, FeatureLayer layer, Crs crs) {
        try {
            long version = features.version(layer).number();
            double pixel_m = key.exponent == FINEST_M_EXPONENT ? FINEST_M : Math.scalb(1.0, key.exponent);
            ShapeBuilder builder = new ShapeBuilder(
                    Crs.of(layer.crs()), crs, pixel_m / crs.metresPerUnit(), (long) (most_bytes * ONE_SHARE));
            FeatureQuery query = FeatureQuery.of(layer).withAttributes(key.attributes, true);
            try (FeatureCursor cursor = features.open(query)) {
                while (cursor.hasNext() && builder.fits()) {
                    builder.add(cursor.next());
                }
            }
            put(key, new Entry(version, builder.fits() ? builder.level() : null));
        } catch (RuntimeException e) {
            LOG.warn("layer {} could not be generalised for maps; they read the features themselves", layer.id(), e);
        } finally {
            making.remove(key);
        }
    }

    private synchronized void put(Key key, Entry entry) {
        entry.used = clock.incrementAndGet();
        levels.put(key, entry);
        long bytes = levels.values().stream().mapToLong(Entry::bytes).sum();
        List<Map.Entry<Key, Entry>> oldest = new ArrayList<>(levels.entrySet());
        oldest.sort(Comparator.comparingLong(e -> e.getValue().used));
        for (Map.Entry<Key, Entry> old : oldest) {
            if (bytes <= most_bytes) {
                return;
            }
            if (old.getValue() != entry) {
                levels.remove(old.getKey(), old.getValue());
                bytes -= old.getValue().bytes();
            }
        }
    }

    /** Memory that all levels take, roughly. */
    long bytes() {
        return levels.values().stream().mapToLong(Entry::bytes).sum();
    }

    @Override
    public void close() {
        maker.shutdownNow();
        levels.clear();
    }
}
