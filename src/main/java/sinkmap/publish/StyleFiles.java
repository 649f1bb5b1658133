package sinkmap.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import sinkmap.grid.SinkmapException;
import sinkmap.publish.PublishReport.Action;

/**
 * The SLD files on a GeoServer, byte for byte. A new file is first parsed there under another name, so that one with an error
 * does not take the place of a good one.
 */
final class StyleFiles {

    private static final String TRIAL = "sinkmap-trial";

    private final GeoServerClient client;
    private final PublishSettings settings;
    private final Path folder;

    StyleFiles(GeoServerClient client, PublishSettings settings, Path folder) {
        this.client = client;
        this.settings = settings;
        this.folder = folder;
    }

    /** Addresses of all styles. */
    String collection() {
        return "/workspaces/" + settings.workspace() + "/styles";
    }

    /** Name and file of a style. */
    Item item(String style) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", style);
        content.put("filename", style + ".sld");
        content.put("metadata", Item.metadata(java.util.List.of()));
        return Item.marked("style", style, collection(), Map.of("style", content));
    }

    /** The bytes of a style's file here. */
    byte[] read(String style) {
        Path file = folder.resolve(style + ".sld");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SinkmapException("the style " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Sees that the file there is the file here; says what was, or would be, done. */
    Action bring(String style, boolean dryRun) {
        byte[] wanted = read(style);
        String file = collection() + "/" + style + ".sld";
        byte[] present = client.findFile(file).orElse(null);
        if (Arrays.equals(wanted, present)) {
            return Action.KEPT;
        }
        if (!dryRun) {
            check(style, wanted);
            client.change("PUT", "/rest" + collection() + "/" + style + "?raw=true", GeoServerClient.SLD, wanted);
        }
        return present == null ? Action.MADE : Action.CHANGED;
    }

    /** Has GeoServer parse a style under another name. */
    private void check(String style, byte[] sld) {
        String trial = TRIAL + "-" + style;
        String path = collection() + "/" + trial;
        try {
            String made = "{\"style\":{\"name\":\"" + trial + "\",\"filename\":\"" + trial + ".sld\"}}";
            if (client.find(path + ".json").isEmpty()) {
                client.change(
                        "POST", "/rest" + collection(), GeoServerClient.JSON, made.getBytes(StandardCharsets.UTF_8));
            }
            client.change("PUT", "/rest" + path, GeoServerClient.SLD, sld);
        } catch (GeoServerException e) {
            throw new GeoServerException("GeoServer cannot read the style: " + e.getMessage(), e);
        } finally {
            client.delete(path + "?purge=true");
        }
    }
}
