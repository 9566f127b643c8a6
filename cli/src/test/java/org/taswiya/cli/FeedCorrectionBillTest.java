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
            town.read(household, 300, LocalDate.of(2020, 5, 1));
        }
        heaters();
        town.bill("2020-03-01");
        town.take("feed", feed("HEATER0001", 1, 31, "10"), "--as-they-are");
        town.take("feed", feed("HEATER0002", 1, 9, "10"), "--as-they-are");
        town.take("feed", feed("HEATER0002", 10, 10, "80"), "--as-they-are");
        town.take("feed", feed("HEATER0002", 11, 31, "10"), "--as-they-are");
        town.bill("2020-04-01");
    }

    /// A second meter of each household, which a feed names by ten letters.
    private static void heaters() throws IOException {
        town.take("usage-points", CommandTown.rows("POINT;LOCAL;FLUIDE", "HEATER0001;L1;ELEC", "HEATER0002;L2;ELEC"));
        town.take(
                "agreements",
                CommandTown.rows(
                        "CONTRAT;COMPTE;POINT;TARIF;FOYERS;DEBUT;FIN",
                        "C00011;0000000001;HEATER0001;BT-DOM;1;01/02/2020;",
                        "C00012;0000000002;HEATER0002;BT-DOM;1;01/02/2020;"));
        town.take(
                "meters",
                CommandTown.rows(
                        CommandTown.METERS,
                        "HEATER0001;H1;01/02/2020;;6;0;1;ELEC;0",
                        "HEATER0002;H2;01/02/2020;;6;0;1;ELEC;0"));
        town.take(
                "readings",
                CommandTown.rows(
                        CommandTown.READINGS,
                        "HEATER0001,2020-02-01,0",
                        "HEATER0002,2020-02-01,0",
                        "HEATER0001,2020-03-01,300",
                        "HEATER0002,2020-03-01,300"),
                "--as-they-are");
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
        assertThat(billed("C00012")).isGreaterThan(billed("C00011"));
        town.take("feed-corrections", feed("HEATER0002", 10, 10, "10"));
        town.take(
                "readings",
                CommandTown.rows(CommandTown.READINGS, "HEATER0001,2020-05-01,910", "HEATER0002,2020-05-01,910"),
                "--as-they-are");
        town.bill("2020-05-01");
        assertThat(billed("C00012")).isEqualTo(billed("C00011"));
        town.verify();
    }

    private static Money billed(String agreement) throws IOException {
        return town.billedAfter(agreement, MARCH.plusDays(1));
    }
}
