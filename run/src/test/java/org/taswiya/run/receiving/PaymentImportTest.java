package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receiving.ImportReport;

/// Payments of a collector come in by files: each once, whatever is said again, and rows that cannot be right come
/// back.
final class PaymentImportTest {
    private static final String PAID = "COMPTE;OPERATION;ENCAISSE_LE;MONTANT;FACTURE;RESEAU\n";
    private static final String OPEN = "COMPTE;FACTURE;EMISE_LE;ECHEANCE;RESTE_DU\n";

    private final Database database = TestDatabases.fresh();

    @TempDir
    private Path folder;

    private Town town = new Town(database, Path.of("."));

    @BeforeEach
    void twoAccountsThatOwe() throws IOException {
        town = new Town(database, folder);
        town.take("customers", "CLIENT;CATEGORIE;NOM\nK1;PART;Amrani\n");
        town.take("accounts", "COMPTE;CLIENT\n0000000001;K1\n0000000002;K1\n");
        town.take(
                "open-items",
                OPEN + "0000000001;F1;01/03/2020;31/03/2020;100\n0000000001;F2;01/04/2020;30/04/2020;50\n"
                        + "0000000002;G1;01/03/2020;31/03/2020;70\n");
    }

    private String balance(String account) {
        return Ledger.balance(database)
                .balances()
                .getOrDefault(new LedgerAccount(account), Money.ZERO)
                .toString();
    }

    @Test
    void paymentsOfAFileSettleOneAfterTheOtherAndTheSameFileAgainNothing() throws IOException {
        String file = PAID + "0000000001;T1;05/05/2020;30;F2;tasshilat\n0000000001;T2;06/05/2020;110,50;;tasshilat\n"
                + "0000000002;T3;06/05/2020;71;;wafacash\n";
        assertThat(town.take("payments", file).totals().added()).isEqualTo(3);
        assertThat(balance("assets:receivable")).isEqualTo("9.50");
        assertThat(balance("assets:collector:tasshilat")).isEqualTo("140.50");
        assertThat(balance("liabilities:customer-credit")).isEqualTo("-1.00");
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
        String before = BooksDigest.of(database);
        town.take("payments", file);
        assertThat(BooksDigest.of(database)).isEqualTo(before);
        ImportReport again = town.take("payments", file + "\n0000000001;T4;07/05/2020;9,50;;\n");
        assertThat(again.totals().unchanged()).isEqualTo(3);
        assertThat(again.totals().added()).isEqualTo(1);
        assertThat(balance("assets:receivable")).isEqualTo("0.00");
        assertThat(balance("assets:collector:payments")).isEqualTo("9.50");
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }

    @Test
    void inSmallBatchesTheBooksAreTheSame() throws IOException {
        StringBuilder file = new StringBuilder(PAID);
        for (int i = 1; i <= 40; i++) {
            file.append("000000000%d;S%d;05/05/2020;%d,%02d;;bank\n".formatted(1 + i % 2, i, i, i));
        }
        town.take(Town.shipped("payments"), town.file(file.toString()), 7);
        assertThat(town.query("select count(*)::text || ' ' || max(serial) from payment"))
                .containsExactly("40 40");
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }

    /// The first is of a day before F2 was issued, so it leaves a credit, which the second one uses.
    @Test
    void aCreditThatAPaymentOfTheSameBatchHasLeftIsUsed() throws IOException {
        town.take("payments", PAID + "0000000001;T1;05/03/2020;140;;x\n0000000001;T2;05/05/2020;1;;x\n");
        assertThat(balance("assets:receivable")).isEqualTo("79.00");
        assertThat(balance("liabilities:customer-credit")).isEqualTo("0.00");
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0000000001;T1;05/05/2020;0;;x         | bad-number
            0000000001;T1;05/05/2020;-1;;x        | negative
            0000000001;T1;02/07/2020;1;;x         | future-date
            0000000001;;05/05/2020;1;;x           | missing-field
            0000000009;T1;05/05/2020;1;;x         | unknown-account
            0000000001;T1;05/05/2020;1;F9;x       | unknown-item
            0000000001;T1;05/03/2020;1;F2;x       | not-payable
            0000000001;T0;05/05/2020;2;;x         | other-value
            """)
    void aWrongRowBooksNothing(String row, String reason) throws IOException {
        town.take("payments", PAID + "0000000001;T0;05/05/2020;1;;x\n");
        assertThat(town.take("payments", PAID + row + "\n").rejected()).containsOnlyKeys(reason);
        assertThat(balance("assets:receivable")).isEqualTo("219.00");
    }

    @Test
    void whatIsAboveItsLimitComesBackAndWhatWasTakenBeforeStays() throws IOException {
        PaymentLimits limits = new PaymentLimits(Map.of(Means.COLLECTOR, Money.parse("100")));
        String file = PAID + "0000000001;T1;05/05/2020;100;;x\n0000000001;T2;05/05/2020;100,01;;x\n"
                + "0000000009;T3;05/05/2020;1000;;x\n";
        ImportReport report = limited(file, limits);
        assertThat(report.totals().added()).isEqualTo(1);
        assertThat(report.rejected()).containsOnlyKeys("above-limit").containsValue(2L);
        assertThat(town.take("payments", PAID + "0000000001;T2;05/05/2020;100,01;;x\n")
                        .totals()
                        .added())
                .isEqualTo(1);
        assertThat(limited(file + "\n", limits).totals().unchanged()).isEqualTo(2);
    }

    private ImportReport limited(String text, PaymentLimits limits) throws IOException {
        return ImportRun.execute(
                database,
                new ImportSettings(town.file(text), Town.shipped("payments"), Town.ON, 10, null, limits, Town.WHY),
                new ImportListener() {});
    }

    @Test
    void aPaymentWaitsForItsAccountAndItsItem() throws IOException {
        ImportReport early =
                town.take("payments", PAID + "0000000003;T1;05/05/2020;8;;x\n0000000001;T2;05/05/2020;5;F3;x\n");
        assertThat(early.rejected()).containsOnlyKeys("unknown-account", "unknown-item");
        town.take("accounts", "COMPTE;CLIENT\n0000000003;K1\n");
        assertThat(balance("liabilities:customer-credit")).isEqualTo("-8.00");
        town.take("open-items", OPEN + "0000000001;F3;01/04/2020;30/04/2020;5\n");
        assertThat(balance("assets:receivable")).isEqualTo("220.00");
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }
}
