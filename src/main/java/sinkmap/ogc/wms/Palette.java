package sinkmap.ogc.wms;

import java.util.Arrays;
import java.util.Optional;

/**
 * The colours of a picture, at most 256, and which of them each pixel has.
 *
 * @param colors ARGB, those that are not opaque first
 * @param pixels index of each pixel's colour
 */
record Palette(int[] colors, byte[] pixels) {

    static final int MOST = 256;

    /** Places of the hash table, a power of two well above the number of colours. */
    private static final int PLACES = 1024;

    /**
     * The palette of a picture that has no more than 256 colours; empty when it has more.
     *
     * @param argb pixels; those that are wholly transparent count as one colour
     */
    static Optional<Palette> exact(int[] argb) {
        int[] found = new int[MOST];
        int[] places = new int[PLACES];
        byte[] pixels = new byte[argb.length];
        int count = 0;
        int last = 0;
        int lastIndex = -1;
        for (int i = 0; i < argb.length; i++) {
            int color = argb[i] >>> 24 == 0 ? 0 : argb[i];
            if (lastIndex < 0 || color != last) {
                int place = place(color, places, found);
                if (places[place] == 0) {
                    if (count == MOST) {
                        return Optional.empty();
                    }
                    found[count++] = color;
                    places[place] = count;
                }
                last = color;
                lastIndex = places[place] - 1;
            }
            pixels[i] = (byte) lastIndex;
        }
        return Optional.of(new Palette(Arrays.copyOf(found, count), pixels).transparentFirst());
    }

    /** The place of a colour, or the free one where it belongs. A place holds the index of its colour plus one. */
    private static int place(int color, int[] places, int[] colors) {
        int place = (color * 0x9E3779B1) >>> 22;
        while (places[place] != 0 && colors[places[place] - 1] != color) {
            place = (place + 1) & (PLACES - 1);
        }
        return place;
    }

    /**
     * A palette without the colours that no pixel has.
     *
     * @param colors ARGB, at most 256
     * @param pixels index of each pixel's colour
     */
    static Palette of(int[] colors, byte[] pixels) {
        boolean[] used = new boolean[colors.length];
        for (byte pixel : pixels) {
            used[pixel & 0xFF] = true;
        }
        int[] kept = new int[colors.length];
        byte[] places = new byte[colors.length];
        int count = 0;
        for (int i = 0; i < colors.length; i++) {
            if (used[i]) {
                places[i] = (byte) count;
                kept[count++] = colors[i];
            }
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = places[pixels[i] & 0xFF];
        }
        return new Palette(Arrays.copyOf(kept, count), pixels).transparentFirst();
    }

    /** The chunk of transparency lists the first colours only, so those that need it come first. */
    private Palette transparentFirst() {
        int[] order = new int[colors.length];
        int[] sorted = new int[colors.length];
        int next = 0;
        for (boolean opaque : new boolean[] {false, true}) {
            for (int i = 0; i < colors.length; i++) {
                if ((colors[i] >>> 24 == 255) == opaque) {
                    order[i] = next;
                    sorted[next++] = colors[i];
                }
            }
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) order[pixels[i] & 0xFF];
        }
        return new Palette(sorted, pixels);
    }

    /** How many of the colours, all at the beginning, are not opaque. */
    int transparent() {
        int count = 0;
        while (count < colors.length && colors[count] >>> 24 != 255) {
            count++;
        }
        return count;
    }

    /**
     * A palette of 256 colours that are near to those of a picture: median cut (P. Heckbert, "Color image quantization for
     * frame buffer display", SIGGRAPH 1982) of the colours counted in steps of 8, alpha included.
     */
    static Palette near(int[] argb) {
        MedianCut cut = new MedianCut();
        for (int color : argb) {
            cut.add(color);
        }
        int[] colors = cut.colors(MOST);
        byte[] pixels = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            pixels[i] = (byte) cut.index(argb[i]);
        }
        return new Palette(colors, pixels).transparentFirst();
    }
}
