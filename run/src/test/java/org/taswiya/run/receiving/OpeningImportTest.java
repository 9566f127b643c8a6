package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.ControlKind;
import org.taswiya.core.billing.ControlTotal;
import org.taswiya.core.billing.OpeningItem;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.books.BooksTotals;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.OpeningItems;
import org.taswiya.store.receiving.ImportReport;

/// What was open in the old system comes in once, and the books stay balanced.
final class OpeningImportTest {
    private static final String OPEN = "COMPTE;FACTURE;EMISE_LE;ECHEANCE;RESTE_DU\n";
    private static final String CREDITS = "COMPTE;PIECE;AVOIR\n";
    private static final String ACCOUNTS = "COMPTE;CLIENT\n0000000001;K1\n0000000002;K1\n";

    private final Database database = TestDatabases.fresh();

    @TempDir
    private Path folder;

    private Town town = new Town(database, Path.of("."));

    @BeforeEach
    void aCustomer() throws IOException {
        town = new Town(database, folder);
        town.take("customers", "CLIENT;CATEGORIE;NOM\nK1;PART;Amrani\n");
    }

    private Money balance(String account) {
        return Ledger.balance(database).balances().getOrDefault(new LedgerAccount(account), Money.ZERO);
    }

    @Test
    void whatIsOpenIsBookedOnceAgainstTheClearing() throws IOException {
        town.take("accounts", ACCOUNTS);
        String items = OPEN + "0000000001;F1;01/03/2020;31/03/2020;120,35\n0000000002;F1;01/03/2020;31/03/2020;7\n";
        assertThat(town.take("open-items", items).totals().added()).isEqualTo(2);
        assertThat(town.take("credits", CREDITS + "0000000001;A1;20,05\n")
                        .totals()
                        .added())
                .isEqualTo(1);
        assertThat(balance("assets:receivable")).isEqualTo(Money.parse("127.35"));
        assertThat(balance("liabilities:customer-credit")).isEqualTo(Money.parse("-20.05"));
        assertThat(balance("equity:migration-clearing")).isEqualTo(Money.parse("-107.30"));
        assertThat(Ledger.balance(database).sum()).isEqualTo(Money.ZERO);
        String before = BooksDigest.of(database);
        town.take("open-items", items);
        assertThat(BooksDigest.of(database)).isEqualTo(before);
        assertThat(town.take("open-items", items + "\n").totals().unchanged()).isEqualTo(2);
        assertThat(balance("assets:receivable")).isEqualTo(Money.parse("127.35"));
    }

    @Test
    void anItemWaitsForItsAccount() throws IOException {
        ImportReport early = town.take("credits", CREDITS + "0000000001;A1;20,05\n");
        assertThat(early.rejected()).containsOnlyKeys("unknown-account");
        assertThat(balance("liabilities:customer-credit")).isEqualTo(Money.ZERO);
        town.take("accounts", ACCOUNTS);
        assertThat(balance("liabilities:customer-credit")).isEqualTo(Money.parse("-20.05"));
    }

    @Test
    void eachInstalmentThatIsOpenIsAnItemWithItsOwnDayDue() throws IOException {
        town.take("accounts", ACCOUNTS);
        String arranged = """
                COMPTE;FACTURE;NUMERO;EMISE_LE;ECHEANCE;RESTE_DU
                0000000001;F1;2;01/03/2020;31/07/2020;40
                0000000001;F1;3;01/03/2020;31/08/2020;40,5
                0000000001;F2;;01/04/2020;30/04/2020;7
                0000000001;F3;0;01/04/2020;30/04/2020;7
                """;
        assertThat(town.take("arrangements", arranged).rejected()).containsOnlyKeys("bad-number");
        assertThat(town.query(
                        "select reference || ' ' || due_on || ' ' || amount from opening_item order by reference"))
                .containsExactly("F1/2 2020-07-31 4000", "F1/3 2020-08-31 4050", "F2 2020-04-30 700");
        assertThat(balance("assets:receivable")).isEqualTo(Money.parse("87.50"));
    }

    @Test
    void aWrongItemIsTakenBackOnceAndTheRightOneHasItsOwnReference() throws IOException {
        town.take("accounts", ACCOUNTS);
        String wrong = OPEN + "0000000001;F1;01/03/2020;31/03/2020;120,35\n";
        town.take("open-items", wrong);
        OpeningItems.Key key = new OpeningItems.Key("0000000001", "F1");
        assertThat(OpeningItems.takeBack(database, key, Town.ON, Town.WHY, true).isNew())
                .isTrue();
        assertThat(balance("assets:receivable")).isEqualTo(Money.parse("120.35"));
        assertThat(OpeningItems.takeBack(database, key, Town.ON, Town.WHY, false)
                        .isNew())
                .isTrue();
        assertThat(Ledger.balance(database).balances().values()).allMatch(Money::isZero);
        String before = BooksDigest.of(database);
        assertThat(OpeningItems.takeBack(database, key, Town.ON.plusDays(1), Town.WHY, false))
                .isEqualTo(new OpeningItems.TakenBack(
                        new OpeningItem(
                                "0000000001",
                                "F1",
                                Money.parse("120.35"),
                                LocalDate.of(2020, 3, 1),
                                LocalDate.of(2020, 3, 31)),
                        Town.ON,
                        false));
        assertThat(BooksDigest.of(database)).isEqualTo(before);
        assertThat(town.take("open-items", wrong + "\n0000000001;F1-2;01/03/2020;31/03/2020;20\n")
                        .totals())
                .satisfies(totals -> assertThat(totals.unchanged()).isEqualTo(1))
                .satisfies(totals -> assertThat(totals.added()).isEqualTo(1));
        assertThat(balance("assets:receivable")).isEqualTo(Money.parse("20"));
        ControlTotal sum = new ControlTotal(ControlKind.OPEN_ITEMS_SUM, null, Decimal.of(20));
        assertThat(BooksTotals.compare(database, List.of(sum), null)).allMatch(BooksTotals.Compared::agrees);
    }

    @Test
    void whatIsNotThereOrNotYetBookedIsNotTakenBack() throws IOException {
        town.take("accounts", ACCOUNTS);
        town.take("credits", CREDITS + "0000000001;A1;20,05\n");
        OpeningItems.Key there = new OpeningItems.Key("0000000001", "A1");
        OpeningItems.Key nowhere = new OpeningItems.Key("0000000002", "A1");
        assertThatThrownBy(() -> OpeningItems.takeBack(database, nowhere, Town.ON, Town.WHY, false))
                .hasMessage("account 0000000002 has no opening item A1");
        assertThatThrownBy(() -> OpeningItems.takeBack(database, there, Town.ON.minusDays(1), Town.WHY, false))
                .hasMessageContaining("is booked on 2020-07-01");
        assertThat(balance("liabilities:customer-credit")).isEqualTo(Money.parse("-20.05"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0000000001;F1;01/03/2020;31/03/2020;-1      | negative
            0000000001;F1;01/03/2020;31/03/2020;0       | bad-number
            0000000001;F1;01/03/2020;31/03/2020;1,005   | bad-number
            0000000001;F1;01/03/2020;29/02/2020;1       | bad-record
            0000000001;F1;02/07/2020;31/07/2020;1       | future-date
            0000000001;F1;01/03/2020;;1                 | missing-field
            0000000009;F1;01/03/2020;31/03/2020;1       | unknown-account
            0000000001;F0;01/03/2020;31/03/2020;6       | other-value
            """)
    void aWrongRowBooksNothing(String row, String reason) throws IOException {
        town.take("accounts", ACCOUNTS);
        town.take("open-items", OPEN + "0000000001;F0;01/03/2020;31/03/2020;5\n");
        assertThat(town.take("open-items", OPEN + row + "\n").rejected()).containsOnlyKeys(reason);
        assertThat(balance("assets:receivable")).isEqualTo(Money.parse("5"));
    }
}
