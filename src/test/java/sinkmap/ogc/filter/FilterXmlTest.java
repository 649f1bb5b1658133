package sinkmap.ogc.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.DWithin;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.TinyRegion;
import sinkmap.ogc.XmlElement;
import sinkmap.store.TimeSpan;

class FilterXmlTest {

    private static final FeatureLayer MARSH =
            (FeatureLayer) Catalog.read(TinyRegion.DIRECTORY, TinyRegion.DIRECTORY.resolve("styles"))
                    .getLayer("marsh");

    private static Filter read(String content) {
        XmlElement xml = XmlElement.read(new StringReader("<Filter>" + content + "</Filter>"));
        return FilterXml.read(xml, MARSH, CrsAxes.of("urn:ogc:def:crs:EPSG::4490"));
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

    @Test
    void distancesKeepTheirUnit() {
        DWithin fes = (DWithin) read(
                "<DWithin><ValueReference>geom</ValueReference><Point srsName='EPSG:4490'><pos>118 36</pos></Point>"
                        + "<Distance uom='km'>2.5</Distance></DWithin>");
        assertThat(fes.getDistance()).isEqualTo(2.5);
        assertThat(fes.getDistanceUnits()).isEqualTo("km");
        Beyond filter10 = (Beyond) read("<Beyond><PropertyName>geom</PropertyName><Point><pos>36 118</pos></Point>"
                + "<Distance units='m'>100</Distance></Beyond>");
        assertThat(filter10.getDistanceUnits()).isEqualTo("m");
        assertThat(((Geometry) ((Literal) filter10.getExpression2()).getValue()).getCoordinate().x)
                .isEqualTo(118);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<During><ValueReference>t</ValueReference><TimePeriod><beginPosition>2020-01-01</beginPosition><endPosition>2021-01-01</endPosition></TimePeriod></During> | 2020-01-01 | 2021-01-01",
                "<During><ValueReference>t</ValueReference><TimePeriod><begin><TimeInstant><timePosition>2020-01-01</timePosition></TimeInstant></begin><endPosition indeterminatePosition='now'/></TimePeriod></During> | 2020-01-01 |",
                "<AnyInteracts><ValueReference>t</ValueReference><Literal><TimePeriod><beginPosition indeterminatePosition='unknown'/><endPosition>2021-01-01</endPosition></TimePeriod></Literal></AnyInteracts> | | 2021-01-01"
            })
    void periodsAreReadInEveryForm(String xml, String begin, String end) {
        BinaryTemporalOperator filter = (BinaryTemporalOperator) read(xml);
        assertThat(((Literal) filter.getExpression2()).getValue()).isEqualTo(new TimeSpan(begin, end));
    }

    @Test
    void instantsAreReadInEveryForm() {
        After instant = (After) read("<After><ValueReference>t</ValueReference>"
                + "<TimeInstant><timePosition>2020-01-01</timePosition></TimeInstant></After>");
        After literal = (After) read("<After><ValueReference>t</ValueReference><Literal>2020-01-01</Literal></After>");
        assertThat(instant).isEqualTo(literal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Point srsDimension='3'><pos>36 118 -2.5</pos></Point> | POINT (118 36)",
                "<Point><pos>36 118 7</pos></Point> | POINT (118 36)",
                "<LineString srsDimension='3'><posList>36 118 1 36.5 118.25 2</posList></LineString> | LINESTRING (118 36, 118.25 36.5)",
                "<LineString><posList srsDimension='2'>36 118 36.5 118.25</posList></LineString> | LINESTRING (118 36, 118.25 36.5)",
                "<LineString srsName='EPSG:4490'><coordinates>118,36  118.25, 36.5 119,37,5</coordinates></LineString> | LINESTRING (118 36, 118.25 36.5, 119 37)",
                "<LineString srsName='EPSG:4490'><coordinates cs=' ' ts=';'>118 36;118.25 36.5</coordinates></LineString> | LINESTRING (118 36, 118.25 36.5)",
                "<MultiPoint><pointMember><Point srsName='EPSG:4490'><pos>118 36</pos></Point></pointMember></MultiPoint> | POINT (118 36)"
            })
    void coordinatesAreReadInEveryForm(String xml, String wkt) throws Exception {
        Intersects filter =
                (Intersects) read("<Intersects><ValueReference>geom</ValueReference>" + xml + "</Intersects>");
        Geometry geometry = (Geometry) ((Literal) filter.getExpression2()).getValue();
        assertThat(geometry.toText())
                .isEqualTo(new org.locationtech.jts.io.WKTReader().read(wkt).toText());
    }

    @Test
    void aSpatialRelationNamesItsProperty() {
        Intersects filter = (Intersects) read("<Intersects><ValueReference>sinkmap:area_km2</ValueReference>"
                + "<Point><pos>36 118</pos></Point></Intersects>");
        assertThat(filter.getExpression1()).hasToString("area_km2");
    }

    @Test
    void aBoxOfAnotherCrsCoversWhatItsCurvedEdgesCover() {
        BBOX bbox = (BBOX) read("<BBOX><Envelope srsName='EPSG:32650'><lowerCorner>300000 4000000</lowerCorner>"
                + "<upperCorner>700000 4100000</upperCorner></Envelope></BBOX>");
        // the northern edge reaches farthest north on the central meridian, not at its corners
        assertThat(bbox.getBounds().getMaxY()).isGreaterThan(northOf(300000, 4100000) + 0.01);
        assertThat(bbox.getBounds().getMinY())
                .isCloseTo(northOf(300000, 4000000), org.assertj.core.data.Offset.offset(1e-9));
    }

    private static double northOf(double x, double y) {
        double[] xy = {x, y};
        Crs.of("EPSG:4490").transform(xy, 1, Crs.of("EPSG:32650"));
        return xy[1];
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<PropertyIsLike><PropertyName>a</PropertyName></PropertyIsLike> | lacks an operand",
                "<PropertyIsEqualTo matchAction='Most'><PropertyName>a</PropertyName><Literal>1</Literal></PropertyIsEqualTo> | matchAction",
                "<PropertyIsEqualTo><Function name='env'><Literal>1</Literal></Function><Literal>1</Literal></PropertyIsEqualTo> | 'env' is not offered",
                "<PropertyIsEqualTo><Add><Literal>1</Literal></Add><Literal>1</Literal></PropertyIsEqualTo> | Add is not offered",
                "<DWithin><Point><pos>36 118</pos></Point></DWithin> | lacks Distance",
                "<DWithin><Point><pos>36 118</pos></Point><Distance uom='m'>far</Distance></DWithin> | not 'far'",
                "<After><ValueReference>t</ValueReference><TimeInstant/></After> | lacks a timePosition",
                "<After><ValueReference>t</ValueReference><TimeInstant><timePosition indeterminatePosition='now'/></TimeInstant></After> | says no time",
                "<During><ValueReference>t</ValueReference><TimePeriod/></During> | lacks beginPosition",
                "<During><ValueReference>t</ValueReference><Point/></During> | is no time",
                "<Nearby><Point><pos>36 118</pos></Point></Nearby> | Nearby is not offered"
            })
    void whatIsNotOfferedIsNamed(String xml, String message) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(SinkmapException.class).hasMessageContaining(message);
    }

    @Test
    void filtersOfTenThousandLevelsAreRefused() {
        assertThatThrownBy(() -> read("<Not>".repeat(10_000)))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("nested deeper");
    }

    @Test
    void noFeatureHasTheNameThatGmlLetsItHave() {
        String isNull = "<PropertyIsNull><ValueReference>%s</ValueReference></PropertyIsNull>";
        assertThat(read(isNull.formatted("gml:name"))).isSameAs(Filter.INCLUDE);
        assertThat(read(isNull.formatted("name"))).isNotSameAs(Filter.INCLUDE);
    }

    @ParameterizedTest
    @CsvSource({
        "<And><PropertyIsNull><PropertyName>a</PropertyName></PropertyIsNull></And>, And must hold two",
        "<PropertyIsEqualTo><PropertyName>a</PropertyName></PropertyIsEqualTo>, lacks an operand",
        "<PropertyIsEqualTo><Function/><Literal>1</Literal></PropertyIsEqualTo>, is not offered",
        "<BBOX><Envelope><lowerCorner>36</lowerCorner><upperCorner>37 120</upperCorner></Envelope></BBOX>, two numbers",
        "<BBOX><Envelope><lowerCorner>x y</lowerCorner><upperCorner>37 120</upperCorner></Envelope></BBOX>, finite numbers",
        "<Within><Point><pos>36 118</pos></Point><Point><pos>1 2</pos></Point></Within>, one geometry",
        "'', is empty"
    })
    void brokenFiltersNameTheElement(String xml, String message) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(SinkmapException.class).hasMessageContaining(message);
    }
}
