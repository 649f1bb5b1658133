package sinkmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.ogc.DrawnShape;
import sinkmap.ogc.DrawnShape.Kind;
import sinkmap.ogc.DrawnShape.Notation;
import sinkmap.ogc.OgcServer;

/**
 * What is inserted, updated and asked for comes back in its place: every kind of geometry, every CRS of the list, every way of
 * writing it, every version. Transactions of 1.0.0 are written east first whatever the notation.
 */
class RoundTripTest {

    private static final Notation LON_LAT = new Notation("CRS:84", 4326, false);
    private static EditServer edits;

    @BeforeContainer
    static void open() throws IOException {
        edits = new EditServer();
    }

    @AfterContainer
    static void close() {
        edits.close();
    }

    @Provide
    Arbitrary<Notation> notations() {
        return Arbitraries.of(DrawnShape.notations());
    }

    @Provide
    Arbitrary<String> versions() {
        return Arbitraries.of("1.0.0", "1.1.0", "2.0.0");
    }

    @Property(tries = 400)
    void whatIsInsertedMovedAndReadIsInItsPlace(
            @ForAll Kind kind,
            @ForAll("notations") Notation notation,
            @ForAll("versions") String version,
            @ForAll long seed) {
        DrawnShape shape = DrawnShape.random(kind, seed);
        Notation written = version.equals("1.0.0") ? new Notation(notation.text(), notation.code(), false) : notation;
        boolean old = version.equals("1.0.0");

        String fid = insert(version, kind.layer, shape.gml(written, old));
        assertInPlace(kind.layer, fid, shape, notation);

        DrawnShape moved = shape.moved(0.3);
        update(version, kind.layer, fid, moved.gml(written, old));
        assertInPlace(kind.layer, fid, moved, notation);

        List<String> boxed = edits.find(kind.layer, "BBOX=" + moved.box(notation) + "," + notation.text()).stream()
                .map(feature -> feature.get("id").stringValue())
                .toList();
        assertThat(boxed).contains(fid);
        assertThat(crossing(version, kind.layer, moved.gml(notation, old))).contains("\"" + fid + "\"");

        assertThat(edits.send(
                                version,
                                "<wfs:Delete typeName='" + kind.layer + "'>" + EditServer.filter(version, fid)
                                        + "</wfs:Delete>")
                        .getStatus())
                .isEqualTo(200);
        assertThat(edits.find(kind.layer, "RESOURCEID=" + fid)).isEmpty();
    }

    private static String insert(String version, String layer, String geometry) {
        MockHttpServletResponse response = edits.send(
                version,
                "<wfs:Insert><sinkmap:" + layer + "><sinkmap:label>L</sinkmap:label><sinkmap:geom>" + geometry
                        + "</sinkmap:geom></sinkmap:" + layer + "></wfs:Insert>");
        String text = OgcServer.text(response);
        assertThat(text).containsPattern("[rf]id=\"" + layer + "\\.\\d+\"");
        return text.replaceAll("(?s).*[rf]id=\"(" + layer + "\\.\\d+)\".*", "$1");
    }

    private static void update(String version, String layer, String fid, String geometry) {
        String name = version.equals("2.0.0") ? "wfs:ValueReference" : "wfs:Name";
        String text = OgcServer.text(edits.send(
                version,
                "<wfs:Update typeName='sinkmap:" + layer + "'><wfs:Property><" + name + ">sinkmap:geom</" + name
                        + "><wfs:Value>" + geometry + "</wfs:Value></wfs:Property>"
                        + EditServer.filter(version, fid) + "</wfs:Update>"));
        assertThat(text).doesNotContain("Exception").doesNotContain("FAILED");
    }

    /** The shape as each version of GML gives it in the notation, and as GeoJSON gives it. */
    private static void assertInPlace(String layer, String fid, DrawnShape shape, Notation notation) {
        for (String version : List.of("1.0.0", "1.1.0", "2.0.0")) {
            String gml = edits.get(version, layer, "RESOURCEID=" + fid + "&SRSNAME=" + notation.text());
            assertThat(DrawnShape.apart(DrawnShape.positionsOf(gml), shape.positions(notation)))
                    .as("%s %s %s", version, notation, gml)
                    .isLessThan(DrawnShape.centimetre(notation));
            assertThat(gml).contains("srsName=\"" + notation.text());
        }
        String json = edits.find(layer, "RESOURCEID=" + fid)
                .get(0)
                .get("geometry")
                .get("coordinates")
                .toString();
        assertThat(DrawnShape.apart(
                        DrawnShape.positionsOf("<gml:pos>" + json.replaceAll("[\\[\\],]+", " ") + "<"),
                        shape.positions(LON_LAT)))
                .isLessThan(DrawnShape.centimetre(LON_LAT));
    }

    /** What a posted filter finds that names its geometry in the notation. */
    private static String crossing(String version, String layer, String geometry) {
        boolean two = version.equals("2.0.0");
        String property = two ? "fes:ValueReference" : "ogc:PropertyName";
        String prefix = two ? "fes" : "ogc";
        return OgcServer.text(edits.server.post(
                "/wfs",
                "<wfs:GetFeature service='WFS' version='" + version + "' xmlns:wfs='http://www.opengis.net/wfs"
                        + (two ? "/2.0" : "") + "' xmlns:fes='http://www.opengis.net/fes/2.0'"
                        + " xmlns:ogc='http://www.opengis.net/ogc' xmlns:gml='http://www.opengis.net/gml"
                        + (two ? "/3.2" : "") + "'><wfs:Query type" + (two ? "Names" : "Name") + "='" + layer + "'><"
                        + prefix + ":Filter><" + prefix + ":Intersects><" + property + ">geom</" + property + ">"
                        + geometry + "</" + prefix + ":Intersects></" + prefix + ":Filter></wfs:Query>"
                        + "</wfs:GetFeature>"));
    }
}
