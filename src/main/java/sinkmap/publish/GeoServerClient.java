package sinkmap.publish;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks HTTP with a GeoServer. Requests that break off or are answered with 429 or 5xx are tried again after a pause that
 * doubles; all of them may be repeated, for the publisher looks before it makes something.
 */
final class GeoServerClient {

    static final String JSON = "application/json";
    static final String SLD = "application/vnd.ogc.sld+xml";
    static final String XML = "text/xml";

    private static final int SHOWN_CHARACTERS = 300;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final PublishSettings settings;
    private final String credentials;
    private String missingWorkspace;

    GeoServerClient(PublishSettings settings) {
        this(settings, settings.user(), settings.password());
    }

    GeoServerClient(PublishSettings settings, String user, String password) {
        this.settings = settings;
        this.credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body content
     */
    record Answer(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** What stands at an address of the REST interface, without the tag of the kind; empty where nothing does. */
    Optional<JsonNode> find(String path) {
        if (missingWorkspace != null && path.contains("/workspaces/" + missingWorkspace + "/")) {
            return Optional.empty();
        }
        Answer answer = send("GET", "/rest" + path, null, null);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        expect(answer, "GET", path);
        try {
            return Optional.of(JsonMapper.shared().readTree(answer.body()));
        } catch (JacksonException e) {
            throw new GeoServerException(settings.url() + "/rest" + path + " is no JSON: " + shown(answer), e);
        }
    }

    /** Says that a workspace is not there, for which GeoServer itself answers with 500 to what is asked of its content. */
    void missing(String workspace) {
        missingWorkspace = workspace;
    }

    /** The bytes of a file in the data directory of the GeoServer; empty where there is none. */
    Optional<byte[]> findFile(String path) {
        Answer answer = send("GET", "/rest/resource" + path, null, null);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        expect(answer, "GET", "/resource" + path);
        return Optional.of(answer.body());
    }

    void change(String method, String path, JsonNode body) {
        change(method, "/rest" + path, JSON, JsonMapper.shared().writeValueAsBytes(body));
    }

    /** Sends a change to any address of the GeoServer; an error unless it is taken. */
    void change(String method, String path, String type, byte[] body) {
        expect(send(method, path, type, body), method, path);
    }

    void delete(String path) {
        Answer answer = send("DELETE", "/rest" + path, null, null);
        if (answer.status() != 404) {
            expect(answer, "DELETE", path);
        }
    }

    /** Any request below the address of the GeoServer; the answer, whatever its status below 500. */
    Answer send(String method, String path, String type, byte[] body) {
        Duration pause = settings.pause();
        for (int attempt = 1; ; attempt++) {
            String failure;
            Exception cause = null;
            try {
                HttpResponse<byte[]> response =
                        http.send(request(method, path, type, body), BodyHandlers.ofByteArray());
                Answer answer = new Answer(response.statusCode(), response.body());
                if (answer.status() < 500 && answer.status() != 429) {
                    return answer;
                }
                failure = "answers " + answer.status() + " " + shown(answer);
            } catch (IOException e) {
                failure = "does not answer ("
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ")";
                cause = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new GeoServerException("publishing was interrupted", e);
            }
            if (attempt >= settings.attempts()) {
                throw new GeoServerException(
                        "GeoServer " + failure + ", " + attempt + " times, to " + method + " " + settings.url() + path,
                        cause);
            }
            sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private HttpRequest request(String method, String path, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .timeout(settings.timeout())
                .header("Authorization", "Basic " + credentials)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (method.equals("GET") && path.startsWith("/rest/security")) {
            // where names may hold dots, an ending does not say what is asked for
            request.header("Accept", JSON);
        }
        return request.build();
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GeoServerException("publishing was interrupted", e);
        }
    }

    private void expect(Answer answer, String method, String path) {
        if (answer.status() == 401) {
            throw new GeoServerException("GeoServer does not know the user '" + settings.user()
                    + "' with this password; set sinkmap.publish.user and sinkmap.publish.password");
        }
        if (answer.status() >= 300) {
            throw new GeoServerException(
                    "GeoServer answers " + answer.status() + " to " + method + " " + path + ": " + shown(answer));
        }
    }

    private static String shown(Answer answer) {
        String text = answer.text().replaceAll("\\s+", " ").strip();
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "...";
    }
}
