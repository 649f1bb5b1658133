package sinkmap.ogc.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.Intersects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Crs;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.XmlElement;

class FilterXmlTest {

    private static Filter read(String content) {
        XmlElement xml = XmlElement.read(new StringReader("<Filter>" + content + "</Filter>"));
        return FilterXml.read(xml, Crs.of("EPSG:4490"), CrsAxes.of("urn:ogc:def:crs:EPSG::4490"));
    }

    @Test
    void comparisonsOfEveryVersionAreUnderstood() {
        Filter filter = read("""
                <And><PropertyIsGreaterThan><ValueReference>sinkmap:rank</ValueReference><Literal>3</Literal></PropertyIsGreaterThan>
                <Not><PropertyIsLike wildCard="*" singleChar="#" escapeChar="!" matchCase="false">
                  <PropertyName>city</PropertyName><Literal>dong*</Literal></PropertyIsLike></Not></And>
                """);
        assertThat(RuleFilter.passes(filter, Map.of("rank", 10L, "city", "Weifang")))
                .isTrue();
        assertThat(RuleFilter.passes(filter, Map.of("rank", 10L, "city", "Dongying")))
                .isFalse();
        assertThat(RuleFilter.passes(filter, Map.of("city", "Weifang"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "<BBOX><Envelope srsName='urn:ogc:def:crs:EPSG::4490'><lowerCorner>36 118</lowerCorner><upperCorner>37 120</upperCorner></Envelope></BBOX>",
        "<BBOX><ValueReference>geom</ValueReference><Envelope><lowerCorner>36 118</lowerCorner><upperCorner>37 120</upperCorner></Envelope></BBOX>",
        "<BBOX><PropertyName>geom</PropertyName><Envelope srsName='EPSG:4490'><lowerCorner>118 36</lowerCorner><upperCorner>120 37</upperCorner></Envelope></BBOX>",
        "<BBOX><Box srsName='http://www.opengis.net/gml/srs/epsg.xml#4490'><coordinates>118%36 120%37</coordinates></Box></BBOX>"
    })
    void boxesEndUpEastFirst(String xml) {
        BBOX bbox = (BBOX) read(xml.replace('%', ','));
        assertThat(bbox.getBounds().getMinX()).isEqualTo(118);
        assertThat(bbox.getBounds().getMaxY()).isEqualTo(37);
    }

    @Test
    void polygonsWithHolesAreReadInTheirOwnOrder() {
        Intersects filter = (Intersects) read("""
                <Intersects><ValueReference>geom</ValueReference><Polygon srsName="urn:ogc:def:crs:EPSG::4490">
                <exterior><LinearRing><posList>36 118 36 120 37 120 37 118 36 118</posList></LinearRing></exterior>
                <interior><LinearRing><posList>36.2 118.5 36.2 119 36.4 119 36.2 118.5</posList></LinearRing></interior>
                </Polygon></Intersects>
                """);
        Geometry polygon = (Geometry) ((Literal) filter.getExpression2()).getValue();
        assertThat(polygon.getEnvelopeInternal().getMinX()).isEqualTo(118);
        assertThat(polygon.getNumPoints()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "<And><PropertyIsNull><PropertyName>a</PropertyName></PropertyIsNull></And>, And must hold two",
        "<PropertyIsEqualTo><PropertyName>a</PropertyName></PropertyIsEqualTo>, lacks an operand",
        "<PropertyIsEqualTo><Function/><Literal>1</Literal></PropertyIsEqualTo>, Function is not offered",
        "<BBOX><Envelope><lowerCorner>36</lowerCorner><upperCorner>37 120</upperCorner></Envelope></BBOX>, two numbers",
        "<BBOX><Envelope><lowerCorner>x y</lowerCorner><upperCorner>37 120</upperCorner></Envelope></BBOX>, finite numbers",
        "<Within><Point><pos>36 118</pos></Point><Point><pos>1 2</pos></Point></Within>, one geometry",
        "'', is empty"
    })
    void brokenFiltersNameTheElement(String xml, String message) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(SinkmapException.class).hasMessageContaining(message);
    }
}
