package sinkmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.OgcSchemas;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.TinyRegion;
import sinkmap.ogc.XmlElement;

/** Attributes that a layer declares to be properties of every GML feature, and values that are nil. */
class GmlPropertyTest {

    private static final String IDENTIFIER =
            "<gml:identifier codeSpace=\"http://cite.opengeospatial.org/\">m-7</gml:identifier>";

    private EditServer edits;

    @BeforeEach
    void open() throws IOException {
        edits = new EditServer();
    }

    @AfterEach
    void close() {
        edits.close();
    }

    private static String mooring(String properties) {
        return "<sinkmap:mooring gml:id='x'>" + properties + "<sinkmap:label>L</sinkmap:label>"
                + "<sinkmap:geom><gml:Point srsName='EPSG:4326'><gml:pos>119 37</gml:pos></gml:Point></sinkmap:geom>"
                + "</sinkmap:mooring>";
    }

    private String insert(String properties) {
        String text = OgcServer.text(edits.send("2.0.0", "<wfs:Insert>" + mooring(properties) + "</wfs:Insert>"));
        assertThat(text).contains("totalInserted>1<");
        return text.replaceAll("(?s).*rid=\"(mooring\\.\\d+)\".*", "$1");
    }

    @Test
    void aNameThatIsInsertedIsReadAsNameAndFoundByIt() {
        String fid = insert(
                "<gml:description>by the pier</gml:description>" + IDENTIFIER + "<gml:name>Half moon</gml:name>");
        String gml = edits.get("2.0.0", "mooring", "RESOURCEID=" + fid);
        assertThat(gml)
                .contains("<gml:description>by the pier</gml:description>" + IDENTIFIER
                        + "<gml:name>Half moon</gml:name><sinkmap:label>");
        assertThat(edits.get("1.1.0", "mooring", "FEATUREID=" + fid))
                .contains("<gml:name>Half moon</gml:name>")
                .contains("<sinkmap:identifier>m-7</sinkmap:identifier>");
        var json = edits.find("mooring", "CQL_FILTER=called='Half moon'").get(0);
        assertThat(json.get("properties").get("remark").stringValue()).isEqualTo("by the pier");
        String found = edits.get(
                "2.0.0",
                "mooring",
                "FILTER=<Filter><PropertyIsLike wildCard='*' singleChar='.' escapeChar='!'><ValueReference>gml:name"
                        + "</ValueReference><Literal>Half*</Literal></PropertyIsLike></Filter>&PROPERTYNAME=gml:name");
        assertThat(found).contains(fid).contains("Half moon").doesNotContain("by the pier");
        assertThat(
                        OgcServer.text(
                                edits.server.get(
                                        "/wfs",
                                        "SERVICE=WFS&VERSION=2.0.0&REQUEST=GetPropertyValue&TYPENAMES=mooring&VALUEREFERENCE=gml:name")))
                .contains("<wfs:member><gml:name>Half moon</gml:name></wfs:member>");
    }

    @Test
    void aNameIsUpdatedAndAWholeFeatureReplaced() {
        String fid = insert("<gml:name>old</gml:name>");
        edits.send(
                "2.0.0",
                "<wfs:Update typeName='sinkmap:mooring'><wfs:Property><wfs:ValueReference>gml:name[1]"
                        + "</wfs:ValueReference><wfs:Value>new</wfs:Value></wfs:Property>"
                        + EditServer.filter("2.0.0", fid) + "</wfs:Update>");
        assertThat(edits.get("2.0.0", "mooring", "RESOURCEID=" + fid)).contains("<gml:name>new</gml:name>");
        edits.send(
                "2.0.0",
                "<wfs:Replace>" + mooring("<gml:description>second</gml:description><sinkmap:depth_m xsi:nil='true'/>")
                        + EditServer.filter("2.0.0", fid) + "</wfs:Replace>");
        assertThat(edits.get("2.0.0", "mooring", "RESOURCEID=" + fid))
                .contains("<gml:description>second</gml:description>")
                .doesNotContain("<gml:name>");
    }

    @Test
    void onlyWhatIsDeclaredSoIsNil() {
        String known = insert("<sinkmap:depth_m>4.5</sinkmap:depth_m>");
        String unknown = insert("");
        assertThat(edits.get("2.0.0", "mooring", "RESOURCEID=" + unknown))
                .contains("<sinkmap:depth_m xsi:nil=\"true\"/>")
                .doesNotContain("amount");
        assertThat(edits.get("1.1.0", "mooring", "FEATUREID=" + unknown)).doesNotContain("depth_m");
        assertThat(nil("depth_m", "")).contains(unknown).doesNotContain(known);
        assertThat(nil("depth_m", " nilReason='withheld'")).doesNotContain(unknown);
        assertThat(nil("amount", "")).doesNotContain(unknown);
    }

    private String nil(String property, String reason) {
        return edits.get(
                "2.0.0",
                "mooring",
                "FILTER=<Filter><PropertyIsNil" + reason + "><ValueReference>" + property
                        + "</ValueReference></PropertyIsNil></Filter>");
    }

    @ParameterizedTest
    @CsvSource({"1.0.0, wfs/1.0.0/WFS-basic.xsd", "1.1.0, wfs/1.1.0/wfs.xsd", "2.0.0, wfs/2.0/wfs.xsd"})
    void featuresWithThemAreValidByTheSchemaThatIsGivenOfThem(String version, String wfs) {
        insert("<gml:description>d</gml:description>" + IDENTIFIER + "<gml:name>n</gml:name>");
        byte[] schema = edits.server
                .get("/wfs", "SERVICE=WFS&REQUEST=DescribeFeatureType&TYPENAMES=mooring&VERSION=" + version)
                .getContentAsByteArray();
        String features = edits.get(version, "mooring", "COUNT=5");
        assertThat(features).contains("<gml:name>n<");
        assertThat(OgcSchemas.faults(features.getBytes(StandardCharsets.UTF_8), schema, wfs))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<gml:identifier codeSpace='urn:other'>m-7</gml:identifier> | urn:other",
                "<gml:name>a</gml:name><sinkmap:called>b</sinkmap:called> | twice"
            })
    void whatContradictsTheLayerIsRefused(String properties, String message) {
        MockHttpServletResponse response = edits.send("2.0.0", "<wfs:Insert>" + mooring(properties) + "</wfs:Insert>");
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(OgcServer.text(response)).contains("InvalidValue").contains(message);
    }

    @Test
    void aNameThatTheLayerDoesNotKeepIsRefusedAndNotThrownAway() {
        TinyRegion region = new TinyRegion();
        PostedFeature posted = new PostedFeature(
                (FeatureLayer) region.catalog.getLayer("port"), region.catalog.region(), "EPSG:4326", false);
        String port = "<port xmlns:gml='g'><gml:name>%s</gml:name><name_zh>P</name_zh>"
                + "<geom><gml:Point><gml:pos>119 37.5</gml:pos></gml:Point></geom></port>";
        assertThatThrownBy(() -> posted.feature(XmlElement.read(new StringReader(port.formatted("Half moon")))))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("gml:name")
                .hasMessageContaining("name_zh");
        assertThat(posted.feature(XmlElement.read(new StringReader(port.formatted(""))))
                        .attributes())
                .containsEntry("name_zh", "P");
    }

    @Test
    void aTypeThatNoLayerHasIsAWrongValue() {
        MockHttpServletResponse response = edits.send("2.0.0", "<wfs:Insert><sinkmap:morring/></wfs:Insert>");
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(OgcServer.text(response)).contains("InvalidValue").contains("mooring");
    }

    @Test
    void aLockThatNeverWasCannotBeKeptLonger() {
        MockHttpServletResponse response = edits.server.post(
                "/wfs",
                "<wfs:LockFeature service='WFS' version='2.0.0' lockId='none' xmlns:wfs='http://www.opengis.net/wfs/2.0'>"
                        + "<wfs:Query typeNames='mooring'/></wfs:LockFeature>",
                "li",
                "surveyor");
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(OgcServer.text(response)).contains("LockHasExpired").contains("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ValueReference>gml:boundedBy</ValueReference><Literal><Envelope><lowerCorner>1 1</lowerCorner><upperCorner>2 2</upperCorner></Envelope></Literal>",
                "<ValueReference>geom</ValueReference><Literal>1</Literal>",
                "<Literal><Point><pos>37 119</pos></Point></Literal><ValueReference>rank</ValueReference>"
            })
    void shapesHaveNoOrder(String operands) {
        MockHttpServletResponse response = edits.server.get(
                "/wfs",
                "SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=mooring&FILTER=<Filter>"
                        + "<PropertyIsLessThanOrEqualTo>" + operands + "</PropertyIsLessThanOrEqualTo></Filter>");
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(OgcServer.text(response))
                .contains("OperationProcessingFailed")
                .contains("BBOX");
    }
}
