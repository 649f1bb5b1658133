package sinkmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class CrsAxesTest {

    @ParameterizedTest
    @CsvSource({
        "EPSG:4490, false, 4490",
        "epsg:4490, false, 4490",
        "EPSG:4549, false, 4549",
        "http://www.opengis.net/gml/srs/epsg.xml#4490, false, 4490",
        "urn:ogc:def:crs:EPSG::4490, true, 4490",
        "urn:ogc:def:crs:EPSG:6.9:4326, true, 4326",
        "urn:x-ogc:def:crs:EPSG:4326, true, 4326",
        "http://www.opengis.net/def/crs/EPSG/0/4549, true, 4549",
        "urn:ogc:def:crs:EPSG::3857, false, 3857",
        "urn:ogc:def:crs:EPSG::32650, false, 32650",
        "CRS:84, false, 4326",
        "urn:ogc:def:crs:OGC:1.3:CRS84, false, 4326",
        "urn:ogc:def:crs:OGC::CRS84, false, 4326",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84, false, 4326"
    })
    void everyNotationHasItsOrder(String notation, boolean northFirst, int srid) {
        CrsAxes axes = CrsAxes.of(notation);
        assertThat(axes.northFirst()).isEqualTo(northFirst);
        assertThat(axes.crs().srid()).isEqualTo(srid);
    }

    @ParameterizedTest
    @CsvSource({"EPSG:4490, true", "EPSG:4549, true", "EPSG:3857, false", "CRS:84, false"})
    void wms13FollowsTheAuthority(String notation, boolean northFirst) {
        assertThat(CrsAxes.ofWms13(notation).northFirst()).isEqualTo(northFirst);
    }

    @Test
    void envelopesAreReadAndWrittenInTheNotationsOrder() {
        Envelope envelope = new Envelope(118, 120, 36, 37);
        double[] northFirst = {36, 118, 37, 120};
        CrsAxes urn = CrsAxes.of("urn:ogc:def:crs:EPSG::4490");
        assertThat(urn.envelope(northFirst)).isEqualTo(envelope);
        assertThat(urn.corners(envelope)).containsExactly(northFirst);
        assertThat(CrsAxes.of("EPSG:4490").envelope(new double[] {118, 36, 120, 37}))
                .isEqualTo(envelope);
    }

    @ParameterizedTest
    @CsvSource({"EPSG:999999", "EPSG:4490; DROP TABLE city", "urn:ogc:def:crs:EPSG::", "GEOGCS", "file:///etc/passwd"})
    void unknownNotationsAreRefused(String notation) {
        assertThatThrownBy(() -> CrsAxes.of(notation))
                .isInstanceOf(OwsException.class)
                .hasMessageContaining(notation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,2,3", "1,2,3,x", "NaN,2,3,4", "1,2,Infinity,4", "5,2,3,4", "1,6,3,4", "1,2,3,4e300", "1,2,,4"})
    void brokenBoxesAreRefused(String box) {
        assertThatThrownBy(() -> CrsAxes.of("EPSG:4490").envelope(CrsAxes.numbers(List.of(box.split(",", -1)))))
                .isInstanceOf(OwsException.class)
                .hasMessageContaining("BBOX");
    }
}
