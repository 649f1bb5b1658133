package sinkmap.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.RasterLayer;

/** Points with a value, read from CSV. A surface needs all of them: a single bad line stops the load. */
final class Anchors {

    /** Radius of the sphere with the ellipsoid's mean radius, GRS 80. */
    private static final double EARTH_RADIUS_KM = 6371.0088;

    /**
     * @param x unit vector of the place, x to z
     * @param value value, in the band's unit
     * @param radius_km reach; NaN where there is no such column
     */
    record Anchor(double x, double y, double z, double value, double radius_km) {

        /** Great-circle distance to a place given as unit vector, in km. */
        double distance_km(double px, double py, double pz) {
            double dx = x - px;
            double dy = y - py;
            double dz = z - pz;
            double chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
            return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2));
        }
    }

    private final SourceFile file;
    private final Surface surface;
    private final RasterLayer layer;
    private final Place place;
    private final int most;
    private final List<Anchor> list = new ArrayList<>();

    Anchors(SourceFile file, Surface surface, RasterLayer layer, Place place, int most) {
        this.file = file;
        this.surface = surface;
        this.layer = layer;
        this.place = place;
        this.most = most;
    }

    List<Anchor> read(LoadOptions options) {
        try (CsvTable table = new CsvTable(file, options)) {
            int lon = column(table, CsvSource.LONGITUDE);
            int lat = column(table, CsvSource.LATITUDE);
            int value = column(table, "value");
            int radius = surface.method() == Surface.Method.GAUSSIAN ? column(table, "radius_km") : -1;
            for (CSVRecord line = table.next(); line != null; line = table.next()) {
                add(table, line, lon, lat, value, radius);
            }
        }
        if (list.isEmpty()) {
            throw new IngestException(file.name() + " holds no rows");
        }
        return list;
    }

    private int column(CsvTable table, String... names) {
        int column = table.find(names);
        if (column < 0) {
            throw new IngestException(file.name() + " has no column '" + names[0] + "', which a surface of method "
                    + surface.method() + " needs; its header is " + String.join(", ", table.header()));
        }
        return column;
    }

    private void add(CsvTable table, CSVRecord line, int lon, int lat, int value, int radius) {
        if (list.size() >= most) {
            throw new IngestException(
                    file.name() + " holds more than " + most + " anchors (sinkmap.ingest.max-anchors)");
        }
        double lambda = number(table, line, lon);
        double phi = number(table, line, lat);
        String fault = place.fault(new Envelope(lambda, lambda, phi, phi));
        if (fault != null) {
            throw new IngestException(where(table) + " " + fault);
        }
        double reach = radius < 0 ? Double.NaN : number(table, line, radius);
        if (reach <= 0) {
            throw new IngestException(where(table) + ": radius_km must be positive, not " + reach);
        }
        list.add(at(lambda, phi, plausible(table, number(table, line, value)), reach));
    }

    private double plausible(CsvTable table, double value) {
        if (surface.method() == Surface.Method.IDW
                && !RasterValues.of(layer.band()).plausible((float) value)) {
            throw new IngestException(where(table) + ": the value " + value + " lies outside what layer " + layer.id()
                    + " allows, " + RasterValues.of(layer.band()).words());
        }
        return value;
    }

    private double number(CsvTable table, CSVRecord line, int column) {
        String text = column < line.size() ? line.get(column) : "";
        try {
            double number = table.number(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IngestException(
                where(table) + ": " + table.header().get(column) + " is not a number: '" + text + "'");
    }

    private String where(CsvTable table) {
        return file.name() + ", line " + table.line();
    }

    static Anchor at(double longitude, double latitude, double value, double radius_km) {
        double lambda = Math.toRadians(longitude);
        double phi = Math.toRadians(latitude);
        return new Anchor(
                Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi), value, radius_km);
    }
}
