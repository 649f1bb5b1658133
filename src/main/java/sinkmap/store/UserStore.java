package sinkmap.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import sinkmap.grid.SinkmapException;

/** Who may sign in. Knows hashes of passwords, never passwords. */
public final class UserStore {

    private static final String SELECT = "SELECT name, password_hash, role, geoserver_digest FROM service_user";

    private final Database database;

    UserStore(Database database) {
        this.database = database;
    }

    /**
     * A user.
     *
     * @param name the name to sign in with
     * @param passwordHash bcrypt hash of the password
     * @param role what the user may do
     * @param geoserverDigest the same password as GeoServer keeps it; null where it is not known yet
     */
    public record StoredUser(String name, String passwordHash, String role, String geoserverDigest) {}

    public Optional<StoredUser> find(String name) {
        return database.client()
                .sql(SELECT + " WHERE name = ?")
                .param(name)
                .query(StoredUser.class)
                .optional();
    }

    /** All users by name. */
    public List<StoredUser> list() {
        return database.client()
                .sql(SELECT + " ORDER BY name")
                .query(StoredUser.class)
                .list();
    }

    /** Adds a user; an error when the name is taken. */
    public void add(StoredUser user) {
        try {
            database.client()
                    .sql("INSERT INTO service_user (name, password_hash, role, geoserver_digest, created)"
                            + " VALUES (?, ?, ?, ?, ?)")
                    .params(
                            user.name(),
                            user.passwordHash(),
                            user.role(),
                            user.geoserverDigest(),
                            OffsetDateTime.now(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new SinkmapException("there is a user '" + user.name() + "' already; take another name", e);
        }
    }

    /** Sets another password; false when there is no such user. */
    public boolean setPassword(String name, String passwordHash, String geoserverDigest) {
        return database.client()
                        .sql("UPDATE service_user SET password_hash = ?, geoserver_digest = ? WHERE name = ?")
                        .params(passwordHash, geoserverDigest, name)
                        .update()
                > 0;
    }
}
