package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.AlarmLimits;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.core.validation.ReadingLimits.AverageLimits;
import org.taswiya.core.validation.ReadingLimits.ProlongedLimits;
import org.taswiya.core.validation.ReadingLimits.YearLimits;
import org.taswiya.intake.yaml.Finding;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlNode;

/// Limits of validation as a utility writes them; the schema that editors use says the same as the parser, as far as a
/// schema can.
class ReadingChecksParserTest {
    private static final Path UTILITIES = Path.of("..", "utilities");
    private static final String WHOLE = """
            limits:
              - service: electricity
                average: { high: 3, low: 0.2, leastDifference: 10, referenceDays: 365, estimatedShare: 0.5 }
                year: { high: 2, low: 0.5 }
                spike: 1.8
                sum: 0.02
                zeroUseDays: 20
                inactiveUse: 5
                siblings: required
                prolonged: { estimates: 3, days: 120 }
                alarm: { flowAbove: 0, flowDays: 7, scatters: 4, leastShare: 0.6, leastDifference: 20 }
              - service: electricity
                class: municipality
                spike: 4
            """;

    private static final ReadingLimits ALL = new ReadingLimits(
            new AverageLimits(Decimal.of(3), Decimal.parse("0.2"), Decimal.of(10), 365, Decimal.parse("0.5")),
            new YearLimits(Decimal.of(2), Decimal.parse("0.5")),
            Decimal.parse("1.8"),
            Decimal.parse("0.02"),
            20,
            Decimal.of(5),
            true,
            new ProlongedLimits(3, 120),
            new AlarmLimits(Decimal.ZERO, 7, Decimal.of(4), Decimal.parse("0.6"), Decimal.of(20)));

    @Test
    void limitsOfAClassAndOfTheOthers() {
        ReadingChecks checks = read(WHOLE);
        assertThat(checks.of("electricity", CustomerClass.HOUSEHOLD)).isEqualTo(ALL);
        assertThat(checks.of("electricity", CustomerClass.MUNICIPALITY))
                .isEqualTo(new ReadingLimits(null, null, Decimal.of(4), null, null, null, false, null, null));
        assertThat(checks.of("water", CustomerClass.HOUSEHOLD)).isEqualTo(ReadingLimits.NONE);
    }

    @Test
    void casablancaJudgesBothServices() throws IOException {
        Path file = UTILITIES.resolve("casablanca").resolve("validation.yaml");
        assertThat(ReadingChecksParser.parse(file)).isInstanceOfSatisfying(ValidationReading.Read.class, read -> {
            for (String service : List.of("electricity", "water")) {
                for (CustomerClass of : CustomerClass.values()) {
                    assertThat(read.checks().of(service, of).average()).isNotNull();
                }
            }
        });
        assertThat(schemaFaults(Files.readString(file))).isEmpty();
        assertThat(schemaFaults(WHOLE)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            noService | - service: electricity\\s+average | - average | 2:5 found no field 'service', expected
            badService | service: electricity | service: Power | 2:14 found Power, expected
            unknownField | spike: 1.8 | spikes: 1.8 | 5:5 found the unknown field 'spikes', expected
            negativeSpike | spike: 1.8 | spike: -1.8 | 5:12 found -1.8, expected a number zero or more
            sumAboveOne | sum: 0.02 | sum: 2 | 6:10 found 2, expected a number between 0 and 1
            halfADay | zeroUseDays: 20 | zeroUseDays: 20.5 | 7:18 found 20.5, expected a whole number from 0
            badClass | class: municipality | class: town | 13:12 found town, expected one of household
            noHigh | high: 3, low | low | 3:14 found no field 'high', expected
            noReference | referenceDays: 365 | referenceDays: 0 | 3:71 found 0, expected a whole number from 1
            siblingsWhat | siblings: required | siblings: true | 9:15 found true, expected one of ignored, required
            noFlowDays | flowDays: 7 | flowDays: 0 | 11:38 found 0, expected a whole number from 1
            noDays | estimates: 3, days: 120 | estimates: 3 | 10:16 found no field 'days', expected
            """)
    void faultsAreNamedWithTheirPlaceAndTheSchemaRefusesThemToo(
            String trap, String right, String wrong, String finding) {
        String text = WHOLE.replaceFirst(right, wrong);
        assertThat(faults(text)).anyMatch(words -> words.startsWith(finding));
        assertThat(schemaFaults(text)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            lowAboveHigh | low: 0.2 | low: 3 | 3:30 found low: 3, expected less than high, 3
            twice | class: municipality | sum: 0.1 | 12:14 found limits of electricity for a second
            """)
    void whatNoSchemaCanSay(String trap, String right, String wrong, String finding) {
        assertThat(faults(WHOLE.replaceFirst(right, wrong))).anyMatch(words -> words.startsWith(finding));
    }

    private static ReadingChecks read(String text) {
        return ((ValidationReading.Read) ReadingChecksParser.parse("validation.yaml", text)).checks();
    }

    private static List<String> faults(String text) {
        return ((ValidationReading.Faulty) ReadingChecksParser.parse("validation.yaml", text))
                .findings().stream().map(ReadingChecksParserTest::words).toList();
    }

    private static String words(Finding finding) {
        return finding.line() + ":" + finding.column() + " found " + finding.found() + ", expected "
                + finding.expected();
    }

    private static List<String> schemaFaults(String yaml) {
        try {
            String schema = Files.readString(UTILITIES.resolve("validation.schema.json"));
            YamlNode root = YamlDocument.read(yaml, new Findings("limits")).orElseThrow();
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema, InputFormat.JSON)
                    .validate(json(root), InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("no schema", e);
        }
    }

    private static String json(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar ->
                scalar.plain() && scalar.text().matches("-?\\d+(\\.\\d+)?") ? scalar.text() : '"' + scalar.text() + '"';
            case YamlNode.Sequence list ->
                list.items().stream().map(ReadingChecksParserTest::json).collect(Collectors.joining(",", "[", "]"));
            case YamlNode.Mapping fields ->
                fields.entries().entrySet().stream()
                        .map(entry -> '"' + entry.getKey() + "\":"
                                + json(entry.getValue().value()))
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }
}
