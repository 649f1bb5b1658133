package sinkmap.ogc.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Suggestion;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.style.Screen;
import sinkmap.ogc.style.Style;
import sinkmap.ogc.style.Styles;

/** Reads what map a request is about: layers, styles, filters, dimensions and the part of the world. */
final class MapReader {

    private final Catalog catalog;
    private final Styles styles;
    private final Dimensions dimensions;
    private final OgcSettings settings;

    MapReader(Catalog catalog, Styles styles, Dimensions dimensions, OgcSettings settings) {
        this.catalog = catalog;
        this.styles = styles;
        this.dimensions = dimensions;
        this.settings = settings;
    }

    /** A layer with the style and filter that were asked for. */
    private record Wanted(Layer layer, Style style, Filter filter) {}

    /**
     * Reads a request.
     *
     * @param posted the styles of a posted document
     */
    MapRequest read(Kvp kvp, Optional<XmlElement> posted) {
        UserStyles own = UserStyles.of(kvp, posted);
        CrsAxes axes = MapScreen.crs(kvp);
        List<Wanted> wanted = kvp.find("LAYERS").isEmpty() && !own.isEmpty() ? drawn(own, axes) : named(kvp, own, axes);
        Screen screen = MapScreen.read(kvp, settings);
        List<String> warnings = new ArrayList<>();
        List<MapRequest.Part> parts = new ArrayList<>();
        for (Wanted one : wanted) {
            Dimensions.Selection selection = dimensions.select(one.layer(), kvp, warnings);
            parts.add(new MapRequest.Part(
                    one.layer(), one.style(), MapFilters.and(one.filter(), selection.filter()), selection.runs()));
        }
        return new MapRequest(parts, screen, MapScreen.background(kvp), warnings);
    }

    private List<Wanted> named(Kvp kvp, UserStyles own, CrsAxes axes) {
        kvp.get("LAYERS");
        List<String> names = kvp.list("LAYERS");
        List<String> wanted = kvp.list("STYLES");
        if (!wanted.isEmpty() && wanted.size() != names.size()) {
            throw OwsException.invalid(
                    "STYLES", "STYLES must name one style a layer (" + names.size() + "), not " + wanted.size());
        }
        MapFilters filters = MapFilters.of(kvp, names.size(), axes);
        List<Wanted> layers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Layer layer = layer(names.get(i), catalog, "LAYERS");
            String style = wanted.isEmpty() ? "" : wanted.get(i);
            layers.add(new Wanted(
                    layer, own.find(layer, style).orElseGet(() -> styles.get(layer, style)), filters.of(i, layer)));
        }
        return layers;
    }

    private List<Wanted> drawn(UserStyles own, CrsAxes axes) {
        List<Wanted> layers = new ArrayList<>();
        for (UserStyles.Drawn drawn : own.listDrawn()) {
            Layer layer = layer(drawn.layer(), catalog, UserStyles.PARAMETER);
            Style style =
                    drawn.description() == null ? styles.get(layer, drawn.style()) : UserStyles.read(drawn, layer);
            Filter filter = UserStyles.findFilter(drawn)
                    .map(element -> constraint(element, layer, axes))
                    .orElse(Filter.INCLUDE);
            layers.add(new Wanted(layer, style, filter));
        }
        return layers;
    }

    private static Filter constraint(XmlElement filter, Layer layer, CrsAxes axes) {
        if (!(layer instanceof FeatureLayer features)) {
            throw OwsException.invalid(
                    UserStyles.PARAMETER, "layer " + layer.id() + " is a raster and takes no filter");
        }
        try {
            return MapFilters.check(filter, features, axes, UserStyles.PARAMETER);
        } catch (SinkmapException e) {
            throw e instanceof OwsException known
                    ? known
                    : OwsException.invalid(UserStyles.PARAMETER, "SLD_BODY, " + e.getMessage());
        }
    }

    /** The layer of that name; {@code LayerNotDefined} names the nearest one that exists. */
    static Layer layer(String name, Catalog catalog, String parameter) {
        return catalog.findLayer(name)
                .orElseThrow(() -> new OwsException(
                        "LayerNotDefined",
                        parameter,
                        "there is no layer '" + name + "'"
                                + Suggestion.among(
                                        name,
                                        catalog.listLayers().stream()
                                                .map(Layer::id)
                                                .toList()),
                        400));
    }
}
