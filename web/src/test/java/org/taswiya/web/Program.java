package org.taswiya.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.json.JsonReader;
import org.taswiya.intake.json.JsonValue;
import org.taswiya.intake.json.JsonValue.JsonArray;
import org.taswiya.intake.json.JsonValue.JsonBoolean;
import org.taswiya.intake.json.JsonValue.JsonNumber;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.JsonValue.JsonText;
import org.taswiya.store.Change;
import org.taswiya.store.api.ApiKeyAnswer;
import org.taswiya.store.api.ApiKeys;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.staff.StaffRole;

/// Another program, with a key or without one.
final class Program {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;
    private final String key;
    private final long number;

    private Program(int port, String key, long number) {
        this.port = port;
        this.key = key;
        this.number = number;
    }

    static Program stranger(PageTown town) {
        return new Program(town.port(), "", 0);
    }

    static Program at(String port, String key) {
        return new Program(Integer.parseInt(port), key, 0);
    }

    static Program withText(PageTown town, String key) {
        return new Program(town.port(), key, 0);
    }

    /// With a scope of what staff do it acts for a supervisor.
    ///
    /// @param account any of the customer whose accounts it opens; null for all
    static Program with(PageTown town, @Nullable String account, int perMinute, ApiScope... scopes) {
        Set<ApiScope> all = EnumSet.noneOf(ApiScope.class);
        all.addAll(Arrays.asList(scopes));
        boolean isOfStaff = all.stream().anyMatch(ApiScope::isOfStaff);
        String staff = isOfStaff ? answering(town) : null;
        return with(town, new ApiKeys.Wanted("trial", all, account, staff, perMinute));
    }

    /// A supervisor who answers for what programs do.
    private static String answering(PageTown town) {
        if (town.texts("select name from staff where name = 'selma'").isEmpty()) {
            town.staff("selma", StaffRole.SUPERVISOR);
        }
        return "selma";
    }

    /// One that acts for somebody of the staff.
    static Program of(PageTown town, String staff, ApiScope... scopes) {
        Set<ApiScope> all = Set.of(scopes);
        return with(town, new ApiKeys.Wanted("trial", all, null, staff, ApiKeys.PER_MINUTE_MOST));
    }

    private static Program with(PageTown town, ApiKeys.Wanted wanted) {
        if (ApiKeys.add(town.database(), wanted, new Change(town.now(), "test", "for trials"))
                instanceof ApiKeyAnswer.Added(var added, String text)) {
            return new Program(town.port(), text, added.id());
        }
        throw new IllegalStateException("no key: " + wanted);
    }

    static Program with(PageTown town, ApiScope... scopes) {
        return with(town, null, ApiKeys.PER_MINUTE_MOST, scopes);
    }

    long number() {
        return number;
    }

    String key() {
        return key;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, (String) null, headers);
    }

    Answer post(String path, String body, String name) {
        return send("POST", path, body, "Content-Type", "application/json", "Idempotency-Key", name);
    }

    /// @param path below `/api/v1`
    Answer send(String method, String path, @Nullable String body, String... headers) {
        return send(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer send(String method, String path, byte @Nullable [] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The bytes as they are, which no client would send.
    String raw(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// What came back.
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonObject json() {
            return new JsonReader().readObject(response.body());
        }

        /// A value by its pointer, such as `/bills/0/total`; empty where there is none.
        String at(String pointer) {
            JsonValue value = json();
            for (String part : pointer.substring(1).split("/")) {
                value = switch (value) {
                    case JsonObject(Map<String, JsonValue> fields) -> fields.get(part);
                    case JsonArray(var values) ->
                        Integer.parseInt(part) < values.size() ? values.get(Integer.parseInt(part)) : null;
                    case null, default -> null;
                };
            }
            return switch (value) {
                case JsonText(String text) -> text;
                case JsonNumber(String raw) -> raw;
                case JsonBoolean(boolean is) -> Boolean.toString(is);
                case JsonArray(var values) -> Integer.toString(values.size());
                case null, default -> "";
            };
        }

        /// The kind of a problem; what is none fails.
        String problem() {
            if (!header("Content-Type").equals("application/problem+json")) {
                throw new AssertionError(status() + " is no problem: " + header("Content-Type") + " " + text());
            }
            String type = at("/type");
            if (!type.startsWith("urn:taswiya:api:") || !at("/status").equals(Integer.toString(status()))) {
                throw new AssertionError(text());
            }
            if (text().contains("./taswiya") || text().contains("serve --")) {
                throw new AssertionError("another program knows no command line: " + text());
            }
            return status() + " " + type.substring("urn:taswiya:api:".length());
        }
    }
}
