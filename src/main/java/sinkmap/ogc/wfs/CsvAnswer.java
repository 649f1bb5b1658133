package sinkmap.ogc.wfs;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.CellText;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.Utf8Out;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;

/**
 * Writes features of one type as CSV (RFC 4180) in UTF-8: the id, the attributes, the geometry as WKT in x, y order. With
 * {@code FORMAT_OPTIONS=bom:true} a byte order mark comes first, without which Excel reads Chinese as something else. A text
 * that a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class CsvAnswer implements FeatureAnswer {

    @Override
    public void write(FeatureResult result, OwsResponse response) throws IOException {
        if (result.parts().size() > 1) {
            throw OwsException.invalid("OUTPUTFORMAT", "CSV holds one feature type; send one request each");
        }
        FeatureResult.Part part = result.parts().get(0);
        WfsQuery query = part.query();
        FeatureLayer layer = part.layer();
        List<String> names = names(query);
        Crs stored = Crs.of(layer.crs());
        Crs target = query.axes().crs();
        try (FeatureCursor cursor = result.open(part)) {
            response.header("Content-Disposition", "attachment; filename=\"" + layer.id() + ".csv\"");
            Utf8Out out = new Utf8Out(response.bytes("text/csv;charset=UTF-8", 200));
            if (byteOrderMark(result.asked())) {
                out.put("\uFEFF");
            }
            out.put("fid");
            names.forEach(name -> out.put(',').put(name));
            out.put(query.query().geometry() ? ",wkt\r\n" : "\r\n");
            WKTWriter wkt = new WKTWriter();
            while (cursor.hasNext()) {
                Feature feature = cursor.next();
                out.put(layer.id()).put('.').number(feature.id());
                for (String name : names) {
                    cell(feature.attributes().get(name), out.put(','));
                }
                if (query.query().geometry()) {
                    geometry(feature.geometry(), target, stored, wkt, out.put(','));
                }
                out.put("\r\n");
            }
            out.flush();
        }
    }

    private static List<String> names(WfsQuery query) {
        List<String> asked = query.query().attributes();
        Stream<String> all = query.layer().attributes().stream().map(Attribute::name);
        return asked == null ? all.toList() : all.filter(asked::contains).toList();
    }

    private static boolean byteOrderMark(FeatureRequest asked) {
        String options = asked.kvp().get("FORMAT_OPTIONS", "").toLowerCase(Locale.ROOT);
        return Stream.of(options.split(";")).anyMatch(option -> option.strip().equals("bom:true"));
    }

    private static void geometry(Geometry geometry, Crs target, Crs stored, WKTWriter wkt, Utf8Out out) {
        if (geometry != null && !geometry.isEmpty()) {
            Geometry drawn = target.sameCoordinates(stored) ? geometry : target.transform(geometry, stored);
            out.put('"').put(wkt.write(drawn)).put('"');
        }
    }

    private static void cell(Object value, Utf8Out out) {
        if (value instanceof Long number) {
            out.number(number);
        } else if (value instanceof Double number) {
            if (Double.isFinite(number)) {
                out.number(number);
            }
        } else if (value != null) {
            quoted(CellText.harmless(GmlFeature.text(value)), out);
        }
    }

    private static void quoted(String text, Utf8Out out) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                && text.equals(text.strip());
        if (plain) {
            out.put(text);
        } else {
            out.put('"').put(text.replace("\"", "\"\"")).put('"');
        }
    }
}
