package org.taswiya.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// Answers as the smsbox of Kannel 1.4.5 does.
final class KannelServer implements AutoCloseable {
    static final String USER = "utility";
    static final String PASSWORD = "secret";

    /// An answer of it.
    private record Said(int status, String body) {}

    private final HttpServer server;
    private final List<Map<String, String>> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Said> saidOf = new ConcurrentHashMap<>();

    KannelServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/cgi-bin/sendsms", this::answer);
        server.start();
    }

    URI sendsms() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/cgi-bin/sendsms");
    }

    /// The values of each message that it has accepted.
    List<Map<String, String>> taken() {
        return taken;
    }

    /// Answers messages to a number so, from now on.
    void answer(String number, int status, String body) {
        saidOf.put(number, new Said(status, body));
    }

    void answerAllWell() {
        saidOf.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> values = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8)));
        Said said = said(values);
        if (said.status() == 202) {
            taken.add(values);
        }
        byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            if (said.status() == 0) {
                return; // no answer at all
            }
            exchange.sendResponseHeaders(said.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Said said(Map<String, String> values) {
        if (!USER.equals(values.get("username")) || !PASSWORD.equals(values.get("password"))) {
            return new Said(403, "Authorization failed for sendsms");
        }
        return saidOf.getOrDefault(values.get("to"), new Said(202, "0: Accepted for delivery"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
