package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A household whose price book is in dinars of three decimals: a bill of 538.26 with 100 off, and a deposit of 300.
final class CurrencyCommandTest {
    private static final String BOOK = "tariffs/electricity-household.yaml";

    @TempDir
    private static Path folder;

    private static Path utilities = Path.of("unset");
    private static CommandHome home = new CommandHome(Path.of("unset"), utilities, null);

    @BeforeAll
    static void aBillAndItsPriceBookInDinars() throws IOException {
        CommandTown town = CommandTown.withABill(folder);
        utilities = town.utilities(BOOK, book -> in("TND", book));
        home = town.home().with(utilities);
        said("deposit ask C00001 --on 2020-02-10 --why rule");
        said("adjust ask 0000000001 --amount=-100 --reason billing-error --bill 0000000001AB --evidence letter"
                + " --on 2020-04-02 --author amal --why error");
        said("dispute open 0000000001 --bill 0000000001AB --amount 40 --reason meter-fault --evidence letter"
                + " --on 2020-04-04 --why doubt");
        said("bank add bmce 011519000001205000534921 --bic BMCEMAMC --holder Regie --why contract");
    }

    private static String in(String code, String book) {
        return book.replaceFirst("(?m)^currency: .*$", "currency: " + code);
    }

    private static String said(String line) {
        return home.good(line.split(" "));
    }

    /// None of them stores anything.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pay 0000000001 1100 --by cheque --on 2020-04-06 --dry-run \
        | Nothing stored; it would be receipt R0000000001AB: 1,100.000 TND by cheque on 2020-04-06 for account \
        0000000001
        pay 0000000001 1100 --by cheque --on 2020-04-06 --dry-run |   settles bill 0000000001AB with 438.260 TND
        deposit list \
        | D0000000001 of C00001, account 0000000001: 300.000 TND, due 2020-02-25, paid 0.000 TND, held
        dun --on 2020-04-05 --dry-run     | Account 0000000001, overdue 698.260 TND
        dun show 0000000001 --on 2020-04-05 |   bill 0000000001AB due 2020-03-21, 438.260 TND: gets reminder by sms
        arrange offer 0000000001 --on 2020-04-05 --months 3 | Account 0000000001 could pay 698.260 TND so:
        arrange offer 0000000001 --on 2020-04-05 --months 3 |   1  2020-04-20  232.760 TND
        dispute list                      | Dispute 1 of account 0000000001: open, 40.000 TND of bill 0000000001AB
        adjust list \
        | AJ0000000001  booked  0000000001  -100.000 TND  billing-error on bill 0000000001AB, by amal
        adjust show 1                     |   value added tax in it: -11.210 TND
        interest 2020-03 --why x --dry-run \
        | Nothing stored; it would be 0.000 TND of interest on 0 items for 2020-03: the utility charges none.
        bill cancel 0000000001AB --on 2020-04-06 --why x --trial \
        | Bill 0000000001AB of 2020-03-03 for C00001, 538.260 TND, would be cancelled on 2020-04-06: -538.260 TND \
        is booked; nothing stored
        ledger check | 2 open items, 738.260 TND; 0 credits, 0.000 TND: all as the books say
        ledger month 2020-03              | Taxes of 2020-03, TND
        reconcile list                    | Nothing waits.
        """, ignoreLeadingAndTrailingWhitespace = false)
    void aTerminalWritesWhatThePriceBookNames(String command, String line) {
        assertThat(said(command.strip()).lines())
                .anySatisfy(one -> assertThat(one).startsWith(line.substring(1).stripTrailing()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        MAD | 300.00 DH,
        TND | 300.000 TND,
        XOF | 300 XOF,
        ZZZ | 300.00 ZZZ,
        """)
    void decimalsAreThoseOfTheCurrency(String code, String amount) throws IOException {
        Path book = utilities.resolve("casablanca").resolve(BOOK);
        String before = Files.readString(book);
        Files.writeString(book, in(code, before));
        try {
            assertThat(said("deposit list")).contains(": " + amount);
        } finally {
            Files.writeString(book, before);
        }
    }

    @ParameterizedTest
    @CsvSource({"'',TND", "--currency EUR,EUR"})
    void whatLeavesTheUtilityIsInItToo(String option, String code) throws IOException {
        assertThat(said("bank list --json")).contains("\"currency\":\"TND\"");
        Path file = folder.resolve(code + ".csv");
        said(("ledger export --format csv --out " + file + " " + option).strip());
        assertThat(Files.readAllLines(file).stream().skip(1)).isNotEmpty().allMatch(line -> line.endsWith("," + code));
    }

    /// The books below the folder are in dinars and in dirhams, and no agreement says which are used.
    @Test
    void whereNobodyNamesOneThereIsNoWord(@TempDir Path other) throws IOException {
        CommandTown town = new CommandTown(other);
        town.take("customers", CommandTown.rows("CLIENT;CATEGORIE;NOM", "P1;PART;Client 1"), "--new-home");
        CommandHome without = town.home().with(utilities);
        assertThat(without.good("pay", "credits", "--why", "daily")).startsWith("0.00 of credit is used");
        assertThat(town.good("pay", "credits", "--why", "daily")).startsWith("0.00 DH of credit is used");
        assertThat(without.wrong("ledger", "export"))
                .startsWith("taswiya: no price book at hand names one currency; name it with --currency CODE");
    }
}
