package sinkmap.ogc.wms;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.XmlOut;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reports errors in the form that a request wants ({@code EXCEPTIONS}; OGC 06-042, 6.11 and 7.3.3.11): XML, JSON, the text in
 * a picture, or a blank picture. Pictures are sent with status 200, because clients throw others away.
 */
final class WmsReport {

    /** What an error report may look like. */
    private enum Form {
        XML,
        JSON,
        INIMAGE,
        BLANK
    }

    private static final int USUAL_SIZE = 256;
    private static final int MARGIN = 6;

    private final OgcSettings settings;

    WmsReport(OgcSettings settings) {
        this.settings = settings;
    }

    /** Names of the forms in capabilities. */
    static List<String> listFormats(WmsVersion version) {
        return version == WmsVersion.V1_3_0
                ? List.of("XML", "INIMAGE", "BLANK", "application/json")
                : List.of(
                        "application/vnd.ogc.se_xml",
                        "application/vnd.ogc.se_inimage",
                        "application/vnd.ogc.se_blank",
                        "application/json");
    }

    void write(OwsException error, Kvp kvp, OwsResponse response) throws IOException {
        switch (form(kvp)) {
            case XML -> xml(error, WmsVersion.of(kvp) == WmsVersion.V1_3_0, response);
            case JSON -> json(error, response);
            case INIMAGE -> picture(Optional.of(error.getMessage()), kvp, response);
            case BLANK -> picture(Optional.empty(), kvp, response);
        }
    }

    private static Form form(Kvp kvp) {
        String wanted = kvp.get("EXCEPTIONS", "XML").toLowerCase(Locale.ROOT);
        boolean map = kvp.get("REQUEST", "").toLowerCase(Locale.ROOT).matches("getmap|map");
        if (wanted.contains("json")) {
            return Form.JSON;
        }
        if (map && wanted.contains("inimage")) {
            return Form.INIMAGE;
        }
        return map && wanted.contains("blank") ? Form.BLANK : Form.XML;
    }

    private static void xml(OwsException error, boolean modern, OwsResponse response) throws IOException {
        String type = modern ? "text/xml;charset=UTF-8" : "application/vnd.ogc.se_xml;charset=UTF-8";
        Writer writer = response.text(type, error.status());
        XmlOut out = new XmlOut(writer);
        out.open(
                "ServiceExceptionReport",
                "version",
                modern ? "1.3.0" : "1.1.1",
                "xmlns",
                modern ? "http://www.opengis.net/ogc" : null);
        out.element("ServiceException", error.getMessage(), "code", error.code(), "locator", error.locator());
        out.end();
    }

    /** The form that GeoServer gives reports in JSON, which map libraries know. */
    private static void json(OwsException error, OwsResponse response) throws IOException {
        Writer writer = response.text("application/json", error.status());
        JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), writer);
        out.writeStartObject();
        out.writeStringProperty("version", "1.3.0");
        out.writeName("exceptions");
        out.writeStartArray();
        out.writeStartObject();
        out.writeStringProperty("code", error.code());
        out.writeStringProperty("locator", error.locator());
        out.writeStringProperty("text", error.getMessage());
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
        out.flush();
    }

    private void picture(Optional<String> text, Kvp kvp, OwsResponse response) throws IOException {
        BufferedImage image = new BufferedImage(size(kvp, "WIDTH"), size(kvp, "HEIGHT"), BufferedImage.TYPE_INT_ARGB);
        Color ground = ground(kvp);
        Graphics2D graphics = image.createGraphics();
        if (ground != null) {
            graphics.setColor(ground);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        }
        text.ifPresent(message -> write(message, image, graphics));
        graphics.dispose();
        MapFormat format = format(kvp);
        OutputStream out = response.bytes(format.type(), 200);
        format.write(image, ground == null, out);
        out.flush();
    }

    /** The size asked for, as far as it is one: the request may be wrong in just that. */
    private int size(Kvp kvp, String name) {
        try {
            int size = kvp.getInt(name, USUAL_SIZE);
            return Math.max(1, Math.min(size, settings.maxSize()));
        } catch (OwsException e) {
            return USUAL_SIZE;
        }
    }

    private static Color ground(Kvp kvp) {
        try {
            return MapScreen.background(kvp);
        } catch (OwsException e) {
            return Color.WHITE;
        }
    }

    private static MapFormat format(Kvp kvp) {
        try {
            MapFormat format = MapFormat.of(kvp.get("FORMAT", "image/png"));
            return format == MapFormat.GEOTIFF ? MapFormat.PNG : format;
        } catch (OwsException e) {
            return MapFormat.PNG;
        }
    }

    private static void write(String message, BufferedImage image, Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        FontMetrics metrics = graphics.getFontMetrics();
        int y = MARGIN + metrics.getAscent();
        for (String line : lines(message, metrics, image.getWidth() - 2 * MARGIN)) {
            graphics.setColor(Color.BLACK);
            graphics.drawString(line, MARGIN, y);
            y += metrics.getHeight();
        }
    }

    /** A text in lines no wider than the room. */
    private static List<String> lines(String text, FontMetrics metrics, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
