package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome.Said;
import org.taswiya.cli.command.ExitCode;

/// From a bill to an arrangement that is kept, broken and renegotiated, command by command: two households, each with
/// a bill of 129.46 on 3 March 2020, by the rules and holidays of Casablanca.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ArrangeCommandTest {
    private static final String ONE = "0000000001";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void twoBills() throws IOException {
        town = CommandTown.withBills(folder, 120, 120);
    }

    private static Said arrange(String... words) {
        String[] line = new String[words.length + 1];
        line[0] = "arrange";
        System.arraycopy(words, 0, line, 1, words.length);
        return town.home().run(line);
    }

    private static String good(String... words) {
        Said said = arrange(words);
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.GOOD);
        return said.out().replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    private static String refused(String... words) {
        Said said = arrange(words);
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.SOME_REFUSED);
        return said.err();
    }

    @Test
    @Order(99)
    void aScheduleIsDrawnOnPaper() throws IOException {
        Path file = folder.resolve("schedule.pdf");
        assertThat(good("show", "1", "--on", "2020-03-20", "--pdf", "--form", "fr", "--out", file.toString()))
                .startsWith(file + ": ");
        try (PDDocument read = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(read).replace('\u00A0', ' '))
                    .contains("Facilité de paiement", "Situation au 20 mars 2020", "rue Atlas");
        }
        assertThat(arrange("show", "1", "--pdf", "--json").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    @Order(1)
    void anOfferIsASimulation() {
        assertThat(refused("offer", ONE, "--on", "2020-03-20"))
                .startsWith("taswiya: usual-unknown: no bill before tells what is usual");
        assertThat(good("offer", ONE, "--on", "2020-03-20", "--months", "2"))
                .contains("Account 0000000001 could pay 129.46 DH so:")
                .contains("  1  2020-04-06  64.73 DH\n  2  2020-05-04  64.73 DH\n")
                .contains("a person decides", "Nothing was stored.");
        assertThat(good("offer", ONE, "--on", "2020-03-20", "--months", "2", "--json"))
                .contains("\"isOffered\":true,\"isUnasked\":false,\"needsApproval\":false");
        assertThat(refused("offer", ONE, "--on", "2020-03-20", "--months", "3")).contains("instalment-too-small");
        assertThat(refused("offer", ONE, "--on", "2020-03-20", "--months", "12"))
                .contains("too-long");
        assertThat(good("list")).isEqualTo("No arrangements.\n");
    }

    @Test
    @Order(2)
    void whatIsGrantedIsPrintedInThreeLanguages() {
        assertThat(good(
                        "grant",
                        ONE,
                        "--months",
                        "2",
                        "--channel",
                        "phone",
                        "--on",
                        "2020-03-20",
                        "--why",
                        "ill",
                        "--author",
                        "nadia"))
                .startsWith(
                        "Arrangement 1 of account 0000000001: 129.46 DH in 2 instalments, signed on 2020-03-20, kept");
        assertThat(good("show", "1", "--on", "2020-03-20", "--lang", "en"))
                .contains("Payment arrangement 1", "129.46 DH in 2 instalments, signed on 20 March 2020.")
                .contains("6 April 2020", "64.73", "to come", "Next: 64.73 DH by 6 April 2020.");
        assertThat(good("show", "1", "--on", "2020-04-07", "--lang", "fr"))
                .contains("64,73 DH sont en retard. Payez-les au plus tard le 16 avril 2020");
        assertThat(good("show", "1", "--on", "2020-03-20", "--lang", "ar")).contains("تسهيل في الأداء رقم", "قسطين");
        assertThat(good("show", "1", "--json")).contains("\"grantedBy\":\"nadia\",\"why\":\"ill\"");
    }

    @Test
    @Order(3)
    void ageingAndNoticesTellOfIt() {
        assertThat(town.good("ledger", "age", "--on", "2020-03-25"))
                .contains("Of it 129.46 is under 1 arrangement that");
        assertThat(town.good("ledger", "age", "--on", "2020-03-25", "--json")).contains("\"arranged\":\"129.46\"");
        assertThat(town.good("bill", "show", "--account", ONE, "--json")).contains("\"arrangements\":[]");
    }

    @Test
    @Order(4)
    void paymentsKeepItAndAReversalTakesThemBack() {
        town.good("pay", ONE, "64.73", "--by", "cheque", "--on", "2020-04-06");
        assertThat(good("list", "--on", "2020-04-20")).contains("kept, paid 64.73 DH");
        town.good("pay", "reverse", "R0000000001AB", "--why", "bounced", "--on", "2020-04-25");
        assertThat(good("list", "--on", "2020-04-20")).contains("signed on 2020-03-20, broken");
    }

    @Test
    @Order(5)
    void itIsRenegotiatedEndedAndRefused() {
        assertThat(good(
                        "renegotiate",
                        "1",
                        "--months",
                        "2",
                        "--channel",
                        "agency",
                        "--on",
                        "2020-04-27",
                        "--why",
                        "ill"))
                .startsWith("Arrangement 2 of account 0000000001: 129.46 DH in 2 instalments");
        assertThat(good("list", "--account", ONE, "--on", "2020-04-28")).contains("renegotiated", "kept");
        assertThat(good("show", "1", "--on", "2020-04-28", "--json"))
                .contains("\"state\":\"renegotiated\",\"settled\":\"0.00\",\"payable\":\"0.00\"");
        assertThat(good("end", "2", "--on", "2020-05-01", "--why", "mistake")).contains("ended");
        assertThat(refused("end", "2", "--why", "again")).startsWith("taswiya: not-running:");
        assertThat(refused("end", "9", "--why", "again")).contains("unknown-arrangement");
        assertThat(good("refuse", ONE, "--months", "12", "--channel", "app", "--why", "six are the most"))
                .contains("none granted on");
        assertThat(arrange("refuse", "0000000009", "--channel", "app", "--why", "x")
                        .code())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(arrange("show", "9").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(arrange("grant", ONE, "--channel", "fax", "--why", "x").err())
                .contains("is no channel");
    }
}
