package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A cheque of 1,000 pays a bill of 129.46, 500 of what is left are to be sent back, and the cheque bounces.
@TestMethodOrder(OrderAnnotation.class)
final class BouncedRefundTest {
    private static final String ONE = "0000000001";
    private static final String IBAN = "GB82WEST12345698765432";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void aChequeIsTooMuch() throws IOException {
        town = CommandTown.withBills(folder, 120);
        bank("bmce", "100", "salma");
        town.good("pay", ONE, "1000", "--by", "cheque", "--till", "bmce", "--on", "2020-03-10");
    }

    private static String bank(String name, String limit, String author) {
        String[] words = {"bank", "add", name, BankFile.RIB, "--bic", "BMCEMAMC", "--holder", "Regie"};
        String[] more = {"--refund-limit", limit, "--author", author, "--why", "opened"};
        return town.good(Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    @Test
    @Order(1)
    void whoHasAskedApprovesByNoTrick() {
        town.good(
                "refund",
                "ask",
                ONE,
                "--amount",
                "500",
                "--bank",
                "bmce",
                "--to",
                IBAN,
                "--author",
                "amal",
                "--why",
                "x");
        for (String same : new String[] {"amal", "Amal", " AMAL", "am\u200Bal", "\uFF41mal"}) {
            assertThat(refused("refund", "approve", "1", "--author", same, "--why", "x"))
                    .as(same)
                    .contains("same-person");
        }
        assertThat(bank("bmce", "9999", "amal")).contains("refunds up to 100.00 by one person", "up to 9999.00");
        assertThat(refused("refund", "approve", "1", "--author", "amal", "--why", "x"))
                .contains("same-person", "above the limit of 100.00");
        town.good("refund", "approve", "1", "--author", "badr", "--why", "checked");
    }

    private static String refused(String... words) {
        return town.home().expect(3, words).err();
    }

    @Test
    @Order(2)
    void oneNumberIsOfOneAccount() {
        String[] words = {"bank", "add", "other", BankFile.RIB, "--bic", "BMCEMAMC", "--holder", "Regie", "--why", "x"};
        assertThat(town.refused(words).err()).contains("is account bmce already");
    }

    @Test
    @Order(3)
    void whatIsOwedAgainIsNotSent() throws IOException {
        town.good("pay", "reverse", "R0000000001AB", "--why", "bounced", "--on", "2020-03-16");
        CommandHome.Said said = send();
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("kept back", "RF0000000001", "nothing-to-send");
        // Undone on the day of its last use: no day before has other balances than it had.
        assertThat(town.good("ledger", "balance", "--on", "2020-12-31", "--json"))
                .contains("\"liabilities:customer-credit\":\"-870.54\"");
        assertThat(town.good("ledger", "age")).contains("no service, household");
        assertThat(town.good("ledger", "check")).endsWith("all as the books say\n");
    }

    private static CommandHome.Said send() {
        return town.home()
                .run(
                        "refund",
                        "send",
                        "--bank",
                        "bmce",
                        "--file",
                        folder.resolve("out.xml").toString(),
                        "--why",
                        "w");
    }

    @Test
    @Order(4)
    void onceTheMoneyHasComeItGoes() throws IOException {
        town.good("pay", ONE, "1000", "--by", "transfer", "--till", "bmce");
        assertThat(send().code()).isZero();
        assertThat(Files.readString(folder.resolve("out.xml"))).contains("<CtrlSum>500.00</CtrlSum>");
    }
}
