package sinkmap.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Band;
import sinkmap.catalog.Description;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;
import sinkmap.store.LoadRecord;
import sinkmap.store.LoadStore;
import sinkmap.store.RasterStore;
import sinkmap.web.LayerView.AttributeView;
import sinkmap.web.LayerView.BandView;
import sinkmap.web.LayerView.LoadView;

/** Puts together what the catalog says about a layer and what the stores hold of it. */
@Component
class LayerViews {

    private final FeatureStore features;
    private final RasterStore rasters;
    private final LoadStore loads;

    LayerViews(FeatureStore features, RasterStore rasters, LoadStore loads) {
        this.features = features;
        this.rasters = rasters;
        this.loads = loads;
    }

    /** The view of a layer; the reports of its loads only if {@code reports}. */
    LayerView of(Layer layer, boolean reports) {
        if (layer instanceof FeatureLayer features) {
            return ofFeatures(features, reports);
        }
        return ofRaster((RasterLayer) layer, reports);
    }

    private LayerView ofFeatures(FeatureLayer layer, boolean reports) {
        long count = features.count(FeatureQuery.of(layer));
        double[] bbox = features.findExtent(layer)
                .map(box -> Boxes.of(box, layer.crs()))
                .orElse(null);
        List<AttributeView> attributes =
                layer.attributes().stream().map(LayerViews::attribute).toList();
        return view(
                layer,
                "feature",
                Names.of(layer.geometryType()),
                attributes,
                null,
                layer.editable(),
                bbox,
                count,
                reports);
    }

    private LayerView ofRaster(RasterLayer layer, boolean reports) {
        Optional<double[]> bbox = rasters.findExtent(layer).map(window -> Boxes.of(window.envelope(), window.crs()));
        return view(layer, "raster", null, List.of(), band(layer.band()), false, bbox.orElse(null), null, reports);
    }

    private LayerView view(
            Layer layer,
            String kind,
            String geometry,
            List<AttributeView> attributes,
            BandView band,
            boolean editable,
            double[] bbox,
            Long count,
            boolean reports) {
        Description about = layer.about();
        return new LayerView(
                about.id(),
                about.title(),
                about.summary(),
                about.keywords(),
                about.theme(),
                Names.of(about.role()),
                kind,
                geometry,
                layer.crs(),
                attributes,
                band,
                about.source(),
                about.licence(),
                about.date(),
                Names.of(about.quality()),
                about.plan(),
                about.maxScaleDenominator(),
                editable,
                bbox,
                count,
                bbox == null,
                legend(about),
                loads.listCurrent(about.id()).stream()
                        .map(load -> load(load, reports))
                        .toList());
    }

    private static String legend(Description about) {
        return "/wms?service=WMS&version=1.3.0&request=GetLegendGraphic&sld_version=1.1.0&format=image/png&layer="
                + about.id();
    }

    private static AttributeView attribute(Attribute a) {
        return new AttributeView(
                a.name(), Names.of(a.type()), a.unit(), a.title(), a.minimum(), a.maximum(), a.classes(), a.required());
    }

    private static BandView band(Band band) {
        return new BandView(
                band.unit(), band.minimum(), band.maximum(), Names.of(band.interpolation()), band.classes());
    }

    private static LoadView load(LoadRecord load, boolean report) {
        return new LoadView(
                load.file(),
                load.checksum(),
                load.mode(),
                load.accepted(),
                load.repaired(),
                load.rejected(),
                load.loaded(),
                report ? JsonText.parse(load.report()) : null);
    }
}
