package sinkmap.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Shapefiles and zips to be read by tests. */
final class Shapefiles {

    private static final String CGCS2000 =
            "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
                    + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
                    + "UNIT[\"Degree\",0.0174532925199433]]";

    private Shapefiles() {}

    /** Two features, the first with two parts and a hole. */
    static Path marsh(Path folder, Charset charset) throws IOException, ParseException {
        return write(
                folder.resolve("marsh.shp"),
                List.of(
                        "MULTIPOLYGON(((119 37,119 37.2,119.3 37.2,119.3 37,119 37),"
                                + "(119.1 37.05,119.1 37.1,119.2 37.1,119.2 37.05,119.1 37.05)),"
                                + "((119.5 37,119.5 37.1,119.6 37.1,119.6 37,119.5 37)))",
                        "POLYGON((120 37,120 37.1,120.2 37.1,120.2 37,120 37))"),
                charset,
                List.of("NAME_ZH:C:80", "species:C:20", "area_km2:N:12.4", "surveyed:D:8"),
                List.of(List.of("黄河口湿地", "suaeda", "12.25", "20240901"), List.of("莱州湾", "phragmites", "", "")));
    }

    static Path write(Path shp, List<String> shapes, Charset charset, List<String> columns, List<List<String>> rows)
            throws IOException, ParseException {
        List<Geometry> geometries = new ArrayList<>();
        for (String shape : shapes) {
            geometries.add(new WKTReader().read(shape));
        }
        Files.write(shp, ShpBytes.of(geometries));
        Files.write(sibling(shp, "dbf"), DbfBytes.of(charset, columns, rows));
        Files.writeString(sibling(shp, "prj"), CGCS2000);
        return shp;
    }

    static Path sibling(Path shp, String ending) {
        return shp.resolveSibling(shp.getFileName().toString().replace(".shp", "." + ending));
    }

    /** Packs files or bytes under the names before them. */
    static Path zip(Path target, Object... namesAndContents) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                Object content = namesAndContents[i + 1];
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write(content instanceof Path path ? Files.readAllBytes(path) : (byte[]) content);
                zip.closeEntry();
            }
        }
        return target;
    }
}
