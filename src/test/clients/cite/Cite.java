import java.io.File;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.TransformerFactory;
import org.opengis.cite.iso19142.TestNGController;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Runs the OGC suite for WFS 2.0 against a service and prints what passed, failed and was left out.
 *
 * <p>{@code Cite CAPABILITIES_URL OUTPUT_DIRECTORY USER}, password in {@code SINKMAP_USER_PASSWORD}. The suite signs in
 * nowhere; Java's own HTTP client does so for it, when the service asks, and to that service only.
 */
final class Cite {

    public static void main(String[] args) throws Exception {
        URI service = URI.create(args[0]);
        SchemaHost.start();
        String password = System.getenv("SINKMAP_USER_PASSWORD");
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return getRequestingHost().equals(service.getHost()) && getRequestingPort() == service.getPort()
                        ? new PasswordAuthentication(args[2], password.toCharArray())
                        : null;
            }
        });
        Document properties = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        Element root = properties.createElement("properties");
        properties.appendChild(root);
        entry(root, "wfs", args[0]);
        entry(root, "fid", "");
        Source results = new TestNGController(new File(args[1]).getAbsolutePath()).doTestRun(properties);
        Path report = Path.of(args[1], "results.xml");
        TransformerFactory.newInstance().newTransformer().transform(results, new StreamResult(report.toFile()));
        System.exit(print(report) ? 0 : 1);
    }

    private static void entry(Element root, String key, String value) {
        Element entry = root.getOwnerDocument().createElement("entry");
        entry.setAttribute("key", key);
        entry.setTextContent(value);
        root.appendChild(entry);
    }

    /** Every test but the suite's own preparations, by class of conformance; whether none failed. */
    private static boolean print(Path report) throws Exception {
        Document results = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Files.newInputStream(report));
        Map<String, Integer> sums = new TreeMap<>();
        NodeList tests = results.getElementsByTagName("test");
        for (int i = 0; i < tests.getLength(); i++) {
            Element test = (Element) tests.item(i);
            Map<String, Integer> counts = new TreeMap<>(Map.of("PASS", 0, "FAIL", 0, "SKIP", 0));
            NodeList methods = test.getElementsByTagName("test-method");
            for (int k = 0; k < methods.getLength(); k++) {
                Element method = (Element) methods.item(k);
                if (!method.getAttribute("is-config").equals("true")) {
                    counts.merge(method.getAttribute("status"), 1, Integer::sum);
                    sums.merge(method.getAttribute("status"), 1, Integer::sum);
                }
                if (method.getAttribute("status").equals("FAIL")) {
                    System.out.println("FAIL " + method.getAttribute("signature").replaceAll("\\[pri.*", ""));
                    System.out.println("     " + why(method));
                }
            }
            System.out.printf(
                    "%-40s %3d passed %3d failed %3d left out%n",
                    test.getAttribute("name"), counts.get("PASS"), counts.get("FAIL"), counts.get("SKIP"));
        }
        int failed = sums.getOrDefault("FAIL", 0);
        System.out.printf(
                "all: %d passed, %d failed, %d left out%n",
                sums.getOrDefault("PASS", 0), failed, sums.getOrDefault("SKIP", 0));
        return failed == 0;
    }

    private static String why(Element method) {
        NodeList messages = method.getElementsByTagName("message");
        String text = messages.getLength() == 0 ? "" : messages.item(0).getTextContent().strip();
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 400 ? line.substring(0, 400) + "..." : line;
    }
}
