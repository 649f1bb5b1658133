package sinkmap.ogc.wms;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Layer;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsResponse;

/**
 * Gives the styles of layers as SLD (OGC 02-070, clause 7): the document that the service itself draws by, its layer named as
 * in WMS, so that it can be sent back as SLD_BODY.
 */
final class GetStyles {

    static final String TYPE = "application/vnd.ogc.sld+xml";

    private final Catalog catalog;

    GetStyles(Catalog catalog) {
        this.catalog = catalog;
    }

    void answer(Kvp kvp, OwsResponse response) throws IOException {
        kvp.get("LAYERS");
        Document whole = null;
        for (String name : kvp.list("LAYERS")) {
            Document styles = read(MapReader.layer(name, catalog, "LAYERS"));
            if (whole == null) {
                whole = styles;
            } else {
                append(styles, whole);
            }
        }
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(whole), new StreamResult(response.bytes(TYPE + ";charset=UTF-8", 200)));
        } catch (TransformerException e) {
            throw new IOException("the styles could not be written", e);
        }
    }

    private Document read(Layer layer) throws IOException {
        String text = Files.readString(catalog.styles().resolve(layer.about().style() + ".sld"));
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            for (Node part = document.getDocumentElement().getFirstChild();
                    part != null;
                    part = part.getNextSibling()) {
                if ("NamedLayer".equals(part.getLocalName())) {
                    name((Element) part, layer.id());
                }
            }
            return document;
        } catch (ParserConfigurationException | SAXException e) {
            throw new SinkmapException("the style of layer " + layer.id() + " is no XML", e);
        }
    }

    private static void name(Element namedLayer, String id) {
        for (Node part = namedLayer.getFirstChild(); part != null; part = part.getNextSibling()) {
            if ("Name".equals(part.getLocalName())) {
                part.setTextContent(id);
                return;
            }
        }
    }

    private static void append(Document more, Document whole) {
        Element root = whole.getDocumentElement();
        String version = more.getDocumentElement().getAttribute("version");
        if (!version.equals(root.getAttribute("version"))) {
            throw OwsException.invalid(
                    "LAYERS",
                    "the styles of these layers are in different versions of SLD; ask for one layer at a time");
        }
        for (Node part = more.getDocumentElement().getFirstChild(); part != null; part = part.getNextSibling()) {
            root.appendChild(whole.importNode(part, true));
        }
    }
}
