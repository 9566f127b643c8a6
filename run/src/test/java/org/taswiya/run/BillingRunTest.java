package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.store.Database;
import org.taswiya.store.billing.BooksDigest;
import org.taswiya.store.billing.Ledger;
import org.taswiya.store.billing.RunTable.RunTotals;

final class BillingRunTest {
    private static final BillingListener QUIET = new BillingListener() {};
    private static final List<String> CYCLES = List.of("2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01");

    @Test
    void springOf2020IsBilledAndTheBooksBalance() {
        Database database = TestDatabases.fresh();
        new SampleUtility(200, 1, false).fill(database);
        for (String cycle : CYCLES) {
            RunTotals totals = BillingRun.execute(database, SampleUtility.settings(cycle, 37), QUIET);
            System.out.println("NOTE " + totals);
            assertThat(totals.isFinished()).isTrue();
        }
        System.out.println("NOTE " + Ledger.balance(database));
        assertThat(Ledger.balance(database).sum().isZero()).isTrue();
    }

    @Test
    void aFinishedRunChangesNothing() {
        Database database = TestDatabases.fresh();
        new SampleUtility(60, 2, false).fill(database);
        RunTotals first = BillingRun.execute(database, SampleUtility.settings("2020-03-01", 25), QUIET);
        String books = BooksDigest.of(database);
        assertThat(BillingRun.execute(database, SampleUtility.settings("2020-03-01", 10), QUIET))
                .isEqualTo(first);
        assertThat(BooksDigest.of(database)).isEqualTo(books);
    }

    @Test
    void aCycleThatIsNotFinishedGoesFirst() {
        Database database = TestDatabases.fresh();
        new SampleUtility(40, 3, false).fill(database);
        BillingListener stopping = new BillingListener() {
            @Override
            public void committed(Progress progress) {
                throw new IllegalStateException("stopped by the test");
            }
        };
        assertThatThrownBy(() -> BillingRun.execute(database, SampleUtility.settings("2020-03-01", 10), stopping))
                .hasMessage("stopped by the test");
        assertThatThrownBy(() -> BillingRun.execute(database, SampleUtility.settings("2020-04-01", 10), QUIET))
                .isInstanceOf(BillingRefused.class)
                .hasMessageContaining("cycle to 2020-03-01");
        assertThat(BillingRun.execute(database, SampleUtility.settings("2020-03-01", 10), QUIET)
                        .accounts())
                .isEqualTo(40);
    }
}
