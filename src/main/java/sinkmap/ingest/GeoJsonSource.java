package sinkmap.ingest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GeoJSON (RFC 7946): a feature collection, a feature, a geometry, or several of these one after another (newline
 * delimited, RFC 8142). The {@code crs} member of the 2008 specification is honoured when it stands before the features.
 * Members may come in any order; foreign ones are passed over.
 */
final class GeoJsonSource implements FeatureSource {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String DEFAULT_CRS = "EPSG:4326";

    private final SourceFile file;
    private final LoadOptions options;
    private final CountingStream bytes;
    private final JsonParser json;
    private final GeoJsonGeometry geometries;
    private final long size;

    private boolean inRoot;
    private boolean inFeatures;
    private boolean rootEnded;
    private Row root = new Row();
    private String crs;
    private long number;

    /** Members of the object that is being read. */
    private static final class Row {
        private final GeoJsonGeometry.Parts self = new GeoJsonGeometry.Parts();
        private GeoJsonGeometry.Parts geometry;
        private Map<String, Object> values = new LinkedHashMap<>();
        private boolean features;
    }

    GeoJsonSource(SourceFile file, LoadOptions options, IngestSettings settings) {
        this.file = file;
        this.options = options;
        this.size = Math.max(1, file.size());
        this.geometries = new GeoJsonGeometry(file.name(), settings.maxVertices());
        try {
            bytes = new CountingStream(Files.newInputStream(file.path()));
            json = parser(new Unseparated(new BufferedInputStream(bytes, 1 << 16)));
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        try {
            guarded(this::seekFeatures);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private JsonParser parser(InputStream in) {
        if (options.encoding() == null) {
            return MAPPER.reader().createParser(in);
        }
        return MAPPER.reader()
                .createParser(new InputStreamReader(
                        in,
                        TextEncoding.named(options.encoding(), file.name())
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    @Override
    public String crs() {
        return options.crs() != null ? options.crs() : crs == null ? DEFAULT_CRS : crs;
    }

    @Override
    public String encoding() {
        return options.encoding();
    }

    @Override
    public double share() {
        return (double) bytes.count() / size;
    }

    @Override
    public RawRow next() {
        return guarded(this::read);
    }

    /** Reads the first object up to its features, so that the CRS is known before the first row. */
    private Void seekFeatures() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IngestException(file.name() + " is not GeoJSON: it does not begin with an object");
        }
        inRoot = true;
        while (inRoot && !inFeatures) {
            String name = json.nextName();
            if (name == null) {
                rootEnded = true;
                return null;
            }
            rootMember(name);
        }
        return null;
    }

    private RawRow read() {
        while (true) {
            if (inFeatures) {
                JsonToken token = json.nextToken();
                if (token == JsonToken.START_OBJECT) {
                    return feature();
                }
                if (token != JsonToken.END_ARRAY) {
                    throw new IngestException(
                            file.name() + ": feature " + (number + 1) + " is not an object" + place());
                }
                inFeatures = false;
            } else if (inRoot) {
                RawRow row = rootEnded ? endRoot() : continueRoot();
                if (row != null) {
                    return row;
                }
            } else if (!nextRoot()) {
                return null;
            }
        }
    }

    private boolean nextRoot() {
        JsonToken token = json.nextToken();
        if (token == null) {
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw new IngestException(file.name() + ": something that is not an object follows the data" + place());
        }
        inRoot = true;
        root = new Row();
        geometries.begin();
        return true;
    }

    private RawRow continueRoot() {
        String name = json.nextName();
        if (name == null) {
            return endRoot();
        }
        rootMember(name);
        return null;
    }

    private void rootMember(String name) {
        JsonToken token = json.nextToken();
        if (name.equals("features")) {
            if (token != JsonToken.START_ARRAY) {
                throw new IngestException(file.name() + ": \"features\" is not an array" + place());
            }
            root.features = true;
            inFeatures = true;
        } else if (name.equals("crs")) {
            readCrs();
        } else {
            member(name, root);
        }
    }

    private RawRow endRoot() {
        inRoot = false;
        rootEnded = false;
        if (root.features) {
            return null;
        }
        String type = root.self.type;
        if (type == null || type.equals("Topology") || type.equals("FeatureCollection")) {
            throw new IngestException(file.name() + " is JSON but not GeoJSON: its object has "
                    + (type == null ? "no \"type\"" : "the type " + type)
                    + (type != null && type.equals("FeatureCollection") ? " but no \"features\"" : ""));
        }
        number++;
        return row(root, type.equals("Feature") ? root.geometry : root.self);
    }

    private RawRow feature() {
        number++;
        geometries.begin();
        Row row = new Row();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            member(name, row);
        }
        return row(row, row.geometry);
    }

    private void member(String name, Row row) {
        switch (name) {
            case "geometry" ->
                row.geometry = json.currentToken() == JsonToken.START_OBJECT ? geometries.read(json) : skipped();
            case "properties" -> {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    row.values = properties();
                } else {
                    json.skipChildren();
                }
            }
            default -> geometries.member(json, name, row.self);
        }
    }

    private GeoJsonGeometry.Parts skipped() {
        json.skipChildren();
        return null;
    }

    private RawRow row(Row row, GeoJsonGeometry.Parts parts) {
        try {
            Geometry geometry = parts == null ? null : geometries.build(parts);
            return new RawRow(number, geometry, row.values, null, geometries.mended(), geometries.heights());
        } catch (GeoJsonGeometry.Fault e) {
            return RawRow.faulty(number, row.values, e.getMessage());
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            values.put(name, value(json.nextToken()));
        }
        return values;
    }

    private Object value(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case START_ARRAY, START_OBJECT -> json.<JsonNode>readValueAsTree().toString();
            default -> null;
        };
    }

    private void readCrs() {
        JsonNode node = json.readValueAsTree();
        JsonNode properties = node.path("properties");
        String name = properties.path("name").asString("");
        if (node.path("type").asString("").equals("EPSG")) {
            name = properties.path("code").asString("");
        }
        if (name.isEmpty()) {
            if (!node.isNull() && options.crs() == null) {
                throw new IngestException(
                        file.name() + ": the member \"crs\" is not understood (" + node + "); give the CRS with --crs");
            }
            return;
        }
        String stated = CrsName.normalise(name);
        if (number > 0 && options.crs() == null && !stated.equals(crs())) {
            throw new IngestException(file.name() + " states its CRS (" + stated
                    + ") only behind the features; load it again with --crs " + stated);
        }
        crs = stated;
    }

    private String place() {
        return " (line " + json.currentTokenLocation().getLineNr() + ", column "
                + json.currentTokenLocation().getColumnNr() + ")";
    }

    private <T> T guarded(Supplier<T> step) {
        try {
            return step.get();
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            boolean cut = e instanceof UnexpectedEndOfInputException;
            throw new IngestException(
                    cut
                            ? file.name() + " is cut off: it ends inside feature " + Math.max(1, number) + where
                            : file.name() + " is not valid JSON near feature " + Math.max(1, number) + where + ": "
                                    + e.getOriginalMessage(),
                    e);
        }
    }

    @Override
    public void close() {
        json.close();
    }

    /** Turns the record separators of RFC 8142 into blanks. */
    private static final class Unseparated extends FilterInputStream {

        private static final byte SEPARATOR = 0x1E;

        Unseparated(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            return b == SEPARATOR ? ' ' : b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            for (int i = offset; i < offset + n; i++) {
                if (buffer[i] == SEPARATOR) {
                    buffer[i] = ' ';
                }
            }
            return n;
        }
    }
}
