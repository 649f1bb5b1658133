package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;

/** Runs and their results in the database. */
public class RunStore {

    private static final String UNFINISHED = "state IN ('QUEUED', 'RUNNING')";

    private final Database database;
    private final List<FeatureLayer> derived;
    private final RasterStore rasters;

    /**
     * The runs of a database.
     *
     * @param derived feature layers that hold results
     */
    RunStore(Database database, List<FeatureLayer> derived, RasterStore rasters) {
        this.database = database;
        this.derived = List.copyOf(derived);
        this.rasters = rasters;
    }

    /** Adds a run in state {@code QUEUED}. */
    public void add(StoredRun run) {
        database.client()
                .sql(
                        "INSERT INTO run (id, kind, plan, request, state, progress, stage, requested) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        run.id(),
                        run.kind(),
                        run.plan(),
                        run.request(),
                        StoredRun.State.QUEUED.name(),
                        run.progress(),
                        run.stage(),
                        run.requested())
                .update();
    }

    /** Updates state, progress, stage, times and error. */
    public void update(StoredRun run) {
        database.client()
                .sql("UPDATE run SET state = :state, progress = :progress, stage = :stage, started = :started,"
                        + " finished = :finished, error = :error WHERE id = :id")
                .param("state", run.state().name())
                .param("progress", run.progress())
                .param("stage", run.stage())
                .param("started", run.started(), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("finished", run.finished(), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("error", run.error())
                .param("id", run.id())
                .update();
    }

    /** Stores what a run that is under way has found, before its maps are there; layers do not show it yet. */
    public void answer(String run, String resultJson) {
        database.client()
                .sql("UPDATE run SET result = ? WHERE id = ? AND " + UNFINISHED)
                .params(resultJson, run)
                .update();
    }

    /**
     * Stores the result and makes the run the current one of its kind and plan, in one transaction: from here on layers
     * show its features and rasters. The run is {@code COMPLETED} now.
     *
     * @throws IllegalStateException when there is no such run or it has ended already
     */
    public void complete(String run, String resultJson) {
        database.transact(connection -> {
            JdbcClient client = Database.client(connection);
            client.sql(
                            "UPDATE run SET current_run = FALSE WHERE current_run AND EXISTS ("
                                    + "SELECT 1 FROM run AS made WHERE made.id = ? AND made.kind = run.kind AND made.plan = run.plan)")
                    .param(run)
                    .update();
            int completed = client.sql(
                            "UPDATE run SET current_run = TRUE, state = 'COMPLETED', progress = 1, result = ?,"
                                    + " error = NULL, finished = ? WHERE id = ? AND " + UNFINISHED)
                    .params(resultJson, OffsetDateTime.now(ZoneOffset.UTC), run)
                    .update();
            if (completed == 0) {
                throw new IllegalStateException("run '" + run + "' is not under way; it cannot be completed");
            }
            LayerVersions.raise(connection, derived);
        });
    }

    /**
     * Removes result, features and rasters of a run that did not complete.
     *
     * @throws IllegalStateException when the run completed
     */
    public void discard(String run) {
        if (find(run).filter(r -> r.state() == StoredRun.State.COMPLETED).isPresent()) {
            throw new IllegalStateException("run '" + run + "' completed; its results stay");
        }
        database.transact(connection -> {
            Database.client(connection)
                    .sql("UPDATE run SET result = NULL WHERE id = ?")
                    .param(run)
                    .update();
            for (FeatureLayer layer : derived) {
                deleteRows(connection, layer, run);
            }
        });
        rasters.discard(run);
    }

    /**
     * Removes the oldest runs of a kind and plan with their results. The current run, which layers show, and those that have
     * not ended stay in any case.
     *
     * @param keep how many ended runs stay, the current one included; at least 1
     * @return how many were removed
     */
    public int prune(String kind, String plan, int keep) {
        List<StoredRun> ended = list().stream()
                .filter(run -> run.kind().equals(kind) && run.plan().equals(plan))
                .filter(run -> run.finished() != null)
                .toList();
        int others = keep - (int) ended.stream().filter(StoredRun::current).count();
        List<String> old = ended.stream()
                .filter(run -> !run.current())
                .map(StoredRun::id)
                .skip(Math.max(0, others))
                .toList();
        old.forEach(this::remove);
        return old.size();
    }

    private void remove(String run) {
        database.transact(connection -> {
            int removed = Database.client(connection)
                    .sql("DELETE FROM run WHERE id = ? AND NOT current_run AND NOT " + UNFINISHED)
                    .param(run)
                    .update();
            if (removed == 0) {
                throw new IllegalStateException("run '" + run + "' is in use; it stays");
            }
            for (FeatureLayer layer : derived) {
                deleteRows(connection, layer, run);
            }
            RasterStore.markGone(Database.client(connection), run);
        });
        rasters.deleteGone();
    }

    private void deleteRows(Connection connection, FeatureLayer layer, String run) throws SQLException {
        database.sql().takeTime(connection);
        String sql = "DELETE FROM " + Tables.table(layer) + " WHERE " + Tables.column(Tables.RUN) + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run);
            statement.executeUpdate();
        }
    }

    /** What an earlier process left under way becomes {@code INTERRUPTED}, and its results go. */
    void recover() {
        List<String> left = database.client()
                .sql("SELECT id FROM run WHERE " + UNFINISHED)
                .query(String.class)
                .list();
        for (String run : left) {
            discard(run);
            database.client()
                    .sql("UPDATE run SET state = 'INTERRUPTED', finished = ? WHERE id = ?")
                    .params(OffsetDateTime.now(ZoneOffset.UTC), run)
                    .update();
        }
    }

    public Optional<StoredRun> find(String run) {
        return database.client()
                .sql("SELECT * FROM run WHERE id = ?")
                .param(run)
                .query((rows, number) -> read(rows))
                .optional();
    }

    /** The run that ended last, however it ended. */
    public Optional<StoredRun> findLastEnded() {
        return database.client()
                .sql("SELECT * FROM run WHERE finished IS NOT NULL ORDER BY finished DESC, id DESC LIMIT 1")
                .query((rows, number) -> read(rows))
                .optional();
    }

    /** The current run of a kind and plan. */
    public Optional<StoredRun> findCurrent(String kind, String plan) {
        return database.client()
                .sql("SELECT * FROM run WHERE kind = ? AND plan = ? AND current_run")
                .params(kind, plan)
                .query((rows, number) -> read(rows))
                .optional();
    }

    /** The run whose result a raster layer shows; empty when it shows none. */
    public Optional<StoredRun> findOf(RasterLayer layer) {
        return database
                .client()
                .sql("SELECT run.* FROM run JOIN raster_file ON raster_file.run_id = run.id"
                        + " WHERE raster_file.layer_id = ? AND raster_file.state = 'STORED' AND run.current_run"
                        + " ORDER BY raster_file.id DESC")
                .param(layer.id())
                .query((rows, number) -> read(rows))
                .list()
                .stream()
                .findFirst();
    }

    /**
     * A run that was completed.
     *
     * @param id id
     * @param finished when its results were complete
     * @param current whether its results are the ones that layers show
     */
    public record Completed(String id, OffsetDateTime finished, boolean current) {}

    /** The completed runs whose results a derived layer holds, earliest first. */
    public List<Completed> listOf(Layer layer) {
        String made = layer instanceof FeatureLayer features
                ? "SELECT " + Tables.column(Tables.RUN) + " FROM " + Tables.table(features)
                : "SELECT run_id FROM raster_file WHERE state = 'STORED' AND layer_id = :layer";
        JdbcClient.StatementSpec statement = database.client()
                .sql("SELECT id, finished, current_run FROM run WHERE state = 'COMPLETED' AND id IN (" + made
                        + ") ORDER BY finished, id");
        return (layer instanceof FeatureLayer ? statement : statement.param("layer", layer.id()))
                .query((row, number) ->
                        new Completed(row.getString(1), row.getObject(2, OffsetDateTime.class), row.getBoolean(3)))
                .list();
    }

    /** All runs, newest first. */
    public List<StoredRun> list() {
        return database.client()
                .sql("SELECT * FROM run ORDER BY requested DESC, id DESC")
                .query((rows, number) -> read(rows))
                .list();
    }

    private static StoredRun read(ResultSet rows) throws SQLException {
        return new StoredRun(
                rows.getString("id"),
                rows.getString("kind"),
                rows.getString("plan"),
                rows.getString("request"),
                StoredRun.State.valueOf(rows.getString("state")),
                rows.getDouble("progress"),
                rows.getString("stage"),
                rows.getObject("requested", OffsetDateTime.class),
                rows.getObject("started", OffsetDateTime.class),
                rows.getObject("finished", OffsetDateTime.class),
                rows.getString("result"),
                rows.getString("error"),
                rows.getBoolean("current_run"));
    }
}
