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
import org.taswiya.server.page.PageAsked;
import org.taswiya.server.page.PageTold;
import org.taswiya.server.page.Pages;

/// Serves pages over HTTP until it is closed.
public final class HttpPages implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(HttpPages.class.getName());
    private static final int SECONDS_TO_END = 1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private HttpPages(HttpServer server) {
        this.server = server;
    }

    /// Takes the address, so that its port is known. Nothing is answered before [#serve].
    ///
    /// @param port zero for any that is free
    public static HttpPages at(InetAddress host, int port) throws IOException {
        return new HttpPages(Listening.on(host, port));
    }

    /// Answers from now on.
    public void serve(Pages pages) {
        server.createContext("/", exchange -> answer(pages, exchange));
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void answer(Pages pages, HttpExchange exchange) {
        try (exchange) {
            byte[] body;
            try (InputStream in = exchange.getRequestBody()) {
                body = in.readNBytes(PageAsked.BODY_MOST);
            }
            String query = exchange.getRequestURI().getRawQuery();
            String signature = exchange.getRequestHeaders().getFirst(PageAsked.SIGNATURE);
            tell(
                    exchange,
                    pages.answer(new PageAsked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getRawPath(),
                            query == null ? "" : query,
                            signature == null ? "" : signature,
                            PageAsked.text(body))));
        } catch (IOException e) {
            LOG.log(Level.FINE, "a connection ended before its answer", e);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "no answer to " + exchange.getRequestURI().getPath(), e);
        }
    }

    private static void tell(HttpExchange exchange, PageTold told) throws IOException {
        byte[] bytes = told.text().getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", told.type());
        headers.set("Cache-Control", "no-store");
        // No page needs scripts, other hosts' contents or a frame around it, and no address is told to the next one.
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        if (!told.signature().isEmpty()) {
            headers.set(PageAsked.SIGNATURE, told.signature());
        }
        if (!told.location().isEmpty()) {
            headers.set("Location", told.location());
        }
        exchange.sendResponseHeaders(told.status(), bytes.length == 0 ? -1 : bytes.length);
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
