package sinkmap.ogc.style;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.XmlElement;

/**
 * Reads external graphics: files in the directory of the styles, never anything else. A drawing that refers to another
 * resource, or has a document type definition, is refused or shown without it.
 */
final class Pictures {

    private static final long MAX_bytes = 5_000_000;

    /** A parameter of a drawing with its default, as QGIS and GeoServer know them. */
    private static final Pattern PARAMETER = Pattern.compile("param\\(([\\w-]+)\\)\\s*([^\"';<>]*)");

    private final Path directory;

    /**
     * @param directory where graphics lie; null when none may be named
     */
    Pictures(Path directory) {
        this.directory = directory;
    }

    Picture read(XmlElement external) {
        SldSymbols.check(external, "OnlineResource", "Format");
        XmlElement resource = SldSymbols.required(external, "OnlineResource");
        String href = resource.findAttribute("href").orElse("");
        int query = href.indexOf('?');
        Path file = file(resource, query < 0 ? href : href.substring(0, query));
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (Files.size(file) > MAX_bytes) {
                throw Sld.fault(resource, "'" + href + "' is larger than " + MAX_bytes + " bytes");
            }
            byte[] bytes = Files.readAllBytes(file);
            return name.endsWith(".svg") ? drawing(bytes, parameters(href, query)) : image(resource, href, bytes);
        } catch (IOException e) {
            throw Sld.fault(resource, "'" + href + "' cannot be read; it must be a file beside the style");
        } catch (SinkmapException e) {
            throw e.getMessage().startsWith("line " + resource.line())
                    ? e
                    : Sld.fault(resource, "'" + href + "': " + e.getMessage());
        }
    }

    private Path file(XmlElement resource, String href) {
        if (directory == null) {
            throw Sld.fault(resource, "is not allowed in a style that comes with a request");
        }
        String name =
                href.startsWith("file:") ? href.substring("file:".length()).replaceAll("^/+", "") : href;
        Path base = directory.toAbsolutePath().normalize();
        try {
            Path file = base.resolve(URLDecoder.decode(name, StandardCharsets.UTF_8))
                    .normalize();
            boolean inside = file.startsWith(base)
                    && (!Files.exists(file) || file.toRealPath().startsWith(base.toRealPath()));
            if (!name.contains(":") && !name.startsWith("/") && inside && !file.equals(base)) {
                return file;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Sld.fault(resource, "'" + href + "' is not the name of a file");
        }
        throw Sld.fault(
                resource,
                "'" + href + "' is not allowed: external graphics are files in the directory of the styles, by their"
                        + " relative name");
    }

    private static Map<String, String> parameters(String href, int query) {
        Map<String, String> values = new HashMap<>();
        if (query >= 0) {
            for (String pair : href.substring(query + 1).split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return values;
    }

    private static Picture drawing(byte[] bytes, Map<String, String> parameters) {
        String text = PARAMETER
                .matcher(new String(bytes, StandardCharsets.UTF_8))
                .replaceAll(found -> {
                    String given = parameters.get(found.group(1));
                    String safe = given != null && given.matches("[#\\w.]+")
                            ? given
                            : found.group(2).strip();
                    return Matcher.quoteReplacement(safe.isEmpty() ? "none" : safe);
                });
        // refuses document type definitions and entities
        XmlElement root = XmlElement.read(new StringReader(text));
        if (!root.name().equals("svg")) {
            throw new SinkmapException("is not an SVG drawing");
        }
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .build();
        SVGDocument drawing =
                new SVGLoader().load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null, context);
        if (drawing == null) {
            throw new SinkmapException("is not a drawing that can be read");
        }
        return Picture.of(drawing);
    }

    private static Picture image(XmlElement resource, String href, byte[] bytes) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        if (image == null) {
            throw Sld.fault(resource, "'" + href + "' is not an SVG, PNG, JPEG or GIF file");
        }
        return Picture.of(image);
    }
}
