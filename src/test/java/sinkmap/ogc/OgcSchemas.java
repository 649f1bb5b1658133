package sinkmap.ogc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The official schemas of the OGC, from the class path: what stands at {@code http://schemas.opengis.net/} is looked up
 * there, and nothing is fetched.
 */
public final class OgcSchemas implements LSResourceResolver {

    private static final Map<List<String>, Schema> COMPILED = new ConcurrentHashMap<>();

    private final Map<String, byte[]> others;

    private OgcSchemas(Map<String, byte[]> others) {
        this.others = others;
    }

    /**
     * What is wrong with a document by official schemas.
     *
     * @param addresses addresses of schemas below {@code http://schemas.opengis.net/}, like {@code wfs/2.0/wfs.xsd}
     */
    public static List<String> faults(byte[] document, String... addresses) {
        Schema schema = COMPILED.computeIfAbsent(
                List.of(addresses), key -> compile(new OgcSchemas(Map.of()), official(addresses)));
        return faults(document, schema);
    }

    /** What is wrong with a document by an application schema and official ones. */
    public static List<String> faults(byte[] document, byte[] schema, String... addresses) {
        List<Source> sources = official(addresses);
        sources.add(new StreamSource(new ByteArrayInputStream(schema), "urn:application"));
        return faults(document, compile(new OgcSchemas(Map.of("urn:application", schema)), sources));
    }

    private static List<Source> official(String... addresses) {
        List<Source> sources = new ArrayList<>();
        for (String address : addresses) {
            String uri = "http://schemas.opengis.net/" + address;
            sources.add(new StreamSource(open(uri), uri));
        }
        return sources;
    }

    private static Schema compile(OgcSchemas resolver, List<Source> sources) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "http,https,jar,file");
            factory.setProperty("jdk.xml.maxOccurLimit", "0");
            factory.setResourceResolver(resolver);
            return factory.newSchema(sources.toArray(Source[]::new));
        } catch (SAXException e) {
            throw new AssertionError("the schema does not compile: " + e.getMessage(), e);
        }
    }

    private static List<String> faults(byte[] document, Schema schema) {
        List<String> faults = new ArrayList<>();
        Validator validator = schema.newValidator();
        validator.setResourceResolver(new OgcSchemas(Map.of()));
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {}

            @Override
            public void error(SAXParseException e) {
                faults.add(e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
                faults.add(e.getMessage());
            }
        });
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(document)));
        } catch (SAXException | IOException e) {
            faults.add(e.getMessage());
        }
        return faults;
    }

    private static InputStream open(String uri) {
        String path = uri.replaceFirst("^https?://schemas\\.opengis\\.net/", "/ogc/")
                .replaceFirst("^https?://www\\.isotc211\\.org/2005/", "/ogc/iso/19139/20070417/")
                .replaceFirst(
                        "^https?://www\\.w3\\.org/(?:1999/xlink|2001/xml)",
                        "/sinkmap/ogc/schemas/" + (uri.contains("xlink") ? "xlink" : "xml"));
        URL found = OgcSchemas.class.getResource(path);
        if (found == null) {
            throw new AssertionError("no schema is stored for " + uri);
        }
        try {
            return found.openStream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public LSInput resolveResource(String type, String namespace, String publicId, String systemId, String base) {
        String uri = base == null || base.startsWith("urn:")
                ? systemId
                : URI.create(base).resolve(systemId).toString();
        if (others.containsKey(uri)) {
            return new Input(new ByteArrayInputStream(others.get(uri)), uri);
        }
        return new Input(open(uri), uri);
    }

    private record Input(InputStream stream, String uri) implements LSInput {

        @Override
        public InputStream getByteStream() {
            return stream;
        }

        @Override
        public String getSystemId() {
            return uri;
        }

        @Override
        public Reader getCharacterStream() {
            return null;
        }

        @Override
        public void setCharacterStream(Reader reader) {}

        @Override
        public void setByteStream(InputStream bytes) {}

        @Override
        public String getStringData() {
            return null;
        }

        @Override
        public void setStringData(String data) {}

        @Override
        public void setSystemId(String id) {}

        @Override
        public String getPublicId() {
            return null;
        }

        @Override
        public void setPublicId(String id) {}

        @Override
        public String getBaseURI() {
            return null;
        }

        @Override
        public void setBaseURI(String base) {}

        @Override
        public String getEncoding() {
            return null;
        }

        @Override
        public void setEncoding(String encoding) {}

        @Override
        public boolean getCertifiedText() {
            return false;
        }

        @Override
        public void setCertifiedText(boolean certified) {}
    }
}
