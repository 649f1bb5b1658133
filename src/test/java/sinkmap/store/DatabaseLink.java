package sinkmap.store;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A way to a PostgreSQL server that can be cut, as when the server stops, and mended. */
public final class DatabaseLink implements AutoCloseable {

    private final InetSocketAddress server;
    private final String url;
    private final int port;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private ServerSocket entry;

    /**
     * A link that is up.
     *
     * @param url JDBC URL of the server
     */
    public DatabaseLink(String url) throws IOException {
        URI address = URI.create(url.substring("jdbc:".length()));
        this.server = new InetSocketAddress(address.getHost(), address.getPort() < 0 ? 5432 : address.getPort());
        this.url = url;
        this.entry = listen(0);
        this.port = entry.getLocalPort();
    }

    /** JDBC URL of the server by this link. */
    public String url() {
        return url.replaceFirst("//[^/]+/", "//127.0.0.1:" + port + "/");
    }

    private ServerSocket listen(int at) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), at));
        start(() -> accept(socket));
        return socket;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "link");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(ServerSocket at) {
        try {
            while (true) {
                Socket client = at.accept();
                Socket behind = new Socket();
                open.add(client);
                open.add(behind);
                behind.connect(server);
                start(() -> pass(client, behind));
                start(() -> pass(behind, client));
            }
        } catch (IOException e) {
            // the link is cut
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // either side has gone, and so does the other
        }
    }

    /** Breaks all connections and takes no new ones. */
    public synchronized void cut() {
        close(entry);
        for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
            close(socket);
        }
    }

    /** Takes connections again. */
    public synchronized void mend() throws IOException {
        entry = listen(port);
    }

    private static void close(Closeable what) {
        try {
            what.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
