package sinkmap.ogc.wfs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.geotools.metadata.iso.citation.Citations;
import org.geotools.referencing.wkt.Formattable;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsResponse;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;

/**
 * Writes features as zipped shapefiles, one a query, in x, y order and UTF-8, with a text that says which column is which
 * attribute. They are made in a folder of temporary files, because their headers tell their sizes, and removed when sent.
 */
final class ShapefileAnswer implements FeatureAnswer {

    private static final int NAME_LENGTH = 10;

    @Override
    public void write(FeatureResult result, OwsResponse response) throws IOException {
        if (result.layers().size() < result.parts().size()) {
            throw OwsException.invalid(
                    "OUTPUTFORMAT", "a shapefile holds one query a feature type; send one request each");
        }
        Path folder = Files.createTempDirectory("sinkmap-shapefile");
        try {
            for (FeatureResult.Part part : result.parts()) {
                one(result, part, folder);
            }
            send(folder, result.parts().get(0).layer().id(), response);
        } finally {
            remove(folder);
        }
    }

    private static void one(FeatureResult result, FeatureResult.Part part, Path folder) throws IOException {
        FeatureLayer layer = part.layer();
        Map<String, String> names = names(part.query());
        List<DbfWriter.Column> columns = new ArrayList<>(List.of(new DbfWriter.Column("fid", AttributeType.TEXT)));
        names.forEach((attribute, name) -> columns.add(new DbfWriter.Column(
                name, layer.findAttribute(attribute).orElseThrow().type())));
        Crs target = part.query().axes().crs();
        Path table = folder.resolve(layer.id() + ".dbf");
        DbfWriter rows = new DbfWriter(table, folder.resolve("rows"), columns);
        try (rows;
                FeatureCursor cursor = result.open(part);
                ShapeWriter shapes = new ShapeWriter(
                        folder.resolve(layer.id() + ".shp"),
                        folder.resolve(layer.id() + ".shx"),
                        layer.geometryType())) {
            Crs stored = Crs.of(layer.crs());
            while (cursor.hasNext()) {
                Feature feature = cursor.next();
                Geometry geometry = feature.geometry();
                shapes.add(geometry == null ? null : target.transform(geometry, stored));
                List<Object> values = new ArrayList<>(List.of(FeatureTypes.fid(layer, feature.id())));
                names.keySet().forEach(name -> values.add(feature.attributes().get(name)));
                rows.add(values);
            }
        }
        text(folder, layer.id() + ".prj", ((Formattable) target.geotools()).toWKT(Citations.ESRI, 0));
        text(folder, layer.id() + ".cpg", "UTF-8");
        text(folder, layer.id() + ".txt", about(layer, names, rows.cut()));
    }

    /** Column names by attribute: ten characters at most, each once. */
    private static Map<String, String> names(WfsQuery query) {
        List<String> asked = query.query().attributes();
        Map<String, String> names = new LinkedHashMap<>();
        for (Attribute attribute : query.layer().attributes()) {
            if (asked == null || asked.contains(attribute.name())) {
                String name = attribute
                        .name()
                        .substring(0, Math.min(NAME_LENGTH, attribute.name().length()));
                for (int i = 1; names.containsValue(name) || name.equals("fid"); i++) {
                    String end = "_" + i;
                    name = attribute
                                    .name()
                                    .substring(
                                            0,
                                            Math.min(
                                                    NAME_LENGTH - end.length(),
                                                    attribute.name().length()))
                            + end;
                }
                names.put(attribute.name(), name);
            }
        }
        return names;
    }

    private static String about(FeatureLayer layer, Map<String, String> names, int cut) {
        StringBuilder text = new StringBuilder(layer.title().both()).append("\r\n\r\n");
        text.append("字段名最长十个字符 / Column names have at most ten characters:\r\n");
        names.forEach((attribute, name) -> text.append(name)
                .append(" = ")
                .append(attribute)
                .append(": ")
                .append(layer.findAttribute(attribute).orElseThrow().title().both())
                .append("\r\n"));
        text.append("\r\n文本截断至 254 字节 / Texts are cut to 254 bytes: ")
                .append(cut)
                .append("\r\n");
        return text.toString();
    }

    private static void text(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static void send(Path folder, String name, OwsResponse response) throws IOException {
        response.header("Content-Disposition", "attachment; filename=\"" + name + ".zip\"");
        ZipOutputStream zip = new ZipOutputStream(response.bytes("application/zip", 200), StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        for (Path file : list(folder)) {
            zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
            Files.copy(file, zip);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(Path::toString)).toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        for (Path file : list(folder)) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
