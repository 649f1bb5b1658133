package sinkmap.ogc;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The controller with given services, without a server. */
public final class OgcServer {

    public static final OgcSettings SETTINGS =
            new OgcSettings("", 4096, 50, 4, 50_000, 1_000_000, 100_000, "", "", "none", "none");

    /** Room for four maps and four requests for features at once. */
    public static final Gate GATE = gate(4, 64);

    /**
     * Room for work.
     *
     * @param places maps at once, and requests for features at once
     * @param waiting requests that may wait for 10 s for a place
     */
    public static Gate gate(int places, int waiting) {
        return new Gate(
                new LoadSettings(places, places, waiting, Duration.ofSeconds(10), 0.4, 0, Duration.ofMinutes(1)));
    }

    /** What the controller counts. */
    public final MeterRegistry meters = new SimpleMeterRegistry();

    private final MockMvc mvc;

    public OgcServer(OwsService... services) {
        OgcMetrics metrics = new OgcMetrics(meters, GATE, Set.of("marsh", "port", "depth"));
        mvc = MockMvcBuilders.standaloneSetup(new OwsController(List.of(services), SETTINGS, GATE, metrics))
                .build();
    }

    /** Answers a GET request; the query is given decoded, {@code A=1&B=2}. */
    public MockHttpServletResponse get(String path, String query) {
        var request = MockMvcRequestBuilders.get(path);
        for (String part : query.split("&")) {
            String[] pair = part.split("=", 2);
            request.param(pair[0], pair[1]);
        }
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public MockHttpServletResponse post(String path, String xml) {
        try {
            return mvc.perform(MockMvcRequestBuilders.post(path)
                            .contentType("text/xml")
                            .content(xml))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Posts as a user with a role. */
    public MockHttpServletResponse post(String path, String xml, String user, String role) {
        try {
            return mvc.perform(MockMvcRequestBuilders.post(path)
                            .contentType("text/xml")
                            .content(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .with(request -> {
                                request.setRemoteUser(user);
                                request.addUserRole(role);
                                return request;
                            }))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The body as text. */
    public static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
