package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static sinkmap.store.Layers.LANE;
import static sinkmap.store.Layers.MARSH;
import static sinkmap.store.Layers.PORT;
import static sinkmap.store.StoreFixture.feature;
import static sinkmap.store.StoreFixture.load;
import static sinkmap.store.StoreFixture.square;
import static sinkmap.store.StoreFixture.values;
import static sinkmap.store.StoreFixture.wkt;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;

/** What filters select, on every database. The marshes: 1 to 4 from west to east, 5 has no values and no geometry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FilterContract {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private Store store;

    abstract StoreSettings settings(Path data) throws Exception;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        store = Store.open(settings(directory), Layers.CATALOG);
        load(
                store,
                MARSH,
                marsh(1, "黄河口", 10.5, true, "2020-01-31", "2020-01-31T08:00:00+08:00"),
                marsh(2, "Laizhou_Bay 100%", 20, false, "2021-06-15", "2021-06-15T00:00:00Z"),
                marsh(3, "O'Brien; --", 30, true, "2022-12-31", "2022-12-31T23:59:59Z"),
                marsh(4, "laizhou bay", -5, null, "2023-03-01", "2023-03-01T12:00:00Z"),
                feature(null, "code", 5L));
        loadPorts();
        load(store, LANE, feature(wkt("LINESTRING (39500000 4000000, 39500100 4000000)"), "name_en", "c"));
    }

    private void loadPorts() {
        load(
                store,
                PORT,
                feature(wkt("POINT (120 37)"), "name_en", "a"),
                feature(wkt("POINT (120.1 37)"), "name_en", "b"));
    }

    private static Feature marsh(
            long code, String name, double area, Boolean restored, String observed, String edited) {
        return feature(
                square(117 + code, 37, 0.5),
                "code",
                code,
                "name_zh",
                name,
                "area_km2",
                area,
                "restored",
                restored,
                "observed",
                LocalDate.parse(observed),
                "edited",
                OffsetDateTime.parse(edited));
    }

    @AfterAll
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private List<Object> codes(Filter filter) {
        return values(store, FeatureQuery.of(MARSH).withFilter(filter), "code");
    }

    private static Filter cql(String cql) {
        try {
            return ECQL.toFilter(cql);
        } catch (CQLException e) {
            throw new IllegalArgumentException(cql + ": " + e.getMessage(), e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        code = 3                                      | 3
        3 = code                                      | 3
        code <> 3                                     | 1 2 4 5
        code >= 2 AND code < 4                        | 2 3
        code = 1 OR code = 4 OR code = 9              | 1 4
        NOT (code = 1)                                | 2 3 4 5
        code IN (2, 4)                                | 2 4
        code = '3'                                    | 3
        code < 2.5                                    | 1 2
        area_km2 BETWEEN 10.5 AND 20                  | 1 2
        area_km2 > code                               | 1 2 3
        area_km2 < 0                                  | 4
        restored = true                               | 1 3
        restored = 'false'                            | 2
        restored IS NULL                              | 4 5
        restored IS NOT NULL                          | 1 2 3
        geom IS NULL                                  | 5
        name_zh = '黄河口'                             | 1
        name_zh LIKE '%河%'                            | 1
        name_zh LIKE '_aizhou bay'                    | 4
        name_zh ILIKE 'LAIZHOU%'                      | 2 4
        name_zh LIKE 'Laizhou\\_Bay 100\\%'           | 2
        name_zh = 'O''Brien; --'                      | 3
        code LIKE '2%'                                | 2
        observed = '2020-01-31'                       | 1
        observed > '2021-06-15'                       | 3 4
        observed AFTER 2021-06-15T00:00:00Z           | 3 4
        observed BEFORE 2021-06-15T00:00:00Z          | 1
        observed DURING 2020-12-31T00:00:00Z/2022-12-31T00:00:00Z | 2
        edited = '2020-01-31T00:00:00Z'               | 1
        edited AFTER 2022-12-31T23:59:58Z             | 3 4
        edited TEQUALS 2021-06-15T00:00:00Z           | 2
        name_zh LIKE '%i%o%y'                         | 4
        name_zh ILIKE '%I%B_Y%'                       | 2 4
        1 = 1                                         | 1 2 3 4 5
        1 = 2                                         |
        INCLUDE                                       | 1 2 3 4 5
        EXCLUDE                                       |
        BBOX(geom, 118.2, 37.2, 119.1, 37.3)          | 1 2
        INTERSECTS(geom, POINT(120.25 37.25))         | 3
        WITHIN(geom, POLYGON((118.9 36, 120.6 36, 120.6 38, 118.9 38, 118.9 36))) | 2 3
        CONTAINS(geom, POINT(121.25 37.25))           | 4
        DISJOINT(geom, POLYGON((118.9 36, 130 36, 130 38, 118.9 38, 118.9 36))) | 1
        TOUCHES(geom, LINESTRING(118.5 36, 118.5 38)) | 1
        CROSSES(geom, LINESTRING(118.2 37.2, 118.7 37.2)) | 1
        OVERLAPS(geom, POLYGON((118.2 37.2, 118.7 37.2, 118.7 38, 118.2 37.2))) | 1
        EQUALS(geom, POLYGON((118 37, 118.5 37, 118.5 37.5, 118 37.5, 118 37))) | 1
        """)
    void selects(String cql, String expected) {
        List<Object> wanted = new ArrayList<>();
        if (expected != null) {
            for (String code : expected.split(" ")) {
                wanted.add(Long.valueOf(code));
            }
        }
        assertThat(codes(cql(cql))).as(cql).isEqualTo(wanted);
        assertThat(store.features().count(FeatureQuery.of(MARSH).withFilter(cql(cql))))
                .isEqualTo(wanted.size());
    }

    @ParameterizedTest
    @CsvSource({"8800, a", "8950, a b"})
    void measuresDistancesInMetresOnTheEllipsoid(double distance, String expected) {
        // 0.1 degrees of longitude at 37 degrees north are 8,899 m (WGS 84)
        Filter near = cql("DWITHIN(geom, POINT(120 37), " + distance + ", meters)");
        Filter far = cql("BEYOND(geom, POINT(120 37), " + distance / 1000 + ", kilometers)");

        assertThat(String.join(" ", names(PORT, near))).isEqualTo(expected);
        assertThat(names(PORT, far)).hasSize(2 - expected.split(" ").length);
    }

    @Test
    void anInstantRelatesToAPeriodAsIso19108Says() {
        TimeSpan span = new TimeSpan("2021-06-15", "2022-12-31");
        var observed = FILTERS.property("observed");
        var period = FILTERS.literal(span);
        assertThat(codes(FILTERS.begins(observed, period))).containsExactly(2L);
        assertThat(codes(FILTERS.ends(observed, period))).containsExactly(3L);
        assertThat(codes(FILTERS.during(observed, period))).isEmpty();
        assertThat(codes(FILTERS.anyInteracts(observed, period))).containsExactly(2L, 3L);
        assertThat(codes(FILTERS.before(observed, period))).containsExactly(1L);
        assertThat(codes(FILTERS.after(observed, period))).containsExactly(4L);
        assertThat(codes(FILTERS.not(FILTERS.anyInteracts(observed, period)))).containsExactly(1L, 4L);
        assertThat(codes(FILTERS.tcontains(observed, period))).isEmpty();
        assertThat(codes(FILTERS.not(FILTERS.meets(observed, period)))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(codes(FILTERS.tequals(observed, FILTERS.literal(new TimeSpan("2022-12-31", "2022-12-31")))))
                .containsExactly(3L);
    }

    @Test
    void anOpenPeriodReachesBeyondEveryInstant() {
        var edited = FILTERS.property("edited");
        var since = FILTERS.literal(new TimeSpan("2022-12-31T23:59:59Z", null));
        assertThat(codes(FILTERS.during(edited, since))).containsExactly(4L);
        assertThat(codes(FILTERS.anyInteracts(edited, since))).containsExactly(3L, 4L);
        assertThat(codes(FILTERS.after(edited, since))).isEmpty();
        assertThat(codes(FILTERS.before(edited, since))).containsExactly(1L, 2L);
    }

    @Test
    void relationsThatNeedTwoPeriodsAreRefusedForInstants() {
        assertThatThrownBy(() -> codes(FILTERS.during(FILTERS.property("edited"), FILTERS.literal("2021-01-01"))))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("'edited'")
                .hasMessageContaining("give a period");
    }

    @Test
    void patternsOfManyWildcardsTakeNoTime() {
        String text = "a".repeat(4_000);
        load(store, PORT, feature(wkt("POINT (120 37)"), "name_en", text));
        try {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                assertThat(names(PORT, cql("name_en LIKE '" + "%a".repeat(100) + "%b'")))
                        .isEmpty();
                assertThat(names(PORT, cql("name_en LIKE '" + "%a".repeat(100) + "'")))
                        .containsExactly(text);
            });
        } finally {
            loadPorts();
        }
    }

    @Test
    void measuresDistancesInTheProjection() {
        assertThat(names(LANE, cql("DWITHIN(geom, POINT(39500050 4000030), 30, meters)")))
                .containsExactly("c");
        assertThat(names(LANE, cql("DWITHIN(geom, POINT(39500050 4000030), 29.9, meters)")))
                .isEmpty();
    }

    private List<String> names(FeatureLayer layer, Filter filter) {
        return values(store, FeatureQuery.of(layer).withFilter(filter), "name_en").stream()
                .map(String::valueOf)
                .toList();
    }

    @Test
    void findsRowsById() {
        List<Object> ids = new ArrayList<>();
        try (FeatureCursor cursor = store.features().open(FeatureQuery.of(MARSH))) {
            cursor.forEachRemaining(feature -> ids.add(feature.id()));
        }
        Filter two = FILTERS.id(Set.of(
                FILTERS.featureId("salt-marsh." + ids.get(1)),
                FILTERS.featureId(ids.get(3).toString()),
                FILTERS.featureId("port." + ids.get(0)),
                FILTERS.featureId("1) OR (1=1")));
        assertThat(codes(two)).containsExactly(2L, 4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE salt_marsh; --",
                "' OR '1'='1",
                "\\' OR 1=1 --",
                "x'); DELETE FROM run; --",
                "%' ESCAPE '!' OR 1=1 --",
                "\" OR \"\" = \""
            })
    void valuesNeverBecomeSql(String value) {
        assertThat(codes(FILTERS.equals(FILTERS.property("name_zh"), FILTERS.literal(value))))
                .isEmpty();
        assertThat(codes(FILTERS.like(FILTERS.property("name_zh"), value, "*", "?", "\\")))
                .isEmpty();
        assertThat(codes(Filter.INCLUDE)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code\" = 1 OR \"code",
                "run_id",
                "fid",
                "1 = 1) --",
                "(SELECT 1)",
                "name_zh\"; DROP TABLE run; --",
                "*"
            })
    void namesOtherThanTheLayersAttributesAreRefused(String name) {
        assertThatThrownBy(() -> codes(FILTERS.equals(FILTERS.property(name), FILTERS.literal(1))))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("layer 'salt-marsh' has no attribute");
        assertThatThrownBy(() -> codes(FILTERS.isNull(FILTERS.property(name)))).isInstanceOf(SinkmapException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        nmae_zh = 'x'                         | did you mean 'name_zh'
        strConcat(name_zh, 'x') = 'ax'        | function 'strConcat'
        name_zh = strToUpperCase('x')         | function 'strToUpperCase'
        code + 1 = 2                          | arithmetic is not supported
        code = 'three'                        | attribute 'code' is integer; 'three' is not
        observed = 'yesterday'                | attribute 'observed' is date
        restored = 'maybe'                    | attribute 'restored' is boolean
        code AFTER 2021-06-15T00:00:00Z       | neither date nor timestamp
        INTERSECTS(name_zh, POINT(1 2))       | spatial relation needs the property 'geom'
        """)
    void refusesWhatItDoesNotKnow(String cql, String message) {
        assertThatThrownBy(() -> codes(cql(cql)))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesUnknownUnitsOfDistance() {
        Filter filter = FILTERS.dwithin(FILTERS.property("geom"), FILTERS.literal(wkt("POINT (1 2)")), 3, "parsecs");
        assertThatThrownBy(() -> codes(filter))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("unknown unit of distance 'parsecs'");
    }

    @Test
    void refusesFiltersThatAreNestedTooDeep() {
        Filter filter = cql("code = 1");
        for (int i = 0; i < 5000; i++) {
            filter = FILTERS.not(filter);
        }
        Filter deep = filter;
        assertThatThrownBy(() -> codes(deep))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("nested deeper");
    }

    @Test
    void refusesFiltersWithTooManyValues() {
        List<Filter> parts = new ArrayList<>();
        for (int i = 0; i < 20_001; i++) {
            parts.add(FILTERS.equals(FILTERS.property("code"), FILTERS.literal(i)));
        }
        assertThatThrownBy(() -> codes(FILTERS.or(parts)))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("more than 20000 values");
    }
}
