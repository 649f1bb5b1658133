package sinkmap.ogc.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import sinkmap.store.ShapeLevel;

/**
 * Paints the shapes of a level by the rules of a pass. Shapes that need no more than plain colours are drawn by {@link
 * SmallRaster} or stamped by {@link Stamps}; all others are left to somebody else.
 */
final class ShapePainting {

    /** An area that fills so much of its bounds looks like a box of its size while it is only some pixels large. */
    private static final double COMPACT = 0.5;

    private record StampKey(Ink ink) {}

    private final ShapeLevel level;
    private final Screen screen;
    private final Brush brush;
    private final SmallRaster raster;
    private final Canvas canvas;
    private final double scaleX;
    private final double scaleY;
    private final double[] box = new double[4];
    private double[] points = new double[256];

    ShapePainting(ShapeLevel level, Screen screen, Canvas canvas, Brush brush) {
        this.level = level;
        this.screen = screen;
        this.brush = brush;
        this.raster = new SmallRaster(canvas);
        this.canvas = canvas;
        this.scaleX = screen.width() / screen.bounds().getWidth();
        this.scaleY = screen.height() / screen.bounds().getHeight();
    }

    /** The rules for each shape of a level, kept with it. */
    record Classes(short[] of, List<List<Rule>> rules) {

        private static final int MOST = 1000;

        /** The rules that hold at a scale are the key; others do not matter. */
        private record Key(Style.Pass pass, List<Boolean> atScale) {}

        static Classes of(ShapeLevel level, Style.Pass pass, double denominator) {
            List<Boolean> atScale =
                    pass.rules().stream().map(rule -> rule.atScale(denominator)).toList();
            return level.keep(new Key(pass, atScale), l -> make(l, pass, denominator));
        }

        private static Classes make(ShapeLevel level, Style.Pass pass, double denominator) {
            short[] of = new short[level.size()];
            List<List<Rule>> rules = new ArrayList<>();
            Map<List<Rule>, Short> numbers = new HashMap<>();
            for (int i = 0; i < of.length; i++) {
                List<Rule> matching = pass.match(level.attributes(i), denominator);
                Short number = numbers.get(matching);
                if (number == null && rules.size() < MOST) {
                    number = (short) rules.size();
                    numbers.put(matching, number);
                    rules.add(matching);
                }
                of[i] = number == null ? -1 : number;
            }
            return new Classes(of, rules);
        }
    }

    /**
     * Paints the shapes that may show on the screen, in their order.
     *
     * @param reach how far symbols reach from their shape, in pixels
     * @param other paints a shape that needs more than plain colours
     */
    void paint(Style.Pass pass, double reach, IntConsumer other) {
        Classes classes = Classes.of(level, pass, screen.scaleDenominator());
        Ink[][] inks = inks(classes);
        Stamps[] stamps = new Stamps[classes.rules.size()];
        int[] found = level.find(screen.boundsWithMargin(reach * screen.ratio()));
        for (int shape : found) {
            int number = classes.of[shape];
            Ink ink = number < 0 ? null : inks[level.kind(shape).ordinal()][number];
            if (ink == null) {
                other.accept(shape);
            } else if (!ink.isEmpty()) {
                if (stamps[number] == null) {
                    stamps[number] = level.keep(new StampKey(ink), l -> new Stamps(ink));
                }
                paint(shape, ink, stamps[number], other);
            }
        }
    }

    private Ink[][] inks(Classes classes) {
        Ink[][] inks = new Ink[ShapeLevel.Kind.values().length][classes.rules.size()];
        for (ShapeLevel.Kind kind : ShapeLevel.Kind.values()) {
            for (int i = 0; i < classes.rules.size(); i++) {
                inks[kind.ordinal()][i] =
                        Ink.of(classes.rules.get(i), kind, brush).orElse(null);
            }
        }
        return inks;
    }

    private double centreX() {
        return ((box[0] + box[2]) / 2 - screen.bounds().getMinX()) * scaleX;
    }

    private double centreY() {
        return (screen.bounds().getMaxY() - (box[1] + box[3]) / 2) * scaleY;
    }

    private void paint(int shape, Ink ink, Stamps stamps, IntConsumer other) {
        level.box(shape, box);
        double width = (box[2] - box[0]) * scaleX;
        double height = (box[3] - box[1]) * scaleY;
        ShapeLevel.Kind kind = level.kind(shape);
        if (kind == ShapeLevel.Kind.DOT || kind == ShapeLevel.Kind.AREA && width < 1 && height < 1) {
            stamps.stamp(canvas, centreX(), centreY(), 1, 1);
        } else if (width < Stamps.LARGEST && height < Stamps.LARGEST && level.solidity(shape) >= COMPACT) {
            double edge = Math.sqrt(level.solidity(shape));
            stamps.stamp(canvas, centreX(), centreY(), edge * width, edge * height);
        } else if (width <= SmallRaster.LARGEST && height <= SmallRaster.LARGEST && onePart(shape)) {
            double left = (box[0] - screen.bounds().getMinX()) * scaleX;
            double top = (screen.bounds().getMaxY() - box[3]) * scaleY;
            for (Ink.Layer layer : ink.layers()) {
                raster.begin(left, top, left + width, top + height, layer.width());
                parts(shape, layer, kind);
                raster.paint(layer.fill(), layer.line());
            }
        } else {
            other.accept(shape);
        }
    }

    /** Islands smaller than a pixel are enlarged by the other way of painting. */
    private boolean onePart(int shape) {
        return level.firstPart(shape + 1) - level.firstPart(shape) == 1;
    }

    private void parts(int shape, Ink.Layer layer, ShapeLevel.Kind kind) {
        for (int part = level.firstPart(shape); part < level.firstPart(shape + 1); part++) {
            int count = level.points(part);
            if (points.length < 2 * count) {
                points = Arrays.copyOf(points, 4 * count);
            }
            level.pixels(
                    part,
                    scaleX,
                    scaleY,
                    screen.bounds().getMinX(),
                    screen.bounds().getMaxY(),
                    points);
            if (layer.fill() != 0 && kind == ShapeLevel.Kind.AREA) {
                raster.fill(points, count);
            }
            if (layer.line() != 0) {
                raster.stroke(points, count, layer.width());
            }
        }
    }
}
