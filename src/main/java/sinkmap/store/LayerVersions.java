package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sinkmap.catalog.FeatureLayer;

/** Keeps {@link LayerVersion} in the transactions that change layers. */
final class LayerVersions {

    private LayerVersions() {}

    /** Gives every layer a first version that has none. */
    static void prepare(Connection connection, Collection<FeatureLayer> layers) throws SQLException {
        Set<String> missing = new LinkedHashSet<>();
        layers.forEach(layer -> missing.add(layer.id()));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT layer_id FROM layer_version")) {
            while (rows.next()) {
                missing.remove(rows.getString(1));
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO layer_version (layer_id, version, changed) VALUES (?, 1, ?)")) {
            for (String layer : missing) {
                insert.setString(1, layer);
                insert.setObject(2, now());
                insert.executeUpdate();
            }
        }
    }

    /** Counts a change of layers; it shows when the transaction is committed. Always in the same order, to avoid deadlocks. */
    static void raise(Connection connection, Collection<FeatureLayer> layers) throws SQLException {
        List<String> ids =
                layers.stream().map(FeatureLayer::id).distinct().sorted().toList();
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE layer_version SET version = version + 1, changed = ? WHERE layer_id = ?")) {
            for (String id : ids) {
                update.setObject(1, now());
                update.setString(2, id);
                update.executeUpdate();
            }
        }
    }

    /** The state of all layers together. */
    static LayerVersion all(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT SUM(version), MAX(changed) FROM layer_version")) {
            rows.next();
            OffsetDateTime changed = rows.getObject(2, OffsetDateTime.class);
            return new LayerVersion(
                    rows.getLong(1), changed == null ? Instant.EPOCH.atOffset(ZoneOffset.UTC) : changed);
        }
    }

    static LayerVersion get(Connection connection, FeatureLayer layer) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT version, changed FROM layer_version WHERE layer_id = ?")) {
            statement.setString(1, layer.id());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("layer '" + layer.id() + "' has no version; its store was not prepared");
                }
                return new LayerVersion(rows.getLong(1), rows.getObject(2, OffsetDateTime.class));
            }
        }
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
