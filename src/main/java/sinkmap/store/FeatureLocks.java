package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import sinkmap.catalog.FeatureLayer;

/**
 * Locks that clients hold on features for a while, by an id that they are told. They live in the database and outlast a
 * restart; one that has expired holds nothing.
 */
public final class FeatureLocks {

    private static final int BATCH = 500;

    private final Database database;
    private final ReentrantLock taking = new ReentrantLock(true);

    FeatureLocks(Database database) {
        this.database = database;
    }

    /** What is held under an id. */
    public enum State {
        UNKNOWN,
        EXPIRED,
        HELD
    }

    /**
     * What a request for locks brought.
     *
     * @param id the id of the lock; empty when nothing was locked
     * @param locked features that are locked now
     * @param others features that are locked under other ids
     */
    public record Taken(String id, List<Long> locked, List<Long> others) {}

    /**
     * Locks features of a layer.
     *
     * @param id id of a lock to add to; empty for a new one
     * @param all whether nothing is to be locked unless everything can be
     * @param time how long the lock holds
     */
    public Taken take(FeatureLayer layer, List<Long> fids, String id, boolean all, Duration time, String owner) {
        FeatureEdit.checkEditable(layer, 0);
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        String lock = id.isEmpty() ? UUID.randomUUID().toString() : id;
        List<Long> others = new ArrayList<>();
        List<Long> free = new ArrayList<>();
        taking.lock();
        try {
            database.transact(connection -> {
                expire(connection, now);
                for (int i = 0; i < fids.size(); i += BATCH) {
                    List<Long> part = fids.subList(i, Math.min(fids.size(), i + BATCH));
                    others.addAll(heldByOthers(connection, layer, part, lock, now));
                }
                Set<Long> held = new HashSet<>(others);
                fids.stream().distinct().filter(fid -> !held.contains(fid)).forEach(free::add);
                if (all && !others.isEmpty()) {
                    free.clear();
                    return;
                }
                insert(connection, layer, free, lock, now.plus(time), owner);
            });
        } finally {
            taking.unlock();
        }
        return new Taken(free.isEmpty() ? "" : lock, List.copyOf(free), List.copyOf(others));
    }

    /** An expired lock is kept for a day, so that its owner is told what happened to it. */
    private static void expire(Connection connection, OffsetDateTime now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM feature_lock WHERE expires < ?")) {
            statement.setObject(1, now.minusDays(1));
            statement.executeUpdate();
        }
    }

    private static void insert(
            Connection connection,
            FeatureLayer layer,
            List<Long> fids,
            String lock,
            OffsetDateTime expires,
            String owner)
            throws SQLException {
        forget(connection, layer, fids);
        String sql = "INSERT INTO feature_lock (layer_id, fid, lock_id, owner, expires) VALUES (?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (long fid : fids) {
                statement.setString(1, layer.id());
                statement.setLong(2, fid);
                statement.setString(3, lock);
                statement.setString(4, owner);
                statement.setObject(5, expires);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** What an id stands for just now. */
    public State state(String id) {
        return expiry(id)
                .map(end -> end.isAfter(OffsetDateTime.now(ZoneOffset.UTC)) ? State.HELD : State.EXPIRED)
                .orElse(State.UNKNOWN);
    }

    private Optional<OffsetDateTime> expiry(String id) {
        return database.client()
                .sql("SELECT expires FROM feature_lock WHERE lock_id = ? ORDER BY expires DESC FETCH FIRST 1 ROWS ONLY")
                .param(id)
                .query(Timestamp.class)
                .optional()
                .map(end -> end.toInstant().atOffset(ZoneOffset.UTC));
    }

    /** Gives a lock back as a whole. */
    public void release(String id) {
        database.client()
                .sql("DELETE FROM feature_lock WHERE lock_id = ?")
                .param(id)
                .update();
    }

    /** Gives single features of a lock back. */
    public void release(String id, FeatureLayer layer, List<Long> fids) {
        for (long fid : fids) {
            database.client()
                    .sql("DELETE FROM feature_lock WHERE lock_id = ? AND layer_id = ? AND fid = ?")
                    .params(id, layer.id(), fid)
                    .update();
        }
    }

    /** Lets a lock hold longer. */
    public void renew(String id, Duration time) {
        database.client()
                .sql("UPDATE feature_lock SET expires = ? WHERE lock_id = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC).plus(time), id)
                .update();
    }

    /** Which of some features are locked under other ids. */
    static List<Long> heldByOthers(
            Connection connection, FeatureLayer layer, List<Long> fids, String lock, OffsetDateTime now)
            throws SQLException {
        if (fids.isEmpty()) {
            return List.of();
        }
        String sql = "SELECT fid FROM feature_lock" + HistoryTable.among(Tables.FID, fids.size())
                + " AND layer_id = ? AND lock_id <> ? AND expires > ? ORDER BY fid";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            FeatureEdit.bindKeys(statement, 1, fids);
            statement.setString(fids.size() + 1, layer.id());
            statement.setString(fids.size() + 2, lock);
            statement.setObject(fids.size() + 3, now);
            List<Long> held = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    held.add(rows.getLong(1));
                }
            }
            return held;
        }
    }

    /** Drops the locks on features, whoever holds them. */
    static void forget(Connection connection, FeatureLayer layer, List<Long> fids) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM feature_lock WHERE layer_id = ? AND fid = ?")) {
            for (long fid : fids) {
                statement.setString(1, layer.id());
                statement.setLong(2, fid);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
