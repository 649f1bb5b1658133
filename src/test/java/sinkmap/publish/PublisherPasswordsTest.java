package sinkmap.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sinkmap.publish.PublishReport.Action;
import sinkmap.store.Store;
import sinkmap.store.UserStore.StoredUser;
import tools.jackson.databind.JsonNode;

/** Passwords that change: the database's, the GeoServer's, and those of people. */
class PublisherPasswordsTest extends PublisherFixture {

    private static final String READER = "test_publisher_reader";

    @AfterEach
    void dropReader() throws SQLException {
        if (settings == null) {
            return;
        }
        asOwner("DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '" + READER
                + "') THEN EXECUTE 'DROP OWNED BY " + READER + "'; EXECUTE 'DROP ROLE " + READER + "'; END IF; END $$");
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(settings.database().url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void password(String password) {
        access = new PublishSettings.DatabaseAccess("", "", "", "test_publisher_views", READER, password);
    }

    private String sent() {
        JsonNode store = geoServer
                .documents
                .get("/workspaces/sinkmap/datastores/postgis")
                .get("dataStore");
        for (JsonNode entry : store.get("connectionParameters").get("entry")) {
            if (entry.get("@key").asString().equals("passwd")) {
                return entry.get("$").asString();
            }
        }
        return null;
    }

    @Test
    void aNewPasswordOfTheDatabaseUserReachesDatabaseAndStoreAndNothingElseChanges() {
        password("the first one");
        publish(MEADOW, PORT);
        assertThat(sent()).isEqualTo("the first one");
        assertThat(publish(MEADOW, PORT).count(Action.CHANGED)).isZero();

        password("the second one");
        PublishReport report = publish(MEADOW, PORT);

        assertThat(lines(report.failures())).isEmpty();
        assertThat(lines(report, Action.CHANGED))
                .singleElement()
                .asString()
                .startsWith("changed  store postgis: dataStore.metadata.entry.sinkmap.password");
        assertThat(sent()).isEqualTo("the second one");
        assertThat(publish(MEADOW, PORT).count(Action.CHANGED)).isZero();
    }

    @Test
    void whatIsKeptToNoticeAChangeHoldsNoPassword() {
        password("the first one");
        publish(MEADOW);

        String metadata = geoServer
                .documents
                .get("/workspaces/sinkmap/datastores/postgis")
                .get("dataStore")
                .get("metadata")
                .toString();
        assertThat(metadata).contains("sinkmap.password").doesNotContain("the first one");
    }

    @Test
    void aDatabaseUserOfOthersWithAnotherPasswordStopsPublishingByName() throws SQLException {
        asOwner("CREATE ROLE " + READER + " LOGIN PASSWORD 'set by an administrator'");
        password("what we think it is");

        assertThatThrownBy(() -> publish(MEADOW))
                .hasMessageContaining("sinkmap.publish.database.password")
                .hasMessageContaining("ALTER ROLE");
        assertThat(geoServer.changes).isEmpty();
    }

    @Test
    void aNewPasswordOfTheGeoServerIsAskedForByName() {
        publish(MEADOW);
        int changes = geoServer.changes.size();
        geoServer.password = "changed by hand";

        assertThatThrownBy(() -> publish(MEADOW))
                .isInstanceOf(GeoServerException.class)
                .hasMessageContaining("sinkmap.publish.user and sinkmap.publish.password");
        assertThat(geoServer.changes).hasSize(changes);
    }

    private void user(String name, String role, String digest) {
        try (Store store = Store.open(settings, catalog(MEADOW))) {
            if (!store.users().setPassword(name, "hash", digest)) {
                store.users().add(new StoredUser(name, "hash", role, digest));
            }
        }
    }

    @Test
    void whoMayEditHereMayEditThereWithTheSamePassword() {
        user("li.wei", "surveyor", "digest1:li");
        user("wang", "admin", "digest1:wang");
        user("zhao", "planner", "digest1:zhao");

        PublishReport report = publish(MEADOW);

        assertThat(lines(report.failures())).isEmpty();
        assertThat(geoServer.passwords).isEqualTo(Map.of("li.wei", "digest1:li", "wang", "digest1:wang"));
        assertThat(geoServer.roles.get("li.wei")).containsExactly("SURVEYOR");
        assertThat(lines(report, Action.MADE)).contains("made  user li.wei", "made  user wang");
        assertThat(publish(MEADOW).steps())
                .allMatch(step -> step.action() == Action.KEPT || step.action() == Action.VERIFIED);
    }

    @Test
    void aNewPasswordAndALostUserAreBroughtTheNextTime() {
        user("li.wei", "surveyor", "digest1:li");
        user("wang", "surveyor", "digest1:wang");
        publish(MEADOW);
        user("li.wei", "surveyor", "digest1:new");
        // as the official image does, which writes its users anew when it starts
        geoServer.passwords.remove("wang");
        geoServer.roles.clear();
        geoServer.documents.put(
                "/security/usergroup/users", FakeGeoServer.object("{'users': [{'userName': 'li.wei'}]}"));

        PublishReport report = publish(MEADOW);

        assertThat(geoServer.changes).as("old sign-ins are forgotten").contains("POST /rest/reset");
        assertThat(lines(report, Action.CHANGED)).containsExactly("changed  user li.wei: password");
        assertThat(lines(report, Action.MADE)).containsExactly("made  user wang");
        assertThat(geoServer.passwords).isEqualTo(Map.of("li.wei", "digest1:new", "wang", "digest1:wang"));
        assertThat(geoServer.roles.get("wang")).containsExactly("SURVEYOR");
        assertThat(geoServer.roles.get("li.wei")).containsExactly("SURVEYOR");
    }

    @Test
    void usersOfTheGeoServerAreLeftAlone() {
        user("li.wei", "surveyor", "digest1:li");
        user("admin", "admin", "digest1:admin");
        user("chen", "surveyor", null);
        geoServer.documents.put(
                "/security/usergroup/users",
                FakeGeoServer.object("{'users': [{'userName': 'admin'}, {'userName': 'li.wei'}]}"));

        PublishReport report = publish(MEADOW);

        assertThat(geoServer.passwords).isEmpty();
        assertThat(geoServer.roles).isEmpty();
        List<String> notes = lines(report, Action.NOTED);
        assertThat(notes).hasSize(2);
        assertThat(notes.get(0)).startsWith("noted  user chen: comes to the GeoServer once the user has signed in");
        assertThat(notes.get(1)).startsWith("noted  user li.wei: is a user of the GeoServer already");
    }

    @Test
    void whoMayNoLongerEditIsRemovedThere() throws SQLException {
        user("li.wei", "surveyor", "digest1:li");
        publish(MEADOW);
        asOwner("UPDATE test_publisher.service_user SET role = 'planner'");

        PublishReport report = publish(MEADOW);

        assertThat(lines(report, Action.REMOVED))
                .containsExactly("removed  user li.wei: may no longer change features");
        assertThat(geoServer.passwords).isEmpty();
        assertThat(geoServer.roles.get("li.wei")).isEmpty();
        assertThat(publish(MEADOW).count(Action.REMOVED)).isZero();
    }
}
