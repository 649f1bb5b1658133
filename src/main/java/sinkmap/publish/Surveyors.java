package sinkmap.publish;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sinkmap.publish.PublishReport.Action;
import sinkmap.store.PublishedUsers;
import sinkmap.store.UserStore.StoredUser;

/**
 * The users of this service who may change features, as users of a GeoServer with the role {@code SURVEYOR}: same name, same
 * password. GeoServer gets the digest of a password in its own form, never the password, and says nothing of it afterwards,
 * so the database remembers what it was given. Users that GeoServer has of its own stay as they are.
 */
final class Surveyors {

    private static final String KIND = "user";
    private static final String USERS = "/security/usergroup/users";

    private final PublishedUsers users;
    private final PublishSettings settings;
    private final GeoServerClient client;
    private final PublishReport report;
    private boolean outdated;

    Surveyors(PublishedUsers users, PublishSettings settings, GeoServerClient client, PublishReport report) {
        this.users = users;
        this.settings = settings;
        this.client = client;
        this.report = report;
    }

    void bring() {
        Set<String> present = Difference.list(client.find(USERS).orElseThrow().get("users")).stream()
                .map(user -> user.path("userName").asString(""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, String> made = users.listMade(settings.url());
        for (StoredUser user : users.listEditors()) {
            String known = made.remove(user.name());
            // the administrator with whom we sign in has a password of its own there
            if (!user.name().equals(settings.user())) {
                bring(user, present.contains(user.name()), known);
            }
        }
        made.keySet().forEach(name -> remove(name, present.contains(name)));
        if (outdated && !report.dryRun()) {
            // GeoServer remembers for minutes who has signed in, unless it is told to forget
            client.change("POST", "/rest/reset", null, null);
        }
    }

    private void bring(StoredUser user, boolean present, String known) {
        String name = user.name();
        if (user.geoserverDigest() == null) {
            report.add(
                    Action.NOTED,
                    KIND,
                    name,
                    "comes to the GeoServer once the user has signed in to this service, or got a password there");
        } else if (present && known == null) {
            report.add(
                    Action.NOTED,
                    KIND,
                    name,
                    "is a user of the GeoServer already and left alone; give it the role " + AccessRules.ROLE
                            + " there, or another name here");
        } else if (present && known.equals(user.geoserverDigest())) {
            report.add(giveRole(name) ? Action.CHANGED : Action.KEPT, KIND, name, "");
        } else {
            put(user, present);
            giveRole(name);
            outdated |= present;
            report.add(present ? Action.CHANGED : Action.MADE, KIND, name, present ? "password" : "");
        }
    }

    private void put(StoredUser user, boolean present) {
        if (report.dryRun()) {
            return;
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("userName", user.name());
        content.put("password", user.geoserverDigest());
        content.put("enabled", true);
        String path = present ? address(user.name()) : USERS;
        client.change("POST", path, Item.tree(Map.of("user", content)));
        users.remember(settings.url(), user.name(), user.geoserverDigest());
    }

    /** Whether the role was missing. */
    private boolean giveRole(String name) {
        boolean there = client
                .find("/security/roles/user/" + named(name))
                .map(roles -> Difference.list(roles.get("roles")))
                .orElse(List.of())
                .stream()
                .anyMatch(role -> role.asString("").equals(AccessRules.ROLE));
        if (!there && !report.dryRun()) {
            client.change("POST", "/rest" + role(name), null, null);
        }
        return !there;
    }

    private void remove(String name, boolean present) {
        if (!report.dryRun()) {
            if (present) {
                client.delete(role(name));
                client.delete(address(name));
            }
            users.forget(settings.url(), name);
        }
        outdated |= present;
        report.add(Action.REMOVED, KIND, name, "may no longer change features");
    }

    private static String role(String name) {
        return "/security/roles/role/" + AccessRules.ROLE + "/user/" + named(name);
    }

    private static String address(String name) {
        return "/security/usergroup/user/" + named(name);
    }

    /** A name at the end of an address: with an ending, since GeoServer takes what follows the last dot for one. */
    private static String named(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + ".json";
    }
}
