package sinkmap.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Role;
import sinkmap.grid.Grid;
import sinkmap.ogc.MapPictures;
import sinkmap.store.RunStore;

/**
 * The raster layers of the account as maps in the analysis CRS. A layer shows the current run only: what shows another run
 * than that of the report is not drawn, and the report says so.
 */
final class MapSection {

    private static final List<String> LAYERS = List.of("carbon-density", "sequestration", "carbon-uncertainty");
    private static final int WIDTH = 1000;
    private static final double SCALE_BAR_M = 100_000;

    private final Catalog catalog;
    private final RunStore runs;
    private final MapPictures pictures;

    MapSection(Catalog catalog, RunStore runs, MapPictures pictures) {
        this.catalog = catalog;
        this.runs = runs;
        this.pictures = pictures;
    }

    void write(Page page, StoredAccount account) {
        boolean drawn = false;
        for (String id : LAYERS) {
            if (catalog.findLayer(id).orElse(null) instanceof RasterLayer layer && shows(layer, account)) {
                draw(page, layer, account);
                drawn = true;
            }
        }
        if (!drawn) {
            page.note(page.say(
                    "没有地图：图层现在显示的不是这次运行，或尚无内容。",
                    "No map: the layers show another run than this one now, or hold nothing."));
        }
    }

    private boolean shows(RasterLayer layer, StoredAccount account) {
        return runs.findOf(layer)
                .filter(run -> run.id().equals(account.run().id()))
                .isPresent();
    }

    private void draw(Page page, RasterLayer layer, StoredAccount account) {
        Grid grid = catalog.region().grid(catalog.region().cellSize());
        double width_m = grid.columns() * grid.cellSize();
        double height_m = grid.rows() * grid.cellSize();
        Envelope bounds = new Envelope(grid.west(), grid.west() + width_m, grid.north() - height_m, grid.north());
        int height = Math.max(1, (int) Math.round(WIDTH * height_m / width_m));
        byte[] map = pictures.map(layers(layer, account), Crs.of(grid.crs()), bounds, WIDTH, height);
        String title =
                page.say(layer.title()) + page.say("，", ", ") + layer.band().unit();
        page.open("figure").element("figcaption", title);
        page.open("div", "class", "map").open("div");
        image(page, map, title, "picture");
        scaleBar(page, width_m);
        page.close();
        image(page, pictures.legend(layer, page.language().code()), page.say("图例：", "Legend: ") + title, "legend");
        page.close().close();
        page.quiet(
                "等积投影，" + Math.round(width_m / 1000) + " km × " + Math.round(height_m / 1000) + " km；未着色处不属于任何碳汇类型。",
                "Equal-area projection, " + Math.round(width_m / 1000) + " km × " + Math.round(height_m / 1000)
                        + " km; uncoloured where there is no sink.");
    }

    private static void image(Page page, byte[] png, String alternative, String kind) {
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
        page.empty("img", "src", data, "alt", alternative, "class", kind);
    }

    private static void scaleBar(Page page, double width_m) {
        double length = WIDTH * SCALE_BAR_M / width_m;
        page.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + WIDTH + " 26",
                "role",
                "img",
                "font-size",
                "14");
        page.element("title", "100 km");
        String right = String.format(Locale.ROOT, "%.1f", 8 + length);
        page.empty("path", "d", "M8 4 V14 H" + right + " V4", "fill", "none", "stroke", "#1c2b2d", "stroke-width", "2");
        page.element(
                "text", "100 km", "x", String.format(Locale.ROOT, "%.1f", 16 + length), "y", "15", "fill", "#1c2b2d");
        page.close();
    }

    /** The layer over the land of the base map, under the borders that the account was summed over. */
    private List<Layer> layers(RasterLayer layer, StoredAccount account) {
        Set<String> inputs = StoredAccount.list(account.result().path("inputs"))
                .map(input -> input.path("layer").asString(""))
                .collect(Collectors.toSet());
        List<Layer> borders = features(Role.ADMIN)
                .filter(admin -> inputs.contains(admin.id()))
                .toList();
        Set<String> themes =
                borders.stream().map(border -> border.about().theme()).collect(Collectors.toSet());
        List<Layer> layers = new ArrayList<>(features(Role.LAND)
                .filter(land -> themes.contains(land.about().theme()))
                .toList());
        layers.add(layer);
        layers.addAll(borders);
        return layers;
    }

    private Stream<Layer> features(Role role) {
        return catalog.listLayers().stream()
                .filter(layer -> layer instanceof FeatureLayer && layer.about().role() == role);
    }
}
