package org.taswiya.server.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.taswiya.server.collect.Asked;
import org.taswiya.server.collect.CollectDoor;
import org.taswiya.server.collect.Told;

/// Serves a door over HTTP until it is closed.
public final class HttpDoor implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(HttpDoor.class.getName());
    private static final int SECONDS_TO_END = 5;

    private final CollectDoor door;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private HttpDoor(CollectDoor door, HttpServer server) {
        this.door = door;
        this.server = server;
    }

    /// Serves from now on.
    ///
    /// @param port zero for any that is free
    public static HttpDoor open(CollectDoor door, InetAddress host, int port) throws IOException {
        HttpDoor http = new HttpDoor(door, Listening.on(host, port));
        http.server.createContext("/", http::answer);
        http.server.setExecutor(http.threads);
        http.server.start();
        return http;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            byte[] body;
            try (InputStream in = exchange.getRequestBody()) {
                body = in.readNBytes(Asked.BODY_MOST + 1);
            }
            Headers headers = exchange.getRequestHeaders();
            Told told = door.ask(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    header(headers, "Collector-Key"),
                    header(headers, "Collector-Time"),
                    header(headers, "Collector-Signature"),
                    body));
            tell(exchange, told);
        } catch (IOException e) {
            LOG.log(Level.FINE, "a connection ended before its answer", e); // the same message again is safe
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "no answer to " + exchange.getRequestURI(), e);
        }
    }

    private static String header(Headers headers, String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    private static void tell(HttpExchange exchange, Told told) throws IOException {
        byte[] bytes = told.text().getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", told.contentType());
        headers.set("Cache-Control", "no-store");
        if (told.retryAfterSeconds() > 0) {
            headers.set("Retry-After", Integer.toString(told.retryAfterSeconds()));
        }
        exchange.sendResponseHeaders(told.status(), bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /// Answers what has come already, and ends.
    @Override
    public void close() {
        server.stop(SECONDS_TO_END);
        threads.close();
    }
}
