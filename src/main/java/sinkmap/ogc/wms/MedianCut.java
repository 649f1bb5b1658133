package sinkmap.ogc.wms;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Finds few colours for many. Colours are counted in cells of 5 bits for red, green and blue and 3 bits for alpha; the
 * boxes of cells are cut at the median of their widest channel until there are as many as wanted, and each gives the mean
 * of its colours.
 */
final class MedianCut {

    private static final int CELLS = 1 << 18;
    private static final int CHANNELS = 4;

    /** The number of each cell that holds a colour, plus one. */
    private final int[] numbers = new int[CELLS];

    private int cells;
    private int[] counts = new int[1024];
    private long[] sums = new long[1024 * CHANNELS];
    private int[] order;
    private int[] indexes;

    /** Cells of {@link #order} from one place to another, the latter excluded. */
    private record Box(int from, int to, int channel, double range, long pixels) {}

    void add(int argb) {
        int cell = cell(argb);
        if (numbers[cell] == 0) {
            numbers[cell] = ++cells;
            if (cells > counts.length) {
                counts = Arrays.copyOf(counts, 2 * counts.length);
                sums = Arrays.copyOf(sums, 2 * sums.length);
            }
        }
        int number = numbers[cell] - 1;
        counts[number]++;
        for (int channel = 0; channel < CHANNELS; channel++) {
            sums[number * CHANNELS + channel] += value(argb, channel);
        }
    }

    /** Number of the cell of a colour; all wholly transparent ones share one. */
    private static int cell(int argb) {
        int alpha = argb >>> 29;
        return argb >>> 24 == 0 ? 0 : alpha << 15 | (argb >> 19 & 31) << 10 | (argb >> 11 & 31) << 5 | argb >> 3 & 31;
    }

    private static int value(int argb, int channel) {
        return argb >>> 24 == 0 ? 0 : argb >>> 8 * channel & 0xFF;
    }

    /** Mean of a channel over a cell. */
    private double mean(int number, int channel) {
        return (double) sums[number * CHANNELS + channel] / counts[number];
    }

    /** The colours, at most so many; from here on {@link #index} tells which one a colour has become. */
    int[] colors(int most) {
        order = IntStream.range(0, cells).toArray();
        indexes = new int[cells];
        PriorityQueue<Box> boxes =
                new PriorityQueue<>(Comparator.comparingDouble((Box box) -> -box.range() * Math.sqrt(box.pixels())));
        boxes.add(box(0, cells));
        while (boxes.size() < most && boxes.peek().range() > 0) {
            Box box = boxes.remove();
            int middle = cut(box);
            boxes.add(box(box.from(), middle));
            boxes.add(box(middle, box.to()));
        }
        int[] colors = new int[boxes.size()];
        int next = 0;
        for (Box box : boxes) {
            colors[next] = color(box);
            for (int i = box.from(); i < box.to(); i++) {
                indexes[order[i]] = next;
            }
            next++;
        }
        return colors;
    }

    private Box box(int from, int to) {
        int widest = 0;
        double range = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double mean = mean(order[i], channel);
                low = Math.min(low, mean);
                high = Math.max(high, mean);
            }
            if (high - low > range) {
                range = high - low;
                widest = channel;
            }
        }
        long pixels = 0;
        for (int i = from; i < to; i++) {
            pixels += counts[order[i]];
        }
        return new Box(from, to, widest, to - from < 2 ? 0 : range, pixels);
    }

    /** Sorts a box along its widest channel and finds where half of its pixels are passed; both parts hold a cell. */
    private int cut(Box box) {
        Integer[] part = new Integer[box.to() - box.from()];
        Arrays.setAll(part, i -> order[box.from() + i]);
        Arrays.sort(part, Comparator.comparingDouble(number -> mean(number, box.channel())));
        long passed = 0;
        int middle = 0;
        for (int i = 0; i < part.length; i++) {
            order[box.from() + i] = part[i];
            passed += counts[part[i]];
            if (middle == 0 && passed * 2 >= box.pixels()) {
                middle = i + 1;
            }
        }
        return box.from() + Math.min(Math.max(1, middle), part.length - 1);
    }

    private int color(Box box) {
        long pixels = 0;
        long[] total = new long[CHANNELS];
        for (int i = box.from(); i < box.to(); i++) {
            pixels += counts[order[i]];
            for (int channel = 0; channel < CHANNELS; channel++) {
                total[channel] += sums[order[i] * CHANNELS + channel];
            }
        }
        int argb = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            argb |= (int) Math.round((double) total[channel] / pixels) << 8 * channel;
        }
        return argb;
    }

    /** Index of the colour that a colour of the picture has become. */
    int index(int argb) {
        return indexes[numbers[cell(argb)] - 1];
    }
}
