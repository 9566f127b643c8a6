package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.api.ApiScope;
import org.taswiya.web.DescribedApi.Op;
import org.taswiya.web.Program.Answer;
import org.taswiya.web.api.call.ProblemKind;

/// What docs/api.md shows is done as it stands there, and what it lists is all that there is.
final class ApiPageTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\| (\\d{3}) \\|");

    private static final Pattern ACT = Pattern.compile("\\| `(/[^`]*)` \\| ([^|]*) \\| ([^|]*) ?\\|");
    private static final Pattern NAMED = Pattern.compile("`([a-zA-Z]+)`");

    /// A part of a route with what it has to match.
    private static final Pattern PATTERN = Pattern.compile("\\{([a-z]+):(?:[^{}]|\\{[^{}]*})*}");

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Program program;
    private static DescribedApi api;
    private static String page;

    @BeforeAll
    static void served() throws IOException {
        town = PageTown.play(folder.resolve("home"));
        program = Program.with(town, ApiScope.values());
        api = new DescribedApi(Program.stranger(town).get("/openapi.json").text());
        page = Files.readString(Path.of("..", "docs", "api.md"));
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static List<String> commands() {
        List<String> all = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            blocks.group(1)
                    .replaceAll(" *\\\\\n *", " ")
                    .lines()
                    .filter(line -> line.startsWith("curl "))
                    .forEach(all::add);
        }
        return all;
    }

    /// What the shell would put in: places of the town, and a likely value of its meter.
    private static Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        DescribedApi.places(town).forEach((name, value) -> variables.put("$" + name.toUpperCase(Locale.ROOT), value));
        variables.put("$KEY", program.key());
        variables.put("$API", "");
        variables.put(
                "\"5021\"",
                "\""
                        + town.texts("select trunc(r.value)::text from reading r join service_agreement a on"
                                        + " a.usage_point = r.usage_point where a.reference = '"
                                        + variables.get("$AGREEMENT")
                                        + "' order by r.at desc, r.revision desc limit 1")
                                .getFirst()
                        + "\"");
        return variables;
    }

    @Test
    void everyExampleIsAnsweredAsDescribedAndEveryOperationHasOne() {
        Map<String, String> variables = variables();
        List<String> longest = variables.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        Set<String> shown = new TreeSet<>();
        for (String command : commands()) {
            String filled = command;
            for (String variable : longest) {
                filled = filled.replace(variable, Objects.requireNonNull(variables.get(variable)));
            }
            shown.add(run(filled));
        }
        assertThat(shown)
                .isEqualTo(api.operations().stream().map(Op::id).collect(Collectors.toCollection(TreeSet::new)));
    }

    /// @return the operation that it is of
    private static String run(String command) {
        List<String> words = words(command);
        List<String> headers = new ArrayList<>();
        @Nullable String body = null;
        @Nullable String method = null;
        String path = "";
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-H" -> headers.addAll(List.of(words.get(++i).split(": ", 2)));
                case "-d" -> body = words.get(++i);
                case "-X" -> method = words.get(++i);
                default -> path = words.get(i);
            }
        }
        String asked = method != null ? method : body == null ? "GET" : "POST";
        Answer answer = Program.stranger(town).send(asked, path, body, headers.toArray(String[]::new));
        assertThat(answer.status()).as(command + "\n" + answer.text()).isBetween(200, 299);
        String plain = path.replaceFirst("\\?.*", "");
        Op op = api.operations().stream()
                .filter(one -> one.method().equals(asked))
                .filter(one -> plain.matches(one.path().replaceAll("\\{[a-z]+}", "[^/]+")))
                .findFirst()
                .orElseThrow();
        assertThat(api.fault(op, answer)).as(command).isEmpty();
        return op.id();
    }

    private static @Nullable String unquoted(@Nullable String text) {
        return text == null ? null : text.replace("\\\"", "\"");
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(Stream.of(word.group(1), unquoted(word.group(2)), word.group(3))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow());
        }
        return words;
    }

    @Test
    void allProblemsAreListedWithTheirStatus() {
        Map<String, String> listed = new TreeMap<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            listed.put("urn:taswiya:api:" + row.group(1), row.group(2));
        }
        Map<String, String> all = new TreeMap<>();
        for (ProblemKind kind : ProblemKind.values()) {
            all.put(kind.type(), Integer.toString(kind.status()));
        }
        assertThat(listed).isEqualTo(all);
    }

    /// What a page can do, a program can, or the page says why not.
    @Test
    void everyActOfAPageHasAnOperationOrAReason() {
        Set<String> operations = api.operations().stream().map(Op::id).collect(Collectors.toSet());
        Set<String> listed = new TreeSet<>();
        Matcher row = ACT.matcher(page);
        while (row.find()) {
            assertThat(listed.add(row.group(1))).as(row.group()).isTrue();
            List<String> named = NAMED.matcher(row.group(2))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(operations).as(row.group(1)).containsAll(named);
            assertThat(named.isEmpty() ? row.group(3).isBlank() : !row.group(3).isBlank())
                    .as("either an operation or a reason: " + row.group())
                    .isFalse();
        }
        assertThat(listed)
                .isEqualTo(town.routes().stream()
                        .filter(route -> route.startsWith("POST "))
                        .map(route -> PATTERN.matcher(route.substring(5)).replaceAll("{$1}"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void allScopesAreListed() {
        for (ApiScope scope : ApiScope.values()) {
            assertThat(page).contains("| `" + scope.code() + "` |");
        }
    }
}
