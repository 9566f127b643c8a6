package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/// From a bill to its receipt, command by command: two households, each with one bill of 129.46 for 120 kWh.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PayCommandTest {
    private static final String ONE = "0000000001";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void twoBills() throws IOException {
        town = CommandTown.withBills(folder, 120, 120);
    }

    private static Said pay(String... words) {
        List<String> line = new ArrayList<>(List.of("pay"));
        line.addAll(List.of(words));
        return town.home().run(line.toArray(String[]::new));
    }

    private static String paid(String... words) {
        Said said = pay(words);
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.GOOD);
        return said.out();
    }

    /// The whole paper is judged by `AccountPaperTest`; here it is drawn of what the books have.
    @Test
    @Order(99)
    void aReceiptIsDrawnOnPaper() throws IOException {
        String number = paid("list").lines().toList().getLast().replaceFirst("(?s).*?(R[0-9]{10}[A-Z]{2}).*", "$1");
        Path file = folder.resolve("receipt.pdf");
        assertThat(paid("show", number, "--pdf", "--form", "fr", "--out", file.toString()))
                .startsWith(file + ": ")
                .endsWith(" KB\n");
        try (PDDocument read = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(read)).contains(number, "Reçu de paiement", "rue Atlas");
        }
        assertThat(pay("show", number, "--pdf", "--json").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(pay("show", number, "--form", "ar").err()).contains("--form and --out go with --pdf");
    }

    @Test
    @Order(1)
    void aTrialSaysWhatWouldBeSettledAndStoresNothing() {
        assertThat(paid(ONE, "100", "--by", "cash", "--on", "2020-03-10", "--dry-run"))
                .startsWith("Nothing stored; it would be receipt R0000000001AB: 100.00 DH by cash on 2020-03-10")
                .contains(
                        "  settles bill 0000000001AB with 99.75 DH, stamp 0.25 DH\n", "Still open: 29.71 DH on 1 item");
        assertThat(town.good("pay", "list")).isEqualTo("No payments.\n");
    }

    @Test
    @Order(2)
    void cashIsSplitIntoTheBillAndItsStamp() {
        assertThat(paid(ONE, "100", "--by", "cash", "--on", "2020-03-10", "--json"))
                .contains(
                        "\"receipt\":\"R0000000001AB\"",
                        "\"settled\":[{\"kind\":\"bill\",\"number\":\"0000000001AB\",\"amount\":\"99.75\"",
                        "\"stamp\":\"0.25\",\"credit\":\"0.00\"",
                        "\"openTotal\":\"29.71\"");
    }

    @Test
    @Order(3)
    void theSamePaymentToldAgainCountsOnce() {
        String[] transfer = {ONE, "40", "--by", "transfer", "--till", "bmce", "--reference", "X1", "--on", "2020-03-12"
        };
        assertThat(paid(transfer)).contains("leaves a credit of 10.29 DH", "Nothing is open.");
        assertThat(paid(transfer)).startsWith("Receipt R0000000002AC, taken before: 40.00 DH by transfer");
        transfer[1] = "41";
        Said other = pay(transfer);
        assertThat(other.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(other.err()).startsWith("taswiya: key-of-another: receipt R0000000002AC has this name already");
        assertThat(town.good("pay", "list").lines()).hasSize(2);
    }

    @Test
    @Order(4)
    void whatMakesNoSenseIsSaid() {
        assertThat(pay(ONE, "40").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(pay(ONE, "x", "--by", "cash").err()).contains("'x' is no amount");
        assertThat(pay(ONE, "1", "--by", "gold").err()).contains("is no way to pay; expected one of cash, cheque");
        assertThat(pay(ONE, "1", "--by", "card", "--till", "a b").err()).contains("letters, digits and hyphens");
        Said mistyped = pay(ONE, "20000.01", "--by", "card", "--on", "2020-03-12");
        assertThat(mistyped.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(mistyped.err())
                .isEqualToIgnoringNewLines("taswiya: above-limit: found 20000.01 by card, above the limit of 20000.00;"
                        + " check it, and when it is right take it with --large");
        assertThat(paid(ONE, "20000.01", "--by", "card", "--on", "2020-03-12", "--large", "--dry-run"))
                .startsWith("Nothing stored; it would be receipt");
        Said unknown = pay("0000000009", "1", "--by", "card");
        assertThat(unknown.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(unknown.err()).contains("unknown-account");
        Said others = pay(ONE, "1", "--by", "card", "--bill", "0000000002AC", "--on", "2020-03-12");
        assertThat(others.err()).contains("other-accounts-item");
        assertThat(pay(ONE, "1", "--by", "card", "--bill", "XX", "--on", "2020-03-12")
                        .err())
                .isEqualTo("taswiya: unknown-item: no bill or other item XX is open for account " + ONE
                        + "; name one that is\n");
    }

    @Test
    @Order(5)
    void theReceiptSpeaksThreeLanguages() {
        assertThat(show("R0000000001AB", "en"))
                .contains("Receipt R0000000001AB", "Customer account 0000 000 001", "100.00 DH received in cash on")
                .contains("Bill 0000000001AB", "99.75", "0.25 DH is the stamp duty on cash");
        assertThat(show("R0000000002AC", "fr"))
                .contains("Reçu R0000000002AC", "par virement", "10,29 DH restent à votre crédit");
        assertThat(show("R0000000001AB", "ar")).contains("وصل رقم", "نقدًا");
        assertThat(pay("show", "R0000000001AC").err()).contains("is no receipt number");
        assertThat(pay("show", "R0000000099DV").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    private static String show(String receipt, String language) {
        return paid("show", receipt, "--lang", language).replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    @Test
    @Order(6)
    void whatIsOwedIsShownByItsAge() {
        assertThat(town.good("ledger", "age", "--on", "2020-05-21", "--json"))
                .contains(
                        "\"rows\":[{\"service\":\"electricity\",\"class\":\"household\",\"items\":1",
                        "\"61-90\":\"129.46\"",
                        "\"total\":\"129.46\"");
        assertThat(town.good("ledger", "age", "--on", "2020-03-10"))
                .contains("electricity, household", "not-due", "together");
        assertThat(town.good("ledger", "balance")).contains("129.46  assets:receivable");
    }

    @Test
    @Order(7)
    void aBouncedPaymentOpensTheBillAgain() {
        String reverse =
                town.good("pay", "reverse", "R0000000002AC", "--why", "bounced", "--on", "2020-03-20", "--trial");
        assertThat(reverse).contains("would be reversed on 2020-03-20; nothing stored");
        assertThat(town.good("pay", "reverse", "R0000000002AC", "--why", "bounced", "--on", "2020-03-20"))
                .contains("opens bill 0000000001AB again with 29.71 DH", "takes back the credit of 10.29 DH");
        assertThat(town.home()
                        .run("pay", "reverse", "R0000000002AC", "--why", "again")
                        .code())
                .isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(show("R0000000002AC", "en")).contains("This payment was taken back on");
        assertThat(town.good("pay", "list", "--account", ONE)).contains("reversed on 2020-03-20");
    }

    @Test
    @Order(8)
    void whatWasPaidOnACancelledBillSettlesTheNext() {
        town.good("bill", "cancel", "0000000001AB", "--why", "misread", "--on", "2020-03-21");
        assertThat(town.good("bill", "--to", "2020-03-01", "--on", "2020-03-21", "--released"))
                .contains("99.75 of credit is used on 1 item");
        assertThat(town.home().wrong("pay", "credits", "--why", "too early", "--on", "2999-01-01"))
                .contains("--on is 2999-01-01 and today is ");
        assertThat(town.good("pay", "credits", "--why", "new bills", "--on", "2020-03-21"))
                .isEqualTo("0.00 DH of credit is used on 0 items of 0 accounts\n");
        assertThat(town.good("ledger", "check")).endsWith("all as the books say\n");
        assertThat(town.good("ledger", "check", "--json")).contains("\"differences\":[]");
    }

    /// 1234,56 that lost two digits is an amount like any other.
    @Test
    @Order(9)
    void anAmountInWhichTheFileEndsComesBack() throws IOException {
        String cut = "COMPTE;OPERATION;ENCAISSE_LE;MONTANT;FACTURE;RESEAU\n" + ONE + ";OP9;22/03/2020;1,2";
        assertThat(town.bring("payments", cut + ";;").code()).isEqualTo(3);
        assertThat(town.bring("payments", cut + ";;\n").code()).isZero();
    }
}
