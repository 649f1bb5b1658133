package sinkmap.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Suggestion;
import sinkmap.run.Runs;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureQuery.Sort;
import sinkmap.store.FeatureStore;

/**
 * Candidate sites, best first: of the current run of each plan, or of one run, which need only be answered. So sites can be
 * looked at while the maps of scores are still drawn.
 */
@RestController
@RequestMapping("/api/sites")
class SiteController {

    private static final String LAYER = "candidate-site";
    private static final int LARGEST_PAGE = 5_000;
    private static final int GEOJSON_DECIMALS = 6;

    private final Catalog catalog;
    private final FeatureStore features;
    private final Runs runs;
    private final FilterFactory filters = CommonFactoryFinder.getFilterFactory();

    SiteController(Catalog catalog, FeatureStore features, Runs runs) {
        this.catalog = catalog;
        this.features = features;
        this.runs = runs;
    }

    /**
     * A page of sites.
     *
     * @param total number of sites on all pages
     */
    record Sites(long total, long offset, int limit, List<SiteView> sites) {}

    @GetMapping
    Sites list(
            @RequestParam(required = false) String plan,
            @RequestParam(required = false) String run,
            @RequestParam(defaultValue = "500") int limit,
            @RequestParam(defaultValue = "0") long offset) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw bad("'limit' must lie between 1 and " + LARGEST_PAGE + ", not " + limit);
        }
        if (offset < 0) {
            throw bad("'offset' must not be negative, as " + offset + " is");
        }
        FeatureLayer layer = layer();
        FeatureQuery query = FeatureQuery.of(layer)
                .withFilter(plan == null ? Filter.INCLUDE : equal("plan", known(plan)))
                .withRun(answered(run))
                .withSort(List.of(new Sort("plan", false), new Sort("rank", false)))
                .withPage(offset, limit);
        List<SiteView> sites = new ArrayList<>();
        try (FeatureCursor cursor = features.open(query)) {
            while (cursor.hasNext()) {
                sites.add(view(layer, cursor.next(), false));
            }
        }
        return new Sites(features.count(query), offset, limit, sites);
    }

    @GetMapping("/{id}")
    SiteView one(@PathVariable String id, @RequestParam(required = false) String run) {
        FeatureLayer layer = layer();
        FeatureQuery query = FeatureQuery.of(layer)
                .withFilter(equal("site_id", id))
                .withRun(answered(run))
                .withPage(0, 1);
        try (FeatureCursor cursor = features.open(query)) {
            if (cursor.hasNext()) {
                return view(layer, cursor.next(), true);
            }
        }
        throw new RefusedException(
                HttpStatus.NOT_FOUND,
                run == null
                        ? "there is no site '" + id
                                + "' in the current runs; GET /api/sites lists them, and a newer run may"
                                + " have replaced it"
                        : "there is no site '" + id + "' in run " + run + "; GET /api/sites?run=" + run
                                + " lists them");
    }

    /** A run whose sites can be asked for; null for the current ones. */
    private String answered(String run) {
        if (run != null && runs.get(run).result() == null) {
            throw new RefusedException(
                    HttpStatus.CONFLICT,
                    "run " + run + " has no sites to show, as it is "
                            + Names.of(runs.get(run).state()) + "; ask again once GET /api/runs/" + run
                            + " says that it is answered");
        }
        return run;
    }

    private FeatureLayer layer() {
        if (catalog.getLayer(LAYER) instanceof FeatureLayer layer) {
            return layer;
        }
        throw bad("layer '" + LAYER + "' of this region holds no features");
    }

    private String known(String plan) {
        List<String> plans =
                catalog.listPlans().stream().map(Catalog.PlanFile::id).toList();
        if (!plans.contains(plan)) {
            throw new RefusedException(
                    HttpStatus.NOT_FOUND, "there is no plan '" + plan + "'" + Suggestion.among(plan, plans));
        }
        return plan;
    }

    private Filter equal(String attribute, String value) {
        return filters.equals(filters.property(attribute), filters.literal(value));
    }

    private static SiteView view(FeatureLayer layer, Feature feature, boolean geometry) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Attribute attribute : layer.attributes()) {
            attributes.put(attribute.name(), value(attribute, feature));
        }
        Geometry degrees = feature.geometry() == null ? null : Boxes.degrees(feature.geometry(), layer.crs());
        return new SiteView(
                attributes,
                degrees == null ? null : Boxes.of(degrees.getEnvelopeInternal()),
                degrees == null ? null : Boxes.centre(degrees),
                geometry && degrees != null ? JsonText.parse(geoJson(degrees)) : null,
                "/api/sites/" + UriUtils.encodePathSegment(String.valueOf(attributes.get("site_id")), "UTF-8"));
    }

    private static Object value(Attribute attribute, Feature feature) {
        Object value = feature.attributes().get(attribute.name());
        if (value instanceof Double number && !Double.isFinite(number)) {
            return null;
        }
        return attribute.type() == AttributeType.JSON && value != null ? JsonText.parse(value.toString()) : value;
    }

    private static String geoJson(Geometry degrees) {
        GeoJsonWriter writer = new GeoJsonWriter(GEOJSON_DECIMALS);
        writer.setEncodeCRS(false);
        return writer.write(degrees);
    }

    private static RefusedException bad(String message) {
        return new RefusedException(HttpStatus.BAD_REQUEST, message);
    }
}
