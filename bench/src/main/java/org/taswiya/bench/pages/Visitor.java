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
import org.taswiya.bench.pages.PagesTown.Resident;

/// A resident who has signed in: cookies, and the token that a form has to bear.
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern BILL = Pattern.compile("href=\"/bills/([0-9A-Z]+)\"");
    private static final String BOUNDARY = "----a-boundary-between-fields";

    private final HttpClient client;
    private final URI pages;
    private final Resident resident;
    private final Map<String, String> cookies = new TreeMap<>();
    private String token = "";
    private String bill = "";

    private Visitor(HttpClient client, URI pages, Resident resident) {
        this.client = client;
        this.pages = pages;
        this.resident = resident;
    }

    /// @throws IOException when they are not let in, or no bill of theirs is shown
    static Visitor signIn(HttpClient client, URI pages, Resident resident) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(client, pages, resident);
        visitor.keep(visitor.send(visitor.ask("/login/password").GET()));
        HttpResponse<String> entered = visitor.keep(visitor.send(visitor.ask("/login/password")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + encoded(visitor.token) + "&account=" + resident.account()
                        + "&password=" + encoded(PagesTown.PASSWORD)))));
        if (entered.statusCode() != 303) {
            throw new IOException(resident.account() + " was not let in: " + entered.statusCode());
        }
        HttpResponse<String> home =
                visitor.keep(visitor.send(visitor.ask("/home").GET()));
        Matcher bill = BILL.matcher(home.body());
        if (!bill.find()) {
            throw new IOException(resident.account() + " is shown no bill: " + home.statusCode());
        }
        visitor.bill = bill.group(1);
        visitor.keep(
                visitor.send(visitor.ask("/readings/" + resident.agreement()).GET()));
        return visitor;
    }

    Resident resident() {
        return resident;
    }

    boolean seesBill() throws IOException, InterruptedException {
        return sees("/bills/" + bill);
    }

    /// Whether a page comes, whole and as asked for.
    boolean sees(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> page = client.send(ask(path).GET().build(), BodyHandlers.ofByteArray());
        return page.statusCode() == 200 && page.body().length > 0;
    }

    /// Says what the meter shows, by the form of the page. True when it was accepted.
    boolean gives(long value) throws IOException, InterruptedException {
        String body = field("_csrf", token) + field("value", Long.toString(value)) + "--" + BOUNDARY + "--\r\n";
        HttpRequest request = ask("/readings/" + resident.agreement())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode() == 303;
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private HttpRequest.Builder ask(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(pages.resolve(path))
                .header("X-Forwarded-For", address(resident.number()))
                .header("X-Forwarded-Proto", "https");
        return cookies.isEmpty()
                ? request
                : request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    /// Each comes from an address of their own.
    private static String address(int number) {
        return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
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
