package sinkmap.run;

import java.nio.file.Files;
import java.util.List;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.YamlNode;

/** Looks up what files name: layers of the right kind and their attributes. Errors name the place in the file. */
final class LayerNames {

    private final Catalog catalog;

    LayerNames(Catalog catalog) {
        this.catalog = catalog;
    }

    FeatureLayer features(YamlNode at) {
        if (layer(at) instanceof FeatureLayer layer) {
            return layer;
        }
        throw at.error("layer '" + at.asText() + "' is a raster; here a layer of features is needed");
    }

    RasterLayer raster(YamlNode at) {
        if (layer(at) instanceof RasterLayer layer) {
            return layer;
        }
        throw at.error("layer '" + at.asText() + "' holds features; here a raster is needed");
    }

    /** The id of a layer of either kind. */
    String id(YamlNode at) {
        return layer(at).id();
    }

    Attribute attribute(FeatureLayer layer, YamlNode at) {
        return attribute(layer, at.asText(), at);
    }

    Attribute attribute(FeatureLayer layer, String name, YamlNode at) {
        return layer.findAttribute(name).orElseThrow(() -> {
            List<String> names =
                    layer.attributes().stream().map(Attribute::name).toList();
            return at.error(
                    "layer '" + layer.id() + "' has no attribute '" + name + "'" + Suggestion.among(name, names));
        });
    }

    /** Whether the layers directory says what land holds carbon. */
    boolean hasAccount() {
        return Files.exists(catalog.directory().resolve("account.yaml"));
    }

    private Layer layer(YamlNode at) {
        String id = at.asText();
        List<String> ids = catalog.listLayers().stream().map(Layer::id).toList();
        return catalog.findLayer(id)
                .orElseThrow(() -> at.error("there is no layer '" + id + "'" + Suggestion.among(id, ids)));
    }
}
