package org.taswiya.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.taswiya.store.api.ApiKey;
import org.taswiya.store.api.Once;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.TurnedAway;
import org.taswiya.web.api.json.Fault;
import org.taswiya.web.api.json.JsonIn;

/// Reads a request as its operation declares it, and takes nothing else.
final class RequestReader {
    /// As a structured field has it in quotes, or plain as most programs send it.
    private static final Pattern NAME = Pattern.compile("\"([A-Za-z0-9_.:-]{1,64})\"|([A-Za-z0-9_.:-]{1,64})");

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final HttpServletRequest request;
    private final Operation operation;

    RequestReader(HttpServletRequest request, Operation operation) {
        this.request = request;
        this.operation = operation;
    }

    /// In the order in which a program can put things right.
    Call call(@Nullable ApiKey key, Map<PathPart, String> path, Site site, Call.Seen seen) throws IOException {
        String media = media();
        Map<String, String> parameters = parameters();
        int limit = limit(parameters.get("limit"));
        String cursor = parameters.get("cursor");
        String position = cursor == null ? "" : Call.decoded(cursor);
        if (operation.body() == null) {
            return new Call(key, path, media, limit, position, null, null, local(), seen);
        }
        String name = operation.isOnce() ? name() : "";
        requireJson();
        byte[] bytes = bytes();
        Record body = body(bytes, operation.body());
        Once.Request once = operation.isOnce()
                ? new Once.Request(Objects.requireNonNull(key), name, digest(bytes), Instant.now(site.clock()))
                : null;
        return new Call(key, path, media, limit, position, body, once, local(), seen);
    }

    private URI local() {
        return URI.create("http://" + request.getLocalAddr() + ":" + request.getLocalPort());
    }

    private byte[] digest(byte[] bytes) {
        String head = request.getMethod() + "\n" + request.getPathInfo() + "\n";
        return Digests.of(head.getBytes(StandardCharsets.UTF_8), bytes);
    }

    private String media() {
        List<String> accepted = Collections.list(request.getHeaders("Accept"));
        if (accepted.isEmpty()) {
            return operation.media().getFirst();
        }
        List<MediaType> ranges = new ArrayList<>();
        try {
            for (String header : accepted) {
                ranges.addAll(MediaType.parseMediaTypes(header));
            }
        } catch (InvalidMediaTypeException e) {
            throw notAcceptable();
        }
        String best = null;
        double most = 0;
        for (String media : operation.media()) {
            double quality = quality(MediaType.parseMediaType(media), ranges);
            if (quality > most) {
                most = quality;
                best = media;
            }
        }
        if (best == null) {
            throw notAcceptable();
        }
        return best;
    }

    /// That of the most specific range that it is in.
    private static double quality(MediaType media, List<MediaType> ranges) {
        MediaType closest = null;
        for (MediaType range : ranges) {
            if (range.includes(media) && (closest == null || range.isMoreSpecific(closest))) {
                closest = range;
            }
        }
        return closest == null ? 0 : closest.getQualityValue();
    }

    private TurnedAway notAcceptable() {
        return Problem.of(
                        ProblemKind.NOT_ACCEPTABLE,
                        "It is given as " + String.join(" or ", operation.media()) + ". Accept that.")
                .thrown();
    }

    private Map<String, String> parameters() {
        Map<String, String> found = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        String query = request.getQueryString();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!operation.isPaged() || !name.equals("limit") && !name.equals("cursor")) {
                faults.add(new Fault("query", "there is a parameter that is none of this operation"));
            } else if (found.putIfAbsent(name, decoded(equals < 0 ? "" : pair.substring(equals + 1))) != null) {
                faults.add(new Fault(name, "is there twice"));
            }
        }
        if (!faults.isEmpty()) {
            throw badParameter(faults.getFirst());
        }
        return found;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw badParameter(new Fault("query", "found % and no two hexadecimal digits"));
        }
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return Call.LIMIT_USUAL;
        }
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > Call.LIMIT_MOST) {
            throw badParameter(new Fault("limit", "expected 1 to " + Call.LIMIT_MOST));
        }
        return limit;
    }

    private static TurnedAway badParameter(Fault fault) {
        return Problem.of(ProblemKind.BAD_PARAMETER, "Nothing was done.", List.of(fault))
                .thrown();
    }

    private String name() {
        List<String> names = Collections.list(request.getHeaders(IDEMPOTENCY_KEY));
        Matcher matched = NAME.matcher(names.size() == 1 ? names.getFirst() : "");
        if (!matched.matches()) {
            throw Problem.of(
                            ProblemKind.IDEMPOTENCY_KEY_MISSING,
                            "Send one, a new name for each thing that is to be done: 1 to 64 letters, digits, and"
                                    + " _ . : - such as a UUID.")
                    .thrown();
        }
        return matched.group(1) != null ? matched.group(1) : matched.group(2);
    }

    private void requireJson() {
        String type = request.getContentType();
        if (type == null || request.getHeader("Content-Encoding") != null) {
            throw unsupported();
        }
        try {
            MediaType media = MediaType.parseMediaType(type);
            boolean isJson = media.isCompatibleWith(MediaType.APPLICATION_JSON) && media.isConcrete();
            if (!isJson || media.getCharset() != null && !media.getCharset().equals(StandardCharsets.UTF_8)) {
                throw unsupported();
            }
        } catch (InvalidMediaTypeException e) {
            throw unsupported();
        }
    }

    private static TurnedAway unsupported() {
        return Problem.of(
                        ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                        "Send application/json in UTF-8, as it is and not compressed.")
                .thrown();
    }

    private byte[] bytes() throws IOException {
        int most = operation.bodyMost();
        byte[] bytes = request.getContentLengthLong() > most
                ? new byte[most + 1]
                : request.getInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            throw Problem.of(ProblemKind.TOO_LARGE, "At most " + most + " bytes are taken. Send it in parts.")
                    .thrown();
        }
        return bytes;
    }

    private static Record body(byte[] bytes, Class<? extends Record> shape) {
        return switch (JsonIn.read(bytes, shape)) {
            case JsonIn.Read.Good(Record value) -> value;
            case JsonIn.Read.NoJson(String found) ->
                throw Problem.of(ProblemKind.BAD_JSON, found).thrown();
            case JsonIn.Read.Faulty(List<Fault> faults) ->
                throw Problem.of(ProblemKind.BAD_BODY, "Nothing was done.", faults)
                        .thrown();
        };
    }
}
