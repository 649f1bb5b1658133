package sinkmap.publish;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;
import sinkmap.publish.PublishReport.Action;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;
import sinkmap.store.RasterStore;
import sinkmap.store.Window;

/**
 * Asks a GeoServer, as its clients do, whether it serves what was published: its capabilities list every layer, a map of
 * every layer that holds something is not blank, and it counts as many features as the store.
 */
final class Verification {

    private static final Crs LON_LAT = Crs.of("EPSG:4326");
    private static final Pattern HITS = Pattern.compile("numberMatched=\"(\\d+)\"");

    /** Scale of the map of a feature: about 1 to 50,000 on 256 pixels. */
    private static final double HALF_MAP_DEG = 0.02;

    private static final int PIXELS = 256;
    private static final int FEATURES_DRAWN = 5;

    private final GeoServerClient client;
    private final String workspace;
    private final FeatureStore features;
    private final RasterStore rasters;
    private final PublishReport report;

    Verification(
            GeoServerClient client,
            String workspace,
            FeatureStore features,
            RasterStore rasters,
            PublishReport report) {
        this.client = client;
        this.workspace = workspace;
        this.features = features;
        this.rasters = rasters;
        this.report = report;
    }

    void verify(List<Layer> layers) {
        String capabilities = ask("/wms?service=WMS&version=1.3.0&request=GetCapabilities");
        for (Layer layer : layers) {
            try {
                verify(layer, capabilities);
                report.add(Action.VERIFIED, "layer", layer.id(), "");
            } catch (GeoServerException e) {
                report.add(Action.FAILED, "layer", layer.id(), e.getMessage());
            }
        }
    }

    private void verify(Layer layer, String capabilities) {
        if (!capabilities.contains("<Name>" + layer.id() + "</Name>")) {
            throw new GeoServerException("the capabilities of GeoServer's WMS do not list it");
        }
        if (layer instanceof FeatureLayer featureLayer) {
            counted(featureLayer);
        }
        drawn(layer, places(layer));
    }

    private void counted(FeatureLayer layer) {
        String answer = ask("/wfs?service=WFS&version=2.0.0&request=GetFeature&resultType=hits&typeNames=" + workspace
                + ":" + layer.id());
        Matcher hits = HITS.matcher(answer);
        long ours = features.count(FeatureQuery.of(layer));
        if (!hits.find()) {
            throw new GeoServerException("GeoServer's WFS does not count its features: " + shown(answer));
        }
        if (Long.parseLong(hits.group(1)) != ours) {
            throw new GeoServerException(
                    "GeoServer's WFS counts " + hits.group(1) + " features, the store holds " + ours);
        }
    }

    /** Where a layer has something to draw, in longitude and latitude: its raster, or some of its features. */
    private List<Envelope> places(Layer layer) {
        if (layer instanceof RasterLayer raster) {
            return rasters.findExtent(raster)
                    .map((Window window) -> LON_LAT.bounds(window.envelope(), Crs.of(window.crs())))
                    .map(List::of)
                    .orElse(List.of());
        }
        List<Envelope> places = new ArrayList<>();
        FeatureQuery some = FeatureQuery.of((FeatureLayer) layer)
                .withAttributes(List.of(), true)
                .withPage(0, FEATURES_DRAWN);
        try (FeatureCursor cursor = features.open(some)) {
            while (cursor.hasNext()) {
                // on the outline, for an area may be drawn without fill
                Envelope point = new Envelope(cursor.next().geometry().getCoordinate());
                Envelope place = LON_LAT.bounds(point, Crs.of(layer.crs()));
                place.expandBy(HALF_MAP_DEG);
                places.add(place);
            }
        }
        return places;
    }

    /** Sees that one of the places is not blank: a style need not draw every feature. */
    private void drawn(Layer layer, List<Envelope> places) {
        if (!places.isEmpty() && places.stream().noneMatch(place -> shows(layer, place))) {
            throw new GeoServerException(
                    "GeoServer's maps of it are blank, as at " + box(places.get(0)) + " (longitude, latitude)");
        }
    }

    private boolean shows(Layer layer, Envelope place) {
        String path = "/" + workspace
                + "/wms?service=WMS&version=1.1.1&request=GetMap&styles=&format=image/png&transparent=true&srs=EPSG:4326"
                + "&width=" + PIXELS + "&height=" + PIXELS + "&layers="
                + URLEncoder.encode(layer.id(), StandardCharsets.UTF_8) + "&bbox=" + box(place);
        GeoServerClient.Answer answer = client.send("GET", path, null, null);
        BufferedImage map = image(answer.body());
        if (map == null) {
            throw new GeoServerException("GeoServer's WMS cannot draw it: " + shown(answer.text()));
        }
        return colours(map) > 1 || covers(map);
    }

    private static String box(Envelope place) {
        return String.format(
                Locale.ROOT, "%.9f,%.9f,%.9f,%.9f", place.getMinX(), place.getMinY(), place.getMaxX(), place.getMaxY());
    }

    private static BufferedImage image(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether a map of one colour shows that colour: an area that covers the whole map. */
    private static boolean covers(BufferedImage map) {
        return map.getRGB(0, 0) >>> 24 != 0;
    }

    private static int colours(BufferedImage map) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < map.getHeight(); y++) {
            for (int x = 0; x < map.getWidth(); x++) {
                colours.add(map.getRGB(x, y));
            }
        }
        return colours.size();
    }

    private String ask(String path) {
        GeoServerClient.Answer answer = client.send("GET", "/" + workspace + path, null, null);
        if (answer.status() != 200) {
            throw new GeoServerException("GeoServer answers " + answer.status() + " to " + path);
        }
        return answer.text();
    }

    private static String shown(String text) {
        String line = text.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        return line.length() <= 300 ? line : line.substring(0, 300) + "...";
    }
}
