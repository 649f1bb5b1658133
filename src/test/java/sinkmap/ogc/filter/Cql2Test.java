package sinkmap.ogc.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.TinyRegion;

class Cql2Test {

    private static final FeatureLayer MARSH =
            (FeatureLayer) Catalog.read(TinyRegion.DIRECTORY, TinyRegion.DIRECTORY.resolve("styles"))
                    .getLayer("marsh");
    private static final CrsAxes LON_LAT = CrsAxes.of("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
    private static final CrsAxes NORTH_FIRST = CrsAxes.of("http://www.opengis.net/def/crs/EPSG/0/4490");

    private static Filter text(String cql) {
        return Cql.text(cql, MARSH, LON_LAT, "filter");
    }

    private static Filter json(String cql) {
        return Cql.json(cql, MARSH, LON_LAT, "filter");
    }

    /** What the ECQL parser of GeoTools makes of the same condition in its own words. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        rank = 2                                   | rank = 2
        "rank" < -2.5e1                            | rank < -25.0
        code = 'O''Brien' AND rank>=1              | code = 'O''Brien' AND rank >= 1
        NOT (rank < 1 OR rank > 3)                 | NOT (rank < 1 OR rank > 3)
        NOT NOT rank = 1                           | rank = 1
        rank = 1 OR rank = 2 AND code = 'a'        | rank = 1 OR (rank = 2 AND code = 'a')
        (rank = 1 OR rank = 2) AND code = 'a'      | (rank = 1 OR rank = 2) AND code = 'a'
        rank BETWEEN 1 AND 3 AND code = 'a'        | rank BETWEEN 1 AND 3 AND code = 'a'
        rank NOT BETWEEN 1 AND 3                   | NOT (rank BETWEEN 1 AND 3)
        code LIKE 'A-%'                            | code LIKE 'A-%'
        CASEI(code) LIKE CASEI('a-%')              | code ILIKE 'a-%'
        code not like '_'                          | NOT (code LIKE '_')
        code IN ('a', 'b')                         | code IN ('a', 'b')
        rank NOT IN (1, 2, 3)                      | NOT (rank IN (1, 2, 3))
        species IS NULL                            | species IS NULL
        species IS NOT NULL                        | NOT (species IS NULL)
        S_INTERSECTS(geom, POINT(118.5 37.2))      | INTERSECTS(geom, POINT(118.5 37.2))
        S_WITHIN(geom, POLYGON((118 37,119 37,119 38,118 37))) | WITHIN(geom, POLYGON((118 37,119 37,119 38,118 37)))
        TRUE                                       | INCLUDE
        code = 'TRUE OR 1' and rank = 1            | code = 'TRUE OR 1' AND rank = 1
        """)
    void textMeansWhatEcqlSaysInItsOwnWords(String cql2, String ecql) throws Exception {
        assertThat(ECQL.toCQL(text(cql2))).isEqualTo(ECQL.toCQL(ECQL.toFilter(ecql)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"op":"=","args":[{"property":"rank"},2]}                             | rank = 2
        {"op":"and","args":[{"op":">","args":[{"property":"rank"},1.5]},{"op":"not","args":[{"op":"isNull","args":[{"property":"code"}]}]}]} | rank > 1.5 AND NOT (code IS NULL)
        {"op":"like","args":[{"op":"casei","args":[{"property":"code"}]},{"op":"casei","args":["a-%"]}]} | CASEI(code) LIKE CASEI('a-%')
        {"op":"between","args":[{"property":"rank"},1,3]}                     | rank BETWEEN 1 AND 3
        {"op":"in","args":[{"property":"code"},["a","b"]]}                    | code IN ('a', 'b')
        {"op":"s_intersects","args":[{"property":"geom"},{"type":"Point","coordinates":[118.5,37.2]}]} | S_INTERSECTS(geom, POINT(118.5 37.2))
        {"op":"s_disjoint","args":[{"property":"geom"},{"bbox":[118,37,119,38]}]} | S_DISJOINT(geom, BBOX(118,37,119,38))
        {"op":"s_within","args":[{"property":"geom"},{"type":"MultiPolygon","coordinates":[[[[118,37],[119,37],[119,38],[118,37]],[[118.5,37.2],[118.6,37.2],[118.6,37.3],[118.5,37.2]]]]}]} | S_WITHIN(geom, MULTIPOLYGON(((118 37,119 37,119 38,118 37),(118.5 37.2,118.6 37.2,118.6 37.3,118.5 37.2))))
        {"op":"t_before","args":[{"property":"code"},{"timestamp":"2021-01-01T00:00:00Z"}]} | T_BEFORE(code, TIMESTAMP('2021-01-01T00:00:00Z'))
        true                                                                  | TRUE
        """)
    void jsonMeansTheSameAsText(String json, String text) {
        assertThat(json(json).toString()).isEqualTo(text(text).toString());
    }

    @Test
    void intervalsMeanTheSameInBoth() {
        Filter text = text("T_DURING(code, INTERVAL('2021-01-01', '..'))");
        Filter json =
                json("{\"op\":\"t_during\",\"args\":[{\"property\":\"code\"},{\"interval\":[\"2021-01-01\",\"..\"]}]}");
        assertThat(text).isEqualTo(json);
        assertThat(text("T_CONTAINS(INTERVAL('2021-01-01', '..'), code)")).isEqualTo(text);
    }

    private static Geometry geometry(Filter filter) {
        return (Geometry) ((Literal) ((BinarySpatialOperator) filter).getExpression2()).getValue();
    }

    @Test
    void coordinatesAreInTheOrderOfTheFiltersCrs() {
        Filter north = Cql.text("S_INTERSECTS(geom, LINESTRING(37.5 118, 37.6 118.5))", MARSH, NORTH_FIRST, "filter");
        assertThat(geometry(north).getEnvelopeInternal().getMaxX()).isEqualTo(118.5);
        Filter boxed = Cql.text("S_INTERSECTS(geom, BBOX(37, 118, 38, 119))", MARSH, NORTH_FIRST, "filter");
        assertThat(geometry(boxed).getEnvelopeInternal().getMaxX()).isEqualTo(119);
        Filter metres =
                Cql.text("S_INTERSECTS(geom, POINT(500000 4150000))", MARSH, CrsAxes.of("EPSG:32650"), "filter");
        assertThat(geometry(metres).getCoordinate().x).isCloseTo(117, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void aBoxMayCrossTheDateLine() {
        Geometry box = geometry(text("S_INTERSECTS(geom, BBOX(170, -10, -170, 10))"));
        assertThat(box.getNumGeometries()).isEqualTo(2);
        assertThat(box.getArea()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        rank                              | a comparison is expected
        rank = = 2                        | character 8
        rank = 2 AND                      | a property or a value
        (rank = 2                         | ')' is expected
        rank = 2 rank = 3                 | AND, OR or the end
        rank + 1 = 2                      | arithmetic ('+')
        rank = 2 ; DROP TABLE run         | character 10, ';'
        ACCENTI(code) = 'a'               | the function 'ACCENTI' is not offered
        pg_sleep(10) = 1                  | the function 'pg_sleep' is not offered
        A_CONTAINS(code, ('a'))           | the function 'A_CONTAINS' is not offered
        rnk = 2                           | did you mean 'rank'
        "rank"" = 1 OR ""rank" = 1        | has no property
        code = 'open                      | is not understood
        S_INTERSECTS(geom, POINT(1))      | not well-known text
        S_INTERSECTS(geom, POINT(NaN 1))  | not a finite number
        S_INTERSECTS(geom, POLYGON((0 0, 1 1, 2 2, 3 3))) | not well-known text
        S_INTERSECTS(geom, BBOX(1,2,3))   | four or six numbers
        S_INTERSECTS(geom, BBOX(1,5,3,2)) | the lower corner
        T_DURING(code, INTERVAL('2021'))  | ',' is expected
        """)
    void mistakesAreNamed(String cql, String message) {
        assertThatThrownBy(() -> text(cql)).isInstanceOf(OwsException.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"=\",\"args\":[{\"property\":\"rank\"}]}",
                "{\"op\":\"sleep\",\"args\":[1]}",
                "[1,2]",
                "\"rank = 1\"",
                "{\"op\":\"and\",\"args\":[true]}",
                "{\"op\":\"in\",\"args\":[{\"property\":\"code\"},[]]}",
                "{\"op\":\"s_within\",\"args\":[{\"property\":\"geom\"},{\"type\":\"Polygon\",\"coordinates\":[[1,2]]}]}",
                "{\"op\":\"s_within\",\"args\":[{\"property\":\"geom\"},{\"type\":\"Circle\",\"coordinates\":[1,2]}]}",
                "{\"op\":\"t_during\",\"args\":[{\"property\":\"code\"},{\"interval\":[\"2021\"]}]}",
                "{\"op\":\"=\",",
                "null"
            })
    void brokenJsonIsRefused(String json) {
        assertThatThrownBy(() -> json(json))
                .isInstanceOf(OwsException.class)
                .hasMessageStartingWith("filter")
                .satisfies(e -> assertThat(((OwsException) e).locator()).isEqualTo("filter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "NOT (", "casei(", "S_INTERSECTS(geom, GEOMETRYCOLLECTION("})
    void deepNestingIsRefusedByEveryReader(String opening) {
        String deep = opening.repeat(9_900 / opening.length());
        assertThatThrownBy(() -> text(deep + "rank = 1")).isInstanceOf(OwsException.class);
        assertThatThrownBy(() -> Cql.parse(deep + "rank = 1", MARSH, "CQL_FILTER"))
                .isInstanceOf(OwsException.class);
        assertThatThrownBy(() -> json("{\"op\":\"not\",\"args\":[".repeat(10_000)))
                .isInstanceOf(OwsException.class);
    }

    @Test
    void chainsOfNotDoNotExhaustTheStack() {
        assertThat(text("NOT ".repeat(4_000) + "rank = 1").toString())
                .isEqualTo(text("rank = 1").toString());
        assertThatThrownBy(() -> Cql.parse("NOT ".repeat(4_000) + "rank = 1", MARSH, "CQL_FILTER"))
                .isInstanceOf(OwsException.class);
    }

    @Test
    void longListsAreNoNesting() {
        StringBuilder any = new StringBuilder("rank = 0");
        for (int i = 1; i < 1_200; i++) {
            any.append(" OR rank = ").append(i);
        }
        for (Filter filter : new Filter[] {text(any.toString()), Cql.parse(any.toString(), MARSH, "CQL_FILTER")}) {
            assertThat(RuleFilter.passes(filter, Map.of("rank", 1_199L))).isTrue();
            assertThat(RuleFilter.passes(filter, Map.of("rank", 1_200L))).isFalse();
        }
    }

    @Test
    void functionsOfCql2AreUnderstoodInCqlFiltersToo() {
        assertThat(Cql.parse("S_INTERSECTS(geom, POINT(118.5 37.2))", MARSH, "CQL_FILTER")
                        .toString())
                .isEqualTo(text("S_INTERSECTS(geom, POINT(118.5 37.2))").toString());
        assertThat(Cql.parse("code = 'DATE(x)'", MARSH, "CQL_FILTER").toString())
                .contains("DATE(x)");
    }
}
