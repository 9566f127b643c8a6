package org.taswiya.cli.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.Severity;
import org.taswiya.store.validation.OpenSuspect;
import org.taswiya.store.validation.SuspectDecision;
import org.taswiya.store.validation.SuspectFinding;

/// The work list fits a terminal of 120 columns, whatever was found.
final class SuspectLinesTest {
    private static final SuspectFinding HIGH =
            finding("high-use", "suspect", "8000 used in 31 days, more than 3 times");
    private static final SuspectFinding SLIP =
            finding("misread", "suspect", "perhaps 5038: " + "two digits have changed places, ".repeat(8) + "and more");
    private static final SuspectFinding ANEW = finding("unrecorded-exchange", "suspect", "the dial began anew");
    private static final SuspectFinding LONG =
            finding("prolonged-estimation", "note", "nobody had read it for 900 days");

    @Test
    void linesFitAndNotesAreLeft() {
        String list = list(suspect("E12", null, HIGH, SLIP, LONG));
        assertThat(list.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        assertThat(list)
                .contains("E12", "1 waiting", "high-use, misread", "and more")
                .doesNotContain("prolonged", "900 days");
    }

    @Test
    void reasonsThatDoNotFitStandBelow() {
        SuspectDecision decision = new SuspectDecision(SuspectDecision.Outcome.CORRECTED, Decimal.of(1_234_567));
        String list = list(suspect("MA-CASA-ANFA-000012345678-ELEC", decision, HIGH, SLIP, ANEW));
        assertThat(list.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        assertThat(list)
                .contains("\n    high-use, misread, unrecorded-exchange: 8000 used")
                .contains("0 waiting\n");
    }

    private static SuspectFinding finding(String reason, String severity, String found) {
        return new SuspectFinding(reason, severity, found, Map.of("usual", "245098/365"));
    }

    private static OpenSuspect suspect(String point, @Nullable SuspectDecision decision, SuspectFinding... findings) {
        return new OpenSuspect(
                point,
                new CustomerReading(LocalDate.of(2020, 6, 1), Decimal.of(50_380), "portal"),
                Unit.KILOWATT_HOUR,
                1,
                "electricity",
                "Maarif",
                "C1234567",
                CustomerClass.HOUSEHOLD,
                Severity.SUSPECT,
                List.of(findings),
                Decimal.of(8_000),
                Money.ofMinor(123_456_789),
                null,
                false,
                null,
                decision,
                null);
    }

    private static String list(OpenSuspect suspect) {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            SuspectLines.print(out, List.of(suspect), new Currency("MAD"));
        }
        return text.toString();
    }
}
