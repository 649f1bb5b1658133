package sinkmap.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.geotools.coverage.grid.io.imageio.geotiff.CRS2GeoTiffMetadataAdapter;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoKeyEntry;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffException;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataEncoder;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;

/**
 * What makes a TIFF a GeoTIFF: the place of its pixels and the keys of its CRS, as GeoTools describes it.
 *
 * <p>OGC GeoTIFF Standard 1.1 (OGC 19-008r4), clause 7.1 and annex B: tags 33550, 33922 and 34735 to 34737.
 */
final class GeoKeys {

    private static final int PIXEL_SCALE = 33550;
    private static final int TIE_POINT = 33922;
    private static final int KEY_DIRECTORY = 34735;
    private static final int DOUBLE_PARAMS = 34736;
    private static final int ASCII_PARAMS = 34737;
    /** GTRasterTypeGeoKey and its value "pixel is area". */
    private static final int RASTER_TYPE = 1025;

    private static final int PIXEL_IS_AREA = 1;

    private final List<Integer> directory = new ArrayList<>();
    private final List<Double> doubles = new ArrayList<>();
    private final StringBuilder ascii = new StringBuilder();

    private GeoKeys() {}

    /** Adds the place and the CRS of a window to the tags of an image. */
    static void describe(TiffDirectory tags, Window window) throws IOException {
        Envelope bounds = window.envelope();
        tags.doubles(PIXEL_SCALE, bounds.getWidth() / window.columns(), bounds.getHeight() / window.rows(), 0);
        tags.doubles(TIE_POINT, 0, 0, 0, bounds.getMinX(), bounds.getMaxY(), 0);
        new GeoKeys().crs(Crs.of(window.crs())).addTo(tags);
    }

    private GeoKeys crs(Crs crs) throws IOException {
        try {
            GeoTiffIIOMetadataEncoder encoded =
                    new CRS2GeoTiffMetadataAdapter(crs.geotools()).parseCoordinateReferenceSystem();
            if (!encoded.hasGeoKeyEntry(RASTER_TYPE)) {
                encoded.addGeoShortParam(RASTER_TYPE, PIXEL_IS_AREA);
            }
            // entry 0 is the header of the directory
            for (int i = 1; i < encoded.getNumGeoKeyEntries(); i++) {
                key(encoded, encoded.getGeoKeyEntryAt(i));
            }
            return this;
        } catch (GeoTiffException e) {
            throw new IOException("a GeoTIFF cannot state the CRS " + crs + ": " + e.getMessage(), e);
        }
    }

    private void key(GeoTiffIIOMetadataEncoder encoded, GeoKeyEntry entry) {
        int id = entry.getKeyID();
        switch (entry.getTiffTagLocation()) {
            case DOUBLE_PARAMS -> {
                double[] values = encoded.getGeoDoubleParams(id);
                directory.addAll(List.of(id, DOUBLE_PARAMS, values.length, doubles.size()));
                for (double value : values) {
                    doubles.add(value);
                }
            }
            case ASCII_PARAMS -> {
                String text = encoded.getGeoAsciiParam(id) + GeoTiffIIOMetadataEncoder.ASCII_SEPARATOR;
                directory.addAll(List.of(id, ASCII_PARAMS, text.length(), ascii.length()));
                ascii.append(text);
            }
            default -> directory.addAll(List.of(id, 0, 1, entry.getValueOffset()));
        }
    }

    private void addTo(TiffDirectory tags) {
        // version 1, revision 1.0, number of keys
        directory.addAll(0, List.of(1, 1, 0, directory.size() / 4));
        tags.shorts(
                KEY_DIRECTORY, directory.stream().mapToInt(Integer::intValue).toArray());
        if (!doubles.isEmpty()) {
            tags.doubles(
                    DOUBLE_PARAMS,
                    doubles.stream().mapToDouble(Double::doubleValue).toArray());
        }
        if (ascii.length() > 0) {
            tags.text(ASCII_PARAMS, ascii.toString());
        }
    }
}
