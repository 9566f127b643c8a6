package org.taswiya.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A program that is called, at any path. Written from the standard, with nothing of the product.
final class WebhookService implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Arrived> arrived = new ArrayList<>();
    private final Map<String, Saying> sayings = new ConcurrentHashMap<>();

    /// What came.
    record Arrived(String path, String id, String timestamp, String signature, String body) {
        String type() {
            return body.replaceAll(".*\"type\":\"([a-z-]+)\".*", "$1");
        }

        /// As a program looks whether it is we who call.
        boolean isSignedBy(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                String signed = id + "." + timestamp + "." + body;
                byte[] expected = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
                return List.of(signature.split(" "))
                        .contains("v1," + Base64.getEncoder().encodeToString(expected));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// What it answers; 0 for never, 1 for an answer that does not end.
    record Saying(int status, Map<String, String> headers) {}

    WebhookService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (arrived) {
            arrived.add(new Arrived(
                    path,
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    body));
        }
        Saying saying = sayings.getOrDefault(path, new Saying(204, Map.of()));
        saying.headers().forEach(exchange.getResponseHeaders()::set);
        switch (saying.status()) {
            case 0 -> await();
            case 1 -> drip(exchange);
            default -> exchange.sendResponseHeaders(saying.status(), -1);
        }
        exchange.close();
    }

    private static void await() {
        try {
            Thread.sleep(60_000); // longer than any test lasts; the end of the server ends it
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        try {
            while (true) {
                out.write('.');
                out.flush();
                Thread.sleep(20);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void says(String path, int status) {
        says(path, status, Map.of());
    }

    void says(String path, int status, Map<String, String> headers) {
        sayings.put(path, new Saying(status, headers));
    }

    List<Arrived> arrived() {
        synchronized (arrived) {
            return List.copyOf(arrived);
        }
    }

    /// What came at a path, in order.
    List<String> types(String path) {
        return arrived().stream()
                .filter(one -> one.path().equals(path))
                .map(Arrived::type)
                .toList();
    }

    List<String> ids(String path) {
        return arrived().stream()
                .filter(one -> one.path().equals(path))
                .map(Arrived::id)
                .toList();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
