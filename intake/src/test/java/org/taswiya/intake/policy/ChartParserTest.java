package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.ledger.AccountKind;
import org.taswiya.core.ledger.ChartAccount;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.intake.yaml.Finding;

final class ChartParserTest {
    private static final String WHOLE = """
            accounts:
              - number: "3421"
                kind: asset
                names: { en: Customers, fr: Clients }
                of: [assets:receivable]
              - number: "7121"
                kind: revenue
                names: { en: Sales }
                of: [revenue, equity:opening]
            """;

    @Test
    void everyAccountIsRead() {
        assertThat(ChartParser.parse("ledger.yaml", WHOLE))
                .isInstanceOfSatisfying(
                        ChartReading.Read.class,
                        read -> assertThat(read.chart().places())
                                .isEqualTo(Map.of(
                                        "assets:receivable",
                                        new ChartAccount(
                                                "3421", AccountKind.ASSET, Map.of("en", "Customers", "fr", "Clients")),
                                        "revenue",
                                        sales(),
                                        "equity:opening",
                                        sales())));
    }

    private static ChartAccount sales() {
        return new ChartAccount("7121", AccountKind.REVENUE, Map.of("en", "Sales"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            aBill          | assets:receivable
            aCredit        | liabilities:customer-credit
            anEstimate     | revenue:electricity:energy
            withoutItems   | revenue:water
            vat            | liabilities:tax:VAT
            audiovisual    | liabilities:tax:TPPAN
            unitemised     | liabilities:tax:unitemised
            whatWasOpen    | equity:migration-clearing
            aCollectorsFee | expenses:collection-fee
            taxOnItsFee    | assets:tax:VAT
            """)
    void casablancaForgetsNothingThatIsBooked(String trap, String account) throws IOException {
        ChartReading reading = ChartParser.parse(Path.of("..", "utilities", "casablanca", "ledger.yaml"));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        ChartReading.Read.class,
                        read -> assertThat(read.chart().of(new LedgerAccount(account)))
                                .isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            noNumber       | number: .7121.  | number: sales     | 6:13 found sales, expected a number in quotes
            numberTwice    | number: .7121.  | number: "3421"    | 6:13 found a second account 3421
            noSuchKind     | kind: revenue   | kind: income      | 7:11 found income, expected one of asset,
            noEnglish      | en: Sales       | fr: Ventes        | 8:12 found no field 'en', expected
            otherLanguage  | en: Sales       | en: Sales, de: V  | 8:25 found the unknown field 'de', expected one of
            noneOfOurs     | of: .revenue.*  | of: []            | 9:9 found an empty list, expected a list
            notOurForm     | equity:opening  | "equity: opening" | 9:19 found "equity: opening", expected words joined
            oursTwice      | equity:opening  | revenue           | 9:19 found a second place of revenue, expected each
            unknownField   | kind: revenue   | sort: revenue     | 7:5 found the unknown field 'sort', expected one of
            """)
    void faultsAreNamedWithTheirPlace(String trap, String right, String wrong, String finding) {
        String text = WHOLE.replaceFirst(right, wrong);
        assertThat(ChartParser.parse("ledger.yaml", text))
                .isInstanceOfSatisfying(
                        ChartReading.Faulty.class,
                        faulty -> assertThat(faulty.findings())
                                .map(ChartParserTest::words)
                                .anyMatch(words -> words.startsWith(finding)));
    }

    private static String words(Finding finding) {
        return finding.line() + ":" + finding.column() + " found " + finding.found() + ", expected "
                + finding.expected();
    }
}
