package org.taswiya.web.api.write;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.validation.ReadingFinding;
import org.taswiya.web.api.json.Says;

/// Own readings as programs send them, and what becomes of them.
public final class ReadingJson {
    static final int ROWS_MOST = 500;
    static final String DIAL = "[0-9]{1,12}(\\.[0-9]{1,6})?";

    private ReadingJson() {}

    /// What a dial shows today.
    public record GivenReading(
            @Says(value = "What the register shows, with a point before decimals.", pattern = DIAL)
            String value,

            @Says("Whether it is meant though unlikely: it then waits for a person.") @Nullable Boolean meant) {}

    /// One of many.
    public record BatchReading(
            @Says(value = "The service agreement whose meter it is.", most = 20)
            String agreement,

            @Says(value = "What the register shows, with a point before decimals.", pattern = DIAL)
            String value,

            @Says(
                    value = "The day on which it was read, where that was before today.",
                    pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}")
            @Nullable String at,

            @Says("Whether it is meant though unlikely: it then waits for a person.") @Nullable Boolean meant) {}

    /// Many at once.
    public record ReadingBatch(
            @Says(value = "Each agreement once a day.", least = 1, most = ROWS_MOST)
            List<BatchReading> readings) {
        public ReadingBatch {
            readings = List.copyOf(readings);
        }
    }

    /// What became of one.
    public record GivenOutcome(
            @Says("The service agreement.") String agreement,

            @Says("Of which day it is: today, where the utility is.")
            LocalDate at,

            @Says(
                    value = "Whether it counts, or waits for a person to look at it.",
                    oneOf = {"taken", "waiting"})
            String outcome) {}

    /// What became of one of many.
    public record RowOutcome(
            @Says("The service agreement, as it was sent.") String agreement,

            @Says("Of which day it is.") LocalDate at,

            @Says(
                    value = "Those that are not taken and do not wait have changed nothing.",
                    oneOf = {
                        "taken",
                        "waiting",
                        "unlikely",
                        "impossible",
                        "read-by-utility",
                        "no-meter",
                        "future-day",
                        "unknown-agreement"
                    })
            String outcome,

            @Says("What was found about it; absent where it is likely.") @Nullable List<Finding> findings) {
        public RowOutcome {
            findings = findings == null ? null : List.copyOf(findings);
        }
    }

    /// Something that was found about a reading.
    public record Finding(
            @Says("What, as a code.") String reason,
            @Says("What was found.") String detail) {
        static List<Finding> of(List<ReadingFinding> findings) {
            return findings.stream()
                    .map(finding -> new Finding(finding.reason().code(), finding.found()))
                    .toList();
        }
    }

    /// What became of all.
    public record BatchOutcome(
            @Says("Of which day they are where none is named: today, where the utility is.")
            LocalDate at,

            @Says("In the order in which they were sent.") List<RowOutcome> readings) {
        public BatchOutcome {
            readings = List.copyOf(readings);
        }
    }
}
