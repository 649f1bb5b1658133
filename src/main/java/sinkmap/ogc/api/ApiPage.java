package sinkmap.ogc.api;

import java.util.List;
import java.util.Map;

/** The definition of the API as a page. */
record ApiPage(HtmlPage page) {

    void write(HtmlOut out, JsonObject definition) {
        page.write(out, page.say("接口说明", "The API"), List.of(), "json", body -> {
            body.element(
                    "p",
                    page.say(
                            "以下为全部资源。机器可读的定义（OpenAPI 3.0）见右上角 JSON。",
                            "All resources. The definition that machines read (OpenAPI 3.0) is under JSON, top right."));
            ((Map<?, ?>) definition.get("paths"))
                    .forEach((path, operations) -> path(body, path.toString(), operations));
        });
    }

    private void path(HtmlOut out, String path, Object operations) {
        out.open("details").element("summary", path);
        ((Map<?, ?>) operations).forEach((method, operation) -> {
            if (operation instanceof Map<?, ?> described && described.containsKey("summary")) {
                out.open("p").element("strong", method.toString().toUpperCase(java.util.Locale.ROOT) + " ");
                out.text(described.get("summary").toString()).close();
                parameters(out, described.get("parameters"));
            }
        });
        out.close();
    }

    private void parameters(HtmlOut out, Object parameters) {
        if (!(parameters instanceof List<?> list) || list.isEmpty()) {
            return;
        }
        out.open("table").open("tbody");
        for (Object parameter : list) {
            Map<?, ?> described = (Map<?, ?>) parameter;
            Object name = described.containsKey("name") ? described.get("name") : described.get("$ref");
            Object text = described.get("description");
            out.open("tr").element("td", name.toString().replaceFirst(".*/", ""));
            out.element("td", text == null ? "" : text.toString()).close();
        }
        out.close().close();
    }
}
