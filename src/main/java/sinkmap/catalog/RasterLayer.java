package sinkmap.catalog;

/**
 * A layer with one raster band.
 *
 * @param about what it is
 * @param band the band
 * @param crs CRS that capabilities state first; the stored file keeps the CRS it came in
 */
public record RasterLayer(Description about, Band band, String crs) implements Layer {}
