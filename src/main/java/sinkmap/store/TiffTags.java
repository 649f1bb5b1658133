package sinkmap.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole numbers among the tags of a TIFF's images, as {@link TiffDirectory} writes them. */
final class TiffTags {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int LONG8 = 16;
    private static final int BIG = 43;

    private static final int MOST_IMAGES = 100;

    private final RandomAccessFile in;
    private final boolean big;

    private TiffTags(RandomAccessFile in, boolean big) {
        this.in = in;
        this.big = big;
    }

    /** For each image its tags with their numbers; none of a file that is big endian. */
    static List<Map<Integer, long[]>> read(Path file) throws IOException {
        List<Map<Integer, long[]>> images = new ArrayList<>();
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            ByteBuffer head = bytes(in, 0, 8);
            if (head.get(0) != 'I') {
                return images;
            }
            TiffTags tags = new TiffTags(in, head.getShort(2) == BIG);
            long at = tags.big ? bytes(in, 8, 8).getLong() : head.getInt(4) & 0xFFFFFFFFL;
            while (at != 0 && images.size() < MOST_IMAGES) {
                Map<Integer, long[]> image = new HashMap<>();
                at = tags.directory(at, image);
                images.add(image);
            }
        }
        return images;
    }

    private static ByteBuffer bytes(RandomAccessFile in, long at, long count) throws IOException {
        if (at < 0 || count < 0 || at + count > in.length()) {
            throw new IOException("the file is cut off");
        }
        byte[] bytes = new byte[Math.toIntExact(count)];
        in.seek(at);
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private long offset(ByteBuffer from) {
        return big ? from.getLong() : from.getInt() & 0xFFFFFFFFL;
    }

    /** Reads a directory and tells where the next one stands; 0 for none. */
    private long directory(long at, Map<Integer, long[]> image) throws IOException {
        int wide = big ? 8 : 4;
        int counter = big ? 8 : 2;
        ByteBuffer first = bytes(in, at, counter);
        int count = big ? Math.toIntExact(first.getLong()) : first.getShort() & 0xFFFF;
        ByteBuffer table = bytes(in, at + counter, (long) count * (4 + 2 * wide) + wide);
        for (int i = 0; i < count; i++) {
            table.position(i * (4 + 2 * wide));
            int tag = table.getShort() & 0xFFFF;
            int size = size(table.getShort());
            long values = offset(table);
            if (size > 0) {
                ByteBuffer from = values * size <= wide ? table : bytes(in, offset(table), values * size);
                image.put(tag, numbers(from, size, Math.toIntExact(values)));
            }
        }
        return offset(table.position(count * (4 + 2 * wide)));
    }

    private static int size(int type) {
        return switch (type) {
            case SHORT -> 2;
            case LONG -> 4;
            case LONG8 -> 8;
            default -> 0;
        };
    }

    private static long[] numbers(ByteBuffer from, int size, int count) {
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] =
                    size == 2 ? from.getShort() & 0xFFFF : size == 4 ? from.getInt() & 0xFFFFFFFFL : from.getLong();
        }
        return numbers;
    }
}
