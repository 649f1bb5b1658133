package sinkmap.ogc.style;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** An external graphic, read at start: an SVG drawing or an image. */
final class Picture implements Graphic.Symbol {

    private final SVGDocument drawing;
    private final BufferedImage image;

    private Picture(SVGDocument drawing, BufferedImage image) {
        this.drawing = drawing;
        this.image = image;
    }

    static Picture of(SVGDocument drawing) {
        return new Picture(drawing, null);
    }

    static Picture of(BufferedImage image) {
        return new Picture(null, image);
    }

    /** Its own width, in pixels. */
    double width() {
        return drawing != null ? Math.max(1, drawing.size().width) : image.getWidth();
    }

    /** Its own height, in pixels. */
    double height() {
        return drawing != null ? Math.max(1, drawing.size().height) : image.getHeight();
    }

    /** Draws it with its upper left corner at the origin. */
    void draw(Graphics2D graphics, double width, double height) {
        if (drawing != null) {
            drawing.render((Component) null, graphics, new ViewBox(0, 0, (float) width, (float) height));
        } else {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform fit =
                    AffineTransform.getScaleInstance(width / image.getWidth(), height / image.getHeight());
            graphics.drawRenderedImage(image, fit);
        }
    }
}
