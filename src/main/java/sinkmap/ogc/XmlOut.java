package sinkmap.ogc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML to a stream. Names are written as given ({@code gml:Point}); texts and values are escaped, and characters
 * that XML 1.0 does not allow are replaced by U+FFFD.
 */
public final class XmlOut {

    private final XMLStreamWriter out;

    public XmlOut(Writer writer) {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
            out.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Names the document type; before the root element. */
    public XmlOut doctype(String root, String systemId) {
        try {
            out.writeDTD("<!DOCTYPE " + root + " SYSTEM \"" + systemId + "\">");
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Opens an element with attributes given as name, value, name, value; a null value leaves its attribute out. */
    public XmlOut open(String name, Object... attributes) {
        try {
            out.writeStartElement(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    public XmlOut close() {
        try {
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    public XmlOut text(String text) {
        try {
            out.writeCharacters(clean(text));
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** An element that holds a text. */
    public XmlOut element(String name, String text, Object... attributes) {
        return open(name, attributes).text(text == null ? "" : text).close();
    }

    /** An element that holds nothing. */
    public XmlOut empty(String name, Object... attributes) {
        try {
            out.writeEmptyElement(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Ends the document and flushes. */
    public void end() {
        try {
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.writeAttribute(attributes[i].toString(), clean(attributes[i + 1].toString()));
            }
        }
    }

    private static String clean(String text) {
        return text.codePoints().allMatch(XmlOut::allowed)
                ? text
                : text.codePoints()
                        .map(c -> allowed(c) ? c : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean allowed(int c) {
        return c == 9
                || c == 10
                || c == 13
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    private static UncheckedIOException failed(XMLStreamException e) {
        return new UncheckedIOException(
                e.getCause() instanceof IOException io ? io : new IOException("the answer could not be written", e));
    }
}
