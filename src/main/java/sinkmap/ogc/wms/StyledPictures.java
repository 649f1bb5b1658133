package sinkmap.ogc.wms;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.ogc.MapPictures;
import sinkmap.ogc.style.Legend;
import sinkmap.ogc.style.LegendLook;
import sinkmap.ogc.style.Screen;
import sinkmap.ogc.style.Styles;

/** The painting of GetMap and GetLegendGraphic without a request. */
final class StyledPictures implements MapPictures {

    private static final int SWATCH = 18;

    private final Styles styles;
    private final GetMap painting;

    StyledPictures(Styles styles, GetMap painting) {
        this.styles = styles;
        this.painting = painting;
    }

    @Override
    public byte[] map(List<Layer> layers, Crs crs, Envelope bounds, int width, int height) {
        List<MapRequest.Part> parts = layers.stream()
                .map(layer -> new MapRequest.Part(layer, styles.get(layer, ""), Filter.INCLUDE, List.of()))
                .toList();
        return png(
                painting.paint(new MapRequest(parts, new Screen(crs, bounds, width, height), Color.WHITE, List.of())));
    }

    @Override
    public byte[] legend(Layer layer, String language) {
        return png(Legend.paint(
                styles.get(layer, ""),
                layer instanceof FeatureLayer features ? features.geometryType() : null,
                language,
                new LegendLook(SWATCH, SWATCH, Double.NaN, Color.WHITE)));
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Png.write(image, false, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
