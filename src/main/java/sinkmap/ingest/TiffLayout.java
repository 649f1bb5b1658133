package sinkmap.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Checks that all strips or tiles of a TIFF (6.0 or BigTIFF) lie inside the file. Image readers take a missing strip for
 * zeros, which in a raster of depths is a value.
 */
final class TiffLayout {

    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_BYTES = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;
    private static final int MOST_DIRECTORIES = 100;
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    /** Type, number of values and place of the values of a tag. */
    private record Tag(int type, long count, long place) {}

    private final SourceFile file;
    private final FileChannel channel;
    private final long size;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean big;

    private TiffLayout(SourceFile file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.size = channel.size();
    }

    /** Throws when a part of the image lies behind the end of the file. */
    static void check(SourceFile file) {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            new TiffLayout(file, channel).check();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private void check() throws IOException {
        ByteBuffer head = read(0, 8);
        order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        head.order(order);
        big = head.getShort(2) == 43;
        long directory = big ? read(8, 8).getLong() : Integer.toUnsignedLong(head.getInt(4));
        for (int i = 0; i < MOST_DIRECTORIES && directory != 0; i++) {
            directory = checkDirectory(directory);
        }
    }

    /** Checks one image; returns the place of the next one, 0 when it is the last. */
    private long checkDirectory(long place) throws IOException {
        int entries = big
                ? (int) Math.min(read(place, 8).getLong(), 65_535)
                : Short.toUnsignedInt(read(place, 2).getShort());
        int entryBytes = big ? 20 : 12;
        long first = place + (big ? 8 : 2);
        Map<Integer, Tag> tags = new HashMap<>();
        for (int i = 0; i < entries; i++) {
            long at = first + (long) i * entryBytes;
            ByteBuffer entry = read(at, entryBytes);
            tags.put(Short.toUnsignedInt(entry.getShort()), tag(entry, at));
        }
        checkParts(tags.get(STRIP_OFFSETS), tags.get(STRIP_BYTES));
        checkParts(tags.get(TILE_OFFSETS), tags.get(TILE_BYTES));
        long next = first + (long) entries * entryBytes;
        return big
                ? read(next, 8).getLong()
                : Integer.toUnsignedLong(read(next, 4).getInt());
    }

    private Tag tag(ByteBuffer entry, long at) {
        int type = Short.toUnsignedInt(entry.getShort());
        long count = big ? entry.getLong() : Integer.toUnsignedLong(entry.getInt());
        boolean inside = count >= 0 && count <= 8 && count * width(type) <= (big ? 8 : 4);
        long valueAt = at + (big ? 12 : 8);
        long place = inside ? valueAt : big ? entry.getLong() : Integer.toUnsignedLong(entry.getInt());
        return new Tag(type, count, place);
    }

    private void checkParts(Tag offsets, Tag bytes) throws IOException {
        if (offsets == null || bytes == null) {
            return;
        }
        boolean damaged = width(offsets.type) == 0 || width(bytes.type) == 0 || offsets.count < 0;
        if (damaged || bytes.count != offsets.count || offsets.count > size) {
            throw cut();
        }
        ByteBuffer starts = values(offsets);
        ByteBuffer lengths = values(bytes);
        for (long i = 0; i < offsets.count; i++) {
            if (number(starts, offsets.type) + number(lengths, bytes.type) > size) {
                throw cut();
            }
        }
    }

    private static int width(int type) {
        return type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
    }

    private ByteBuffer values(Tag tag) throws IOException {
        return read(tag.place, (int) Math.min(Integer.MAX_VALUE, tag.count * width(tag.type)));
    }

    private static long number(ByteBuffer values, int type) {
        return switch (width(type)) {
            case 2 -> Short.toUnsignedLong(values.getShort());
            case 4 -> Integer.toUnsignedLong(values.getInt());
            case 8 -> values.getLong();
            default -> values.get();
        };
    }

    private ByteBuffer read(long place, int length) throws IOException {
        if (place < 0 || length < 0 || place + length > size) {
            throw cut();
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(order);
        while (buffer.hasRemaining() && channel.read(buffer, place + buffer.position()) >= 0) {
            // a channel may give less than was asked for
        }
        return buffer.flip();
    }

    private IngestException cut() {
        return new IngestException(
                file.name() + " is cut off or damaged: parts of its image lie behind its end (" + size + " bytes)");
    }
}
