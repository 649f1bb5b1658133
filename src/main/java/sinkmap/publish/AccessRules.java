package sinkmap.publish;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.publish.PublishReport.Action;
import tools.jackson.databind.JsonNode;

/**
 * Who may do what on a GeoServer: everybody reads the layers of the workspace, users with the role {@code SURVEYOR} write
 * the editable ones, nobody but administrators the others. Transactions as such are kept to the same roles; rules that are
 * there already for a service are left alone and reported, since they hold for all workspaces.
 */
final class AccessRules {

    static final String ROLE = "SURVEYOR";

    private static final String WRITERS = "ADMIN," + ROLE;
    private static final String LAYERS = "/security/acl/layers";
    private static final String SERVICES = "/security/acl/services";

    private final Catalog catalog;
    private final String workspace;
    private final GeoServerClient client;
    private final PublishReport report;

    AccessRules(Catalog catalog, String workspace, GeoServerClient client, PublishReport report) {
        this.catalog = catalog;
        this.workspace = workspace;
        this.client = client;
        this.report = report;
    }

    void bring() {
        role();
        layerRules();
        serviceRules();
    }

    private void role() {
        JsonNode roles = client.find("/security/roles.json").orElseThrow();
        boolean there = Difference.list(roles.get("roles")).stream()
                .anyMatch(role -> role.asString().equals(ROLE));
        if (!there && !report.dryRun()) {
            client.change("POST", "/rest/security/roles/role/" + ROLE, null, null);
        }
        report.add(there ? Action.KEPT : Action.MADE, "role", ROLE, "");
    }

    /** The rules of the workspace's layers, {@code workspace.layer.r} and {@code .w}. */
    private Map<String, String> wanted() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put(workspace + ".*.r", "*");
        rules.put(workspace + ".*.w", "ADMIN");
        for (Layer layer : catalog.listLayers()) {
            if (layer instanceof FeatureLayer features && features.editable() && !layer.derived()) {
                rules.put(workspace + "." + layer.id() + ".w", WRITERS);
            }
        }
        return rules;
    }

    private void layerRules() {
        Map<String, String> present = rules(LAYERS);
        Map<String, String> wanted = wanted();
        wanted.forEach((rule, roles) -> bring(LAYERS, rule, roles, present.get(rule)));
        present.forEach((rule, roles) -> {
            boolean ours = rule.startsWith(workspace + ".") && rule.endsWith(".w") && sameRoles(roles, WRITERS);
            if (ours && !wanted.containsKey(rule)) {
                if (!report.dryRun()) {
                    client.delete(LAYERS + "/" + rule);
                }
                report.add(Action.REMOVED, "rule", rule, "the layer is no longer editable");
            }
        });
    }

    private void serviceRules() {
        Map<String, String> present = rules(SERVICES);
        for (String operation : new String[] {"Transaction", "LockFeature", "GetFeatureWithLock"}) {
            String rule = "wfs." + operation;
            String roles = present.get(rule);
            if (roles != null && !sameRoles(roles, WRITERS)) {
                report.add(
                        Action.NOTED,
                        "rule",
                        rule,
                        "is " + roles + "; left alone, since it holds for all workspaces. Surveyors need the role "
                                + ROLE + " in it");
            } else {
                bring(SERVICES, rule, WRITERS, roles);
            }
        }
    }

    private void bring(String rules, String rule, String roles, String present) {
        if (present != null && sameRoles(present, roles)) {
            report.add(Action.KEPT, "rule", rule, "");
            return;
        }
        if (!report.dryRun()) {
            client.change(present == null ? "POST" : "PUT", rules, Item.tree(Map.of(rule, roles)));
        }
        report.add(present == null ? Action.MADE : Action.CHANGED, "rule", rule, roles);
    }

    private Map<String, String> rules(String path) {
        Map<String, String> rules = new TreeMap<>();
        client.find(path + ".json")
                .orElseThrow()
                .properties()
                .forEach(rule -> rules.put(rule.getKey(), rule.getValue().asString()));
        return rules;
    }

    private static boolean sameRoles(String some, String others) {
        return roles(some).equals(roles(others));
    }

    private static TreeSet<String> roles(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }
}
