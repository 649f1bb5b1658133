package sinkmap.web;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ingest.Ingest;
import sinkmap.ingest.LoadOptions;
import sinkmap.store.Feature;
import sinkmap.store.FeatureStore;
import sinkmap.store.FeatureWriter;
import sinkmap.store.Progress;
import sinkmap.store.RunStore;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;

/** Base layers of the demonstration, one siting run with three sites and one account, written straight to the store. */
final class PageFixture {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");
    private static final String PLAN = "pv-saline-alkali";
    private static final double[][] CENTRES = {{118.3, 37.6}, {117.6, 38.0}, {118.9, 37.3}};

    private PageFixture() {}

    static void fill(Catalog catalog, Ingest ingest, FeatureStore features, RunStore runs) {
        for (String base : List.of("land", "province", "city")) {
            Path file = catalog.directory().resolve("demo").resolve(base + ".geojson");
            ingest.load(catalog.getLayer(base), file, LoadOptions.replace(), Progress.NONE);
        }
        runs.add(run("s1", "siting", PLAN));
        FeatureLayer layer = (FeatureLayer) catalog.getLayer("candidate-site");
        try (FeatureWriter writer = features.write(layer, "s1")) {
            for (int rank = 1; rank <= CENTRES.length; rank++) {
                writer.add(site(rank));
            }
            writer.commit();
        }
        runs.complete("s1", SITING);
        runs.add(run("a1", "account", ""));
        runs.complete("a1", ACCOUNT);
    }

    private static StoredRun run(String id, String kind, String plan) {
        return new StoredRun(id, kind, plan, "{}", State.QUEUED, 0, "", NOON, NOON, NOON, null, null, false);
    }

    private static final String POOLS = """
            [{"pool": "biomass", "stock_tc": 2000.0, "share": 1.0, "disturbed_tc": 2000.0, "disturbed_low_tc": 900.0,
              "disturbed_high_tc": 3500.0, "forgone_tco2e": null},
             {"pool": "soil", "stock_tc": 49000.0, "share": 0.15, "disturbed_tc": 7350.0, "disturbed_low_tc": 2400.0,
              "disturbed_high_tc": 14700.0, "forgone_tco2e": null}]
            """;

    private static final String SHARES = """
            [{"layer": "*", "pool": "biomass", "share": 1.0, "low": 0.8, "high": 1.0, "source": "A report", "basis": "read",
              "verification": "source-read", "confidence": "medium"},
             {"layer": "*", "pool": "soil", "share": 0.15, "low": 0.05, "high": 0.3, "source": "Nobody <b>says</b>",
              "basis": "assumption", "verification": "assumption", "confidence": "low"}]
            """;

    private static final String FLAGS = """
            [{"flag": "blue-carbon", "layer": "salt-marsh", "title": {"zh": "盐沼", "en": "Salt marsh"}, "area_ha": 120.0}]
            """;

    private static final String BALANCES = """
            [{"kind": "provincial-average", "headline": true, "id": "shandong-2022",
              "title": {"zh": "山东省平均排放因子（2022）", "en": "Average of Shandong (2022)"}, "factor": 0.641,
              "confidence": "high", "avoided_t": 2179000.0, "avoided_low_t": 1850000.0, "avoided_high_t": 2500000.0,
              "net_balance_tco2e": 54440000.0, "net_balance_low_tco2e": 46200000.0, "net_balance_high_tco2e": 62500000.0,
              "payback_years": 0.0157, "payback_low_years": 0.0069, "payback_high_years": 0.0283},
             {"kind": "build-margin", "headline": false, "id": null, "title": null, "factor": null, "confidence": null,
              "avoided_t": null, "avoided_low_t": null, "avoided_high_t": null, "net_balance_tco2e": null,
              "net_balance_low_tco2e": null, "net_balance_high_tco2e": null, "payback_years": null,
              "payback_low_years": null, "payback_high_years": null}]
            """;

    private static Feature site(int rank) {
        Map<String, Object> values = new HashMap<>();
        values.put("site_id", PLAN + "-" + rank);
        values.put("plan", PLAN);
        values.put("rule_set", "pv-land-2023");
        values.put("technology", "pv-ground");
        values.put("rank", (long) rank);
        values.put("city", "东营市");
        values.put("area_ha", 5200.0 / rank);
        values.put("score", 0.9 - 0.1 * rank);
        values.put("capacity_mw", 2600.0 / rank);
        values.put("energy_gwh", 3400.0 / rank);
        values.put("full_load_hours", 1307.0);
        values.put("carbon_stock_tc", 51_000.0 / rank);
        values.put("carbon_low_tc", 38_000.0 / rank);
        values.put("carbon_high_tc", 69_000.0 / rank);
        values.put("carbon_disturbed_tc", 9_300.0 / rank);
        values.put("carbon_disturbed_low_tc", 4_100.0 / rank);
        values.put("carbon_disturbed_high_tc", 16_800.0 / rank);
        values.put("carbon_pools", POOLS);
        values.put("carbon_shares", SHARES);
        values.put("carbon_flags", FLAGS);
        values.put("forgone_unknown_ha", 120.0);
        values.put("carbon_unmapped_ha", 40.0);
        values.put("balances", BALANCES);
        values.put("blue_carbon_ha", 120.0);
        values.put("carbon_unknown_ha", 3.0);
        values.put("co2_avoided_t", 2_179_000.0 / rank);
        values.put("avoided_basis", "山东省平均排放因子 2022");
        values.put("payback_years", 0.086);
        values.put("payback_low_years", 0.06);
        values.put("payback_high_years", 0.12);
        values.put("unknown_ha", 0.0);
        values.put("criteria", CRITERIA);
        values.put("obstacles", OBSTACLES);
        values.put("quality", "illustrative");
        return new Feature(0, shape(CENTRES[rank - 1]), values);
    }

    /** An uneven hexagon of about 10 km. */
    private static Geometry shape(double[] centre) {
        double[][] offsets = {
            {-.06, -.01}, {-.02, .04}, {.05, .03}, {.07, -.01}, {.02, -.04}, {-.04, -.035}, {-.06, -.01}
        };
        GeometryFactory geometries = new GeometryFactory();
        Coordinate[] ring = new Coordinate[offsets.length];
        for (int i = 0; i < offsets.length; i++) {
            ring[i] = new Coordinate(centre[0] + offsets[i][0], centre[1] + offsets[i][1]);
        }
        return geometries.createMultiPolygon(new Polygon[] {geometries.createPolygon(ring)});
    }

    private static final String CRITERIA = """
            [{"id":"ghi","title":{"zh":"年太阳总辐射","en":"Annual solar radiation"},"layer":"ghi","value":1480.5,
              "unit":"kWh/m2/yr","membership":0.8,"weight":0.6,"part":0.48},
             {"id":"grid","title":{"zh":"并网点距离","en":"Distance to the grid"},"layer":"substation","value":8730,
              "unit":"m","membership":0.7,"weight":0.4,"part":0.28}]""";

    private static final String OBSTACLES = """
            [{"rule":"redline","title":{"zh":"生态保护红线","en":"Ecological red line"},"layer":"ecological-redline",
              "required_m":0,"distance_m":640},
             {"rule":"settlement","title":{"zh":"居民地 <b>500 米</b>","en":"Settlement <b>500 m</b>"},
              "layer":"settlement","required_m":500,"distance_m":1210}]""";

    private static final String SITING = """
            {"plan":"pv-saline-alkali","rule_set":"pv-land-2023",
             "grid":{"crs":"x","cell_m":200,"rows":2,"columns":3,"cells":6},
             "area":{"region_ha":43000000,"eligible_ha":310000,"available_ha":98000,"unknown_ha":0},
             "exclusions":[{"id":"cropland","title":{"zh":"永久基本农田","en":"Basic farmland"},"source":"notice 12",
                "alone_ha":120000,"in_sequence_ha":120000,"unknown_ha":0},
               {"id":"redline","title":{"zh":"生态保护红线","en":"Ecological red line"},"source":"notice 12",
                "alone_ha":88000,"in_sequence_ha":41000,"unknown_ha":0}],
             "sites":{"count":3,"area_ha":9533,"capacity_mw":4766,"energy_gwh":6233},"seconds":{},"peak_heap_mb":1,
             "inputs":[{"layer":"land","file":"land.geojson","checksum":"00ff00ff00ff00ff","quality":"illustrative"}],
             "plan_hash":"x","version":"test"}""";

    private static final String ACCOUNT = """
            {"cell_m":200,
             "total":{"area_ha":910000,"stock_tc":12300000,"low_tc":9100000,"high_tc":16400000,"stock_tco2e":45100000},
             "strata":[{"layer":"forest","class":"poplar","title":{"zh":"杨树林","en":"Poplar"},"area_ha":300000,
                "overlap_ha":0,"area_uncertainty_percent":10,
                "pools":[{"pool":"biomass","formula":"density","set":"local","density":29.3,"stock_tc":8790000,
                  "low_tc":6000000,"high_tc":12300000,"factors":[{"id":"f1","quantity":"density","value":29.3,
                  "low":20,"high":41,"unit":"t C/ha","method":"stock","edition":"IPCC 2006",
                  "tier":"2","source":"a table","confidence":"medium"}]}],
                "stock_tc":8790000,"low_tc":6000000,"high_tc":12300000,"stock_tco2e":32230000}],
             "zones":[{"name":"东营市","area_ha":90000,"stock_tc":2100000,"low_tc":1,"high_tc":2,"stock_tco2e":7700000,
                "strata":[{"layer":"forest","class":"poplar","area_ha":90000,"stock_tc":2100000}]}],
             "partitions":[
               {"id":"city","title":{"zh":"按市","en":"By city"},"zones":[{"name":"东营市","area_ha":90000,
                 "stock_tc":2100000,"low_tc":1,"high_tc":2,"sequestration_tc_yr":null,"strata":[]}]},
               {"id":"plan-zone","title":{"zh":"按规划分区","en":"By zone of the plan"},"zones":[{"name":"沿海地带",
                 "area_ha":70000,"stock_tc":1700000,"low_tc":1,"high_tc":2,"sequestration_tc_yr":31000,"strata":[]}]}],
             "gaps":{"region_ha":2000000,"covered_ha":910000,"uncovered_ha":1090000,"uncovered_in_zones_ha":640000},
             "overlaps":[{"layer":"forest","class":"poplar","overlap_ha":77,"under":[]}],
             "without_factor":[{"layer":"wetland","class":"river","area_ha":43210}],
             "uncertainty":{"unit":"t C","approach1":{"value":12300000,"low":9100000,"high":16400000},
               "approach2":{"value":12410000,"low":9400000,"high":16100000,"draws":10000,"seed":7},
               "note":{"zh":"两种方法不同","en":"the two differ"},"sequestration":null,"interactions":0.02,
               "contributions":[{"input":"poplar-volume","kind":"factor","share":0.613},
                 {"input":"forest/poplar","kind":"area","share":0.2}]},
             "inputs":[],"seconds":{},"version":"test"}""";
}
