package sinkmap.ogc.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;

/** The tile matrix sets that vector tiles come in, as OGC 17-083r4, annex D, defines them; x = east. */
enum TileMatrixSet {
    WebMercatorQuad("http://www.opengis.net/def/crs/EPSG/0/3857", "EPSG:3857", 20_037_508.342_789_244, 1),
    WorldCRS84Quad("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "CRS:84", 180, 2);

    /** Finest zoom level offered. */
    static final int DEEPEST = 22;

    /** Cell size of a scale denominator of 1, in metres (OGC 17-083r4, 6.1.1). */
    private static final double PIXEL_M = 0.000_28;

    private static final int CELLS = 256;

    private final String crsUri;
    private final String crsCode;
    private final double half;
    private final int columnsPerRow;

    TileMatrixSet(String crsUri, String crsCode, double half, int columnsPerRow) {
        this.crsUri = crsUri;
        this.crsCode = crsCode;
        this.half = half;
        this.columnsPerRow = columnsPerRow;
    }

    static TileMatrixSet of(String id) {
        return Arrays.stream(values())
                .filter(set -> set.name().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound(
                        "there is no tile matrix set '" + id + "'; take one of " + Arrays.toString(values())));
    }

    String crsUri() {
        return crsUri;
    }

    Crs crs() {
        return Crs.of(crsCode);
    }

    String uri() {
        return "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + name();
    }

    /** Width and height of a tile, in units of the CRS. */
    double span(int zoom) {
        return 2 * half / columnsPerRow / (1L << zoom);
    }

    int rows(int zoom) {
        return 1 << zoom;
    }

    int columns(int zoom) {
        return columnsPerRow << zoom;
    }

    private double top() {
        return half / columnsPerRow;
    }

    Envelope bounds(int zoom, int row, int column) {
        double span = span(zoom);
        double west = -half + column * span;
        double north = top() - row * span;
        return new Envelope(west, west + span, north - span, north);
    }

    /** Rows and columns of the tiles that bounds in this CRS touch: least row, greatest row, least column, greatest column. */
    int[] limits(int zoom, Envelope bounds) {
        double span = span(zoom);
        return new int[] {
            clamp((top() - bounds.getMaxY()) / span, rows(zoom)),
            clamp((top() - bounds.getMinY()) / span, rows(zoom)),
            clamp((bounds.getMinX() + half) / span, columns(zoom)),
            clamp((bounds.getMaxX() + half) / span, columns(zoom))
        };
    }

    private static int clamp(double index, int count) {
        return (int) Math.max(0, Math.min(count - 1, Math.floor(index)));
    }

    /** The definition (OGC 17-083r4, clause 7). */
    JsonObject json() {
        List<JsonObject> matrices = new ArrayList<>();
        for (int zoom = 0; zoom <= DEEPEST; zoom++) {
            double cell = span(zoom) / CELLS;
            matrices.add(new JsonObject()
                    .with("id", Integer.toString(zoom))
                    .with("scaleDenominator", cell * metresPerUnit() / PIXEL_M)
                    .with("cellSize", cell)
                    .with("cornerOfOrigin", "topLeft")
                    .with("pointOfOrigin", List.of(-half, top()))
                    .with("tileWidth", CELLS)
                    .with("tileHeight", CELLS)
                    .with("matrixWidth", columns(zoom))
                    .with("matrixHeight", rows(zoom)));
        }
        return new JsonObject()
                .with("id", name())
                .with("title", name())
                .with("uri", uri())
                .with("crs", crsUri)
                .with("orderedAxes", this == WebMercatorQuad ? List.of("X", "Y") : List.of("Lon", "Lat"))
                .with(
                        "wellKnownScaleSet",
                        "http://www.opengis.net/def/wkss/OGC/1.0/"
                                + (this == WebMercatorQuad ? "GoogleMapsCompatible" : "GoogleCRS84Quad"))
                .with("tileMatrices", matrices);
    }

    /** Metres of a unit of the CRS at the equator of WGS 84. */
    private double metresPerUnit() {
        return this == WebMercatorQuad ? 1 : Math.toRadians(6_378_137);
    }
}
