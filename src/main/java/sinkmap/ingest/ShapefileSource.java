package sinkmap.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A shapefile: geometries from the .shp, values from the .dbf, CRS from the .prj. The character set is that of the
 * options, else of the .cpg, else it is found out from the text.
 */
final class ShapefileSource implements FeatureSource {

    private final ShapefileParts parts;
    private final String crs;
    private final ShpReader shp;
    private final DbfReader dbf;
    private final Charset charset;

    ShapefileSource(ShapefileParts parts, LoadOptions options, IngestSettings settings) {
        this.parts = parts;
        crs = options.crs() != null ? options.crs() : parts.crs();
        ShpReader geometries = null;
        try {
            geometries = new ShpReader(parts.shp(), parts.name(), settings.maxVertices());
            dbf = parts.dbf() == null ? null : new DbfReader(parts.dbf(), parts.partName("dbf"));
            shp = geometries;
            charset = dbf == null ? null : charset(options);
            if (dbf != null) {
                dbf.useCharset(charset);
            }
        } catch (IOException e) {
            closeQuietly(geometries);
            throw new IngestException(parts.name() + " cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            closeQuietly(geometries);
            throw e;
        }
    }

    private Charset charset(LoadOptions options) throws IOException {
        if (options.encoding() != null) {
            return TextEncoding.named(options.encoding(), parts.name());
        }
        String stated = parts.charset();
        Charset named = stated == null || stated.isEmpty() ? null : TextEncoding.find(stated);
        return named != null ? named : dbf.detect();
    }

    @Override
    public String crs() {
        return crs;
    }

    @Override
    public String encoding() {
        return charset == null ? null : charset.name();
    }

    @Override
    public boolean cutsNames() {
        return true;
    }

    @Override
    public double share() {
        return shp.share();
    }

    @Override
    public RawRow next() {
        try {
            return shp.atEnd() ? end() : read();
        } catch (IOException e) {
            throw new IngestException(parts.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private RawRow end() {
        if (dbf != null && shp.number() != dbf.records()) {
            throw new IngestException(parts.name() + " holds " + shp.number() + " shapes but " + parts.partName("dbf")
                    + " holds " + dbf.records() + " records; the two do not belong together");
        }
        return null;
    }

    private RawRow read() throws IOException {
        Geometry geometry = null;
        String fault = null;
        try {
            geometry = shp.next();
        } catch (ShpReader.Fault e) {
            fault = e.getMessage();
        }
        Map<String, Object> values = dbf == null ? Map.of() : dbf.next();
        if (values == null) {
            throw new IngestException(parts.name() + " holds more shapes than the " + dbf.records() + " records of "
                    + parts.partName("dbf") + "; the two do not belong together");
        }
        if (dbf != null && dbf.deleted()) {
            fault = "the record is marked as deleted";
        }
        return new RawRow(shp.number(), fault == null ? geometry : null, values, fault, shp.mended(), shp.heights());
    }

    @Override
    public void close() {
        closeQuietly(shp);
        closeQuietly(dbf);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            if (closeable != null) {
                closeable.close();
            }
        } catch (Exception e) {
            // nothing was written: a failure to close a file that was read loses nothing
        }
    }
}
