package sinkmap.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * CSV with a geometry in a WKT column ({@code wkt}, {@code geometry}, {@code geom}, {@code wkt_...}), or points in a
 * column of longitudes and one of latitudes, or in {@code x} and {@code y}. Degrees are taken as EPSG:4326 where nothing
 * else is said; {@code x} and {@code y} need the CRS.
 */
final class CsvSource implements FeatureSource {

    static final String[] LONGITUDE = {"lon", "longitude", "lng", "long", "经度"};
    static final String[] LATITUDE = {"lat", "latitude", "纬度"};

    private final SourceFile file;
    private final LoadOptions options;
    private final CsvTable table;
    private final GeometryFactory factory = new GeometryFactory();
    private final WKTReader wktReader = new WKTReader(factory);
    private final int maxVertices;
    private int wkt;
    private int x = -1;
    private int y = -1;
    private String crs = "EPSG:4326";

    CsvSource(SourceFile file, LoadOptions options, IngestSettings settings) {
        this.file = file;
        this.options = options;
        this.maxVertices = settings.maxVertices();
        table = new CsvTable(file, options);
        try {
            findGeometry();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void findGeometry() {
        wkt = table.find("wkt", "geometry", "geom", "the_geom");
        for (int i = 0; i < table.header().size() && wkt < 0; i++) {
            wkt = table.header().get(i).toLowerCase(Locale.ROOT).startsWith("wkt_") ? i : -1;
        }
        if (wkt >= 0) {
            return;
        }
        x = table.find(LONGITUDE);
        y = table.find(LATITUDE);
        if (x >= 0 && y >= 0) {
            return;
        }
        x = table.find("x");
        y = table.find("y");
        if (x < 0 || y < 0) {
            throw new IngestException(file.name() + " has no column with geometry: wanted is 'wkt', or 'lon' and 'lat',"
                    + " or 'x' and 'y'; its header is " + shortened(String.join(", ", table.header())));
        }
        if (options.crs() == null) {
            throw new IngestException(file.name() + " does not say which coordinate reference system its columns x and"
                    + " y are in; name it with --crs, such as --crs EPSG:4490");
        }
    }

    @Override
    public String crs() {
        return options.crs() != null ? options.crs() : crs;
    }

    @Override
    public String encoding() {
        return table.charset();
    }

    @Override
    public double share() {
        return table.share();
    }

    @Override
    public RawRow next() {
        CSVRecord csvRecord = table.next();
        if (csvRecord == null) {
            return null;
        }
        Map<String, Object> values = values(csvRecord);
        List<String> header = table.header();
        if (csvRecord.size() != header.size()) {
            return RawRow.faulty(
                    table.line(),
                    values,
                    "the line has " + csvRecord.size() + " fields where the header has " + header.size());
        }
        try {
            Geometry geometry = wkt >= 0 ? shape(csvRecord.get(wkt)) : point(csvRecord.get(x), csvRecord.get(y));
            return RawRow.of(table.line(), geometry, values);
        } catch (ParseException | IllegalArgumentException e) {
            return RawRow.faulty(table.line(), values, e.getMessage().strip());
        }
    }

    private Map<String, Object> values(CSVRecord csvRecord) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(csvRecord.size(), table.header().size()); i++) {
            String name = table.header().get(i);
            if (i != wkt && i != x && i != y && !name.isEmpty()) {
                values.putIfAbsent(name, csvRecord.get(i));
            }
        }
        return values;
    }

    private Geometry point(String xText, String yText) {
        if (xText.isBlank() && yText.isBlank()) {
            return null;
        }
        return factory.createPoint(new CoordinateXY(ordinate(xText, x), ordinate(yText, y)));
    }

    private double ordinate(String text, int column) {
        try {
            return table.number(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    table.header().get(column) + " is not a number: '" + shortened(text) + "'", e);
        }
    }

    private Geometry shape(String text) throws ParseException {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return null;
        }
        if (plain.regionMatches(true, 0, "SRID=", 0, 5)) {
            int end = plain.indexOf(';');
            readSrid(plain.substring(5, Math.max(5, end)).strip());
            plain = plain.substring(end + 1);
        }
        Geometry geometry = wktReader.read(plain);
        if (geometry.getNumPoints() > maxVertices) {
            throw new IngestException(file.name() + ": the geometry on line " + table.line() + " has more than "
                    + maxVertices + " vertices; cut it into parts or raise sinkmap.ingest.max-vertices");
        }
        return geometry;
    }

    private void readSrid(String srid) throws ParseException {
        String stated = "EPSG:" + srid;
        if (options.crs() == null && !stated.equals(crs)) {
            throw new ParseException("the geometry is in " + stated + " while the file is read in " + crs
                    + "; load it again with --crs " + stated);
        }
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }

    @Override
    public void close() {
        table.close();
    }
}
