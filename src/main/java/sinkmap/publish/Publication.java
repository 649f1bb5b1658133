package sinkmap.publish;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.SinkmapException;
import sinkmap.publish.PublishReport.Action;
import sinkmap.store.PublishedRasters.Published;
import tools.jackson.databind.JsonNode;

/** One publication under way: item by item, in the order in which they need each other. */
final class Publication {

    private final Sources sources;
    private final Catalog catalog;
    private final PublishSettings settings;
    private final GeoServerClient client;
    private final PublishReport report;
    private final Consumer<PublishReport.Step> listener;
    private final LayerItems items;
    private final StyleFiles styles;
    private final TileCaches caches;
    private int told;

    Publication(
            Sources sources,
            PublishSettings settings,
            GeoServerClient client,
            PublishReport report,
            Consumer<PublishReport.Step> listener) {
        this.sources = sources;
        this.catalog = sources.catalog();
        this.settings = settings;
        this.client = client;
        this.report = report;
        this.listener = listener;
        this.items = new LayerItems(catalog, settings, sources.features(), dataDirectory());
        this.styles = new StyleFiles(client, settings, catalog.styles());
        this.caches = new TileCaches(client, settings);
    }

    private String dataDirectory() {
        return settings.data().isBlank()
                ? sources.store().data().toAbsolutePath().normalize().toString()
                : settings.data().replaceAll("/+$", "");
    }

    void carryOut() {
        ServiceItems services =
                new ServiceItems(catalog, settings, sources.store().database());
        List<String> changedViews = prepareViews();
        services.foundation().forEach(this::bring);
        forgetColumns(changedViews);
        styleNames().forEach(this::style);
        catalog.listLayers().forEach(layer -> attempt("layer", layer.id(), () -> layer(layer)));
        GroupItems groups = new GroupItems(catalog, settings);
        groups.list().forEach(group -> attempt(group.kind(), group.name(), () -> bring(group)));
        services.services()
                .forEach(item -> attempt(item.kind(), item.name(), () -> bring(services.whole(item, client))));
        AccessRules rules = new AccessRules(catalog, settings.workspace(), client, report);
        attempt("rules", settings.workspace(), rules::bring);
        Surveyors surveyors = new Surveyors(sources.users(), settings, client, report);
        attempt("users", settings.workspace(), surveyors::bring);
        attempt("removal", settings.workspace(), () -> remove(groups));
        if (!report.dryRun()) {
            Verification verification =
                    new Verification(client, settings.workspace(), sources.features(), sources.rasters(), report);
            attempt("verification", settings.workspace(), () -> verification.verify(published()));
        }
    }

    private List<String> prepareViews() {
        PublishSettings.DatabaseAccess access = settings.database();
        return report.dryRun()
                ? List.of()
                : sources.views().prepare(catalog, access.schema(), access.user(), access.password());
    }

    /** GeoServer keeps the columns of a view; after a change of views it must look again. */
    private void forgetColumns(List<String> changedViews) {
        if (!changedViews.isEmpty()) {
            String store = "/rest/workspaces/" + settings.workspace() + "/datastores/" + ServiceItems.STORE;
            client.change("PUT", store + "/reset", null, null);
        }
    }

    private void tell() {
        List<PublishReport.Step> steps = report.steps();
        steps.subList(told, steps.size()).forEach(listener);
        told = steps.size();
    }

    /** Work on one item; its failure is noted and the others go on. */
    private void attempt(String kind, String name, Runnable work) {
        try {
            work.run();
        } catch (SinkmapException e) {
            report.add(Action.FAILED, kind, name, e.getMessage());
        }
        tell();
    }

    /** Sees that an item is as wanted. */
    private void bring(Item item) {
        Optional<JsonNode> shown = client.find(item.shown());
        if (shown.isPresent() && item.marked() && !Item.isMarked(shown.get())) {
            throw new GeoServerException("GeoServer holds a " + item.kind() + " " + item.name() + " in workspace "
                    + settings.workspace() + " that was not made by sinkmap; rename or remove it there");
        }
        List<String> differences =
                shown.map(s -> Difference.of(item.wanted(), s)).orElse(List.of());
        if (shown.isPresent() && differences.isEmpty()) {
            report.add(Action.KEPT, item.kind(), item.name(), "");
            return;
        }
        if (!report.dryRun()) {
            change(item, shown.isEmpty());
        } else if (item.kind().equals(ServiceItems.WORKSPACE) && shown.isEmpty()) {
            client.missing(item.name());
        }
        report.add(
                shown.isEmpty() ? Action.MADE : Action.CHANGED,
                item.kind(),
                item.name(),
                String.join(", ", differences));
        tell();
    }

    private void change(Item item, boolean missing) {
        boolean post = missing && item.made() != null;
        client.change(post ? "POST" : "PUT", post ? item.made() : item.changed(), item.sent());
        JsonNode shown = client.find(item.shown())
                .orElseThrow(() -> new GeoServerException("GeoServer took it but does not show it"));
        List<String> left = Difference.of(item.wanted(), shown);
        if (!left.isEmpty()) {
            throw new GeoServerException(
                    "GeoServer took the change but still shows something else in " + String.join(", ", left));
        }
    }

    private Set<String> styleNames() {
        return catalog.listLayers().stream()
                .map(layer -> layer.about().style())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void style(String style) {
        attempt("style", style, () -> {
            bring(styles.item(style));
            report.add(styles.bring(style, report.dryRun()), "style file", style, "");
        });
    }

    private void layer(Layer layer) {
        if (layer instanceof FeatureLayer features) {
            bring(items.featureType(features));
            drawing(layer, sources.features().version(features).tag(), null);
        } else {
            raster((RasterLayer) layer);
        }
    }

    private void raster(RasterLayer layer) {
        Optional<Published> found =
                report.dryRun() ? sources.files().find(layer) : sources.files().provide(layer);
        if (found.isEmpty()) {
            report.add(Action.NOTED, "layer", layer.id(), "holds no data yet and is not published");
            return;
        }
        Published raster = found.get();
        bring(items.coverageStore(layer, raster));
        Item coverage = items.coverage(layer, raster);
        bring(coverage);
        drawing(layer, raster.version(), coverage);
        if (!report.dryRun()) {
            sources.files().retire(layer.id(), raster.version());
        }
    }

    /** The style and the cache of a layer; bounds and cache are made anew when content or style changed since the last time. */
    private void drawing(Layer layer, String version, Item coverage) {
        String style = layer.about().style();
        if (report.failed(style)) {
            throw new GeoServerException("its style " + style + " failed, see there");
        }
        Item item = items.layer(layer, version + " " + checksum(styles.read(style)));
        boolean stale = client.find(item.shown())
                .map(shown -> Difference.of(item.wanted(), shown).stream()
                        .anyMatch(place -> place.contains(LayerItems.CONTENT)))
                .orElse(true);
        if (stale && coverage != null && !report.dryRun()) {
            client.change("PUT", coverage.changed() + "?calculate=nativebbox,latlonbbox", coverage.sent());
        }
        cache(layer.id(), stale);
        bring(item);
    }

    private void cache(String layer, boolean stale) {
        List<String> differences = caches.differences(layer);
        if (!differences.isEmpty()) {
            if (!report.dryRun()) {
                caches.put(layer);
            }
            report.add(Action.CHANGED, "tile cache", layer, String.join(", ", differences));
        }
        if (stale) {
            if (!report.dryRun()) {
                caches.empty(layer);
            }
            report.add(Action.EMPTIED, "tile cache", layer, "");
        }
    }

    private List<Layer> published() {
        return catalog.listLayers().stream()
                .filter(layer -> layer instanceof FeatureLayer
                        || sources.files().find((RasterLayer) layer).isPresent())
                .filter(layer -> !report.failed(layer.id()))
                .toList();
    }

    private void remove(GroupItems groups) {
        Removal removal = new Removal(client, report);
        Set<String> wanted = groups.list().stream().map(Item::name).collect(Collectors.toSet());
        removal.remove("layer group", groups.collection(), wanted, "");
        removal.remove("layer", items.featureTypes(), ids(FeatureLayer.class), "?recurse=true");
        List<String> gone =
                removal.remove("raster file", items.coverageStores(), ids(RasterLayer.class), "?recurse=true");
        removal.remove("style", styles.collection(), styleNames(), "?purge=true");
        if (!report.dryRun()) {
            gone.forEach(layer -> sources.files().retire(layer, null));
            sources.views().retire(catalog, settings.database().schema());
        }
    }

    private Set<String> ids(Class<? extends Layer> kind) {
        return catalog.listLayers().stream()
                .filter(kind::isInstance)
                .map(Layer::id)
                .collect(Collectors.toSet());
    }

    private static String checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return Long.toHexString(crc.getValue());
    }
}
