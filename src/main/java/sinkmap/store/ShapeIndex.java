package sinkmap.store;

import java.util.Arrays;

/** Finds shapes by their bounds: a grid of cells over all of them, each with the shapes that meet it. */
final class ShapeIndex {

    /** Shapes in a cell, about. */
    private static final int PER_CELL = 4;

    /** A shape in more cells than this is looked at in every search instead. */
    private static final int MOST_CELLS = 64;

    /** From this share of all cells on, looking at every shape is faster. */
    private static final double WIDE = 0.1;

    private final ShapeArrays shapes;
    private final double minX;
    private final double minY;
    private final double cell;
    private final int columns;
    private final int rows;
    /** Where the shapes of each cell begin in {@code members}. */
    private final int[] first;

    private final int[] members;
    private final int[] large;

    ShapeIndex(ShapeArrays shapes) {
        this.shapes = shapes;
        double[] bounds = bounds(shapes);
        this.minX = bounds[0];
        this.minY = bounds[1];
        double width = Math.max(1, bounds[2] - minX);
        double height = Math.max(1, bounds[3] - minY);
        double cells = Math.max(1, (double) shapes.size() / PER_CELL);
        this.cell = Math.max(Math.sqrt(width * height / cells), Math.max(width, height) / 4096);
        this.columns = (int) (width / cell) + 1;
        this.rows = (int) (height / cell) + 1;
        int[] counts = new int[columns * rows + 1];
        int[] few = new int[shapes.size()];
        int many = 0;
        for (int i = 0; i < shapes.size(); i++) {
            if (isLarge(i)) {
                few[many++] = i;
            } else {
                visit(i, c -> counts[c + 1]++);
            }
        }
        this.large = Arrays.copyOf(few, many);
        for (int c = 0; c < columns * rows; c++) {
            counts[c + 1] += counts[c];
        }
        this.first = counts;
        this.members = new int[counts[columns * rows]];
        int[] next = Arrays.copyOf(counts, columns * rows);
        for (int i = 0; i < shapes.size(); i++) {
            if (!isLarge(i)) {
                int shape = i;
                visit(i, c -> members[next[c]++] = shape);
            }
        }
    }

    private static double[] bounds(ShapeArrays shapes) {
        double[] bounds = {0, 0, 0, 0};
        for (int i = 0; i < shapes.size(); i++) {
            bounds[0] = i == 0 ? shapes.minX(i) : Math.min(bounds[0], shapes.minX(i));
            bounds[1] = i == 0 ? shapes.minY(i) : Math.min(bounds[1], shapes.minY(i));
            bounds[2] = i == 0 ? shapes.maxX(i) : Math.max(bounds[2], shapes.maxX(i));
            bounds[3] = i == 0 ? shapes.maxY(i) : Math.max(bounds[3], shapes.maxY(i));
        }
        return bounds;
    }

    private boolean isLarge(int shape) {
        long across = column(shapes.maxX(shape)) - column(shapes.minX(shape)) + 1L;
        long down = row(shapes.maxY(shape)) - row(shapes.minY(shape)) + 1L;
        return across * down > MOST_CELLS;
    }

    private void visit(int shape, java.util.function.IntConsumer work) {
        for (int row = row(shapes.minY(shape)); row <= row(shapes.maxY(shape)); row++) {
            for (int column = column(shapes.minX(shape)); column <= column(shapes.maxX(shape)); column++) {
                work.accept(row * columns + column);
            }
        }
    }

    private int column(double x) {
        return (int) Math.max(0, Math.min(columns - 1, (x - minX) / cell));
    }

    private int row(double y) {
        return (int) Math.max(0, Math.min(rows - 1, (y - minY) / cell));
    }

    /** Shapes whose bounds meet a box, rising. */
    int[] find(double west, double south, double east, double north) {
        int left = column(west);
        int right = column(east);
        int bottom = row(south);
        int top = row(north);
        if ((double) (right - left + 1) * (top - bottom + 1) > WIDE * columns * rows) {
            return all(west, south, east, north);
        }
        int[] found = new int[64];
        int count = 0;
        for (int row = bottom; row <= top; row++) {
            int from = first[row * columns + left];
            int to = first[row * columns + right + 1];
            for (int k = from; k < to; k++) {
                if (meets(members[k], west, south, east, north)) {
                    found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                    found[count++] = members[k];
                }
            }
        }
        for (int shape : large) {
            if (meets(shape, west, south, east, north)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = shape;
            }
        }
        return unique(found, count);
    }

    private static int[] unique(int[] found, int count) {
        Arrays.sort(found, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[kept++] = found[i];
            }
        }
        return Arrays.copyOf(found, kept);
    }

    private int[] all(double west, double south, double east, double north) {
        int[] found = new int[shapes.size()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (meets(i, west, south, east, north)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private boolean meets(int shape, double west, double south, double east, double north) {
        return shapes.maxX(shape) >= west
                && shapes.minX(shape) <= east
                && shapes.maxY(shape) >= south
                && shapes.minY(shape) <= north;
    }

    /** Roughly what it takes in memory. */
    long bytes() {
        return 4L * (first.length + members.length + large.length);
    }
}
