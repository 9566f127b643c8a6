package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.intake.json.JsonReader;
import org.taswiya.intake.json.JsonValue;
import org.taswiya.intake.json.JsonValue.JsonArray;
import org.taswiya.intake.json.JsonValue.JsonBoolean;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.JsonValue.JsonText;
import org.taswiya.store.api.ApiScope;
import org.taswiya.web.DescribedApi.Op;
import org.taswiya.web.DescribedApi.Param;
import org.taswiya.web.Program.Answer;

/// Every operation, each of its inputs, with what nobody means well: the answer is a problem of the caller's or a right
/// one, and never tells what is inside. `-Dtaswiya.seed=N` does the same again.
final class ApiFuzzTest {
    private static final long SEED = Long.getLong("taswiya.seed", System.nanoTime());
    private static final int MUTATIONS = 150;

    /// As much as of so many operations is tried of all, each time another part; in the long form, all of it.
    private static final int WHOLE = 10;

    /// The same of those that take something.
    private static final int WHOLE_BODIES = 2;

    private static final Random CHOICE = new Random(SEED);

    /// Words of the inside, which no answer has.
    private static final List<String> INSIDE = List.of(
            "Exception", "\tat ", "org.taswiya", "org.postgresql", "springframework", "PSQL", "select ", "jdbc");

    private static final List<String> HEADERS =
            List.of("Accept", "If-None-Match", "Idempotency-Key", "Content-Type", "Authorization");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e309",
            "NaN",
            "null",
            "true",
            "9".repeat(400),
            "9223372036854775808",
            "0000000000",
            "9999999999",
            "C00000",
            "C9999999",
            "0000000001ZZ",
            "2020-02-30",
            "+10000-01-01",
            "' or '1'='1",
            "\"; drop table bill; --",
            "../../etc/passwd",
            "{account}",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "%",
            "*",
            "a\u0000b",
            "a\r\nX-Evil: b",
            "\u202eabc\u2066",
            "\ufeff1",
            "\ud83d\ude00",
            "\u0661\u0662\u0663",
            "\u0627".repeat(300),
            "A".repeat(5000));

    private static final List<String> JSONS = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "123456789012345678901234567890",
            "0.1",
            "[]",
            "{}",
            "[[[[]]]]",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\"",
            "\"-1\"",
            "\"1e5\"",
            "\"999999999999.999999\"",
            "\"0000000000000\"",
            "\"" + "9".repeat(5000) + "\"",
            "\"" + "\u0627".repeat(5000) + "\"",
            "[".repeat(5000) + "]".repeat(5000),
            "{\"a\":".repeat(200) + "1" + "}".repeat(200));

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Program program;
    private static DescribedApi api;
    private static Map<String, String> places;
    private static int name;
    private static int asked;
    private static double share;
    private static double shareOfBodies;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        program = Program.with(town, ApiScope.values());
        api = new DescribedApi(Program.stranger(town).get("/openapi.json").text());
        places = DescribedApi.places(town);
        boolean isLong = Boolean.getBoolean("taswiya.long");
        share = isLong ? 1 : Math.min(1, (double) WHOLE / api.operations().size());
        long bodies = api.operations().stream().filter(op -> op.body() != null).count();
        shareOfBodies = isLong ? 1 : Math.min(1, (double) WHOLE_BODIES / bodies);
        System.out.println("seed " + SEED);
    }

    @AfterAll
    static void closed() {
        System.out.println(asked + " requests");
        town.close();
    }

    private static <T> List<T> some(List<T> all, double share) {
        return all.stream().filter(_ -> CHOICE.nextDouble() < share).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Answer ask(Op op, String path, byte @Nullable [] body, String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        if (op.has("Idempotency-Key") && !headers.contains("Idempotency-Key")) {
            headers.addAll(List.of("Idempotency-Key", "f" + name++));
        }
        if (body != null && !headers.contains("Content-Type")) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        asked++;
        return program.send(op.method(), path, body, headers.toArray(String[]::new));
    }

    private static byte @Nullable [] goodBody(Op op) {
        return op.body() == null ? null : bytes(DescribedApi.body(op, places));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// @param isRouted whether the path is surely the operation's, so that the answer is one of its own
    private static void requireGood(Op op, Answer answer, String what, boolean isRouted) {
        String said = "seed " + SEED + ", " + op.id() + " with " + what + ": " + answer.status() + " " + answer.text();
        assertThat(answer.status()).as(said).isBetween(200, 499);
        if (answer.status() >= 400) {
            assertThat(answer.problem()).as(said).isNotEmpty();
            INSIDE.forEach(word -> assertThat(answer.text()).as(said).doesNotContain(word));
        }
        if (isRouted || answer.status() < 400) {
            assertThat(api.fault(op, answer)).as(said).isEmpty();
        }
    }

    @Test
    void partsOfPaths() {
        for (Op op : api.operations()) {
            for (Param param : op.params()) {
                if (param.in().equals("path")) {
                    for (String text : some(TEXTS, share)) {
                        Map<String, String> others = new TreeMap<>(places);
                        others.put(param.name(), encoded(text));
                        Answer answer = ask(op, DescribedApi.filled(op, others), goodBody(op));
                        requireGood(op, answer, param.name() + "=" + text, false);
                    }
                }
            }
        }
    }

    @Test
    void parametersOfQueries() {
        for (Op op : api.operations()) {
            for (String parameter : List.of("limit", "cursor", "nothing")) {
                for (String text : some(TEXTS, share)) {
                    String path = DescribedApi.filled(op, places) + "?" + parameter + "=" + encoded(text);
                    requireGood(op, ask(op, path, goodBody(op)), parameter + "=" + text, true);
                }
            }
        }
    }

    /// Such as no client would send, byte by byte.
    @Test
    void headers() throws IOException {
        for (Op op : api.operations()) {
            byte[] body = goodBody(op);
            for (String header : HEADERS) {
                for (String text : some(TEXTS, share)) {
                    String plain =
                            new String(bytes(text), StandardCharsets.ISO_8859_1).replaceAll("[\r\n\u0000]", "\u0001");
                    requireRaw(op, header, plain, body == null ? "" : new String(body, StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static void requireRaw(Op op, String header, String value, String body) throws IOException {
        String head = op.method() + " /api/v1" + DescribedApi.filled(op, places) + " HTTP/1.1\r\nHost: x\r\n"
                + "Connection: close\r\nContent-Length: " + body.length() + "\r\n" + header + ": " + value + "\r\n";
        if (!header.equals("Authorization")) {
            head += "Authorization: Bearer " + program.key() + "\r\n";
        }
        if (!header.equals("Content-Type")) {
            head += "Content-Type: application/json\r\n";
        }
        if (!header.equals("Idempotency-Key")) {
            head += "Idempotency-Key: r" + name++ + "\r\n";
        }
        asked++;
        String answer = program.raw(head + "\r\n" + body);
        String said = "seed " + SEED + ", " + op.id() + " with " + header + ": " + value + "\n" + answer;
        assertThat(answer).as(said).matches("(?s)HTTP/1.1 [234]\\d\\d .*");
        if (answer.startsWith("HTTP/1.1 4")) {
            assertThat(answer).as(said).contains("application/problem+json", "\"type\":\"urn:taswiya:api:");
            INSIDE.forEach(word -> assertThat(answer).as(said).doesNotContain(word));
        }
    }

    @Test
    void fieldsOfBodies() {
        for (Op op : api.operations()) {
            if (op.body() != null) {
                List<String> bodies = new ArrayList<>(bodies(op.body()));
                bodies.addAll(oneFieldBad(new JsonReader().readObject(bytes(DescribedApi.body(op, places)))));
                for (String body : some(bodies, shareOfBodies)) {
                    String shown = body.length() > 200 ? body.substring(0, 200) : body;
                    requireGood(op, ask(op, DescribedApi.filled(op, places), bytes(body)), shown, true);
                }
            }
        }
    }

    /// One field after the other with each of the values, the others left out, and each value as the whole.
    private static List<String> bodies(JsonObject schema) {
        List<String> all = new ArrayList<>(JSONS);
        DescribedApi.object(schema, "properties").fields().forEach((field, of) -> {
            for (String json : JSONS) {
                all.add("{\"" + field + "\":" + json + "}");
                all.add("{\"" + field + "\":[" + json + "]}");
            }
            for (String text : TEXTS) {
                all.add("{\"" + field + "\":" + quoted(text) + ",\"" + "x".repeat(50) + "/~\\u0001\":1}");
            }
            if (((JsonObject) of).fields().containsKey("items")) {
                JsonObject items = api.resolved(DescribedApi.object((JsonObject) of, "items"));
                if (items.fields().containsKey("properties")) {
                    bodies(items).forEach(one -> all.add("{\"" + field + "\":[" + one + "]}"));
                }
            }
        });
        String required = required(schema);
        all.add(required);
        return all;
    }

    /// What is good but for one field, or one field of the first value of a list.
    private static List<String> oneFieldBad(JsonObject good) {
        List<String> all = new ArrayList<>();
        good.fields().forEach((name, value) -> {
            List<String> bad = new ArrayList<>(JSONS);
            TEXTS.forEach(text -> bad.add(quoted(text)));
            if (value instanceof JsonArray(var values) && values.getFirst() instanceof JsonObject first) {
                oneFieldBad(first).forEach(one -> bad.add("[" + one + "]"));
            }
            for (String one : bad) {
                StringBuilder body = new StringBuilder("{");
                good.fields()
                        .forEach((other, of) -> body.append(body.length() > 1 ? "," : "")
                                .append(quoted(other))
                                .append(':')
                                .append(other.equals(name) ? one : written(of)));
                all.add(body.append('}').toString());
            }
        });
        return all;
    }

    private static String written(JsonValue value) {
        return switch (value) {
            case JsonText(String text) -> quoted(text);
            case JsonBoolean(boolean is) -> Boolean.toString(is);
            case JsonArray(var values) ->
                values.stream().map(ApiFuzzTest::written).collect(Collectors.joining(",", "[", "]"));
            default -> throw new IllegalArgumentException(value.described());
        };
    }

    /// All that has to be there, with texts that may be right.
    private static String required(JsonObject schema) {
        if (!(schema.fields().get("required") instanceof JsonArray(var names))) {
            return "{}";
        }
        StringBuilder body = new StringBuilder("{");
        names.forEach(one -> body.append(body.length() > 1 ? "," : "")
                .append(quoted(((JsonText) one).text()))
                .append(":\"0\""));
        return body.append('}').toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(sign -> {
            if (sign < ' ' || sign == '"' || sign == '\\') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", sign));
            } else {
                quoted.append((char) sign);
            }
        });
        return quoted.append('"').toString();
    }

    /// Good bodies with a byte that is another one, too much or too little, and in other encodings.
    @Test
    void bytesOfBodies() {
        Random random = new Random(SEED);
        for (Op op : api.operations()) {
            byte[] good = goodBody(op);
            if (good == null) {
                continue;
            }
            String path = DescribedApi.filled(op, places);
            String text = new String(good, StandardCharsets.UTF_8);
            for (byte[] body : List.of(
                    text.getBytes(StandardCharsets.UTF_16),
                    bytes("\ufeff" + text),
                    "{\"words\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1),
                    new byte[] {(byte) 0xC0, (byte) 0x80},
                    new byte[1],
                    new byte[0],
                    new byte[300_000])) {
                requireGood(op, ask(op, path, body), "bytes", true);
            }
            for (int i = 0; i < MUTATIONS * shareOfBodies; i++) {
                requireGood(op, ask(op, path, mutated(good, random)), "mutation " + i, true);
            }
        }
    }

    private static byte[] mutated(byte[] good, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte one : good) {
            bytes.add(one);
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.size());
            switch (random.nextInt(3)) {
                case 0 -> bytes.set(at, (byte) random.nextInt(256));
                case 1 -> bytes.add(at, (byte) random.nextInt(256));
                default -> bytes.remove(at);
            }
        }
        byte[] mutated = new byte[bytes.size()];
        for (int i = 0; i < mutated.length; i++) {
            mutated[i] = bytes.get(i);
        }
        return mutated;
    }
}
