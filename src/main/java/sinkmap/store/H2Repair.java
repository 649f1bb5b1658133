package sinkmap.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.engine.Database;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.db.NullValueDataType;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.rtree.MVRTreeMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.MetaType;
import org.h2.value.Value;
import org.h2.value.VersionedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mends the file of an embedded database whose process was killed in the middle of a load. H2 (2.4.240) refuses to open it: the
 * log of what was not committed holds entries of a spatial index, and H2 reads them before it knows the index. Here the
 * spatial indexes are opened first, as H2 opens them, and then what was not committed is undone.
 */
final class H2Repair {

    private static final Logger LOG = LoggerFactory.getLogger(H2Repair.class);

    private H2Repair() {}

    /** The file that must be mended because a database could not be opened; empty when that is not the reason. */
    static Optional<Path> find(Throwable failure, String url) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClassCastException
                    && String.valueOf(cause.getMessage()).contains("SpatialDataType")) {
                return Optional.of(Path.of(
                                url.replaceFirst("^jdbc:h2:(file:)?", "").replaceFirst(";.*", "") + ".mv.db"))
                        .filter(Files::isRegularFile);
            }
        }
        return Optional.empty();
    }

    /** Undoes what was not committed when the process ended. */
    static void mend(Path file) {
        LOG.warn("the embedded database {} was cut off in the middle of a load; undoing what was not committed", file);
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).open()) {
            store.getMapNames().stream().filter(name -> spatial(store, name)).forEach(name -> openSpatial(store, name));
            TransactionStore transactions =
                    new TransactionStore(store, new MetaType<Database>(null, null), new ValueDataType(), 0);
            transactions.init();
            store.getMapNames().stream()
                    .filter(name -> name.startsWith("table.") || name.startsWith("index."))
                    .filter(name -> !spatial(store, name))
                    .forEach(name -> transactions.openMap(name, null, null));
            transactions.endLeftoverTransactions();
        }
    }

    private static boolean spatial(MVStore store, String name) {
        String map = store.getMetaMap().get("map." + store.getMetaMap().get("name." + name));
        return map != null && map.contains("type:rtree");
    }

    private static void openSpatial(MVStore store, String name) {
        store.openMap(
                name,
                new MVRTreeMap.Builder<VersionedValue<Value>>()
                        .valueType(new VersionedValueType<Value, Database>(NullValueDataType.INSTANCE)));
    }
}
