package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// Two households are measured day by day, 10 kWh each, and billed for March 2020. Of the second, one day in the middle
/// said 80 kWh; it is corrected alone, and in the end nothing of them is billed.
final class FeedCorrectionBillTest {
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void aMarch() throws IOException {
        town = new CommandTown(folder);
        town.serve(2);
        town.plainMeters(2);
        for (int household = 1; household <= 2; household++) {
            town.read(household, 300, MARCH);
        }
        town.bill("2020-03-01");
        town.take("feed", feed("E1", 1, 31, "10"), "--as-they-are");
        town.take("feed", feed("E2", 1, 9, "10"), "--as-they-are");
        town.take("feed", feed("E2", 10, 10, "80"), "--as-they-are");
        town.take("feed", feed("E2", 11, 31, "10"), "--as-they-are");
        town.bill("2020-04-01");
    }

    /// Days of March, all that was used in their first half hours.
    private static String feed(String point, int from, int to, String quantity) {
        StringBuilder text = new StringBuilder("100,NEM12,202007010000,FROM,TO\n");
        text.append("200,%s,E1,E1,E1,N1,H1,KWH,30,\n".formatted(point));
        for (int day = from; day <= to; day++) {
            text.append("300,")
                    .append(MARCH.withDayOfMonth(day).format(DateTimeFormatter.BASIC_ISO_DATE))
                    .append(",")
                    .append(quantity)
                    .append(",0".repeat(47))
                    .append(",A,,,20200701000000,\n");
        }
        return text.append("900\n").toString();
    }

    @Test
    void whatWasBilledOnADayThatIsCorrectedIsSettled() throws IOException {
        assertThat(billed("C00002")).isGreaterThan(billed("C00001"));
        town.take("feed-corrections", feed("E2", 10, 10, "10"));
        town.good("bill", "--to", "2020-04-01", "--on", "2020-04-10", "--released", "--documents");
        assertThat(town.bill("C00002", "2020-04-10").total().signum()).isNegative();
        assertThat(billed("C00002")).isEqualTo(billed("C00001"));
        town.verify();
    }

    private static Money billed(String agreement) throws IOException {
        return town.billedAfter(agreement, MARCH.plusDays(1));
    }
}
