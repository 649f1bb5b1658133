package sinkmap.ogc.style;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The shapes of well-known marks: those of SLD (OGC 02-070, 11.3.2) in the proportions of GeoServer, its hatch marks
 * {@code shape://}, and those of QGIS. One high around the origin, y upward.
 */
final class MarkShapes {

    private static final Map<String, Shape> ALL = new HashMap<>();

    static {
        standard();
        hatches();
        arrows();
        qgis();
        halves();
    }

    private MarkShapes() {}

    /** The shape of that name in any case, or null; underscores do not count. */
    static Shape find(String name) {
        return ALL.get(key(name));
    }

    /** The names, for messages. */
    static List<String> names() {
        return ALL.keySet().stream().sorted().toList();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static void standard() {
        put(new Rectangle2D.Double(-0.5, -0.5, 1, 1), "square", "rectangle", "qgis://rectangle", "qgis://square");
        put(new Ellipse2D.Double(-0.5, -0.5, 1, 1), "circle", "qgis://circle");
        put(
                polygon(0, 0.25, 0.433, -0.5, -0.433, -0.5),
                "triangle",
                "equilateral_triangle",
                "qgis://equilateral_triangle");
        Shape star = polygon(
                -0.309, -0.5, -0.25, -0.156, -0.5, 0.088, -0.154, 0.138, 0, 0.451, 0.154, 0.138, 0.5, 0.088, 0.25,
                -0.156, 0.309, -0.5, 0, -0.338);
        put(star, "star", "regular_star", "qgis://regular_star");
        Shape cross = cross(0.125);
        put(cross, "cross");
        put(AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(cross), "x");
        put(cross(0.1), "cross_fill", "qgis://cross_fill");
        put(polygon(0, -0.5, 0.5, 0, 0, 0.5, 0, 0.1, -0.5, 0.1, -0.5, -0.1, 0, -0.1), "arrow");
    }

    private static void hatches() {
        put(lines(0, -0.5, 0, 0.5), "shape://vertline", "vertline", "line", "qgis://line");
        put(lines(-0.5, 0, 0.5, 0), "shape://horline", "horline");
        put(lines(-0.5, -0.5, 0.5, 0.5), "shape://slash", "slash");
        put(lines(-0.5, 0.5, 0.5, -0.5), "shape://backslash", "backslash");
        put(lines(-0.5, 0, 0.5, 0, 0, -0.5, 0, 0.5), "shape://plus", "plus", "qgis://cross");
        put(lines(-0.5, 0.5, 0.5, -0.5, -0.5, -0.5, 0.5, 0.5), "shape://times", "times", "cross2", "qgis://cross2");
        // nearly nothing: what shows of a dot is its stroke
        put(new Ellipse2D.Double(-0.01, -0.01, 0.02, 0.02), "shape://dot", "dot");
    }

    private static void arrows() {
        put(open(-0.5, 0.2, 0, 0, -0.5, -0.2), "shape://oarrow");
        put(polygon(-0.5, 0.2, 0, 0, -0.5, -0.2), "shape://carrow");
        put(open(-0.833, 0.5, 0.833, 0, -0.833, -0.5), "shape://coarrow");
        put(polygon(-0.833, 0.5, 0.833, 0, -0.833, -0.5), "shape://ccarrow");
        put(open(-0.5, 0.4, 0, 0, -0.5, -0.4), "arrowhead", "qgis://arrowhead");
        put(polygon(-0.5, 0.4, 0, 0, -0.5, -0.4), "filled_arrowhead", "qgis://filled_arrowhead");
        put(polygon(0.3, 0.3, 0, 0.5, -0.3, 0.3, -0.1, 0.3, -0.1, -0.5, 0.1, -0.5, 0.1, 0.3), "qgis://arrow");
    }

    private static void qgis() {
        put(polygon(0, 0.45, 0.433, -0.45, -0.433, -0.45), "qgis://triangle");
        put(
                polygon(
                        0, 0.5, 0.2, 0.1, 0.5, 0.1, 0.2, -0.1, 0.5, -0.5, 0, -0.2, -0.5, -0.5, -0.2, -0.1, -0.5, 0.1,
                        -0.2, 0.1),
                "qgis://star");
        put(polygon(0, 0.5, 0.5, 0, 0, -0.5, -0.5, 0), "diamond", "qgis://diamond");
        put(regular(5), "pentagon", "qgis://pentagon");
        put(regular(6), "hexagon", "qgis://hexagon");
        put(turned(8), "octagon", "qgis://octagon");
        put(turned(10), "decagon", "qgis://decagon");
    }

    private static void halves() {
        put(polygon(-0.5, -0.5, 0.5, -0.5, -0.5, 0.5), "diagonal_half_square", "qgis://diagonal_half_square");
        put(new Rectangle2D.Double(-0.5, -0.5, 0.5, 1), "half_square", "qgis://half_square");
        put(new Rectangle2D.Double(-0.5, 0, 0.5, 0.5), "quarter_square", "qgis://quarter_square");
        put(polygon(0, -0.5, 0, 0.5, 0.5, -0.5), "left_half_triangle", "qgis://left_half_triangle");
        put(polygon(0, -0.5, 0, 0.5, -0.5, -0.5), "right_half_triangle", "qgis://right_half_triangle");
        // Arc2D turns counter-clockwise with y downward, clockwise with y upward
        put(arc(180, 180), "semi_circle", "qgis://semi_circle");
        put(arc(180, 120), "third_circle", "qgis://third_circle");
        put(arc(180, 90), "quarter_circle", "qgis://quarter_circle");
    }

    private static Shape arc(double start, double extent) {
        return new Arc2D.Double(-0.5, -0.5, 1, 1, start, extent, Arc2D.PIE);
    }

    private static void put(Shape shape, String... names) {
        for (String name : names) {
            ALL.put(key(name), shape);
        }
    }

    private static Shape cross(double a) {
        return polygon(
                0.5, a, a, a, a, 0.5, -a, 0.5, -a, a, -0.5, a, -0.5, -a, -a, -a, -a, -0.5, a, -0.5, a, -a, 0.5, -a);
    }

    /** A regular polygon with a corner at the top. */
    private static Shape regular(int corners) {
        List<Double> xy = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            xy.add(0.5 * Math.sin(2 * Math.PI * i / corners));
            xy.add(0.5 * Math.cos(2 * Math.PI * i / corners));
        }
        return polygon(xy.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** A regular polygon with an edge at the top. */
    private static Shape turned(int corners) {
        return AffineTransform.getRotateInstance(Math.PI / corners).createTransformedShape(regular(corners));
    }

    private static Shape polygon(double... xy) {
        Path2D path = (Path2D) open(xy);
        path.closePath();
        return path;
    }

    private static Shape open(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        return path;
    }

    /** Single lines, four numbers each. */
    private static Shape lines(double... xy) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < xy.length; i += 4) {
            path.moveTo(xy[i], xy[i + 1]);
            path.lineTo(xy[i + 2], xy[i + 3]);
        }
        return path;
    }
}
