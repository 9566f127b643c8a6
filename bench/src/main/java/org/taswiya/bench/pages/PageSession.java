package org.taswiya.bench.pages;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody's browser: cookies, and the token that a form has to bear. Used by one thread until they have signed in.
///
/// What is kept is kept while they sign in; later answers change nothing, so that many may ask with it at once.
final class PageSession {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client;
    private final URI pages;
    private final String address;
    private final Map<String, String> cookies = new TreeMap<>();
    private String token = "";

    /// @param address of the network that they come from
    PageSession(HttpClient client, URI pages, String address) {
        this.client = client;
        this.pages = pages;
        this.address = address;
    }

    String token() {
        return token;
    }

    /// A page of the way in.
    HttpResponse<String> enter(String path) throws IOException, InterruptedException {
        return keep(get(path));
    }

    /// A form of the way in.
    HttpResponse<String> enter(String path, String... namesAndValues) throws IOException, InterruptedException {
        return keep(post(path, namesAndValues));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(ask(path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String... namesAndValues) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("_csrf=").append(encoded(token));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append('&').append(namesAndValues[i]).append('=').append(encoded(namesAndValues[i + 1]));
        }
        HttpRequest request = ask(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /// Whether a page comes, whole and as asked for.
    boolean sees(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> page = client.send(ask(path).GET().build(), BodyHandlers.ofByteArray());
        return page.statusCode() == 200 && page.body().length > 0;
    }

    /// What comes of a request of any form.
    int status(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    HttpRequest.Builder ask(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(pages.resolve(path))
                .header("X-Forwarded-For", address)
                .header("X-Forwarded-Proto", "https");
        return cookies.isEmpty()
                ? request
                : request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private HttpResponse<String> keep(HttpResponse<String> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        Matcher found = TOKEN.matcher(response.body());
        if (found.find()) {
            token = found.group(1);
        }
        return response;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
