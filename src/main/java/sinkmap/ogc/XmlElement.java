package sinkmap.ogc;

import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import sinkmap.grid.SinkmapException;

/**
 * An element of an XML document that was read whole. Document type definitions and external entities are refused, nesting
 * is limited.
 *
 * @param name local name
 * @param attributes attributes by local name
 * @param content texts ({@code String}) and elements in document order
 * @param line line of the start tag, from 1
 */
public record XmlElement(String name, Map<String, String> attributes, List<Object> content, int line) {

    private static final int MAX_DEPTH = 100;

    /** Elements, attributes and texts of a document; 5,000 updates of a feature have about 60,000. */
    private static final int MAX_PARTS = 500_000;

    /** Reads a document; {@link SinkmapException} with the line when it is not well-formed. */
    public static XmlElement read(InputStream document) {
        try {
            return document(factory().createXMLStreamReader(document));
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        }
    }

    /** Reads a document; {@link SinkmapException} with the line when it is not well-formed. */
    public static XmlElement read(Reader document) {
        try {
            return document(factory().createXMLStreamReader(document));
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static SinkmapException notWellFormed(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return new SinkmapException("line " + line + ": the XML is not well-formed", e);
    }

    private static XmlElement document(XMLStreamReader reader) throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw new SinkmapException("a document type definition is not allowed");
            }
        }
        XmlElement root = new Reading(reader).element(0);
        while (reader.hasNext()) {
            reader.next();
        }
        return root;
    }

    /** One document while it is read; what is empty takes no memory. */
    private static final class Reading {

        private final XMLStreamReader reader;
        private int parts;

        Reading(XMLStreamReader reader) {
            this.reader = reader;
        }

        XmlElement element(int depth) throws XMLStreamException {
            if (depth > MAX_DEPTH) {
                throw new SinkmapException("the XML is nested deeper than " + MAX_DEPTH + " elements");
            }
            count(1 + reader.getAttributeCount());
            String name = reader.getLocalName();
            int line = reader.getLocation().getLineNumber();
            return new XmlElement(name, attributes(), content(depth, line), line);
        }

        private void count(int more) {
            parts += more;
            if (parts > MAX_PARTS) {
                throw new SinkmapException(
                        "the XML has more than " + MAX_PARTS + " elements, attributes and texts; split the request");
            }
        }

        private Map<String, String> attributes() {
            if (reader.getAttributeCount() == 0) {
                return Map.of();
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
            return attributes;
        }

        private List<Object> content(int depth, int line) throws XMLStreamException {
            List<Object> content = List.of();
            for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
                content = content.isEmpty() ? new ArrayList<>(2) : content;
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> content.add(element(depth + 1));
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        count(1);
                        content.add(reader.getText());
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new SinkmapException("line " + line + ": entities are not allowed");
                    default -> {
                        // comments and processing instructions say nothing
                    }
                }
            }
            return content;
        }
    }

    /** The elements directly below. */
    public List<XmlElement> children() {
        return content.stream()
                .filter(XmlElement.class::isInstance)
                .map(XmlElement.class::cast)
                .toList();
    }

    public List<XmlElement> children(String childName) {
        return children().stream().filter(e -> e.name.equals(childName)).toList();
    }

    public Optional<XmlElement> findChild(String childName) {
        return children().stream().filter(e -> e.name.equals(childName)).findFirst();
    }

    /** The text directly below, stripped. */
    public String text() {
        return content.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining())
                .strip();
    }

    public Optional<String> findText(String childName) {
        return findChild(childName).map(XmlElement::text);
    }

    public Optional<String> findAttribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).filter(value -> !value.isBlank());
    }
}
