package sinkmap.ogc.style;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import sinkmap.catalog.Crs;
import sinkmap.ogc.XmlElement;
import sinkmap.store.Feature;

/** Styles from their text, and pictures of 60 x 40 pixels, one metre a pixel, origin at the lower left. */
final class StyleFixture {

    static final Crs METRES = Crs.of("EPSG:32650");
    static final Screen SCREEN = new Screen(METRES, new Envelope(0, 60, 0, 40), 60, 40);

    private StyleFixture() {}

    /** A style with one FeatureTypeStyle of these rules. */
    static Style rules(String rules) {
        return document("<FeatureTypeStyle>" + rules + "</FeatureTypeStyle>", null);
    }

    /** A style with one rule of these symbolizers. */
    static Style symbols(String symbolizers) {
        return rules("<Rule>" + symbolizers + "</Rule>");
    }

    static Style document(String passes, Path pictures) {
        return Sld.read(
                        XmlElement.read(
                                new StringReader("""
                                <StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
                                    xmlns:ogc="http://www.opengis.net/ogc" xmlns:fes="http://www.opengis.net/fes/2.0"
                                    xmlns:xlink="http://www.w3.org/1999/xlink"><NamedLayer><UserStyle>
                                """ + passes + "</UserStyle></NamedLayer></StyledLayerDescriptor>")),
                        pictures)
                .get(0);
    }

    /** A feature from WKT, with attributes given as name, value, ... */
    static Feature feature(String wkt, Object... attributes) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            values.put((String) attributes[i], attributes[i + 1]);
        }
        try {
            return new Feature(1, new WKTReader().read(wkt), values);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static BufferedImage paint(Style style, Feature... features) {
        return paint(SCREEN, style, features);
    }

    static BufferedImage paint(Screen screen, Style style, Feature... features) {
        MapPainter painter = new MapPainter(screen, null);
        painter.paint(List.of(features).iterator(), METRES, style);
        return painter.finish();
    }

    static BufferedImage paint(Style style, String... wkt) {
        return paint(style, Stream.of(wkt).map(StyleFixture::feature).toArray(Feature[]::new));
    }

    /** Pixels that are more than half covered. */
    static long painted(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).filter(pixel -> pixel >>> 24 > 127).count();
    }

    /** The colour of the pixel whose lower left corner has these coordinates. */
    static Color at(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, image.getHeight() - 1 - y), true);
    }
}
