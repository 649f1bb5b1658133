package sinkmap.ogc;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;
import sinkmap.catalog.Layer;

/** Pictures of layers for documents, painted as the map service paints them. */
public interface MapPictures {

    /**
     * A map on a white ground, each layer in its default style.
     *
     * @param layers layers, bottom first; one that does not show at the scale is left out
     * @param crs CRS of the map
     * @param bounds bounds in that CRS, x = east
     * @param width width, pixels
     * @param height height, pixels
     * @return a PNG
     */
    byte[] map(List<Layer> layers, Crs crs, Envelope bounds, int width, int height);

    /**
     * The legend of a layer's default style.
     *
     * @param language language of titles, a BCP 47 tag
     * @return a PNG
     */
    byte[] legend(Layer layer, String language);
}
