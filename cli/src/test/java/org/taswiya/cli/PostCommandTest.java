package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.cli.command.ExitCode;

/// Five bills by post: the first account has e-mail below it on its ladder, the second nothing, the third was told by
/// e-mail first, of the fourth nobody has said anything, and the bill of the fifth was cancelled.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PostCommandTest {
    private static final String WHY = "sack of 3 April";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void fiveBills() throws IOException {
        town = new CommandTown(folder);
        town.serve(5);
        town.plainMeters(5);
        for (int i = 1; i <= 5; i++) {
            town.read(i, 300 + i, LocalDate.of(2020, 3, 1));
        }
        contact("0000000001", "--post", "1, rue Atlas", "--email", "a@example.org", "--prefer", "post");
        contact("0000000002", "--post", "2, rue Atlas");
        contact("0000000003", "--post", "3, rue Atlas", "--email", "c@example.org");
        contact("0000000005", "--post", "5, rue Atlas");
        town.good("bill", "--to", "2020-03-01", "--on", "2020-03-03");
        town.good("deliver", "queue", "--run", "1");
        print("one.pdf");
        town.good("bill", "cancel", "0000000005AF", "--why", "wrong");
    }

    private static void contact(String account, String... ways) {
        String[] words = new String[ways.length + 7];
        System.arraycopy(
                new String[] {"contact", "set", account, "--since", "2020-01-01", "--why", "agency"}, 0, words, 0, 7);
        System.arraycopy(ways, 0, words, 7, ways.length);
        town.good(words);
    }

    private static String print(String name, String... more) {
        String[] words = new String[more.length + 8];
        String out = folder.resolve(name).toString();
        System.arraycopy(new String[] {"print", "bills", "--run", "1", "--out", out, "--why", "March"}, 0, words, 0, 8);
        System.arraycopy(more, 0, words, 8, more.length);
        return town.good(words);
    }

    @Test
    @Order(1)
    void whatIsPrintedHasGoneOut() {
        assertThat(town.good("deliver", "list", "--state", "sent").lines())
                .hasSize(3)
                .allMatch(line -> line.contains("post"));
        assertThat(town.good("deliver", "list", "--state", "queued")).contains("c@example.org");
        assertThat(town.good("deliver", "show", "1")).contains("printed in batch 1");
    }

    @Test
    @Order(2)
    void aTrialStoresNothing() {
        assertThat(town.good("post", "returned", "0000000001AB", "--reason", "moved", "--why", WHY, "--dry-run"))
                .contains("by email a@example.org");
        assertThat(town.good("post", "list")).isEqualTo("Nothing came back.\n");
    }

    @Test
    @Order(3)
    void theNextRungTellsIt() {
        assertThat(town.good("post", "returned", "0000000001AB", "--reason", "moved", "--why", WHY))
                .isEqualTo("0000000001AB  0000000001  moved  by email a@example.org\n");
        assertThat(town.good("deliver", "list", "--state", "failed")).contains("1, rue Atlas");
        assertThat(town.good("deliver", "list", "--state", "queued")).contains("a@example.org");
        assertThat(town.good("deliver", "show", "1")).contains("came back on", "moved");
    }

    @Test
    @Order(4)
    void aFileIsTakenAsFarAsItIsRight() throws IOException {
        Path file = Files.writeString(folder.resolve("back.csv"), """
                bill,reason,day
                0000000002AC,unclaimed,2020-04-01
                0000000003AD,no-such-address,2020-04-01
                0000000004AE,deceased,2020-04-01
                0000000005AF,refused,2020-04-01

                0000000002XX,moved
                0000000009AJ,moved
                0000000004AE,lost
                0000000004AE,moved,2020-02-30
                0000000004AE,moved,2020-03-02
                0000000004AE,moved,2999-01-01
                0000000004AE,moved,2020-04-02,x
                0000000004AE
                """);
        CommandHome.Said said =
                town.home().expect(ExitCode.SOME_REFUSED, "post", "returned", file.toString(), "--why", WHY);
        assertThat(said.out().lines())
                .containsExactly(
                        "0000000002AC  0000000002  unclaimed  no channel: for the agency",
                        "0000000003AD  0000000003  no-such-address  by email c@example.org",
                        "0000000004AE  0000000004  deceased  no channel: for the agency",
                        "0000000005AF  0000000005  refused  no channel: for the agency");
        assertThat(said.err())
                .contains(
                        "line 7: '0000000002XX' is no number of a bill",
                        "line 8: 0000000009AJ: there is no bill",
                        "line 9: 'lost' is no reason; expected one of moved, unknown,",
                        "line 10: '2020-02-30' is no day",
                        "line 11: 0000000004AE: bill 0000000004AE is of 2020-03-03 and cannot come back on 2020-03-02",
                        "line 12: 2999-01-01 has not come yet",
                        "line 13: 4 cells",
                        "line 14: '' is no reason");
        assertThat(town.home()
                        .expect(ExitCode.SOME_REFUSED, "post", "returned", file.toString(), "--why", WHY)
                        .out()
                        .lines())
                .as("the same again")
                .hasSize(4)
                .allMatch(line -> line.endsWith("known before"));
    }

    @Test
    @Order(5)
    void theAgencySeesWhomToTell() {
        assertThat(town.good("post", "list", "--agency", "--json").lines())
                .hasSize(3)
                .allMatch(line -> line.contains("\"next\":null"));
        assertThat(town.good("post", "list")).contains("no-such-address", "for the agency", "email", WHY);
    }

    @Test
    @Order(6)
    void anAddressFromWhichMailCameBackIsPassedOver() {
        assertThat(town.good("contact", "show", "0000000002")).doesNotContain("rue Atlas");
        assertThat(print("two.pdf", "--again"))
                .startsWith("batch 2: 0 bills")
                .endsWith("\n4 bills are left out, mail came back: 0000000001AB, 0000000002AC, 0000000003AD,"
                        + " 0000000004AE; see ./taswiya post list, or print them with --also-returned\n");
        assertThat(print("three.pdf", "--again", "--also-returned"))
                .startsWith("batch 3: 4 bills")
                .doesNotContain("left out");
    }

    @Test
    @Order(7)
    void aNewAddressIsUsedAgain() {
        contact("0000000002", "--post", "12, rue Atlas");
        assertThat(town.good("contact", "show", "0000000002")).contains("12, rue Atlas");
        assertThat(town.good("post", "list", "--agency")).doesNotContain("0000000002AC");
        assertThat(print("four.pdf", "--again", "--json"))
                .startsWith("{\"batch\":4,")
                .contains(
                        "\"bills\":1,",
                        "\"notPrinted\":0,\"leftOut\":3,",
                        "\"mailCameBack\":[\"0000000001AB\",\"0000000003AD\",\"0000000004AE\"]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0000000001AB --why x                     | bill '0000000001AB' needs --reason, one of moved, unknown,
            0000000117822BV --why x                  | bill '0000000117822BV' needs --reason, one of moved, unknown,
            sack.csv --why x                         | is no file; with a bill say --reason, one of moved
            0000000001AB --reason eaten --why x      | is no reason; expected one of moved, unknown,
            0000000001XX --reason moved --why x      | is no number of a bill
            0000000001AB --reason moved --on 2999-01-01 --why x | 2999-01-01 has not come yet
            0000000001AB --reason moved              | Missing required option: '--why
            0000000001AB --reason moved --why ~      | need some text
            0000000001AB --reason moved --on yesterday --why x | Invalid value for option '--on'
            """)
    void whatIsNoCommandIsRefused(String words, String said) {
        String[] all = ("post returned " + words).split(" ");
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i].replace("~", " ");
        }
        assertThat(town.refused(all).err()).contains(said);
    }
}
