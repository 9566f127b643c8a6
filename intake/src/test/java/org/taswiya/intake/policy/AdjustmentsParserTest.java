package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.quantity.Money;

final class AdjustmentsParserTest {
    private static final String GOOD = """
            reasons:
              - { code: billing-error, against: as-billed, direction: both }
              - { code: goodwill, against: "revenue:goodwill", direction: lowers, alone: supervisor }
            alone: 200
            authors:
              - { name: s.alami, alone: 5000.50 }
            dueDays: 18
            disputeDays: 30
            supervisorAlone: 900
            aloneDays: 14
            """;

    @Test
    void everyFieldHasItsMeaning() {
        assertThat(AdjustmentsParser.parse("a.yaml", GOOD))
                .isInstanceOfSatisfying(AdjustmentsReading.Read.class, read -> {
                    assertThat(read.rules().reasons()).containsOnlyKeys("billing-error", "goodwill");
                    assertThat(read.rules().reasons())
                            .hasEntrySatisfying(
                                    "goodwill",
                                    reason -> assertThat(reason.isRaising()).isFalse())
                            .hasEntrySatisfying(
                                    "billing-error",
                                    reason -> assertThat(reason.isAsBilled()).isTrue());
                    assertThat(read.rules().limitOf("s.alami")).isEqualTo(Money.parse("5000.50"));
                    assertThat(read.rules().limitOf("anybody")).isEqualTo(Money.parse("200"));
                    assertThat(read.rules().forSupervisor().limitOf("s.alami")).isEqualTo(Money.parse("5000.50"));
                    assertThat(read.rules().forSupervisor().limitOf("anybody")).isEqualTo(Money.parse("900"));
                    assertThat(read.rules().aloneDays()).isEqualTo(14);
                    assertThat(alone(read.rules())).isEqualTo("ANYBODY SUPERVISOR");
                    assertThat(alone(read.rules().forSupervisor())).isEqualTo("ANYBODY ANYBODY");
                    assertThat(read.rules().dueDays()).isEqualTo(18);
                    assertThat(read.rules().disputeDays()).isEqualTo(30);
                });
    }

    private static String alone(AdjustmentRules rules) {
        return new TreeMap<>(rules.reasons())
                .values().stream().map(reason -> reason.alone().name()).collect(Collectors.joining(" "));
    }

    @Test
    void casablancasAreInOrder() throws IOException {
        assertThat(AdjustmentsParser.parse(Path.of("..", "utilities", "casablanca", "adjustments.yaml")))
                .isInstanceOf(AdjustmentsReading.Read.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code: goodwill | code: billing-error | a second reason",
                "code: goodwill | code: write-off | another code",
                "revenue:goodwill | assets:receivable | below revenue or expenses",
                "direction: lowers | direction: down | found down, expected one of both",
                "alone: 200 | alone: -1 | found -1, expected a number zero",
                "disputeDays: 30 | disputeDays: 0 | found 0, expected a whole",
                "aloneDays: 14 | aloneDays: 0 | found 0, expected a whole",
                "alone: supervisor | alone: me | found me, expected one of",
                "dueDays: 18 | dueDay: 18 | dueDay",
            })
    void faults(String from, String to, String said) {
        assertThat(AdjustmentsParser.parse("a.yaml", GOOD.replaceFirst(from, to)))
                .isInstanceOfSatisfying(
                        AdjustmentsReading.Faulty.class,
                        faulty -> assertThat(faulty.findings().toString()).contains(said));
    }
}
