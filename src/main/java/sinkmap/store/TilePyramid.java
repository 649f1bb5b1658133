package sinkmap.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The tiles of a raster and of its overviews, packed as they come, in any order and from many threads at once, and kept in a
 * file until they are put in order. An overview tile is made as soon as the tiles that it shows are there, so memory holds
 * about a row of tiles. Tiles without data are not kept.
 */
final class TilePyramid implements AutoCloseable {

    private static final int TILE = TileLevel.TILE;

    private final Path file;
    private final FileChannel channel;
    private final boolean average;
    private final List<TileLevel> levels;
    /** Where the packed bytes of each tile begin, and how many there are; none for a tile without data. */
    private final long[][] starts;

    private final int[][] lengths;
    private final AtomicLong end = new AtomicLong();
    /** By level, the overview tiles that still lack some of what they show. */
    private final List<Map<Integer, Overview>> begun = new ArrayList<>();

    private final ConcurrentLinkedQueue<TilePack> packs = new ConcurrentLinkedQueue<>();

    private record Overview(float[] values, AtomicInteger missing) {}

    /**
     * A pyramid without tiles.
     *
     * @param file where the tiles wait; a new file
     * @param average whether overviews hold means of the data; else the value of one of the cells
     */
    TilePyramid(Path file, List<TileLevel> levels, boolean average) throws IOException {
        this.file = file;
        this.levels = List.copyOf(levels);
        this.average = average;
        this.starts = new long[levels.size()][];
        this.lengths = new int[levels.size()][];
        for (int level = 0; level < levels.size(); level++) {
            starts[level] = new long[levels.get(level).tiles()];
            lengths[level] = new int[levels.get(level).tiles()];
            begun.add(new ConcurrentHashMap<>());
        }
        this.channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    static float[] emptyTile() {
        float[] tile = new float[TILE * TILE];
        Arrays.fill(tile, Float.NaN);
        return tile;
    }

    List<TileLevel> levels() {
        return levels;
    }

    /**
     * Takes a tile of the raster; each comes once at most, and one that never comes holds no data.
     *
     * @param values 256 x 256 values, NaN beyond the edge of the raster
     */
    void put(int tile, float[] values) throws IOException {
        put(0, tile, values);
    }

    private void put(int level, int tile, float[] values) throws IOException {
        boolean data = !isEmpty(values);
        if (data) {
            keep(level, tile, values);
        }
        if (level + 1 == levels.size()) {
            return;
        }
        TileLevel own = levels.get(level);
        int parent = own.parent(tile);
        Overview overview = begun.get(level + 1)
                .computeIfAbsent(parent, number -> new Overview(emptyTile(), new AtomicInteger(own.siblings(tile))));
        if (data) {
            int row = tile / own.tileColumns();
            int column = tile % own.tileColumns();
            half(values, overview.values, row % 2 * TILE / 2, column % 2 * TILE / 2);
        }
        if (overview.missing.decrementAndGet() == 0) {
            begun.get(level + 1).remove(parent);
            put(level + 1, parent, overview.values);
        }
    }

    private void keep(int level, int tile, float[] values) throws IOException {
        byte[] packed = pack(values);
        long start = end.getAndAdd(packed.length);
        starts[level][tile] = start;
        lengths[level][tile] = packed.length;
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            channel.write(bytes, start + bytes.position());
        }
    }

    private byte[] pack(float[] values) {
        TilePack pack = packs.poll();
        if (pack == null) {
            pack = new TilePack();
        }
        try {
            return pack.pack(values);
        } finally {
            packs.add(pack);
        }
    }

    /** The bytes of a tile without data. */
    byte[] packedEmpty() {
        return pack(emptyTile());
    }

    /** Makes the overview tiles that wait for tiles that never came. */
    void finish() throws IOException {
        for (int level = 1; level < levels.size(); level++) {
            for (Map.Entry<Integer, Overview> left :
                    List.copyOf(begun.get(level).entrySet())) {
                begun.get(level).remove(left.getKey());
                put(level, left.getKey(), left.getValue().values);
            }
        }
    }

    /** Length of the packed bytes of a tile; 0 for one without data. */
    int length(int level, int tile) {
        return lengths[level][tile];
    }

    /** The packed bytes of a tile with data. */
    byte[] read(int level, int tile) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(lengths[level][tile]);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, starts[level][tile] + bytes.position()) < 0) {
                throw new IOException(file + " is cut off");
            }
        }
        return bytes.array();
    }

    private static boolean isEmpty(float[] values) {
        for (float value : values) {
            if (!Float.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    /** Puts every two by two cells as one into a quarter of a tile. */
    private void half(float[] source, float[] target, int top, int left) {
        for (int row = 0; row < TILE / 2; row++) {
            for (int column = 0; column < TILE / 2; column++) {
                int corner = 2 * row * TILE + 2 * column;
                target[(top + row) * TILE + left + column] =
                        one(source[corner], source[corner + 1], source[corner + TILE], source[corner + TILE + 1]);
            }
        }
    }

    /** The mean of the values that are data, or the first of them. */
    private float one(float a, float b, float c, float d) {
        if (average) {
            double sum = (Float.isNaN(a) ? 0.0 : a)
                    + (Float.isNaN(b) ? 0.0 : b)
                    + (Float.isNaN(c) ? 0.0 : c)
                    + (Float.isNaN(d) ? 0.0 : d);
            int count = (Float.isNaN(a) ? 0 : 1)
                    + (Float.isNaN(b) ? 0 : 1)
                    + (Float.isNaN(c) ? 0 : 1)
                    + (Float.isNaN(d) ? 0 : 1);
            return count == 0 ? Float.NaN : (float) (sum / count);
        }
        if (!Float.isNaN(a)) {
            return a;
        }
        if (!Float.isNaN(b)) {
            return b;
        }
        return Float.isNaN(c) ? d : c;
    }

    /** Deletes the file. */
    @Override
    public void close() throws IOException {
        for (TilePack pack = packs.poll(); pack != null; pack = packs.poll()) {
            pack.close();
        }
        try {
            channel.close();
        } finally {
            RasterFile.deleteIfThere(file);
        }
    }
}
