package sinkmap.ingest;

import java.awt.Rectangle;
import java.awt.image.BandedSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Map;
import javax.media.jai.ImageLayout;
import javax.media.jai.PlanarImage;
import javax.media.jai.PointOpImage;

/** An image of float values in which all values but the allowed ones are NaN; computed tile by tile as it is read. */
final class CleanedImage extends PointOpImage {

    /** Says which values may stay. */
    @FunctionalInterface
    interface Allowed {
        boolean test(float value);
    }

    private final Allowed allowed;

    CleanedImage(RenderedImage source, Allowed allowed) {
        super(source, layout(source), Map.of(), true);
        this.allowed = allowed;
    }

    private static ImageLayout layout(RenderedImage source) {
        SampleModel model =
                new BandedSampleModel(DataBuffer.TYPE_FLOAT, source.getTileWidth(), source.getTileHeight(), 1);
        ImageLayout layout = new ImageLayout(source);
        layout.setSampleModel(model);
        layout.setColorModel(PlanarImage.createColorModel(model));
        return layout;
    }

    @Override
    protected void computeRect(Raster[] sources, WritableRaster target, Rectangle area) {
        float[] row = new float[area.width];
        for (int y = area.y; y < area.y + area.height; y++) {
            sources[0].getSamples(area.x, y, area.width, 1, 0, row);
            for (int i = 0; i < row.length; i++) {
                row[i] = allowed.test(row[i]) ? row[i] : Float.NaN;
            }
            target.setSamples(area.x, y, area.width, 1, 0, row);
        }
    }
}
