package sinkmap.ogc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import sinkmap.Sinkmap;

/** The whole service in a process of its own with a heap of its own, as users start it, and clients of it. */
public final class LiveService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String READY = "map, WMS, WFS and REST at http://localhost:";

    public final int port;
    private final Process process;
    private final Path data;
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    /**
     * Starts the service and waits until it is ready.
     *
     * @param heap_mb its heap
     * @param data a data directory, which may hold layers already
     * @param properties settings as {@code name=value}
     */
    public LiveService(int heap_mb, Path layers, Path styles, Path data, String... properties) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap_mb + "m"));
        command.add("-Djava.awt.headless=true");
        for (String property : properties) {
            command.add("-D" + property);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Sinkmap.class.getName(), "serve"));
        command.addAll(List.of("--layers", layers.toString(), "--styles", styles.toString()));
        command.addAll(List.of("--data", data.toString(), "--port", "0"));
        this.data = data;
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines = process.inputReader();
        port = port(lines);
        Thread reader = new Thread(() -> lines.lines().forEach(log::add));
        reader.setDaemon(true);
        reader.start();
    }

    private int port(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            log.add(line);
            if (line.startsWith(READY)) {
                return Integer.parseInt(line.substring(READY.length()).replaceAll("\\D", ""));
            }
        }
        throw new AssertionError("the service did not start: " + log);
    }

    public HttpResponse<String> get(String path) throws IOException {
        return send(request(path));
    }

    public HttpResponse<String> post(String path, String type, String body) throws IOException {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** Sends as the administrator. */
    public HttpResponse<String> change(String method, String path, String type, String body) throws IOException {
        return send(request(path)
                .header("Content-Type", type)
                .header("Authorization", authorization())
                .method(method, BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** A query of parameters, name and value in turn. */
    public static String query(String... parameters) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(i == 0 ? '?' : '&').append(URLEncoder.encode(parameters[i], StandardCharsets.UTF_8));
            query.append('=').append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    public String authorization() throws IOException {
        String password = Files.readString(data.resolve("admin-password.txt")).strip();
        return "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A connection on which the head of a request has been sent. */
    public Socket open(String head) throws IOException {
        Socket socket = new Socket();
        // so that little of an answer fits on its way
        socket.setReceiveBufferSize(1 << 16);
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        socket.setSoTimeout((int) PATIENCE.toMillis());
        OutputStream out = socket.getOutputStream();
        out.write((head + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return socket;
    }

    /** What the service sends until it closes the connection. */
    public static String rest(Socket socket) {
        StringBuilder text = new StringBuilder();
        byte[] part = new byte[1 << 16];
        try {
            InputStream in = socket.getInputStream();
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                text.append(new String(part, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // it was cut off, which is an end too
        }
        return text.toString();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** What the service has said so far. */
    public String log() {
        return String.join("\n", log);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
