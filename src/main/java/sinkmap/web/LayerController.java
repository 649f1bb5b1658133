package sinkmap.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sinkmap.catalog.Catalog;

/** The layers, and what each holds. */
@RestController
@RequestMapping("/api/layers")
class LayerController {

    private final Catalog catalog;
    private final LayerViews views;

    LayerController(Catalog catalog, LayerViews views) {
        this.catalog = catalog;
        this.views = views;
    }

    record Layers(List<LayerView> layers) {}

    @GetMapping
    Layers layers() {
        return new Layers(catalog.listLayers().stream()
                .map(layer -> views.of(layer, false))
                .toList());
    }

    @GetMapping("/{id}")
    LayerView layer(@PathVariable String id) {
        return views.of(catalog.getLayer(id), true);
    }
}
