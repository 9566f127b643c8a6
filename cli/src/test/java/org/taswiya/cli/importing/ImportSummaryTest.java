package org.taswiya.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.taswiya.store.Change;
import org.taswiya.store.receiving.ImportMark;
import org.taswiya.store.receiving.ImportReport;
import org.taswiya.store.receiving.ImportTotals;
import org.taswiya.store.receiving.StoredImport;

/// What a person reads of a large import.
final class ImportSummaryTest {
    @Test
    void thousandsAreSetApartEverywhere() {
        Change why = new Change(Instant.parse("2020-07-01T08:00:00Z"), "test", "files");
        StoredImport begun = new StoredImport(
                12, "/in/a.csv", 9, "00", "readings", "", "reading", LocalDate.of(2020, 7, 1), 10, true, "", why);
        ImportReport report = new ImportReport(
                begun,
                new ImportMark(1, 9, 9, null, true),
                new ImportTotals(1_234_567, 1_200_000, 0, 0, 0, 0, 34_567),
                new TreeMap<>(Map.of("unknown-usage-point", 33_567L, "bad-date", 1_000L)),
                0);
        assertThat(new ImportSummary(report, null).text()).isEqualTo("""
                import 12, a.csv by readings, finished: 1,234,567 rows
                     1,200,000  new
                        34,567  rejected
                         1,000    bad-date
                        33,567    unknown-usage-point
                """);
    }
}
