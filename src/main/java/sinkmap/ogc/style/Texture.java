package sinkmap.ogc.style;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.TexturePaint;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/** Makes the repeated graphic of a fill a texture. */
final class Texture {

    private static final int LARGEST_PX = 1024;

    private Texture() {}

    /** The texture; null when the graphic has no size. */
    static Paint of(Fill fill, Map<String, Object> attributes, SymbolScale scale, double opacity) {
        Graphic graphic = fill.pattern();
        double height = new Brush(null, scale).height(graphic, attributes);
        if (!(height > 0)) {
            return null;
        }
        List<Double> margins = fill.margins().isEmpty() ? List.of(0.0, 0.0, 0.0, 0.0) : fill.margins();
        int graphicWidth = pixels(Brush.width(graphic, height));
        int graphicHeight = pixels(height);
        int width = pixels(graphicWidth + (margins.get(1) + margins.get(3)) * scale.ratio());
        int rows = pixels(graphicHeight + (margins.get(0) + margins.get(2)) * scale.ratio());
        BufferedImage tile = new BufferedImage(width, rows, BufferedImage.TYPE_INT_ARGB);
        Graphics2D on = Brush.graphics(tile);
        if (opacity < 1) {
            on.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        }
        double x = margins.get(3) * scale.ratio() + graphicWidth / 2.0;
        double y = margins.get(0) * scale.ratio() + graphicHeight / 2.0;
        tile(graphic, attributes, new Brush(on, scale), new Rectangle2D.Double(x, y, width, rows));
        on.dispose();
        return new TexturePaint(
                tile, new Rectangle2D.Double(phase(scale.originX(), width), phase(scale.originY(), rows), width, rows));
    }

    /** The neighbours too, so that strokes run on from tile to tile. */
    private static void tile(Graphic graphic, Map<String, Object> attributes, Brush brush, Rectangle2D centre) {
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                brush.graphic(
                        graphic,
                        centre.getX() + dx * centre.getWidth(),
                        centre.getY() + dy * centre.getHeight(),
                        0,
                        attributes);
            }
        }
    }

    /** A whole pixel where a tile begins; halves would blur it. */
    private static double phase(double origin, int size) {
        return Math.floorMod(Math.round(origin), (long) size);
    }

    private static int pixels(double size) {
        return (int) Math.min(LARGEST_PX, Math.max(1, Math.floor(size + 1e-6)));
    }
}
