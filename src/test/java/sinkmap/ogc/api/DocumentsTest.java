package sinkmap.ogc.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** The documents beside the items: what links promise is there, and what the definition says is true. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {

    private ApiServer server;

    @BeforeAll
    void open(@TempDir Path data) {
        server = new ApiServer(data);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void everyLinkFromTheLandingPageOnLeadsSomewhereInTheFormItSays() {
        List<String> waiting = new ArrayList<>(List.of(""));
        Set<String> seen = new HashSet<>(waiting);
        while (!waiting.isEmpty()) {
            String path = waiting.remove(waiting.size() - 1);
            MockHttpServletResponse response = server.send(HttpMethod.GET, path, r -> r);
            assertThat(response.getStatus()).as(path).isEqualTo(200);
            if (!response.getContentType().contains("json")) {
                continue;
            }
            for (JsonNode link : ApiServer.read(response).findValues("links").stream()
                    .flatMap(links -> links.valueStream())
                    .toList()) {
                String href = link.get("href").asString();
                int root = href.indexOf(ApiServer.ROOT);
                if (root >= 0 && !link.has("templated")) {
                    String next = href.substring(root + ApiServer.ROOT.length());
                    String type = link.get("type").asString();
                    MockHttpServletResponse target = server.send(HttpMethod.GET, next, r -> r);
                    assertThat(target.getStatus()).as("%s from %s", next, path).isEqualTo(200);
                    assertThat(target.getContentType().replace(" ", ""))
                            .as("%s from %s", next, path)
                            .startsWith(type.replace(" ", ""));
                    if (seen.add(next)) {
                        waiting.add(next);
                    }
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(30);
    }

    @Test
    void theDefinitionRefersOnlyToWhatItHoldsAndNamesEachOperationOnce() {
        JsonNode api = server.json("/api", "f", "json");
        assertThat(api.get("openapi").asString()).startsWith("3.0");
        Matcher references = Pattern.compile("\"#(/[^\"]+)\"").matcher(api.toString());
        int count = 0;
        while (references.find()) {
            assertThat(api.at(references.group(1)).isMissingNode())
                    .as(references.group(1))
                    .isFalse();
            count++;
        }
        assertThat(count).isGreaterThan(20);
        List<String> operations = api.findValuesAsString("operationId");
        assertThat(operations)
                .doesNotHaveDuplicates()
                .contains("items.meadow", "create.meadow", "tile.WebMercatorQuad.station");
        assertThat(operations).doesNotContain("create.station");
    }

    @Test
    void everyPathOfTheDefinitionIsServedAndItsVariablesAreDeclared() {
        JsonNode api = server.json("/api", "f", "json");
        long meadow = server.json("/collections/meadow/items")
                .get("features")
                .get(0)
                .get("id")
                .asLong();
        long station = server.json("/collections/station/items")
                .get("features")
                .get(0)
                .get("id")
                .asLong();
        for (var path : api.get("paths").properties()) {
            Set<String> declared = new HashSet<>();
            for (JsonNode parameter : path.getValue().get("get").get("parameters")) {
                JsonNode full = parameter.has("$ref")
                        ? api.at(parameter.get("$ref").asString().substring(1))
                        : parameter;
                if (full.get("in").asString().equals("path")) {
                    declared.add("{" + full.get("name").asString() + "}");
                }
            }
            Set<String> used = new HashSet<>();
            Matcher variables = Pattern.compile("\\{\\w+}").matcher(path.getKey());
            while (variables.find()) {
                used.add(variables.group());
            }
            assertThat(declared).as(path.getKey()).isEqualTo(used);
            String real = path.getKey()
                    .replace("{fid}", Long.toString(path.getKey().contains("station") ? station : meadow))
                    .replaceAll("\\{\\w+}", "0");
            assertThat(server.send(HttpMethod.GET, real, r -> r).getStatus())
                    .as(real)
                    .isBetween(200, 204);
        }
    }

    @Test
    void everyParameterThatTheDefinitionLeavesOutIsRefused() {
        JsonNode api = server.json("/api", "f", "json");
        Set<String> described = new HashSet<>();
        for (JsonNode parameter : api.at("/paths/~1collections~1meadow~1items/get/parameters")) {
            described.add((parameter.has("$ref")
                            ? api.at(parameter.get("$ref").asString().substring(1))
                            : parameter)
                    .get("name")
                    .asString());
        }
        Set<String> taken = new HashSet<>(ItemsQuery.parameters(server.layer("meadow")));
        taken.addAll(ApiRequest.COMMON);
        assertThat(described).isEqualTo(taken);
    }

    @Test
    void aCollectionStatesExtentAndCrs() {
        JsonNode meadow = server.json("/collections/meadow", "lang", "en");
        JsonNode box = meadow.at("/extent/spatial/bbox/0");
        assertThat(box.get(0).doubleValue()).isEqualTo(118.05);
        assertThat(box.get(1).doubleValue()).isEqualTo(37.1);
        assertThat(box.get(2).doubleValue()).isBetween(119.3499, 119.3501);
        assertThat(meadow.get("storageCrs").asString()).isEqualTo("http://www.opengis.net/def/crs/EPSG/0/4490");
        assertThat(meadow.get("crs").get(0).asString()).isEqualTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
        assertThat(meadow.get("title").asString()).isEqualTo("Meadow");
        assertThat(server.json("/collections/station").get("crs").toString())
                .contains("http://www.opengis.net/def/crs/EPSG/0/4549");
    }

    @Test
    void queryablesAreWhatAFilterMayName() {
        JsonNode properties = server.json("/collections/meadow/queryables").get("properties");
        for (String name : properties.propertyNames()) {
            String filter = name.equals("geom") ? "S_INTERSECTS(geom, POINT(118 37))" : name + " IS NOT NULL";
            assertThat(server.get("/collections/meadow/items", "filter", filter).getStatus())
                    .as(name)
                    .isEqualTo(200);
        }
        assertThat(properties.at("/species/enum/1").asString()).isEqualTo("ruppia");
    }

    @Test
    void pagesComeInBothLanguagesWithoutForeignSources() {
        for (String path : List.of(
                "", "/collections", "/collections/meadow", "/api", "/conformance", "/collections/meadow/tiles")) {
            String zh = ApiServer.text(server.get(path, "f", "html", "lang", "zh"));
            String en = ApiServer.text(server.get(path, "f", "html", "lang", "en"));
            assertThat(zh).contains("lang=\"zh-CN\"").isNotEqualTo(en);
            assertThat(Pattern.compile("(?:src|link [^>]*href)=\"(?!/)")
                            .matcher(en)
                            .find())
                    .as("a script, style or picture from elsewhere: %s", path)
                    .isFalse();
        }
        assertThat(getClass().getResource("/META-INF/resources" + HtmlPage.OPENLAYERS + "dist/ol.js"))
                .isNotNull();
    }
}
