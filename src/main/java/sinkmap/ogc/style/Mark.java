package sinkmap.ogc.style;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A well-known mark of SLD 1.0 (OGC 02-070, 11.3.2), and strokes for hatching. */
public enum Mark {
    SQUARE,
    CIRCLE,
    TRIANGLE,
    STAR,
    CROSS,
    X,
    SLASH,
    BACKSLASH,
    HORIZONTAL,
    VERTICAL,
    DOT;

    static Optional<Mark> find(String wellKnownName) {
        String name = wellKnownName.strip().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "SHAPE://SLASH" -> Optional.of(SLASH);
            case "SHAPE://BACKSLASH" -> Optional.of(BACKSLASH);
            case "SHAPE://HORLINE" -> Optional.of(HORIZONTAL);
            case "SHAPE://VERTLINE" -> Optional.of(VERTICAL);
            case "SHAPE://DOT" -> Optional.of(DOT);
            case "SHAPE://TIMES" -> Optional.of(X);
            case "SHAPE://PLUS" -> Optional.of(CROSS);
            default ->
                List.of(SQUARE, CIRCLE, TRIANGLE, STAR, CROSS, X).stream()
                        .filter(mark -> mark.name().equals(name))
                        .findFirst();
        };
    }

    /** Whether the mark is a stroke without an inside. */
    boolean open() {
        return Arrays.asList(SLASH, BACKSLASH, HORIZONTAL, VERTICAL).contains(this);
    }

    /** The shape at unit size around the origin, y downward. */
    Shape shape() {
        return switch (this) {
            case SQUARE -> new Rectangle2D.Double(-0.5, -0.5, 1, 1);
            case CIRCLE -> new Ellipse2D.Double(-0.5, -0.5, 1, 1);
            case DOT -> new Ellipse2D.Double(-0.15, -0.15, 0.3, 0.3);
            case TRIANGLE -> polygon(0, -0.5, 0.5, 0.5, -0.5, 0.5);
            case STAR -> star();
            case CROSS -> cross();
            case X ->
                java.awt.geom.AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(cross());
            case SLASH -> line(-0.5, 0.5, 0.5, -0.5);
            case BACKSLASH -> line(-0.5, -0.5, 0.5, 0.5);
            case HORIZONTAL -> line(-0.5, 0, 0.5, 0);
            case VERTICAL -> line(0, -0.5, 0, 0.5);
        };
    }

    private static Shape star() {
        double[] xy = new double[20];
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? 0.5 : 0.2;
            xy[2 * i] = radius * Math.sin(Math.PI * i / 5);
            xy[2 * i + 1] = -radius * Math.cos(Math.PI * i / 5);
        }
        return polygon(xy);
    }

    private static Shape cross() {
        double a = 0.14;
        return polygon(
                -a, -0.5, a, -0.5, a, -a, 0.5, -a, 0.5, a, a, a, a, 0.5, -a, 0.5, -a, a, -0.5, a, -0.5, -a, -a, -a);
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Shape line(double x0, double y0, double x1, double y1) {
        Path2D path = new Path2D.Double();
        path.moveTo(x0, y0);
        path.lineTo(x1, y1);
        return path;
    }
}
