package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlNode;

/// The schema that editors use says the same as the parser, as far as a schema can.
class TariffSchemaTest {

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            String text = Files.readString(Books.ROOT.resolve("tariff.schema.json"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError("no schema", e);
        }
    }

    static List<Path> books() throws IOException {
        try (Stream<Path> files = Files.walk(Books.ROOT)) {
            return files.filter(file -> file.toString().endsWith(".yaml")
                            && Objects.requireNonNull(file.getParent()).endsWith("tariffs"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("books")
    void everyBookIsValid(Path book) throws IOException {
        String text = Files.readString(book);
        assertThat(faults(text)).isEmpty();
        assertThat(text).startsWith("# yaml-language-server: $schema=../../tariff.schema.json");
    }

    @Test
    void thereAreBooks() throws IOException {
        assertThat(books()).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void theTinyBookWithEveryKindOfComponentIsValid() {
        assertThat(faults(TinyBook.TEXT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "prices: before-tax, prices: gross",
        "rate: 0.07, rate: 7",
        "price: 2.99, price: -2.99",
        "price: 2.99, price: free",
        "kind: fixed, kind: minute",
        "'rate: 0.07, source: law', rate: 0.07",
        "dueDays: 18, duedays: 18",
        "rounding: unrounded, rounding: 0.5",
        "rounding: unrounded, 'rounding: unrounded, everyMonths: 13'",
        "to: 2020-01-01, to: 01/01/2020",
        "households: multiply-bounds, perMonth: 3",
        "net: 12.50, gross: 12.50",
    })
    void whatTheParserRefusesTheSchemaRefuses(String piece, String replacement) {
        assertThat(TinyBook.with(piece, replacement)).isInstanceOf(RefusedBook.class);
        assertThat(faults(TinyBook.TEXT.replaceFirst(piece, replacement))).isNotEmpty();
    }

    /// Blocks are a hundred at most; of what has no bound of its own a thousand.
    @ParameterizedTest
    @CsvSource({
        "'          - { above: 10, rate: 0.20 }\n', blocks, 100",
        "'      - { from: 2024-01-01, rate: 0, source: law }\n', rates, 1000"
    })
    void aListThatIsTooLongIsToldByBoth(String line, String list, int most) {
        assertThat(TinyBook.TEXT).contains(line);
        String text = TinyBook.TEXT.replace(line, line.repeat(most + 1));
        assertThat(TariffBookParser.parse("tiny.yaml", text))
                .isInstanceOfSatisfying(
                        RefusedBook.class,
                        book -> assertThat(book.findings().getFirst().toString())
                                .contains(" items in '" + list + "', expected at most " + most));
        assertThat(faults(text)).anyMatch(fault -> fault.contains("at most " + most + " items"));
    }

    static List<String> faults(String yaml) {
        YamlNode root = YamlDocument.read(yaml, new Findings("book")).orElseThrow();
        return SCHEMA.validate(json(root), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /// Scalars become what YAML's core schema makes of them, as far as books use it.
    private static String json(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar ->
                scalar.plain() && scalar.text().matches("-?\\d+(\\.\\d+)?") ? scalar.text() : quoted(scalar.text());
            case YamlNode.Sequence list ->
                list.items().stream().map(TariffSchemaTest::json).collect(Collectors.joining(",", "[", "]"));
            case YamlNode.Mapping fields ->
                fields.entries().entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ":"
                                + json(entry.getValue().value()))
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
