package sinkmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.ogc.Extents;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.TinyRegion;
import sinkmap.ogc.XmlElement;
import sinkmap.store.FeatureQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WfsTest {

    private static final String GET = "SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=sinkmap:marsh";
    private static final String JSON = GET + "&OUTPUTFORMAT=application/json";
    private static final String FIRST = "37.1 118.2 37.1 118.6";

    private final TinyRegion region = new TinyRegion();
    private final OgcServer server = new OgcServer(new Wfs(
            region.catalog,
            region.features,
            new Extents(region.catalog, region.features, region.rasters),
            OgcServer.SETTINGS));

    private XmlElement xml(String parameters) {
        return xml(server.get("/wfs", parameters));
    }

    private static XmlElement xml(MockHttpServletResponse response) {
        assertThat(response.getStatus()).as(OgcServer.text(response)).isEqualTo(200);
        return XmlElement.read(new ByteArrayInputStream(response.getContentAsByteArray()));
    }

    private JsonNode json(String parameters) {
        return JsonMapper.shared().readTree(OgcServer.text(server.get("/wfs", parameters)));
    }

    private FeatureQuery asked() {
        return region.queries.get(region.queries.size() - 1);
    }

    private static List<String> texts(XmlElement root, String name) {
        return java.util.stream.Stream.concat(
                        root.name().equals(name)
                                ? java.util.stream.Stream.of(root.text())
                                : java.util.stream.Stream.of(),
                        root.children().stream().flatMap(child -> texts(child, name).stream()))
                .toList();
    }

    @Test
    void gmlIsInTheAuthoritysOrderByDefault() {
        XmlElement collection = xml(GET);
        assertThat(collection.attributes()).containsEntry("numberMatched", "2").containsEntry("numberReturned", "2");
        XmlElement marsh = collection.children("member").get(0).children().get(0);
        assertThat(marsh.attributes()).containsEntry("id", "marsh.1");
        assertThat(marsh.findText("area_km2")).contains("787.5");
        XmlElement surface = marsh.findChild("geom").orElseThrow().children().get(0);
        assertThat(surface.name()).isEqualTo("MultiSurface");
        assertThat(surface.attributes()).containsEntry("srsName", "urn:ogc:def:crs:EPSG::4490");
        assertThat(texts(surface, "posList").get(0)).startsWith(FIRST);
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:4490, 118.2 37.1 118.6 37.1",
        "urn:ogc:def:crs:EPSG::4326, 37.1 118.2 37.1 118.6",
        "http://www.opengis.net/def/crs/EPSG/0/4490, 37.1 118.2 37.1 118.6",
        "http://www.opengis.net/gml/srs/epsg.xml#4490, 118.2 37.1 118.6 37.1",
        "CRS:84, 118.2 37.1 118.6 37.1",
        "urn:ogc:def:crs:EPSG::3857, 13157963.8",
        "urn:ogc:def:crs:EPSG::4549, 4109125.3178 339981.8205"
    })
    void coordinatesFollowTheNotation(String srsName, String start) {
        assertThat(texts(xml(GET + "&SRSNAME=" + srsName), "posList").get(0)).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "37,118,37.4,119",
                "37,118,37.4,119,urn:ogc:def:crs:EPSG::4490",
                "118,37,119,37.4,EPSG:4490",
                "118,37,119,37.4,CRS:84",
                "13135700,4439107,13247019,4495116,EPSG:3857"
            })
    void boxesFollowTheirNotation(String bbox) {
        JsonNode found = json(JSON + "&BBOX=" + bbox);
        assertThat(found.get("numberMatched").intValue()).isEqualTo(1);
        assertThat(found.get("features").get(0).get("id").stringValue()).isEqualTo("marsh.1");
        assertThat(asked().bbox().getMinX()).isCloseTo(118, org.assertj.core.data.Offset.offset(0.01));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-20037508,-20037508,20037508,20037508,EPSG:3857",
                "-1e9,-1e9,1e9,1e9,EPSG:4549",
                "-1e9,-1e9,1e9,1e9,EPSG:3857",
                "-90,-180,90,180"
            })
    void boxesLargerThanTheWorldHoldEverything(String bbox) {
        assertThat(json(JSON + "&BBOX=" + bbox).get("numberMatched").intValue()).isEqualTo(2);
    }

    @Test
    void geoJsonIsLongitudeLatitudeUnlessACrsIsNamed() {
        JsonNode plain = json(JSON);
        assertThat(plain.has("crs")).isFalse();
        assertThat(position(plain)).containsExactly(118.2, 37.1);
        assertThat(position(json(JSON + "&SRSNAME=urn:ogc:def:crs:EPSG::4490"))).containsExactly(118.2, 37.1);
        JsonNode zone = json(JSON + "&SRSNAME=EPSG:4549");
        assertThat(zone.get("crs").get("properties").get("name").stringValue()).endsWith("4549");
        assertThat(position(zone)[0]).isBetween(300_000.0, 400_000.0);
    }

    private static double[] position(JsonNode collection) {
        JsonNode first = collection
                .get("features")
                .get(0)
                .get("geometry")
                .get("coordinates")
                .get(0)
                .get(0)
                .get(0);
        return new double[] {first.get(0).doubleValue(), first.get(1).doubleValue()};
    }

    @Test
    void pagesLinkToTheirNeighbours() {
        JsonNode page = json(JSON + "&COUNT=1&STARTINDEX=1&SORTBY=rank DESC");
        assertThat(page.get("numberMatched").intValue()).isEqualTo(2);
        assertThat(page.get("numberReturned").intValue()).isEqualTo(1);
        assertThat(page.get("links").get(0).get("rel").stringValue()).isEqualTo("previous");
        assertThat(page.get("links").get(0).get("href").stringValue()).contains("STARTINDEX=0", "COUNT=1");
        assertThat(asked().sort()).containsExactly(new FeatureQuery.Sort("rank", true));
        assertThat(xml(GET + "&COUNT=1").attributes().get("next")).contains("STARTINDEX=1");
    }

    @Test
    void hitsCountWithoutFeatures() {
        XmlElement hits = xml(GET + "&RESULTTYPE=hits");
        assertThat(hits.attributes()).containsEntry("numberMatched", "2").containsEntry("numberReturned", "0");
        assertThat(hits.children()).isEmpty();
    }

    @Test
    void whatFollowsHitsIsTheFirstPageOfFeatures() {
        String next = xml(GET + "&RESULTTYPE=hits&COUNT=1").attributes().get("next");
        assertThat(next).contains("STARTINDEX=0").contains("COUNT=1").contains("RESULTTYPE=results");
    }

    @Test
    void onlyWhatIsAskedForIsFetched() {
        xml(GET + "&PROPERTYNAME=sinkmap:code,area_km2");
        assertThat(asked().attributes()).containsExactly("code", "area_km2");
        assertThat(asked().geometry()).isFalse();
    }

    @Test
    void featuresAreFoundByIdWithAndWithoutStoredQuery() {
        assertThat(json("REQUEST=GetFeature&RESOURCEID=marsh.7&OUTPUTFORMAT=json")
                        .get("features")
                        .size())
                .isEqualTo(1);
        String stored = "REQUEST=GetFeature&STOREDQUERY_ID=urn:ogc:def:query:OGC-WFS::GetFeatureById&ID=";
        assertThat(xml(stored + "marsh.7").findText("species")).contains("reed");
        assertThat(server.get("/wfs", stored + "marsh.99").getStatus()).isEqualTo(404);
    }

    @Test
    void postedQueriesSayTheSame() {
        XmlElement found = xml(server.post("/wfs", """
                <wfs:GetFeature service="WFS" version="2.0.0" count="5" xmlns:wfs="http://www.opengis.net/wfs/2.0"
                    xmlns:fes="http://www.opengis.net/fes/2.0" xmlns:s="urn:sinkmap">
                  <wfs:Query typeNames="s:marsh" srsName="EPSG:4490"><fes:Filter><fes:And>
                    <fes:PropertyIsEqualTo><fes:ValueReference>s:species</fes:ValueReference><fes:Literal>reed</fes:Literal></fes:PropertyIsEqualTo>
                    <fes:PropertyIsLessThan><fes:ValueReference>rank</fes:ValueReference><fes:Literal>2</fes:Literal></fes:PropertyIsLessThan>
                  </fes:And></fes:Filter></wfs:Query>
                </wfs:GetFeature>
                """));
        assertThat(found.attributes()).containsEntry("numberMatched", "1");
        assertThat(texts(found, "posList").get(0)).startsWith("119.5 37.6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REQUEST=GetFeature|MissingParameterValue|TYPENAMES",
                "REQUEST=GetFeature&TYPENAMES=marsch|InvalidParameterValue|TYPENAMES",
                "REQUEST=GetFeature&TYPENAMES=depth|InvalidParameterValue|TYPENAMES",
                "REQUEST=GetFeature&TYPENAMES=marsh,port|OperationNotSupported|TYPENAMES",
                "REQUEST=GetFeature&TYPENAMES=marsh&VERSION=3.0.0|InvalidParameterValue|VERSION",
                "REQUEST=GetFeature&TYPENAMES=marsh&COUNT=-1|InvalidParameterValue|COUNT",
                "REQUEST=GetFeature&TYPENAMES=marsh&COUNT=1&count=2|InvalidParameterValue|COUNT",
                "REQUEST=GetFeature&TYPENAMES=marsh&BBOX=1,2,3|InvalidParameterValue|BBOX",
                "REQUEST=GetFeature&TYPENAMES=marsh&BBOX=118,37,119,38|InvalidParameterValue|BBOX",
                "REQUEST=GetFeature&TYPENAMES=marsh&BBOX=37,118,NaN,119|InvalidParameterValue|BBOX",
                "REQUEST=GetFeature&TYPENAMES=marsh&SRSNAME=EPSG:1|InvalidParameterValue|SRSNAME",
                "REQUEST=GetFeature&TYPENAMES=marsh&SORTBY=rnk|InvalidParameterValue|SORTBY",
                "REQUEST=GetFeature&TYPENAMES=marsh&SORTBY=rank; DROP TABLE marsh|InvalidParameterValue|SORTBY",
                "REQUEST=GetFeature&TYPENAMES=marsh&PROPERTYNAME=1) FROM city --|InvalidParameterValue|PROPERTYNAME",
                "REQUEST=GetFeature&TYPENAMES=marsh&RESOURCEID=port.3|InvalidParameterValue|RESOURCEID",
                "REQUEST=GetFeature&TYPENAMES=marsh&CQL_FILTER=code = 'x'' OR 1=1 --|InvalidParameterValue|CQL_FILTER",
                "REQUEST=GetFeature&TYPENAMES=marsh&FILTER=<Filter><a>|InvalidParameterValue|FILTER",
                "REQUEST=GetFeature&TYPENAMES=marsh&FILTER=<Filter><Boom/></Filter>|InvalidParameterValue|FILTER",
                "REQUEST=GetFeature&TYPENAMES=marsh&OUTPUTFORMAT=dxf|InvalidParameterValue|OUTPUTFORMAT",
                "REQUEST=Transaction|OperationNotSupported|REQUEST",
                "REQUEST=GetCapabilities|MissingParameterValue|SERVICE",
                "SERVICE=WFS&REQUEST=GetCapabilities&ACCEPTVERSIONS=1.2.0|VersionNegotiationFailed|ACCEPTVERSIONS",
                "SERVICE=WMS&REQUEST=GetCapabilities|InvalidParameterValue|SERVICE"
            })
    void badRequestsAreAnsweredWithAReport(String parameters, String code, String locator) {
        MockHttpServletResponse response = server.get("/wfs", parameters);
        assertThat(response.getStatus()).isEqualTo(400);
        XmlElement report = XmlElement.read(new ByteArrayInputStream(response.getContentAsByteArray()));
        assertThat(report.name()).isEqualTo("ExceptionReport");
        XmlElement exception = report.findChild("Exception").orElseThrow();
        assertThat(exception.attributes()).containsEntry("exceptionCode", code).containsEntry("locator", locator);
    }

    @Test
    void quotesInFiltersStayText() {
        assertThat(json(JSON + "&CQL_FILTER=code = '''; DROP TABLE marsh; --'")
                        .get("numberMatched")
                        .intValue())
                .isZero();
    }

    @Test
    void postedEntitiesAndHugeBodiesAreRefused() {
        MockHttpServletResponse entity = server.post(
                "/wfs", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><GetFeature>&x;</GetFeature>");
        assertThat(entity.getStatus()).isEqualTo(400);
        assertThat(OgcServer.text(entity)).contains("OperationParsingFailed").doesNotContain("root:");
        assertThat(server.post("/wfs", "<a>" + " ".repeat(200_000) + "</a>").getStatus())
                .isEqualTo(413);
    }

    @Test
    void capabilitiesPromisePagingAndListEveryFeatureLayer() {
        XmlElement root = xml("service=wfs&request=getcapabilities&acceptversions=2.0.0,1.1.0,1.0.0");
        XmlElement operations = root.findChild("OperationsMetadata").orElseThrow();
        assertThat(operations.children("Constraint"))
                .filteredOn(c -> c.attributes().get("name").equals("ImplementsResultPaging"))
                .singleElement()
                .satisfies(c -> assertThat(c.findText("DefaultValue")).contains("TRUE"));
        List<XmlElement> types = root.findChild("FeatureTypeList").orElseThrow().children("FeatureType");
        assertThat(types)
                .extracting(t -> t.findText("Name").orElse(""))
                .containsExactly("sinkmap:marsh", "sinkmap:port");
        assertThat(types.get(0).findText("DefaultCRS")).contains("urn:ogc:def:crs:EPSG::4490");
        assertThat(texts(types.get(0), "LowerCorner")).containsExactly("118.2 37.1");
    }

    @Test
    void schemasNameTheGeometryType() {
        XmlElement schema = xml("REQUEST=DescribeFeatureType&TYPENAMES=sinkmap:marsh,port");
        assertThat(schema.attributes()).containsEntry("targetNamespace", "urn:sinkmap");
        assertThat(OgcServer.text(server.get("/wfs", "REQUEST=DescribeFeatureType&TYPENAMES=marsh")))
                .contains("gml:MultiSurfacePropertyType", "xsd:double", "面积 / Area, km2")
                .doesNotContain("portType");
    }
}
