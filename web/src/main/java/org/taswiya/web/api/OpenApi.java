package org.taswiya.web.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.Problem.ProblemDetails;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.json.JsonOut;
import org.taswiya.web.api.json.Schemas;

/// Describes operations by OpenAPI 3.1, from what they declare: there is nothing else that it could say.
final class OpenApi {
    private static final Set<ProblemKind> OF_ALL = EnumSet.of(
            ProblemKind.BAD_REQUEST,
            ProblemKind.BAD_PARAMETER,
            ProblemKind.NOT_ACCEPTABLE,
            ProblemKind.FAILED,
            ProblemKind.UNAVAILABLE);
    private static final Set<ProblemKind> OF_KEYS =
            EnumSet.of(ProblemKind.UNAUTHORIZED, ProblemKind.SCOPE_MISSING, ProblemKind.TOO_MANY_REQUESTS);
    private static final Set<ProblemKind> OF_BODIES = EnumSet.of(
            ProblemKind.BAD_JSON, ProblemKind.BAD_BODY, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE);
    private static final Set<ProblemKind> OF_ONCE =
            EnumSet.of(ProblemKind.IDEMPOTENCY_KEY_MISSING, ProblemKind.IDEMPOTENCY_KEY_REUSED);

    private final Schemas schemas = new Schemas();
    private final Map<String, Object> problem = schemas.reference(ProblemDetails.class);

    private OpenApi() {}

    static String of(List<Operation> operations) {
        return new String(JsonOut.bytes(new OpenApi().described(operations)), StandardCharsets.UTF_8);
    }

    /// Names and values in turn.
    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private Map<String, Object> described(List<Operation> operations) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Operation operation : operations) {
            paths.computeIfAbsent(operation.path(), _ -> new LinkedHashMap<>())
                    .put(operation.method().toLowerCase(Locale.ROOT), described(operation));
        }
        return map(
                "openapi",
                "3.1.0",
                "info",
                map(
                        "title",
                        "Taswiya",
                        "version",
                        "1",
                        "license",
                        map("name", "Apache License 2.0", "identifier", "Apache-2.0"),
                        "description",
                        "Accounts, readings, bills and payments of a utility. All refusals are problems as RFC 9457 has"
                                + " them. Days are those of the utility; ranges begin with 'from' and end before 'to'."
                                + " Money is a text with two decimals, quantities and prices are texts that are"
                                + " exact."),
                "servers",
                List.of(map("url", "/api/v1")),
                "security",
                List.of(map("key", List.of())),
                "paths",
                paths,
                "components",
                map(
                        "securitySchemes",
                        map("key", map("type", "http", "scheme", "bearer", "description", "By `taswiya api-key add`.")),
                        "schemas",
                        withTypes(schemas.named())));
    }

    /// The closed set of problems.
    private static Map<String, Object> withTypes(Map<String, Object> named) {
        Map<String, Object> all = new TreeMap<>(named);
        String name = ProblemDetails.class.getSimpleName();
        Map<String, Object> schema = copy(Objects.requireNonNull(all.get(name)));
        Map<String, Object> properties = copy(Objects.requireNonNull(schema.get("properties")));
        Map<String, Object> type = copy(Objects.requireNonNull(properties.get("type")));
        type.put("enum", Stream.of(ProblemKind.values()).map(ProblemKind::type).toList());
        properties.put("type", type);
        schema.put("properties", properties);
        all.put(name, schema);
        return all;
    }

    private static Map<String, Object> copy(Object map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((name, value) -> copy.put((String) name, value));
        return copy;
    }

    private Map<String, Object> described(Operation operation) {
        Map<String, Object> described = map("operationId", operation.id(), "summary", operation.summary());
        if (operation.scope() == null) {
            described.put("security", List.of());
        } else {
            described.put(
                    "description",
                    "Takes a key with the scope `" + operation.scope().code() + "`.");
        }
        List<Object> parameters = parameters(operation);
        if (!parameters.isEmpty()) {
            described.put("parameters", parameters);
        }
        if (operation.body() != null) {
            described.put(
                    "requestBody",
                    map(
                            "required",
                            true,
                            "content",
                            map(Operation.JSON, map("schema", schemas.reference(operation.body())))));
        }
        described.put("responses", responses(operation));
        return described;
    }

    private static List<Object> parameters(Operation operation) {
        List<Object> all = new ArrayList<>();
        for (PathPart part : PathPart.values()) {
            if (operation.path().contains(part.inPath())) {
                all.add(parameter(part.code(), "path", part.says(), text("^" + part.pattern() + "$")));
            }
        }
        if (operation.isPaged()) {
            all.add(parameter(
                    "limit",
                    "query",
                    "How many a page holds at most.",
                    map("type", "integer", "minimum", 1, "maximum", Call.LIMIT_MOST, "default", Call.LIMIT_USUAL)));
            all.add(parameter(
                    "cursor", "query", "The `next` of the page before; absent for the first.", map("type", "string")));
        }
        if (operation.isOnce()) {
            all.add(parameter(
                    "Idempotency-Key",
                    "header",
                    "A new name for each thing that is to be done. The same again is answered as the first time.",
                    text("^[A-Za-z0-9_.:-]{1,64}$")));
        }
        if (operation.isRead()) {
            all.add(parameter(
                    "If-None-Match", "header", "The ETag of what is known: 304 if it is still so.", text(".*")));
        }
        return all;
    }

    private static Map<String, Object> text(String pattern) {
        return map("type", "string", "pattern", pattern);
    }

    private static Map<String, Object> parameter(String name, String in, String says, Map<String, Object> schema) {
        boolean isRequired = in.equals("path") || name.equals("Idempotency-Key");
        return map("name", name, "in", in, "required", isRequired, "description", says, "schema", schema);
    }

    private Map<String, Object> responses(Operation operation) {
        Map<String, Object> responses = new TreeMap<>();
        responses.put(Integer.toString(operation.status()), good(operation));
        if (operation.isRead()) {
            responses.put("304", map("description", "It is as the ETag says."));
        }
        Map<Integer, List<ProblemKind>> byStatus = problems(operation).stream()
                .collect(Collectors.groupingBy(ProblemKind::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, kinds) -> responses.put(
                Integer.toString(status),
                map(
                        "description",
                        kinds.stream().map(OpenApi::told).collect(Collectors.joining("; ")),
                        "content",
                        map(Problem.MEDIA_TYPE, map("schema", problem)))));
        return responses;
    }

    private Map<String, Object> good(Operation operation) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String media : operation.media()) {
            Map<String, Object> schema = !media.equals(Operation.JSON)
                    ? map("type", "string", "contentMediaType", media)
                    : operation.answer() == null ? map("type", "object") : schemas.reference(operation.answer());
            content.put(media, map("schema", schema));
        }
        return map("description", operation.summary(), "content", content);
    }

    private static String told(ProblemKind kind) {
        return kind.title() + " (`" + kind.type() + "`)";
    }

    static Set<ProblemKind> problems(Operation operation) {
        Set<ProblemKind> all = EnumSet.copyOf(OF_ALL);
        all.addAll(operation.problems());
        if (operation.scope() != null) {
            all.addAll(OF_KEYS);
        }
        if (operation.body() != null) {
            all.addAll(OF_BODIES);
        }
        if (operation.isOnce()) {
            all.addAll(OF_ONCE);
        }
        return all;
    }
}
