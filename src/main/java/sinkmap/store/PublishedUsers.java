package sinkmap.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sinkmap.store.UserStore.StoredUser;

/** Which users edit through another server too, and what that server was told of them. */
public final class PublishedUsers {

    private final Database database;

    PublishedUsers(Database database) {
        this.database = database;
    }

    /** Users who may change features, by name. */
    public List<StoredUser> listEditors() {
        return new UserStore(database)
                .list().stream()
                        .filter(user ->
                                user.role().equals("surveyor") || user.role().equals("admin"))
                        .toList();
    }

    /** The users that were made at a place, with the digests of their passwords there. */
    public Map<String, String> listMade(String target) {
        Map<String, String> made = new LinkedHashMap<>();
        database.client()
                .sql("SELECT name, digest FROM published_user WHERE target = ? ORDER BY name")
                .param(target)
                .query(row -> {
                    made.put(row.getString(1), row.getString(2));
                });
        return made;
    }

    /** Remembers that a user was made at a place, or got another password there. */
    public void remember(String target, String name, String digest) {
        forget(target, name);
        database.client()
                .sql("INSERT INTO published_user (target, name, digest) VALUES (?, ?, ?)")
                .params(target, name, digest)
                .update();
    }

    /** Forgets a user of a place. */
    public void forget(String target, String name) {
        database.client()
                .sql("DELETE FROM published_user WHERE target = ? AND name = ?")
                .params(target, name)
                .update();
    }
}
