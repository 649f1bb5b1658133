package sinkmap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** The log of loads: which file, when, with what outcome. */
public class LoadStore {

    private final Database database;

    LoadStore(Database database) {
        this.database = database;
    }

    public void add(LoadRecord load) {
        database.client()
                .sql(
                        "INSERT INTO load_log (layer_id, file_name, checksum, load_mode, accepted, repaired, rejected, report,"
                                + " loaded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        load.layer(),
                        load.file(),
                        load.checksum(),
                        load.mode(),
                        load.accepted(),
                        load.repaired(),
                        load.rejected(),
                        load.report(),
                        load.loaded())
                .update();
    }

    /** The loads that make up what a layer holds now, oldest first: the last replacement and all appended since. */
    public List<LoadRecord> listCurrent(String layer) {
        return database.client()
                .sql("SELECT * FROM load_log WHERE layer_id = ? AND id >= COALESCE("
                        + "(SELECT MAX(id) FROM load_log WHERE layer_id = ? AND load_mode = 'replace'), 0) ORDER BY id")
                .params(layer, layer)
                .query((rows, number) -> read(rows))
                .list();
    }

    /** The loads that make up what all layers hold now, as {@link #listCurrent(String)} gives them, at one moment. */
    public List<LoadRecord> listCurrent() {
        return database.client()
                .sql("SELECT * FROM load_log l WHERE id >= COALESCE((SELECT MAX(id) FROM load_log r"
                        + " WHERE r.layer_id = l.layer_id AND r.load_mode = 'replace'), 0) ORDER BY id")
                .query((rows, number) -> read(rows))
                .list();
    }

    private static LoadRecord read(ResultSet rows) throws SQLException {
        return new LoadRecord(
                rows.getString("layer_id"),
                rows.getString("file_name"),
                rows.getString("checksum"),
                rows.getString("load_mode"),
                rows.getLong("accepted"),
                rows.getLong("repaired"),
                rows.getLong("rejected"),
                rows.getString("report"),
                rows.getObject("loaded", OffsetDateTime.class));
    }
}
