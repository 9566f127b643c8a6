package org.taswiya.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody who reads pages: keeps cookies, follows links, sends the forms as they are in the page, no script.
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client;
    private final String server;
    private String token;

    Browser(int port) {
        this(client().build(), "http://127.0.0.1:" + port, "");
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL);
    }

    /// Somebody at another network address.
    static Browser from(String address, int port) throws IOException {
        return new Browser(
                client().localAddress(InetAddress.getByName(address)).build(), "http://127.0.0.1:" + port, "");
    }

    private Browser(HttpClient client, String server, String token) {
        this.client = client;
        this.server = server;
        this.token = token;
    }

    /// Pages but for what is never the same twice.
    static String withoutTokens(String pages) {
        return pages.replaceAll("value=\"[^\"]{60,}\"", "token");
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(server + path)));
    }

    /// A page as a device asks for it that will keep it.
    HttpResponse<String> getToKeep(String path) {
        return send(HttpRequest.newBuilder(URI.create(server + path)).header("Keep-Page", "1"));
    }

    /// A page of another server.
    HttpResponse<String> get(URI away) {
        return send(HttpRequest.newBuilder(away));
    }

    /// A form of another server.
    HttpResponse<String> postAway(URI away, String name, String value) {
        return send(
                HttpRequest.newBuilder(away).POST(HttpRequest.BodyPublishers.ofString(name + "=" + encoded(value))));
    }

    /// Sends a form with the token of the page that was read last.
    HttpResponse<String> post(String path, String... namesAndValues) {
        return postWith(token, path, namesAndValues);
    }

    /// The token of the page that was read last as an earlier session of the same reader would have had it.
    String staleToken() {
        return "old" + token.substring(token.indexOf('.'));
    }

    /// Sends a form with a file, as a browser does, with the token of the page that was read last.
    HttpResponse<String> postFile(String path, String field, byte[] file, String... namesAndValues) {
        String border = "----a-border-of-parts";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part(border, "_csrf", "").concat(token).concat("\r\n").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.writeBytes((part(border, namesAndValues[i], "") + namesAndValues[i + 1] + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(part(border, field, "; filename=\"a.jpg\"\r\nContent-Type: image/jpeg")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String part(String border, String name, String more) {
        return "--" + border + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n";
    }

    /// What a cookie says now.
    String cookie(String name) {
        CookieManager cookies = (CookieManager) client.cookieHandler().orElseThrow();
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /// What is no text.
    byte[] bytes(String path) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(server + path)).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> postWith(String thisToken, String path, String... namesAndValues) {
        StringBuilder body = new StringBuilder("_csrf=").append(encoded(thisToken));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append('&').append(namesAndValues[i]).append('=').append(encoded(namesAndValues[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /// The same somebody in another window: the cookies are shared, what is read is not.
    Browser window() {
        return new Browser(client, server, token);
    }

    /// On the card provider's page, with a button of it.
    ///
    /// @return where it leads back to
    HttpResponse<String> choose(HttpResponse<String> page, String button) {
        String form = "order=" + encoded(page.uri().getRawQuery()) + "&choice=" + button;
        return send(HttpRequest.newBuilder(page.uri().resolve("/page"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
