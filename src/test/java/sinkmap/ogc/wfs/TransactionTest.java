package sinkmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.ogc.OgcServer;
import tools.jackson.databind.JsonNode;

/** Transactions as clients send them, on a store of its own. */
class TransactionTest {

    private static EditServer edits;
    private static OgcServer server;

    @BeforeAll
    static void open() throws IOException {
        edits = new EditServer();
        server = edits.server;
    }

    @AfterAll
    static void close() {
        edits.close();
    }

    private static MockHttpServletResponse send(String version, String actions) {
        return edits.send(version, actions);
    }

    private static String insertion(String label, String geometry) {
        return "<wfs:Insert handle='h'><sinkmap:mooring><sinkmap:label>" + label + "</sinkmap:label><sinkmap:rank>3"
                + "</sinkmap:rank><sinkmap:geom>" + geometry + "</sinkmap:geom></sinkmap:mooring></wfs:Insert>";
    }

    private static String point(String srs, double first, double second) {
        return "<gml:Point srsName='" + srs + "'><gml:pos>" + plain(first) + " " + plain(second)
                + "</gml:pos></gml:Point>";
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.9f", number);
    }

    private static String insert(String version, String label, String geometry) {
        MockHttpServletResponse response = send(version, insertion(label, geometry));
        String text = OgcServer.text(response);
        assertThat(response.getStatus()).as(text).isEqualTo(200);
        assertThat(text).doesNotContain("Exception").doesNotContain("FAILED");
        return text.replaceAll("(?s).*[rf]id=\"(mooring\\.\\d+)\".*", "$1");
    }

    private static List<JsonNode> found(String query) {
        return edits.find("mooring", query);
    }

    private static void assertAt(String query, double lon, double lat) {
        List<JsonNode> features = found(query);
        assertThat(features).hasSize(1);
        JsonNode position = features.get(0).get("geometry").get("coordinates");
        // a centimetre is about 1e-7 degrees
        assertThat(Math.abs(position.get(0).doubleValue() - lon)).isLessThan(1e-7);
        assertThat(Math.abs(position.get(1).doubleValue() - lat)).isLessThan(1e-7);
    }

    @Test
    void transactionsOf100AreWrittenEastFirst() {
        String geometry = "<gml:Point srsName='EPSG:4490'><gml:coordinates>119.25,37.5</gml:coordinates></gml:Point>";
        assertAt("RESOURCEID=" + insert("1.0.0", "old", geometry), 119.25, 37.5);
    }

    @Test
    void nobodyChangesAnythingWithoutSigningInAndPlannersDoNotEither() {
        String body = EditServer.transaction("2.0.0", insertion("stranger", point("EPSG:4326", 119, 37)));
        MockHttpServletResponse unknown = server.post("/wfs", body);
        assertThat(unknown.getStatus()).isEqualTo(401);
        assertThat(unknown.getHeader("WWW-Authenticate")).startsWith("Basic");
        assertThat(server.post("/wfs", body, "wang", "planner").getStatus()).isEqualTo(403);
        assertThat(found("CQL_FILTER=label='stranger'")).isEmpty();
    }

    @Test
    void oneBrokenActionUndoesAllAndIsNamed() {
        String fine = insertion("half", point("EPSG:4326", 119, 37));
        String broken = fine.replace("<sinkmap:rank>3", "<sinkmap:rank>third");
        MockHttpServletResponse response = send("2.0.0", fine + broken);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(OgcServer.text(response))
                .contains("action 2")
                .contains("'rank'")
                .contains("third");
        assertThat(found("CQL_FILTER=label='half'")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<wfs:Transaction", "<a><b></a>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"})
    void halfBrokenXmlIsRefused(String xml) {
        assertThat(server.post("/wfs", xml, "li", "surveyor").getStatus()).isEqualTo(400);
    }

    @Test
    void achangeOfAnOldVersionIsAConflict() {
        String fid = insert("2.0.0", "contested", point("EPSG:4326", 119, 37));
        String update = "<wfs:Update typeName='mooring'><wfs:Property><wfs:ValueReference>label</wfs:ValueReference>"
                + "<wfs:Value>mine</wfs:Value></wfs:Property><fes:Filter><fes:ResourceId rid='" + fid
                + "' version='1'/></fes:Filter></wfs:Update>";
        assertThat(send("2.0.0", update).getStatus()).isEqualTo(200);
        MockHttpServletResponse late = send("2.0.0", update);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(OgcServer.text(late)).contains(fid).contains("version 2, not 1");
    }

    @ParameterizedTest
    @CsvSource({"true, 200", "false, 400"})
    void nativeActionsAreLeftOutOnlyWhereThatIsSafe(boolean safe, int status) {
        assertThat(send("2.0.0", "<wfs:Native vendorId='x' safeToIgnore='" + safe + "'>DROP TABLE run</wfs:Native>")
                        .getStatus())
                .isEqualTo(status);
    }

    private static MockHttpServletResponse lock(String user, String request, String body) {
        return server.post(
                "/wfs",
                "<wfs:" + request + " service='WFS' version='2.0.0' xmlns:wfs='http://www.opengis.net/wfs/2.0'"
                        + " xmlns:fes='http://www.opengis.net/fes/2.0' " + body + "</wfs:" + request.split(" ")[0]
                        + ">",
                user,
                "surveyor");
    }

    private static String query(String... fids) {
        StringBuilder ids = new StringBuilder();
        for (String fid : fids) {
            ids.append("<fes:ResourceId rid='").append(fid).append("'/>");
        }
        return "<wfs:Query typeNames='mooring'><fes:Filter>" + ids + "</fes:Filter></wfs:Query>";
    }

    private static String lockId(MockHttpServletResponse response) {
        String text = OgcServer.text(response);
        assertThat(text).contains("lockId=\"");
        return text.replaceAll("(?s).*lockId=\"([^\"]+)\".*", "$1");
    }

    private static String renamed(String fid) {
        return "<wfs:Update typeName='mooring'><wfs:Property><wfs:ValueReference>label</wfs:ValueReference>"
                + "<wfs:Value>renamed</wfs:Value></wfs:Property>" + EditServer.filter("2.0.0", fid) + "</wfs:Update>";
    }

    @Test
    void aLockedFeatureChangesOnlyUnderItsLockWhichThenEnds() {
        String fid = insert("2.0.0", "locked", point("EPSG:4326", 119, 37));
        String lock = lockId(lock("li", "LockFeature", "expiry='60'>" + query(fid)));

        MockHttpServletResponse stranger = send("2.0.0", renamed(fid));
        assertThat(stranger.getStatus()).isEqualTo(400);
        assertThat(OgcServer.text(stranger)).contains("MissingParameterValue").contains(fid);
        String under =
                EditServer.transaction("2.0.0", renamed(fid)).replace(" version=", " lockId='" + lock + "' version=");
        assertThat(OgcServer.text(server.post("/wfs", under, "li", "surveyor"))).contains("totalUpdated>1<");
        assertThat(OgcServer.text(server.post("/wfs", under, "li", "surveyor"))).contains("InvalidLockId");
        assertThat(send("2.0.0", renamed(fid)).getStatus()).isEqualTo(200);
    }

    @Test
    void whoTakesSomeFeaturesIsGivenThoseThatAreLockedForThemAndNoOthers() {
        String mine = insert("2.0.0", "free", point("EPSG:4326", 119, 37));
        String theirs = insert("2.0.0", "taken", point("EPSG:4326", 119.5, 37));
        lockId(lock("wang", "LockFeature", "expiry='60'>" + query(theirs)));

        String some = OgcServer.text(
                lock("li", "GetFeatureWithLock", "expiry='60' lockAction='SOME'>" + query(mine, theirs)));
        assertThat(some).contains(mine).doesNotContain(theirs).contains("numberMatched=\"1\"");
        MockHttpServletResponse all = lock("li", "GetFeatureWithLock", "expiry='60'>" + query(mine, theirs));
        assertThat(OgcServer.text(all)).contains("CannotLockAllFeatures").contains("2 of the features");
        String none =
                OgcServer.text(lock("li", "GetFeatureWithLock", "expiry='60' lockAction='SOME'>" + query(theirs)));
        assertThat(none).contains("numberMatched=\"0\"").doesNotContain(theirs);
    }

    @Test
    void numbersAloneCannotBeLocked() {
        MockHttpServletResponse response =
                lock("li", "GetFeatureWithLock", "resultType='hits'><wfs:Query typeNames='mooring'/>");
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(OgcServer.text(response)).contains("InvalidParameterValue").contains("resultType");
    }

    @Test
    void valuesOfAPropertyAreGivenOnTheirOwn() {
        insert("2.0.0", "values", point("EPSG:4326", 119, 37));
        String base = "SERVICE=WFS&VERSION=2.0.0&REQUEST=GetPropertyValue&TYPENAMES=mooring&CQL_FILTER=label='values'&";
        assertThat(OgcServer.text(server.get("/wfs", base + "VALUEREFERENCE=sinkmap:rank")))
                .contains("<wfs:member><sinkmap:rank>3</sinkmap:rank></wfs:member>");
        assertThat(OgcServer.text(server.get("/wfs", base + "VALUEREFERENCE=mooring/rank/text()")))
                .contains("<wfs:member>3</wfs:member>");
        assertThat(OgcServer.text(server.get("/wfs", base + "VALUEREFERENCE=@gml:id")))
                .contains("<wfs:member>mooring.");
        assertThat(OgcServer.text(server.get("/wfs", base + "VALUEREFERENCE=geom")))
                .contains("<gml:pos>37");
        assertThat(OgcServer.text(server.get("/wfs", base + "VALUEREFERENCE=amount")))
                .contains("numberMatched=\"0\"");
        MockHttpServletResponse none = server.get("/wfs", base + "VALUEREFERENCE=");
        assertThat(none.getStatus()).isEqualTo(400);
        assertThat(OgcServer.text(none)).contains("InvalidParameterValue").contains("valueReference");
    }
}
