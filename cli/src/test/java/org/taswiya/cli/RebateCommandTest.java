package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;

/// A bill of 129.46, by the rules of Casablanca, which leaves nothing off, and of a utility that leaves 2 % off to
/// whoever pays within ten days.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RebateCommandTest {
    private static final String ONE = "0000000001";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));
    private static Path generous = Path.of("unset");
    private static String receipt = "";

    @BeforeAll
    static void aBill() throws IOException {
        town = CommandTown.withBills(folder, 120);
        String rebate = "rebate: { rate: 0.02, withinDays: 10 }";
        generous = town.utilities("arrangements.yaml", rules -> rules.replace("# " + rebate, rebate + " #"));
    }

    @AfterEach
    void theBooksHold() {
        assertThat(town.good("ledger", "check")).isNotEmpty();
    }

    private static CommandHome.Said atOnce(String... more) {
        String[] words = {"arrange", "at-once", ONE, "--months", "2", "--on", "2020-03-20", "--why", "asked"};
        return town.home().run(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    @Test
    @Order(1)
    void aUtilityThatLeavesNothingOffSaysSo() {
        assertThat(atOnce().code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(atOnce().err()).startsWith("taswiya: none-for-class: the rules leave nothing off");
        assertThat(town.good("arrange", "rebates", "--on", "2020-03-20")).isEqualTo("Rebates booked: 0.\n");
    }

    @Test
    @Order(2)
    void anOfferBooksNothing() {
        CommandHome.Said said = atOnce("--utilities", generous.toString());
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.GOOD);
        assertThat(plain(said.out()))
                .isEqualTo("Offer 1 to account " + ONE + ": 126.88 DH by 2020-03-30, 2.58 DH left off.\n");
        assertThat(town.good("arrange", "rebates", "--on", "2020-03-21")).isEqualTo("Rebates booked: 0.\n");
    }

    @Test
    @Order(3)
    void whoeverPaysInTimeOwesNothingMore() {
        Matcher paid = Pattern.compile("R\\d{10}[A-Z]{2}")
                .matcher(town.good("pay", ONE, "126.88", "--by", "cheque", "--on", "2020-03-28"));
        assertThat(paid.find()).isTrue();
        receipt = paid.group();
        assertThat(plain(town.good("arrange", "rebates", "--on", "2020-03-29")))
                .isEqualTo("Offer 1, account " + ONE + ": 2.58 DH left off.\nRebates booked: 1.\n");
        assertThat(town.good("arrange", "rebates", "--on", "2020-03-29")).isEqualTo("Rebates booked: 0.\n");
        assertThat(receivable()).isEqualTo("0.00");
    }

    @Test
    @Order(4)
    void aChequeThatBouncesTakesTheRebateWithIt() {
        town.good("pay", "reverse", receipt, "--on", "2020-04-02", "--why", "bounced");
        assertThat(receivable()).isEqualTo("129.46");
        assertThat(town.good("arrange", "rebates", "--on", "2020-04-02")).isEqualTo("Rebates booked: 0.\n");
    }

    private static String receivable() {
        Matcher found =
                Pattern.compile("\"assets:receivable\":\"([^\"]*)\"").matcher(town.good("ledger", "balance", "--json"));
        return found.find() ? found.group(1) : "0.00";
    }
}
