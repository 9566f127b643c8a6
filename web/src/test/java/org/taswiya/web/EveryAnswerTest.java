package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.store.staff.StaffTrail;

/// The headers of every answer there is.
final class EveryAnswerTest {
    /// What is drawn with, which is the same for all and changes its name with its content.
    private static final String KEPT = "/(style.css|page.js|chooser.js|worker.js|icon.*|robots.txt)";

    private static final HttpClient CLIENT = HttpClient.newHttpClient(); // follows nothing, keeps nothing

    @TempDir
    private static Path folder;

    private static PageTown town;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static HttpResponse<String> ask(int port, String method, String path, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .method(method, HttpRequest.BodyPublishers.noBody());
            if (headers.length > 0) {
                request.headers(headers);
            }
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Each route as a stranger asks it, files, and what is no page at all.
    private static List<String> everything() {
        List<String> all = new ArrayList<>();
        for (String route : town.routes()) {
            all.add(route.replaceAll("\\{number:[^}]*}[^}]*}[^}]*}", "0000000001AB")
                    .replaceAll("\\{account[^/]*?}(?=/|$)", "0000000001")
                    .replaceAll("\\{language[^}]*}}?", "fr")
                    .replaceAll("\\{[^/]*}", "x1"));
        }
        for (String path :
                List.of("style.css", "page.js", "chooser.js", "worker.js", "icon.svg", "icon-192.png", "robots.txt")) {
            all.add("GET /" + path);
        }
        all.addAll(List.of(
                "GET /nothing",
                "PUT /login",
                "DELETE /home",
                "OPTIONS /login",
                "TRACE /login",
                "GET /login;x=1",
                "GET //login",
                "GET /a/../login",
                "GET /login%2f..",
                "GET /%2e%2e/",
                "POST /login",
                "POST /logout",
                "GET /staff/nothing",
                "GET /login?a=%00",
                "GET /error"));
        return all;
    }

    /// A header that says otherwise sends nobody elsewhere, with TLS before it or not.
    @Test
    void everyRedirectStaysHere() {
        List<String> redirects = new ArrayList<>();
        try (PageServer behindTls = town.behindTls()) {
            for (int port : List.of(town.port(), behindTls.port())) {
                for (String asked : everything()) {
                    String method = asked.substring(0, asked.indexOf(' '));
                    ask(port, method, asked.substring(asked.indexOf(' ') + 1))
                            .headers()
                            .firstValue("Location")
                            .ifPresent(redirects::add);
                }
            }
        }
        assertThat(redirects)
                .contains("/login")
                .allSatisfy(where -> assertThat(where).matches("/([^/].*)?"));
    }

    @Test
    void everyAnswerIsGuarded() {
        List<String> all = everything();
        assertThat(all).hasSizeGreaterThan(60);
        for (String asked : all) {
            String method = asked.substring(0, asked.indexOf(' '));
            String path = asked.substring(asked.indexOf(' ') + 1);
            HttpResponse<String> answer = ask(town.port(), method, path);
            String what =
                    asked + " " + answer.statusCode() + " " + answer.headers().map();
            assertThat(answer.statusCode()).as(what).isLessThan(500);
            if (answer.statusCode() == 400 && answer.body().contains("HTTP Status 400")) {
                assertThat(answer.body()).as(what).doesNotContain("Exception", "Tomcat", "taswiya");
                continue; // refused before it is a request of anything: there is no page to guard
            }
            assertThat(header(answer, "Content-Security-Policy"))
                    .as(what)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe", "data:", "*"); // a form that pays leads to the provider alone
            assertThat(header(answer, "X-Content-Type-Options")).as(what).isEqualTo("nosniff");
            assertThat(header(answer, "X-Frame-Options")).as(what).isEqualTo("DENY");
            assertThat(header(answer, "Referrer-Policy")).as(what).isEqualTo("no-referrer");
            assertThat(header(answer, "Permissions-Policy"))
                    .as(what)
                    .contains("camera=()")
                    .containsPattern(
                            path.startsWith("/staff/round/") ? "geolocation=\\((self)?\\)" : "geolocation=\\(\\)");
            assertThat(header(answer, "Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).as(what).isEqualTo("same-origin");
            if (!path.matches(KEPT)) {
                assertThat(header(answer, "Cache-Control")).as(what).contains("no-store");
            }
            assertThat(answer.headers().map())
                    .as(what)
                    .doesNotContainKeys(
                            "Server", "X-Powered-By", "Strict-Transport-Security", "Access-Control-Allow-Origin");
            assertThat(answer.body()).as(what).doesNotContain("Exception", "at org.", "Apache Tomcat");
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                assertThat(cookie)
                        .as(what)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain");
            }
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    @Test
    void behindTlsBrowsersComeByNothingElse() {
        try (PageServer server = town.behindTls()) {
            for (String path : List.of("/", "/login", "/home", "/style.css", "/nothing", "/staff/login", "/health")) {
                HttpResponse<String> answer = ask(server.port(), "GET", path);
                assertThat(header(answer, "Strict-Transport-Security")).as(path).contains("max-age=31536000");
                assertThat(header(answer, "Location")).as(path).doesNotContain("http:");
                for (String cookie : answer.headers().allValues("Set-Cookie")) {
                    assertThat(cookie)
                            .startsWith("__Host-session=")
                            .contains("; Secure", "; HttpOnly", "; Path=/")
                            .doesNotContain("Domain");
                }
            }
            assertThat(ask(server.port(), "GET", "/login").headers().allValues("Set-Cookie"))
                    .hasSize(1);
        }
    }

    /// Else whoever asks for twenty codes would keep all others from asking: they are one address to us.
    @Test
    void behindAProxyTheAddressIsThatOfWhoAsks() {
        try (PageServer server = town.behindTls()) {
            for (int i = 0; i < 20; i++) {
                guestAsks(server.port(), "203.0.113.7");
            }
            assertThat(guestAsks(server.port(), "203.0.113.7")).isEqualTo(429);
            assertThat(guestAsks(server.port(), "203.0.113.8")).isEqualTo(404);
        }
        for (int i = 0; i < 20; i++) { // where there is no proxy nobody is believed
            guestAsks(town.port(), "203.0.113." + i);
        }
        assertThat(guestAsks(town.port(), "203.0.113.99")).isEqualTo(429);
    }

    /// Each household with IPv6 has more addresses than anybody counts.
    @Test
    void triesOfStaffAreCountedByTheNetwork() {
        town.staff("imane", StaffRole.AGENT);
        StaffTrail.write(town.database(), StaffTrail.Kind.SIGNED_IN, "imane", "2001:db8:1:1::5", town.now());
        try (PageServer server = town.behindTls()) {
            for (int i = 1; i <= 60; i++) {
                assertThat(staffAsk(server.port(), "2001:db8:1:1::" + i, "nobody" + i))
                        .isEqualTo(422);
            }
            assertThat(staffAsk(server.port(), "2001:db8:1:1::99", "nobody")).isEqualTo(429);
            assertThat(staffAsk(server.port(), "2001:db8:1:2::99", "nobody")).isEqualTo(422);
            assertThat(staffAsk(server.port(), "2001:db8:1:1::99", "imane"))
                    .as("who has signed in from that network before")
                    .isEqualTo(422);
        }
    }

    private static int staffAsk(int port, String from, String name) {
        return asks(port, from, "/staff/login", "&password=x&code=000000&name=" + name);
    }

    private static int guestAsks(int port, String from) {
        return asks(port, from, "/guest", "&account=0000000001&bill=0000000001AB");
    }

    private static int asks(int port, String from, String path, String fields) {
        HttpResponse<String> form = ask(port, "GET", path);
        String token = form.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String cookie = header(form, "Set-Cookie").replaceAll(";.*", "");
        return ask(port, "POST", path + "?_csrf=" + token + fields, "Cookie", cookie, "X-Forwarded-For", from)
                .statusCode();
    }
}
