package org.taswiya.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Money;

final class ChartOfAccountsTest {
    private static final ChartAccount CUSTOMERS = account("3421", AccountKind.ASSET, "Customers");
    private static final ChartAccount SALES = account("712", AccountKind.REVENUE, "Sales");
    private static final ChartAccount WATER = account("7121", AccountKind.REVENUE, "Water");
    private static final ChartOfAccounts CHART =
            new ChartOfAccounts(Map.of("assets:receivable", CUSTOMERS, "revenue", SALES, "revenue:water", WATER));

    private static ChartAccount account(String number, AccountKind kind, String name) {
        return new ChartAccount(number, kind, Map.of("en", name));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            theAccountItself                | assets:receivable         | 3421
            theNearestAboveIt               | revenue:water:water-fixed | 7121
            notTheFirstAboveIt              | revenue:electricity:energy| 712
            wholeWordsOnly                  | revenue:waterworks        | 712
            nothingAboveIt                  | assets:cash:anfa          | none
            wholeWordsAtTheTop              | revenues                  | none
            """)
    void anAccountStandsUnderTheNearestPlace(String trap, String name, String number) {
        assertThat(CHART.of(new LedgerAccount(name)).map(ChartAccount::number).orElse("none"))
                .isEqualTo(number);
    }

    @Test
    void balancesAddUpByNumberAndWhatIsForgottenIsSaid() {
        TreeMap<LedgerAccount, Money> sums = new TreeMap<>();
        sums.put(new LedgerAccount("assets:receivable"), Money.parse("120.00"));
        sums.put(new LedgerAccount("revenue:electricity:energy"), Money.parse("-60.00"));
        sums.put(new LedgerAccount("revenue:sanitation:sanitation"), Money.parse("-10.00"));
        sums.put(new LedgerAccount("revenue:water:water"), Money.parse("-30.00"));
        sums.put(new LedgerAccount("liabilities:tax:VAT"), Money.parse("-20.00"));
        ChartOfAccounts.Charted charted = CHART.chart(new TrialBalance(sums));
        assertThat(charted.sums())
                .containsExactly(
                        Map.entry(CUSTOMERS, Money.parse("120.00")),
                        Map.entry(SALES, Money.parse("-70.00")),
                        Map.entry(WATER, Money.parse("-30.00")));
        assertThat(charted.forgotten())
                .containsExactly(Map.entry(new LedgerAccount("liabilities:tax:VAT"), Money.parse("-20.00")));
        assertThat(charted.debits()).isEqualTo(Money.parse("120.00"));
        assertThat(charted.credits()).isEqualTo(Money.parse("100.00"));
    }

    @Test
    void anAccountWithoutAnEnglishNameIsNone() {
        assertThatThrownBy(() -> new ChartAccount("3421", AccountKind.ASSET, Map.of("fr", "Clients")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(CUSTOMERS.name("ar")).isEqualTo("Customers");
    }

    @Test
    void aKindIsFoundByItsCode() {
        assertThat(AccountKind.values())
                .allSatisfy(kind -> assertThat(AccountKind.ofCode(kind.code())).contains(kind));
        assertThat(AccountKind.ofCode("assets")).isEmpty();
    }
}
