package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// Two households use 300 kWh a month and have their meters exchanged on the same day. Of the second it is written down
/// that the old dial showed 7980 where it showed 7910: it is billed 70 kWh too many, and in the end nothing of them.
@TestMethodOrder(OrderAnnotation.class)
final class WrongExchangeTest {
    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));

    @BeforeAll
    static void exchangedInMarch() throws IOException {
        town = new CommandTown(folder);
        town.serve(2);
        town.plainMeters(2);
        for (int household = 1; household <= 2; household++) {
            town.read(household, 300, LocalDate.of(2020, 3, 1));
        }
        town.bill("2020-03-01");
        town.take("exchanges", exchanges("E1;12/03/2020;M1;7910;N1;0", "E2;12/03/2020;M2;7980;N2;0"));
        town.take("readings", CommandTown.rows(CommandTown.READINGS, "E1,2020-04-01,190", "E2,2020-04-01,190"));
        town.bill("2020-04-01");
    }

    private static String exchanges(String... rows) {
        return CommandTown.rows(CommandTown.EXCHANGES, rows);
    }

    @Test
    @Order(1)
    void aWrongValueIsBilledAndCannotBeSentAnew() throws IOException {
        assertThat(town.bill("C00002", "2020-04-01").total())
                .isGreaterThan(town.bill("C00001", "2020-04-01").total());
        CommandHome.Said said = town.bring("exchanges", exchanges("E2;12/03/2020;M2;7910;N2;0"));
        assertThat(said.code()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("exchanges.csv.rejected.csv")))
                .contains("removed: found 7910, the books have 7980; `exchange correct` or a mapping with"
                        + " `corrects: true` puts it right");
    }

    @Test
    @Order(2)
    void whatNoDialShowsIsRefused() {
        assertThat(town.refused("exchange", "correct", "E2", "2020-03-12", "--why", "photo")
                        .err())
                .contains("say what is wrong: --removed, --installed or both");
        assertThat(refused("2020-03-13", "7910")).contains("no exchange at E2 on 2020-03-13 is recorded");
        assertThat(refused("2020-03-12", "7910000"))
                .contains("Meter M2 cannot show 7910000: it has 6 digits and 0 decimals");
        assertThat(refused("2020-03-12", "7910.5")).contains("Meter M2 cannot show 7910.5");
        assertThat(refused("2020-03-12", "-1")).contains("--removed is -1; expected what the dial shows");
        assertThat(refused("2020-03-12", "76l0")).contains("--removed is 76l0; expected what the dial shows");
    }

    private static String refused(String day, String removed) {
        return town.refused("exchange", "correct", "E2", day, "--removed", removed, "--why", "photo")
                .err();
    }

    @Test
    @Order(3)
    void aTrialStoresNothing() {
        assertThat(correct("--trial")).isEqualTo("""
                E2 on 2020-03-12: removed at 7980, installed at 0 would become removed at 7910, installed at 0;\
                 nothing stored
                Bills rest on it: the next one settles them anew.
                """);
        assertThat(town.good("exchange", "list", "E2").lines()).hasSize(1);
    }

    /// As an exchange of a file would come back.
    @Test
    @Order(3)
    void whatIsNotLikelyIsSaid() {
        assertThat(town.good(
                        "exchange", "correct", "E2", "2020-03-12", "--removed", "1200", "--why", "photo", "--trial"))
                .contains("Look at it again, it is not likely: negative: value 1200 at 2020-03-12 is lower than");
    }

    private static String correct(String... more) {
        String[] words = {"exchange", "correct", "E2", "2020-03-12", "--removed", "7910", "--why", "photo", "--author"};
        return town.good(Stream.of(words, new String[] {"Salma"}, more)
                .flatMap(Arrays::stream)
                .toArray(String[]::new));
    }

    @Test
    @Order(4)
    void whatIsCorrectedIsSettled() throws IOException {
        assertThat(correct()).isEqualTo("""
                E2 on 2020-03-12: removed at 7980, installed at 0 becomes removed at 7910, installed at 0
                Bills rest on it: the next one settles them anew.
                Bill it off the cycle: ./taswiya bill --to DAY --on DAY --released
                """);
        assertThat(correct()).isEqualTo("E2 on 2020-03-12: removed at 7910, installed at 0 already\n");
        town.good("bill", "--to", "2020-04-01", "--on", "2020-04-10", "--released", "--documents");
        assertThat(town.bill("C00002", "2020-04-10").total().signum()).isNegative();
        assertThat(billed("C00002")).isEqualTo(billed("C00001"));
        assertThat(town.good("exchange", "list", "E2").lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("2020-03-12  removed at 7980, installed at 0"),
                        second -> assertThat(second)
                                .isEqualTo("2020-03-12  removed at 7910, installed at 0  (Salma: photo)"));
    }

    private static Money billed(String agreement) throws IOException {
        return town.billedAfter(agreement, LocalDate.of(2020, 3, 2));
    }

    @Test
    @Order(5)
    void billsBeforeAreMadeAgainFromWhatWasKnownAndOldFilesChangeNothing() throws IOException {
        assertThat(town.good(
                        "bill",
                        "reprint",
                        "--all",
                        "--to",
                        folder.resolve("again").toString()))
                .contains("5 the same bytes as first written, 0 equal");
        assertThat(town.take("exchanges", exchanges("E2;12/03/2020;M2;7980;N2;0")))
                .contains("1  unchanged");
        assertThat(town.good("exchange", "list", "E2").lines()).hasSize(2);
        town.verify();
    }
}
