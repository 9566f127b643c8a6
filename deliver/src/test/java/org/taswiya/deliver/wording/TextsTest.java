package org.taswiya.deliver.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.arrangement.ArrangementState;
import org.taswiya.core.arrangement.Standing.InstalmentState;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.customer.Language;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.receivables.Means;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TEXTS = Path.of("src/main/resources/org/taswiya/deliver/wording");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9.-]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\{([a-z]+)}");

    /// The last part of a key is a form of number where the words before it are counted.
    private static final Pattern FORM = Pattern.compile("\\.(zero|one|two|few|many|other)$");

    /// The later one would win, on a paper that somebody else has written.
    @ParameterizedTest
    @EnumSource
    void noKeyStandsTwice(Language language) throws IOException {
        Path file =
                Path.of("src/main/resources/org/taswiya/deliver/wording", "texts_" + language.code() + ".properties");
        List<String> keys = Files.readAllLines(file).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    private static Properties texts(Language language) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(TEXTS.resolve("texts_" + language.code() + ".properties"))) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Set<String> withoutForms(Properties texts) {
        return texts.stringPropertyNames().stream()
                .map(key -> FORM.matcher(key).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryText(Language language) {
        assertThat(withoutForms(texts(language))).isEqualTo(withoutForms(texts(Language.EN)));
        assertThat(texts(language).values())
                .allSatisfy(text -> assertThat(text.toString()).isNotEmpty());
    }

    /// Arabic says one and two in words, so a form may leave the number out; nothing else may be lost.
    @ParameterizedTest
    @EnumSource
    void everyLanguageFillsInTheSameValues(Language language) {
        Properties english = texts(Language.EN);
        Properties texts = texts(language);
        for (String key : texts.stringPropertyNames()) {
            String base = FORM.matcher(key).replaceFirst("");
            String model = english.getProperty(key, english.getProperty(base + ".other", ""));
            Set<String> expected = values(model);
            Set<String> found = values(texts.getProperty(key));
            if (!base.equals(key)) {
                expected.remove("n");
                found.remove("n");
            }
            assertThat(found).as(key).isEqualTo(expected);
        }
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> literals = literals();
        Set<String> unused = withoutForms(texts(Language.EN));
        unused.removeIf(key -> literals.contains(key) || isOfUsedFamily(key, literals));
        assertThat(unused).isEmpty();
    }

    /// Keys of a family are made of a code: `"component." + code`.
    private static boolean isOfUsedFamily(String key, Set<String> literals) {
        int dot = key.lastIndexOf('.');
        return dot > 0 && literals.contains(key.substring(0, dot + 1));
    }

    private static Set<String> literals() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Set<String> literals = new TreeSet<>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(literals::add);
            }
            return literals;
        }
    }

    /// What is asked for by a key that the sources spell out is there; codes that data brings are checked below.
    @Test
    void everyTextThatIsAskedForIsThere() throws IOException {
        Set<String> keys = withoutForms(texts(Language.EN));
        Set<String> asked = new TreeSet<>();
        Pattern call = Pattern.compile("(?:text|count|counted)\\(\\s*\"([a-z][a-z0-9.-]*[a-z0-9])\"");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                call.matcher(Files.readString(file)).results().forEach(match -> asked.add(match.group(1)));
            }
        }
        assertThat(asked).hasSizeGreaterThan(40);
        assertThat(keys).containsAll(asked);
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeOfCoreHasItsText(Language language) {
        Set<Object> keys = texts(language).keySet();
        for (EstimationMethod method : EstimationMethod.values()) {
            assertThat(keys).contains("estimate." + method.code());
        }
        for (Unit unit : Unit.values()) {
            assertThat(keys).contains("unit." + unit.symbol());
        }
        for (Means means : Means.values()) {
            assertThat(keys).contains("receipt.by." + means.code());
        }
        for (ArrangementState state : ArrangementState.values()) {
            assertThat(keys).contains("arrangement." + state.code());
        }
        for (InstalmentState state : InstalmentState.values()) {
            assertThat(keys).contains("instalment." + state.code());
        }
        for (AllocationPolicy policy : Set.of(
                new AllocationPolicy.ByDays(),
                new AllocationPolicy.EstimateShape(),
                new AllocationPolicy.Favourable(Decimal.ZERO))) {
            assertThat(keys).contains("policy." + policy.code());
        }
        for (int month = 1; month <= 12; month++) {
            assertThat(keys).contains("month." + month);
        }
    }

    /// Commas, and one conjunction before the last.
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            EN | -       | ''
            EN | a       | a
            EN | a b     | a and b
            EN | a b c   | a, b and c
            FR | a b     | a et b
            FR | a b c d | a, b, c et d
            AR | أ ب     | أ وب
            AR | أ ب ج   | أ، ب وج
            """)
    void thingsAreListedAsTheLanguageDoes(Language language, @Nullable String things, String listed) {
        assertThat(Texts.of(language).list(things == null ? List.of() : List.of(things.split(" ", -1))))
                .isEqualTo(listed);
    }

    /// A bar of slanting lines is no plan, which the word for both in Arabic would say.
    @Test
    void aHatchIsNoPlanInArabic() {
        assertThat(texts(Language.AR).values())
                .noneMatch(text -> text.toString().contains("مخطط"));
    }
}
