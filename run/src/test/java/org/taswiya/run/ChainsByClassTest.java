package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.input.CycleAccounts;
import org.taswiya.store.input.InputBatch;
import org.taswiya.store.run.RunTotals;

/// Each class of customers is estimated by its own chain, as if it were everybody's.
final class ChainsByClassTest {
    private static final BillingListener QUIET = new BillingListener() {};
    private static final List<String> UNREAD = List.of("2020-03-01", "2020-04-01", "2020-05-01");
    private static final int ACCOUNTS = 90;

    private static final Database BY_CLASS = filled();

    @BeforeAll
    static void billBySeveralChains() {
        bill(BY_CLASS, SampleUtility.BY_CLASS);
    }

    private static Database filled() {
        Database database = TestDatabases.fresh();
        new SampleUtility(ACCOUNTS, 12).fill(database);
        return database;
    }

    private static void bill(Database database, BillingPolicy policy) {
        UNREAD.forEach(to -> BillingRun.execute(database, SampleUtility.settings(to, 37, policy), QUIET));
    }

    @Test
    void billsOfAClassAreThoseOfARunByItsChainAlone() throws SQLException {
        Map<CustomerClass, List<String>> first = new EnumMap<>(CustomerClass.class);
        for (CustomerClass of : CustomerClass.values()) {
            Database alone = filled();
            bill(alone, SampleUtility.BY_CLASS.of(of));
            assertThat(bills(BY_CLASS, of)).as(of.code()).isEqualTo(bills(alone, of));
            first.put(of, methods(of));
        }
        assertThat(first.get(CustomerClass.HOUSEHOLD)).contains("two-years").doesNotContain("best", "class-season");
        assertThat(first.get(CustomerClass.PROFESSIONAL)).contains("best").doesNotContain("two-years", "class-season");
        assertThat(first.get(CustomerClass.MUNICIPALITY))
                .contains("class-season")
                .doesNotContain("two-years", "best");
    }

    private static List<String> bills(Database database, CustomerClass of) throws SQLException {
        return texts(database, """
                select concat_ws(' ', b.run, b.agreement, b.estimation_method, b.on_estimates, s.usage, b.total)
                from bill b join bill_segment s on s.bill = b.serial
                    join customer_account k on k.reference = b.account join customer c on c.reference = k.customer
                where c.class::text = '%s' order by 1""".formatted(of.code()));
    }

    private static List<String> methods(CustomerClass of) throws SQLException {
        return texts(BY_CLASS, """
                select distinct b.estimation_method
                from bill b
                    join customer_account k on k.reference = b.account join customer c on c.reference = k.customer
                where c.class::text = '%s'""".formatted(of.code()));
    }

    @Test
    void aTrialSaysWhatTheRunComesTo() {
        Database database = filled();
        RunSettings settings = SampleUtility.settings("2020-03-01", 20, SampleUtility.BY_CLASS);
        String books = BooksDigest.of(database);
        RunTotals trial = TrialRun.execute(database, settings, QUIET, _ -> {});
        assertThat(BooksDigest.of(database)).isEqualTo(books);
        assertThat(BillingRun.execute(database, settings, QUIET).totals()).isEqualTo(trial);
    }

    @Test
    void classesAreReadOnlyWhereChainsDiffer() throws SQLException {
        assertThat(batch(SampleUtility.POLICY).classes()).isEmpty();
        assertThat(batch(SampleUtility.BY_CLASS).classes()).hasSize(ACCOUNTS);
    }

    private static InputBatch batch(BillingPolicy policy) throws SQLException {
        RunSettings settings = SampleUtility.settings("2020-06-01", ACCOUNTS, policy);
        try (Connection connection = BY_CLASS.connect()) {
            return settings.inputs(connection, false)
                    .read(new CycleAccounts(connection, settings.cycle()).after("", ACCOUNTS));
        }
    }

    @Test
    void aRunGoesOnOnlyByTheChainsItBeganWith() {
        Database database = filled();
        BillingListener cutOff = new BillingListener() {
            @Override
            public void committed(Progress progress) {
                throw new IllegalStateException("cut off");
            }
        };
        RunSettings begun = SampleUtility.settings("2020-03-01", 20, SampleUtility.BY_CLASS);
        assertThatThrownBy(() -> BillingRun.execute(database, begun, cutOff)).hasMessage("cut off");
        BillingPolicy policy = SampleUtility.POLICY;
        BillingPolicy other = new BillingPolicy(
                policy.allocation(),
                policy.estimation(),
                policy.estimatesInARowMost(),
                policy.backBilling(),
                policy.instalments(),
                Map.of(CustomerClass.PROFESSIONAL, List.of(EstimationMethod.LAST_YEAR)));
        assertThatThrownBy(() -> BillingRun.execute(database, SampleUtility.settings("2020-03-01", 20, other), QUIET))
                .isInstanceOf(BillingRefused.class)
                .hasMessageContaining("estimation of professional was best, recent-average, is last-year;"
                        + " estimation of municipality was class-season, previous-period, is two-years, last-year,"
                        + " recent-average.");
        assertThat(BillingRun.execute(database, begun, QUIET).totals().accounts())
                .isEqualTo(ACCOUNTS);
    }

    private static List<String> texts(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        }
    }
}
