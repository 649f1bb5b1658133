package sinkmap.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sinkmap.publish.PublishReport.Action;
import tools.jackson.databind.JsonNode;

/** Removes what was once made here and is no longer wanted; what does not carry our mark stays. */
final class Removal {

    private final GeoServerClient client;
    private final PublishReport report;

    Removal(GeoServerClient client, PublishReport report) {
        this.client = client;
        this.report = report;
    }

    /**
     * Removes from a collection.
     *
     * @param kind what it holds, in words
     * @param collection its address
     * @param wanted names that stay
     * @param how query of the deletion
     * @return the names that were, or would be, removed
     */
    List<String> remove(String kind, String collection, Set<String> wanted, String how) {
        List<String> removed = new ArrayList<>();
        for (String name : names(collection)) {
            if (!wanted.contains(name)) {
                String path = collection + "/" + name;
                boolean marked =
                        client.find(path + ".json").filter(Item::isMarked).isPresent();
                if (marked && remove(kind, name, path + how)) {
                    removed.add(name);
                }
            }
        }
        return removed;
    }

    private boolean remove(String kind, String name, String path) {
        try {
            if (!report.dryRun()) {
                client.delete(path);
            }
            report.add(Action.REMOVED, kind, name, "the catalog no longer has it");
            return true;
        } catch (GeoServerException e) {
            report.add(Action.FAILED, kind, name, "could not be removed: " + e.getMessage());
            return false;
        }
    }

    private List<String> names(String collection) {
        List<String> names = new ArrayList<>();
        JsonNode answer = client.find(collection + ".json").orElse(null);
        if (answer == null) {
            return names;
        }
        for (JsonNode plural : answer) {
            for (JsonNode singular : plural) {
                Difference.list(singular)
                        .forEach(item -> names.add(item.path("name").asString("")));
            }
        }
        return names;
    }
}
