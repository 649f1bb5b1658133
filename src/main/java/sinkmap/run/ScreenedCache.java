package sinkmap.run;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.siting.Criterion;
import sinkmap.siting.Exclusion;
import sinkmap.siting.Plan;
import sinkmap.siting.Term;
import sinkmap.store.CellCache;
import sinkmap.store.CellSink;
import sinkmap.store.CellSource;

/**
 * What a screening has found, kept for runs that ask the same of the same land and differ in weights, memberships or the
 * smallest site: masks, counts, and the maps as files. Each entry is whole or not there; where
 * any is missing, all is worked out again.
 */
final class ScreenedCache {

    private final CellCache cache;
    private final CacheKeys keys;
    private final String question;
    private final List<String> layers;

    /**
     * A cache for a plan on a land.
     *
     * @param others the plan under the other rule sets that are looked at
     * @param region knows how far the plan looks
     */
    ScreenedCache(CellCache cache, CacheKeys keys, Plan plan, List<Plan> others, RegionEvidence region, Grid window) {
        this.cache = cache;
        this.keys = keys;
        List<Criterion.Source> sources = Stream.concat(
                        plan.criteria().stream().map(Criterion::value),
                        Stream.of(
                                new Criterion.RasterValue(plan.figures().yield().resource())))
                .toList();
        List<Term> terms = Stream.concat(
                        Stream.of(plan.land()),
                        Stream.concat(Stream.of(plan), others.stream())
                                .flatMap(of -> of.exclusions().stream())
                                .map(Exclusion::when))
                .toList();
        this.layers = Stream.concat(
                        terms.stream().flatMap(Term::layers),
                        sources.stream().flatMap(of -> region.layers(of).stream()))
                .toList();
        this.question = "land " + plan.land() + " " + plan.screening() + " without " + rules(plan) + " beside "
                + others.stream().map(of -> of.ruleSet() + rules(of)).toList() + " for "
                + sources.stream().map(region::question).toList() + " on " + window + " of "
                + region.region();
    }

    CacheKeys keys() {
        return keys;
    }

    private static List<Term> rules(Plan plan) {
        return plan.exclusions().stream().map(Exclusion::when).toList();
    }

    /** The key of a part of what was found; nothing where it must not be kept. */
    Optional<String> key(String part) {
        return key(part, List.of());
    }

    /** The key of what rests on more layers. */
    Optional<String> key(String part, List<String> more) {
        return keys.find(
                part + " of " + question,
                Stream.concat(layers.stream(), more.stream()).toList());
    }

    /** Fills in what an earlier screening of the same land has found; false when it is not known. */
    boolean restore(ScreenedLand land) {
        Optional<CellSource> masks = key("masks").flatMap(cache::find);
        Optional<byte[]> counts = key("counts").flatMap(cache::findBytes);
        List<Mask> to = masks(land);
        int words = to.get(0).toWords().length;
        if (masks.isEmpty() || counts.isEmpty() || masks.get().count() != (long) words * to.size()) {
            return false;
        }
        for (int i = 0; i < to.size(); i++) {
            masks.get().read((long) i * words, to.get(i).toWords(), 0, words);
        }
        land.restore(longs(counts.get()));
        return true;
    }

    /** Keeps what was found. */
    void keep(ScreenedLand land) {
        List<Mask> masks = masks(land);
        int words = masks.get(0).toWords().length;
        key("masks").ifPresent(key -> {
            try (CellSink sink = cache.createWords(key, (long) words * masks.size())) {
                masks.forEach(mask -> sink.write(mask.toWords(), 0, words));
                sink.commit();
            }
        });
        key("counts").ifPresent(key -> cache.keep(key, bytes(land.counts())));
    }

    private static List<Mask> masks(ScreenedLand land) {
        List<Mask> masks = new ArrayList<>(List.of(land.available(), land.scored(), land.unknown()));
        masks.addAll(land.others());
        return masks;
    }

    /** A map as an earlier run has written it for a layer of this kind. */
    Optional<byte[]> findMap(RasterLayer layer, String name) {
        return mapKey(layer, name).flatMap(cache::findBytes);
    }

    void keepMap(RasterLayer layer, String name, byte[] file) {
        mapKey(layer, name).ifPresent(key -> cache.keep(key, file));
    }

    private Optional<String> mapKey(RasterLayer layer, String name) {
        return key("map " + name + " " + layer.band().interpolation());
    }

    private static byte[] bytes(long[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * numbers.length);
        bytes.asLongBuffer().put(numbers);
        return bytes.array();
    }

    private static long[] longs(byte[] bytes) {
        long[] numbers = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
        return numbers;
    }
}
