package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.store.StoredRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a run shows for itself: result and sites, rasters as arrays of values, and checksums of its maps. */
record Shown(
        JsonNode result,
        List<String> reused,
        List<Map<String, Object>> sites,
        List<float[]> rasters,
        List<String> maps) {

    private static final Pattern DOUBLE = Pattern.compile("\\d+\\.\\d+(E-?\\d+)?");

    /** What a run of a plan has left. */
    static Shown of(FixtureService service, StoredRun run, String plan) {
        ObjectNode result = (ObjectNode) JsonMapper.shared().readTree(run.result());
        ((ObjectNode) result.get("screening")).remove("windows");
        List<String> reused = new ArrayList<>();
        result.get("reused").forEach(text -> reused.add(text.asString()));
        List.of("answer_s", "seconds", "reused", "peak_heap_mb", "inputs", "plan_hash", "definitions_hash")
                .forEach(result::remove);
        List<Map<String, Object>> sites = service.list("candidate-site", run.id()).stream()
                .sorted(Comparator.comparing(site -> (Long) site.attributes().get("rank")))
                .map(site -> {
                    Map<String, Object> all = new LinkedHashMap<>(site.attributes());
                    all.put("outline", site.geometry().toText());
                    return all;
                })
                .toList();
        Grid fine = service.catalog.region().grid(10);
        List<float[]> rasters = Stream.of("exclusion-", "suitability-", "score-spread-", "availability-")
                .map(layer -> service.store
                        .rasters()
                        .read((RasterLayer) service.catalog.getLayer(layer + plan), fine)
                        .values())
                .toList();
        List<String> maps =
                service.filesOf(run.id()).stream().map(Shown::content).sorted().toList();
        return new Shown(result, reused, sites, rasters, maps);
    }

    /** Layer and checksum of a raster of a run. */
    private static String content(Path file) {
        try {
            CRC32 crc = new CRC32();
            crc.update(Files.readAllBytes(file));
            return file.getParent().getFileName() + " " + crc.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertSame(Shown one, Shown other) {
        assertThat(rounded(one.result())).isEqualTo(rounded(other.result()));
        assertThat(rounded(one.sites())).isEqualTo(rounded(other.sites()));
        for (int i = 0; i < one.rasters().size(); i++) {
            assertThat(one.rasters().get(i)).isEqualTo(other.rasters().get(i));
        }
        assertThat(one.maps()).isEqualTo(other.maps());
    }

    /** Sums over windows differ from sums over all by what rounding does, far behind the twelfth digit. */
    private static String rounded(Object shown) {
        return DOUBLE.matcher(shown.toString())
                .replaceAll(number -> new BigDecimal(number.group())
                        .round(new MathContext(12))
                        .stripTrailingZeros()
                        .toPlainString());
    }
}
