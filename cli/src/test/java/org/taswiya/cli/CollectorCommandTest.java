package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.cli.CommandHome.Said;
import org.taswiya.cli.command.ExitCode;

/// A collector's day, command by command: three households, each with one bill of 129.46, two of which pay at Wafacash.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CollectorCommandTest {
    private static final String HEADER = "transaction,account,amount,day\n";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void twoPayments() throws IOException {
        town = CommandTown.withBills(folder, 120, 120, 120);
        for (int i = 1; i <= 2; i++) {
            town.good(
                    "pay",
                    "000000000" + i,
                    "129.46",
                    "--by",
                    "collector",
                    "--till",
                    "wafacash",
                    "--reference",
                    "T" + i,
                    "--on",
                    "2020-03-10");
        }
    }

    private static Said collector(String... words) {
        List<String> line = new ArrayList<>(List.of("collector"));
        line.addAll(List.of(words));
        return town.home().run(line.toArray(String[]::new));
    }

    @Test
    @Order(1)
    void keysAreShownOnceAndWithdrawn() throws IOException {
        Said first = collector("add", "wafacash");
        assertThat(first.out()).matches("id   wafacash\\.1\nkey  [A-Za-z0-9_-]{43}\n");
        assertThat(collector("add", "wafacash").out()).startsWith("id   wafacash.2\n");
        assertThat(Files.getPosixFilePermissions(town.home().folder().resolve("collector.secret")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(collector("withdraw", "wafacash.1", "--why", "changed").code())
                .isEqualTo(ExitCode.GOOD);
        assertThat(collector("withdraw", "wafacash.1", "--why", "changed").code())
                .isEqualTo(ExitCode.WRONG_USAGE);
        Said unknown = collector("add", "nobody");
        assertThat(unknown.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unknown.err()).contains("casablanca has no collector nobody; it has bank-app, barid-cash");
    }

    @Test
    @Order(2)
    void whatIsCollectedAndNotRemittedIsListedByCollector() {
        assertThat(collector("list", "--on", "2020-03-12").out())
                .contains("wafacash                 1         2            258.92  2020-03-10              258.92\n");
        assertThat(collector("list", "--on", "2020-03-13", "--json").out())
                .contains("{\"collector\":\"wafacash\",\"keys\":1,\"payments\":2,\"notRemitted\":\"258.92\","
                        + "\"oldest\":\"2020-03-10\",\"isLate\":true,\"balance\":\"258.92\"}");
    }

    @Test
    @Order(3)
    void aStatementHasEveryPaymentWithItsFee() {
        assertThat(collector("statement", "wafacash", "--on", "2020-03-10").out())
                .contains("T1 ", "129.46      1.25  paid")
                .contains("together 258.92, fees 2.50, tax on them 0.50: to be remitted by 2020-03-12 255.92\n");
        assertThat(collector("statement", "wafacash", "--on", "2020-03-10", "--json")
                        .out())
                .contains("\"gross\":\"258.92\",\"fee\":\"2.50\",\"tax\":\"0.50\",\"net\":\"255.92\"");
    }

    @ParameterizedTest(name = "{0}")
    @Order(4)
    @CsvSource(delimiter = '|', textBlock = """
            theSame     | ONE;TWO                                   | 0 | 2 the same, 0 differences
            notTheirs   | ONE                                       | 3 | missing-there  T2  ours: 129.46 on 2020-03-10
            notOurs     | ONE;TWO;T3,0000000003,1.00,2020-03-10     | 3 | missing-here   T3  ours: none  theirs: 1.00
            otherAmount | T1,0000000001,129.40,2020-03-10;TWO       | 3 | other-amount   T1  ours: 129.46
            otherDay    | T1,0000000001,129.46,2020-03-11;TWO       | 3 | other-day      T1
            otherOne    | T1,0000000003,129.46,2020-03-10;TWO       | 3 | other-account  T1
            twice       | ONE;ONE;TWO                               | 3 | twice-there    T1
            badAmount   | T1,0000000001,129.465,2020-03-10 | 2 | :2: found 'T1,0000000001,129.465,2020-03-10'
            badDay      | T1,0000000001,129.46,2020-13-10  | 2 | :2: found
            fewFields   | T1,0000000001,129.46             | 2 | expected four fields
            """)
    void theirListBesideOurs(String trap, String lines, int code, String said) throws IOException {
        Path file = folder.resolve("day.csv");
        String list = lines.replace("ONE", "T1,0000000001,129.46,2020-03-10")
                .replace("TWO", "T2,0000000002,129.46,2020-03-10");
        Files.writeString(file, HEADER + list.replace(';', '\n') + "\n");
        Said answer = collector("reconcile", "wafacash", file.toString(), "--on", "2020-03-10");
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.out() + answer.err()).contains(said);
    }

    @Test
    @Order(5)
    void aRemittanceIsBookedOnceAndAWrongAmountIsNot() {
        Said wrong = collector("remit", "wafacash", "258.92", "--until", "2020-03-10", "--reference", "V1");
        assertThat(wrong.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(wrong.err()).contains("amount-differs: 2 payments until 2020-03-10 of 258.92", "make 255.92");
        String[] right = {"remit", "wafacash", "255.92", "--until", "2020-03-10", "--reference", "V1", "--bank", "bmce"
        };
        assertThat(collector(right).out())
                .isEqualTo("Remittance V1: 255.92 for 2 payments of 258.92, fees 2.50, tax on them 0.50\n");
        assertThat(collector(right).out()).startsWith("Remittance V1, booked before: 255.92 for 2 payments");
        right[8] = "cih";
        assertThat(collector(right).err())
                .contains("reference-of-another: V1 was booked with 255.92 at bank bmce; use a new reference");
        right[8] = "bmce";
        right[2] = "255.00";
        assertThat(collector(right).err()).contains("reference-of-another: V1 was booked with 255.92");
        assertThat(collector("remit", "wafacash", "1", "--until", "2020-03-10", "--reference", "V2")
                        .err())
                .contains("nothing-to-remit");
        assertThat(town.good("ledger", "balance"))
                .contains("assets:bank:bmce", "expenses:collection-fee", "assets:tax:VAT")
                .doesNotContain("assets:collector:wafacash  ");
        assertThat(town.good("ledger", "check")).isNotEmpty();
        assertThat(collector("statement", "wafacash", "--on", "2020-03-10").out())
                .contains("remitted with V1");
    }

    @Test
    @Order(6)
    void whatIsMissingOfARemittanceStaysWithTheCollector() {
        town.good(
                "pay",
                "0000000003",
                "129.46",
                "--by",
                "collector",
                "--till",
                "wafacash",
                "--reference",
                "T3",
                "--on",
                "2020-03-11");
        assertThat(collector(
                                "remit",
                                "wafacash",
                                "120.00",
                                "--until",
                                "2020-03-11",
                                "--reference",
                                "V3",
                                "--accept-difference")
                        .out())
                .contains("Remittance V3: 120.00 for 1 payment of 129.46", "difference -7.96");
        assertThat(collector("list").out())
                .contains("wafacash                 1         0              0.00                            7.96\n");
    }
}
