package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.grid.SinkmapException;

class CellCacheTest {

    private static final String KEY = "0123456789abcdef";

    @TempDir
    Path directory;

    private CellCache cache() {
        return new CellCache(directory, 1 << 20);
    }

    private static CellSource put(CellCache cache, String key, float... values) {
        try (CellSink sink = cache.create(key, values.length)) {
            sink.write(values, 0, values.length);
            return sink.commit();
        }
    }

    private static float[] read(CellSource source) {
        float[] values = new float[(int) source.count()];
        source.read(0, values, 0, values.length);
        return values;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void bytesAreFoundByALaterProcessUnlessTheyAreDamaged() throws IOException {
        byte[] bytes = new byte[300_001];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 257);
        }
        cache().keep(KEY, bytes);

        assertThat(cache().findBytes(KEY)).hasValue(bytes);
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve(KEY + ".cells").toFile(), "rw")) {
            file.seek(150_000);
            int read = file.read();
            file.seek(150_000);
            file.write(read ^ 4);
        }
        assertThat(cache().findBytes(KEY)).isEmpty();
    }

    @Test
    void whatIsWrittenBandByBandIsReadInOtherBands() {
        CellCache cache = cache();
        try (CellSink sink = cache.create(KEY, 5)) {
            sink.write(new float[] {9, 1, 2, 9}, 1, 2);
            assertThat(cache.find(KEY)).isEmpty();
            sink.write(new float[] {Float.NaN, 4, 5}, 0, 3);
            sink.commit();
        }
        CellSource source = cache.find(KEY).orElseThrow();
        float[] part = {-1, -1, -1, -1, -1};
        source.read(1, part, 1, 3);

        assertThat(source.count()).isEqualTo(5);
        assertThat(part).containsExactly(-1, 2, Float.NaN, 4, -1);
    }

    @Test
    void longArraysPassTheBufferWhole() {
        float[] values = new float[200_003];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        assertThat(read(put(cache(), KEY, values))).containsExactly(values);
        assertThat(read(cache().find(KEY).orElseThrow())).containsExactly(values);
    }

    @Test
    void wordsComeBackAsWordsOnly() {
        CellCache cache = cache();
        try (CellSink sink = cache.createWords(KEY, 2)) {
            sink.write(new long[] {-1, 1L << 62}, 0, 2);
            sink.commit();
        }
        CellSource source = cache.find(KEY).orElseThrow();
        long[] words = new long[2];
        source.read(0, words, 0, 2);

        assertThat(words).containsExactly(-1, 1L << 62);
        assertThatThrownBy(() -> source.read(0, new float[1], 0, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEntryOutlivesItsProcess() {
        put(cache(), KEY, 1, 2);
        assertThat(read(cache().find(KEY).orElseThrow())).containsExactly(1, 2);
    }

    @Test
    void theLaterOfTwoEntriesOfAKeyCounts() {
        CellCache cache = cache();
        CellSource first = put(cache, KEY, 1, 2);
        put(cache, KEY, 3);

        assertThat(read(cache.find(KEY).orElseThrow())).containsExactly(3);
        assertThat(read(first)).containsExactly(1, 2);
    }

    @Test
    void anEntryThatIsNotCommittedLeavesNothing() throws IOException {
        CellCache cache = cache();
        try (CellSink sink = cache.create(KEY, 2)) {
            sink.write(new float[] {1}, 0, 1);
            assertThatThrownBy(sink::commit)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("1 values instead of the 2");
        }
        assertThat(cache.find(KEY)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void moreValuesThanAnnouncedAreRefused() {
        try (CellSink sink = cache().create(KEY, 1)) {
            assertThatThrownBy(() -> sink.write(new float[] {1, 2}, 0, 2)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void readingBeyondTheEndIsAnError() {
        CellSource source = put(cache(), KEY, 1, 2);
        assertThatThrownBy(() -> source.read(1, new float[2], 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aFileThatIsCutOffIsNotFoundAndMakesRoom() throws IOException {
        put(cache(), KEY, 1, 2, 3);
        Path file = directory.resolve(KEY + ".cells");
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(file.toFile().length() - 2);
        }
        assertThat(cache().find(KEY)).isEmpty();
        assertThat(files()).isEmpty();
        assertThat(read(put(cache(), KEY, 4))).containsExactly(4);
    }

    @Test
    void aChangedValueIsNoticed() throws IOException {
        put(cache(), KEY, 1, 2, 3);
        Path file = directory.resolve(KEY + ".cells");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 1;
        Files.write(file, bytes);

        assertThat(cache().find(KEY)).isEmpty();
    }

    @Test
    void aFileOfAnotherKindIsNotFound() throws IOException {
        Files.writeString(directory.resolve(KEY + ".cells"), "no floats, and shorter than the header");
        assertThat(cache().find(KEY)).isEmpty();
        Files.writeString(directory.resolve(KEY + ".cells"), "");
        assertThat(cache().find(KEY)).isEmpty();
    }

    @Test
    void beyondTheBoundTheEntryNotUsedForLongestGoes() throws Exception {
        // two entries of 400 bytes and their headers fit, three do not
        CellCache cache = new CellCache(directory, 1000);
        put(cache, "aaaaaaaa", new float[100]);
        Thread.sleep(5);
        put(cache, "bbbbbbbb", new float[100]);
        Thread.sleep(5);
        assertThat(cache.find("aaaaaaaa")).isPresent();
        Thread.sleep(5);
        put(cache, "cccccccc", new float[100]);

        assertThat(files()).containsExactly("aaaaaaaa.cells", "cccccccc.cells");
        assertThat(cache.find("bbbbbbbb")).isEmpty();
    }

    @Test
    void anEntryTooLargeToKeepCanStillBeReadByWhoWroteIt() throws IOException {
        CellCache cache = new CellCache(directory, 10);
        CellSource source = put(cache, KEY, 1, 2, 3);

        assertThat(files()).isEmpty();
        assertThat(read(source)).containsExactly(1, 2, 3);
    }

    @Test
    void aRestartDeletesWhatWasHalfWritten() throws IOException {
        put(cache(), KEY, 1);
        Files.writeString(directory.resolve(KEY + ".x.part"), "half");
        cache().recover();

        assertThat(files()).containsExactly(KEY + ".cells");
    }

    @Test
    void manyWritersAndReadersOfAKeySeeWholeEntries() {
        CellCache cache = cache();
        put(cache, KEY, new float[1000]);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 200).parallel().forEach(i -> {
            float[] values = new float[1000];
            java.util.Arrays.fill(values, i);
            put(cache, KEY, values);
            float[] read = read(cache.find(KEY).orElseThrow());
            seen.add(read[0] == read[999] ? "whole" : read[0] + " " + read[999]);
        });
        assertThat(seen).containsExactly("whole");
    }

    @Test
    void keysAreHexadecimal() {
        assertThatThrownBy(() -> cache().find("../../../../etc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cache().create("abc", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "in the way");
        assertThatThrownBy(() -> put(new CellCache(file.resolve("cache"), 1000), KEY, 1))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aNegativeBoundIsRefused() {
        assertThatThrownBy(() -> new StoreSettings.CacheSettings(-1))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("sinkmap.cache.mb");
    }
}
