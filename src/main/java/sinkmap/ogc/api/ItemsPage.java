package sinkmap.ogc.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;

/** Items as pages: a map and a table, or one item with all its values. */
record ItemsPage(HtmlPage page, FeatureLayer layer, Collections collections) {

    private String title() {
        return layer.title().in(page.request().language());
    }

    private List<HtmlPage.Step> way() {
        List<HtmlPage.Step> way = new ArrayList<>();
        way.add(new HtmlPage.Step(page.say("图层", "Collections"), page.page("/collections")));
        way.add(new HtmlPage.Step(title(), page.page("/collections/" + layer.id())));
        return way;
    }

    private String backdrop() {
        return collections.backdrop().stream()
                .map(Layer::id)
                .limit(1)
                .findFirst()
                .orElse("");
    }

    /** Writes a page of items as they come. */
    void write(HtmlOut out, ItemsAnswer items, FeatureCursor cursor) {
        page.write(out, title(), way(), "json", body -> {
            String features = page.request().self(Map.of("f", "json", "crs", "", "skipGeometry", ""));
            page.map(body, features, CollectionJson.box(collections.lonLat(layer)), backdrop());
            body.element("p", page.say("共 " + items.matched() + " 个要素", items.matched() + " items"), "class", "count");
            body.open("div", "class", "wide")
                    .open("table")
                    .open("thead")
                    .open("tr")
                    .element("th", "id");
            for (Attribute attribute : layer.attributes()) {
                body.element("th", heading(attribute), "title", attribute.name());
            }
            body.close().close().open("tbody");
            for (Optional<Feature> item = items.next(cursor); item.isPresent(); item = items.next(cursor)) {
                row(body, item.get());
            }
            body.close().close().close();
            body.open("nav", "class", "pages");
            items.previousPage()
                    .ifPresent(href -> body.element("a", page.say("上一页", "Previous"), "href", href, "rel", "prev"));
            items.nextPage().ifPresent(href -> body.element("a", page.say("下一页", "Next"), "href", href, "rel", "next"));
            body.close();
        });
    }

    private String heading(Attribute attribute) {
        String title = attribute.title() == null
                ? attribute.name()
                : attribute.title().in(page.request().language());
        return attribute.unit() == null ? title : title + " (" + attribute.unit() + ")";
    }

    private void row(HtmlOut body, Feature feature) {
        body.open("tr").open("td");
        body.element("a", Long.toString(feature.id()), "href", itemAt(feature));
        body.close();
        for (Attribute attribute : layer.attributes()) {
            body.element("td", text(attribute, feature));
        }
        body.close();
    }

    private String itemAt(Feature feature) {
        return page.page("/collections/" + layer.id() + "/items/" + feature.id());
    }

    /** A value; of a class its meaning. */
    private String text(Attribute attribute, Feature feature) {
        Object value = feature.attributes().get(attribute.name());
        if (value == null) {
            return "";
        }
        return attribute.classes().stream()
                .filter(known -> known.code().equals(value.toString()))
                .map(known -> known.title().in(page.request().language()))
                .findFirst()
                .orElse(value.toString());
    }

    /** Writes one item. */
    void item(HtmlOut out, Feature feature) {
        List<HtmlPage.Step> way = way();
        way.add(new HtmlPage.Step(page.say("要素", "Items"), page.page("/collections/" + layer.id() + "/items")));
        page.write(out, title() + " " + feature.id(), way, "json", body -> {
            Map<String, String> facts = new LinkedHashMap<>();
            layer.attributes().forEach(attribute -> facts.put(heading(attribute), text(attribute, feature)));
            page.map(body, page.request().self(Map.of("f", "json", "crs", "")), box(feature), backdrop());
            page.facts(body, facts);
        });
    }

    private List<Double> box(Feature feature) {
        Envelope bounds = feature.geometry() == null
                ? collections.lonLat(layer)
                : Crs.of("CRS:84").bounds(feature.geometry().getEnvelopeInternal(), Crs.of(layer.crs()));
        return CollectionJson.box(bounds.isNull() ? collections.lonLat(layer) : bounds);
    }
}
