package sinkmap.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;

/** A file format, recognised by the first bytes of a file; the ending of its name only decides between texts. */
enum Format {
    GEOJSON("GeoJSON"),
    SHAPEFILE("shapefile"),
    ZIP("zipped shapefile"),
    GEOPACKAGE("GeoPackage"),
    FLATGEOBUF("FlatGeobuf"),
    CSV("CSV"),
    GEOTIFF("GeoTIFF");

    private static final String KNOWN =
            "known are GeoJSON, shapefile (.shp or zipped), GeoPackage, FlatGeobuf, CSV and GeoTIFF";
    private static final int HEAD = 4096;

    private final String title;

    Format(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static Format of(SourceFile file) {
        byte[] head = head(file);
        if (head.length == 0) {
            throw new IngestException(file.name() + " is empty (0 bytes)");
        }
        Format binary = binary(head, file);
        return binary != null ? binary : text(head, file);
    }

    private static byte[] head(SourceFile file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static Format binary(byte[] head, SourceFile file) {
        if (starts(head, 'P', 'K', 3, 4)) {
            return zip(file);
        }
        if (starts(head, 'I', 'I', 42, 0)
                || starts(head, 'M', 'M', 0, 42)
                || starts(head, 'I', 'I', 43, 0)
                || starts(head, 'M', 'M', 0, 43)) {
            return GEOTIFF;
        }
        if (starts(head, 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a', 't')) {
            return GEOPACKAGE;
        }
        if (starts(head, 'f', 'g', 'b')) {
            return FLATGEOBUF;
        }
        if (starts(head, 0, 0, 0x27, 0x0A)) {
            return shape(file);
        }
        return null;
    }

    private static Format zip(SourceFile file) {
        if (file.ending().equals("xlsx") || file.ending().equals("ods")) {
            throw new IngestException(file.name() + " is a spreadsheet; save it as CSV first");
        }
        if (file.ending().equals("kmz")) {
            throw unknown(file, "is KMZ");
        }
        return ZIP;
    }

    private static Format shape(SourceFile file) {
        if (file.ending().equals("shx")) {
            throw new IngestException(file.name() + " is the index of a shapefile; give its .shp");
        }
        return SHAPEFILE;
    }

    private static Format text(byte[] head, SourceFile file) {
        if (file.ending().equals("dbf")
                || file.ending().equals("prj")
                || file.ending().equals("cpg")) {
            throw new IngestException(file.name() + " is one part of a shapefile; give its .shp");
        }
        boolean utf16 = starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF);
        if (!utf16 && hasZero(head)) {
            throw unknown(file, "is a binary file of no known format");
        }
        String text = new String(head, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .replace("\u001E", "")
                .stripLeading();
        if (text.isEmpty()) {
            throw new IngestException(file.name() + " holds nothing but blanks");
        }
        return switch (text.charAt(0)) {
            case '{' -> GEOJSON;
            case '[' -> throw unknown(file, "is a JSON array, not GeoJSON");
            case '<' -> throw markup(text, file);
            default -> plain(text, file);
        };
    }

    private static Format plain(String text, SourceFile file) {
        if (file.ending().equals("geojson") || file.ending().equals("json")) {
            throw new IngestException(file.name() + " is not JSON: it begins with '" + firstLine(text) + "'");
        }
        boolean named = Arrays.asList("csv", "tsv", "txt", "tab").contains(file.ending());
        String line = firstLine(text);
        if (!named && line.indexOf(',') < 0 && line.indexOf(';') < 0 && line.indexOf('\t') < 0) {
            throw unknown(file, "begins with '" + line + "', which no known format does");
        }
        return CSV;
    }

    private static IngestException markup(String text, SourceFile file) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("<!doctype html") || lower.contains("<html")) {
            return new IngestException(file.name() + " is an HTML page, not data: the download has probably brought an"
                    + " error or login page; open it in a browser to see");
        }
        if (lower.contains("<kml")) {
            return unknown(file, "is KML");
        }
        return unknown(file, lower.contains("opengis.net/gml") ? "is GML" : "is XML");
    }

    private static IngestException unknown(SourceFile file, String what) {
        return new IngestException(file.name() + " " + what + "; " + KNOWN);
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 40 ? line.substring(0, 40) + "..." : line;
    }

    private static boolean hasZero(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
