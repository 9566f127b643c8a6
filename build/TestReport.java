import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Reads what the test runs of all modules left behind, and says what it amounts to.
///
/// Beside failed tests it finds what a test runner keeps quiet about: a test class that never ran, a module whose
/// tests all stayed out, a test that was skipped without a reason. Started by `build/test.sh`.
///
/// `java TestReport.java ROOT [--module=NAME] [--partial] [--build-failed]`
public final class TestReport {
    /// A folder; a file that is a module has no tests.
    private static final Pattern MODULE = Pattern.compile("<module>([^<.]+)</module>");
    private static final Pattern TEST_METHOD = Pattern.compile(
            "^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Property|Example)\\b",
            Pattern.MULTILINE);
    private static final Pattern ABSTRACT =
            Pattern.compile("^(public )?(abstract class|interface) ", Pattern.MULTILINE);
    private static final Pattern SEED =
            Pattern.compile("(\\w[\\w$]*:[^=,\\n]+?) = *$|^seed = (-?\\d+)|^tries = (\\d+)", Pattern.MULTILINE);

    private enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    private record TestRun(String suite, String name, Outcome outcome, String message, double seconds) {}

    private final Path root;
    private final boolean partial;
    private final boolean buildFailed;
    private final List<TestRun> all = new ArrayList<>();
    private final List<String> seeds = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private TestReport(Path root, boolean partial, boolean buildFailed) {
        this.root = root;
        this.partial = partial;
        this.buildFailed = buildFailed;
    }

    public static void main(String[] args) throws Exception {
        List<String> options = List.of(args).subList(1, args.length);
        TestReport report =
                new TestReport(Path.of(args[0]), options.contains("--partial"), options.contains("--build-failed"));
        String only = options.stream()
                .filter(option -> option.startsWith("--module="))
                .map(option -> option.substring("--module=".length()))
                .findFirst()
                .orElse("");
        System.exit(report.run(only) ? 0 : 1);
    }

    private boolean run(String only) throws Exception {
        print("%-12s %-44s %6s %7s %8s %9s", "module", "suite", "ran", "failed", "skipped", "seconds");
        for (String module : modules()) {
            if (only.isEmpty() || module.equals(only)) {
                examine(module);
            }
        }
        for (TestRun test : with(all, Outcome.FAILED)) {
            print(
                    "%nFAILED  %s.%s%n%s",
                    test.suite, test.name, test.message.indent(8).stripTrailing());
        }
        List<TestRun> skipped = with(all, Outcome.SKIPPED);
        if (!skipped.isEmpty()) {
            print("%nSkipped:");
            skipped.forEach(test -> print("  %s.%s: %s", test.suite, test.name, test.message));
        }
        if (!seeds.isEmpty()) {
            print("%nSeeds of the laws:");
            seeds.forEach(seed -> print("  %s", seed));
        }
        if (buildFailed) {
            faults.addFirst("the build failed: see above");
        } else if (all.isEmpty()) {
            faults.add("no test ran at all");
        }
        if (!faults.isEmpty()) {
            print("%nNot good:");
            faults.forEach(fault -> print("  %s", fault));
        }
        int failed = with(all, Outcome.FAILED).size();
        print("%n%d passed, %d failed, %d skipped", with(all, Outcome.PASSED).size(), failed, skipped.size());
        return failed == 0 && faults.isEmpty();
    }

    private List<String> modules() throws IOException {
        Matcher matcher = MODULE.matcher(Files.readString(root.resolve("pom.xml")));
        return matcher.results().map(result -> result.group(1)).toList();
    }

    private void examine(String module) throws Exception {
        TreeSet<String> expected = testClasses(root.resolve(module));
        TreeMap<String, List<TestRun>> suites = suites(root.resolve(module).resolve("target/surefire-reports"));
        if (expected.isEmpty() && suites.isEmpty()) {
            print("%-12s (no tests)", module);
        }
        suites.forEach((suite, tests) -> {
            all.addAll(tests);
            print(
                    "%-12s %-44s %6d %7d %8d %9.1f",
                    module,
                    suite.substring(suite.lastIndexOf('.') + 1),
                    tests.size() - with(tests, Outcome.SKIPPED).size(),
                    with(tests, Outcome.FAILED).size(),
                    with(tests, Outcome.SKIPPED).size(),
                    tests.stream().mapToDouble(TestRun::seconds).sum());
        });
        findWhatDidNotRun(module, expected, suites);
    }

    private void findWhatDidNotRun(String module, TreeSet<String> expected, TreeMap<String, List<TestRun>> suites) {
        if (expected.isEmpty() || partial) {
            return;
        }
        if (buildFailed && suites.isEmpty()) {
            print("%-12s (not tested)", module);
            return;
        }
        List<TestRun> tests = suites.values().stream().flatMap(List::stream).toList();
        if (tests.size() == with(tests, Outcome.SKIPPED).size()) {
            faults.add(module + ": it has tests, and none of them ran");
        }
        for (String name : expected) {
            if (suites.keySet().stream().noneMatch(suite -> suite.equals(name) || suite.startsWith(name + "$"))) {
                faults.add(module + ": " + name + " ran no test (a test class is named ...Test or ...Laws"
                        + " and has at least one test)");
            }
        }
    }

    /// The classes that should have run: all that are named like a test or hold one.
    private static TreeSet<String> testClasses(Path module) throws IOException {
        Path sources = module.resolve("src/test/java");
        TreeSet<String> names = new TreeSet<>();
        if (!Files.isDirectory(sources)) {
            return names;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                String name =
                        sources.relativize(file).toString().replace(".java", "").replace('/', '.');
                boolean named = name.endsWith("Test") || name.endsWith("Laws");
                if ((named || TEST_METHOD.matcher(source).find())
                        && !ABSTRACT.matcher(source).find()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private TreeMap<String, List<TestRun>> suites(Path reports) throws Exception {
        TreeMap<String, List<TestRun>> suites = new TreeMap<>();
        if (!Files.isDirectory(reports)) {
            return suites;
        }
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                read(file, suites);
            }
        }
        return suites;
    }

    private void read(Path file, TreeMap<String, List<TestRun>> suites) throws Exception {
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        for (Element test : children(suite, "testcase")) {
            TestRun run = testRun(suite.getAttribute("name"), test);
            suites.computeIfAbsent(run.suite, _ -> new ArrayList<>()).add(run);
            children(test, "system-out").forEach(output -> collectSeeds(output.getTextContent()));
        }
    }

    private TestRun testRun(String suiteName, Element test) {
        String suite = test.getAttribute("classname").isEmpty() ? suiteName : test.getAttribute("classname");
        String name = test.getAttribute("name");
        double seconds = Double.parseDouble(test.getAttribute("time").replace(",", ""));
        for (String kind : List.of("failure", "error", "skipped")) {
            for (Element sign : children(test, kind)) {
                boolean skipped = kind.equals("skipped");
                String message = skipped ? reason(sign) : message(sign);
                if (skipped && (message.isEmpty() || message.endsWith(" is @Disabled"))) {
                    faults.add(suite + "." + name + " was skipped without a reason");
                }
                return new TestRun(suite, name, skipped ? Outcome.SKIPPED : Outcome.FAILED, message, seconds);
            }
        }
        return new TestRun(suite, name, Outcome.PASSED, "", seconds);
    }

    private static String message(Element sign) {
        String message = sign.getAttribute("message").isBlank() ? sign.getTextContent() : sign.getAttribute("message");
        return message.strip()
                .lines()
                .limit(12)
                .reduce((head, line) -> head + "\n" + line)
                .orElse("");
    }

    /// Why a test was skipped: one line, without the machinery that carried it.
    private static String reason(Element sign) {
        String line = message(sign).lines().findFirst().orElse("");
        return line.replaceFirst("^[\\w.]*Exception: ", "").replaceFirst("^Assumption failed: ", "");
    }

    /// jqwik prints a block for each property: its name, then lines such as `seed = 42`.
    private void collectSeeds(String output) {
        String property = "";
        String tries = "";
        Matcher matcher = SEED.matcher(output);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                property = matcher.group(1);
            } else if (matcher.group(3) != null) {
                tries = matcher.group(3);
            } else {
                seeds.add(property + ", " + tries + " tries, seed " + matcher.group(2));
            }
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<TestRun> with(List<TestRun> tests, Outcome outcome) {
        return tests.stream().filter(test -> test.outcome == outcome).toList();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
