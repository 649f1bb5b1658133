package sinkmap.ogc.style;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The room on a picture that labels have taken. */
final class LabelRoom {

    private static final int CELL_PX = 64;

    private final Map<Long, List<Rectangle2D>> taken = new HashMap<>();

    /** Whether none of the boxes meets one that is taken, with a margin around each. */
    boolean free(List<Rectangle2D> boxes, double margin) {
        for (Rectangle2D box : boxes) {
            Rectangle2D wide = grown(box, margin);
            for (long cell : cells(wide)) {
                for (Rectangle2D other : taken.getOrDefault(cell, List.of())) {
                    if (wide.intersects(other)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    void take(List<Rectangle2D> boxes, double margin) {
        for (Rectangle2D box : boxes) {
            Rectangle2D wide = grown(box, margin);
            for (long cell : cells(wide)) {
                taken.computeIfAbsent(cell, c -> new ArrayList<>()).add(wide);
            }
        }
    }

    private static Rectangle2D grown(Rectangle2D box, double margin) {
        double width = Math.max(0.1, box.getWidth() + 2 * margin);
        double height = Math.max(0.1, box.getHeight() + 2 * margin);
        return new Rectangle2D.Double(box.getCenterX() - width / 2, box.getCenterY() - height / 2, width, height);
    }

    private static List<Long> cells(Rectangle2D box) {
        List<Long> cells = new ArrayList<>();
        for (long x = cell(box.getMinX()); x <= cell(box.getMaxX()); x++) {
            for (long y = cell(box.getMinY()); y <= cell(box.getMaxY()); y++) {
                cells.add(x << 32 | y & 0xFFFFFFFFL);
            }
        }
        return cells;
    }

    private static long cell(double position) {
        return (long) Math.floor(Math.max(-1e6, Math.min(1e6, position)) / CELL_PX);
    }
}
