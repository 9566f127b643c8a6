package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// Since March a meter counts through transformers, a fortieth of what is used, and nobody booked it: two bills are a
/// fortieth. It is put right by an exchange of the meter for itself, with the same value on both sides.
final class WrongMultiplierTest {
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);

    @TempDir
    private Path folder;

    @Test
    void theRightMultiplierSettlesWhatWasBilledByTheWrongOne() throws IOException {
        CommandTown town = new CommandTown(folder);
        town.serve(1);
        town.take("meters", CommandTown.rows(CommandTown.METERS, "E1;M1;01/01/2018;;5;2;1;ELEC;0"));
        List<String> past = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2018, 2, 1); !day.isAfter(MARCH); day = day.plusMonths(1)) {
            BigDecimal used = BigDecimal.valueOf(25 * ChronoUnit.DAYS.between(day, MARCH), 2);
            past.add("E1,%s,%s".formatted(day, BigDecimal.valueOf(500).subtract(used)));
        }
        town.take("readings", CommandTown.rows(CommandTown.READINGS, past.toArray(String[]::new)), "--as-they-are");
        town.bill("2020-03-01");
        read(town, "2020-04-01", "507.75");
        read(town, "2020-05-01", "515.25");
        assertThat(town.billedAfter("C00001", MARCH)).isLessThan(Money.parse("50.00"));

        town.take(
                "meters",
                CommandTown.rows(
                        CommandTown.METERS,
                        "E1;M1;01/01/2018;01/03/2020;5;2;1;ELEC;0",
                        "E1;M1;01/03/2020;;5;2;40;ELEC;500"));
        town.take("exchanges", CommandTown.rows(CommandTown.EXCHANGES, "E1;01/03/2020;M1;500;M1;500"));
        town.take("readings", CommandTown.rows(CommandTown.READINGS, "E1,2020-06-01,523"));
        // Forty times the usual of before is doubtful from the first day on, billed or not: somebody looks at it. Once
        // that is right, the months after it are usual.
        assertThat(town.good("suspect", "list")).contains("3 waiting");
        town.good("suspect", "accept", "E1", "2020-04-01", "--why", "the transformers were not booked");
        assertThat(town.good("suspect", "list")).startsWith("0 waiting");
        town.bill("2020-06-01");
        // Fifty usual bills at once: somebody looks at it before it leaves.
        assertThat(town.good("hold", "list")).contains("C00001", "above-usual");
        town.good("hold", "release", "C00001", "--why", "the transformers were not booked");
        town.good("bill", "--to", "2020-06-01", "--on", "2020-06-02", "--released", "--documents");
        // March and May 310 kWh, April 300, as in PublicComplaintsTest: 2 x 451.86 + 437.10
        assertThat(town.billedAfter("C00001", MARCH)).isEqualTo(Money.parse("1340.82"));
        town.verify();
    }

    private static void read(CommandTown town, String day, String value) throws IOException {
        town.take("readings", CommandTown.rows(CommandTown.READINGS, "E1," + day + "," + value));
        assertThat(town.good("suspect", "list")).startsWith("0 waiting");
        town.bill(day);
    }
}
