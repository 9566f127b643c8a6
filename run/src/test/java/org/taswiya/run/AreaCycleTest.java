package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillLimits;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunTotals;

/// A cycle of one area looks at the accounts of that area and at no others.
///
/// Of sixty customers every fourth lives in Anfa. The fourth takes water in Maarif all the same, and the sixth, of
/// Maarif, takes water in Anfa: sixteen accounts have something there.
final class AreaCycleTest {
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);
    private static final BillingListener QUIET = new BillingListener() {};
    private static final int OF_ANFA = 16;

    private static Database filled() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(60, 3).fill(database);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update premise set area = 'Anfa' where substr(reference, 2)::integer % 4 = 0");
            statement.execute("update usage_point set premise = 'L5' where reference = 'W4'");
            statement.execute("update usage_point set premise = 'L8' where reference = 'W6'");
        }
        return database;
    }

    private static Cycle of(String area) {
        return new Cycle(MARCH, MARCH, area, false);
    }

    private static RunSettings settings(Cycle cycle, int accountsPerBatch) {
        RunSettings any = SampleUtility.settings(cycle, BillChecks.NONE);
        return new RunSettings(cycle, any.policy(), any.checks(), any.tariffs(), accountsPerBatch, any.why());
    }

    private static List<String> texts(Database database, String select) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(select)) {
            return Rows.list(query, row -> row.getString(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 16", "8, 2", "15, 2", "16, 1", "100, 1"})
    void batchesHoldAccountsOfTheAreaAlone(int accountsPerBatch, int batches) throws SQLException {
        Database database = filled();
        RunTotals anfa = BillingRun.execute(database, settings(of("Anfa"), accountsPerBatch), QUIET)
                .totals();
        assertThat(anfa.accounts()).isEqualTo(OF_ANFA);
        assertThat(anfa.batches()).isEqualTo(batches);
        assertThat(anfa.isFinished()).isTrue();
    }

    @Test
    void anAreaWithoutPremisesIsRefusedAndNoRunIsKept() throws SQLException {
        Database database = filled();
        RunSettings nowhere = settings(of("Nowhere"), 10);
        assertThatThrownBy(() -> BillingRun.execute(database, nowhere, QUIET))
                .isInstanceOf(BillingRefused.class)
                .hasMessageContaining("no premise in an area Nowhere");
        assertThatThrownBy(() -> TrialRun.execute(database, nowhere, QUIET, _ -> {}))
                .isInstanceOf(BillingRefused.class)
                .hasMessageContaining("no premise in an area Nowhere");
        assertThat(RunReport.all(database)).isEmpty();
    }

    @Test
    void areasOneByOneMakeTheBillsThatACycleOfAllMakes() throws SQLException {
        String bills = "select concat_ws(' ', agreement, account, billed_on, due_on, gap_from, billed_to, net, tax)"
                + " from bill order by agreement";
        Database all = filled();
        BillingRun.execute(all, settings(new Cycle(MARCH, MARCH), 10), QUIET);
        Database one = filled();
        BillingRun.execute(one, settings(of("Maarif"), 10), QUIET);
        BillingRun.execute(one, settings(of("Anfa"), 10), QUIET);
        assertThat(texts(one, bills)).isEqualTo(texts(all, bills)).hasSizeGreaterThan(80);
        assertThat(texts(one, "select agreement from bill where run = 2 and account in ('0000000028', '0000000042')"))
                .containsExactly("C0000008", "C0000013");
        assertThat(texts(one, "select account from bill where run = 2 order by serial"))
                .isSorted();
        List<ReprintedBill> again = new ArrayList<>();
        RunSettings any = settings(of("Anfa"), 10);
        Reprint.execute(
                one, new Reprint.Rules(any.tariffs(), (_, _) -> Optional.empty()), BilledRange.all(one), again::add);
        assertThat(again).hasSizeGreaterThan(80).allMatch(ReprintedBill.Same.class::isInstance);
    }

    @Test
    void checksByClassAskOfTheClassesOfTheArea() throws SQLException {
        Database database = filled();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update customer set class = 'household'");
            statement.execute("update customer set class = 'professional' where reference in ('P4', 'P5')");
        }
        BillLimits nothing = new BillLimits(null, Money.ZERO, null, null, false, null, false);
        RunSettings strict =
                SampleUtility.settings(of("Anfa"), new BillChecks(Map.of(CustomerClass.HOUSEHOLD, nothing)));
        assertThat(BillingRun.execute(database, strict, QUIET).totals().held()).isGreaterThan(15);
        assertThat(texts(database, "select agreement from bill")).containsExactly("C0000008");
    }

    @Test
    void aCycleThatIsKilledGoesOnWhereItWas() throws SQLException {
        Database undisturbed = filled();
        BillingRun.execute(undisturbed, settings(of("Anfa"), 3), QUIET);
        Database database = filled();
        assertThatThrownBy(() -> BillingRun.execute(database, settings(of("Anfa"), 3), new Told(2)))
                .hasMessage("broken by the test");
        Told rest = new Told(0);
        BillingRun.execute(database, settings(of("Anfa"), 3), rest);
        assertThat(rest.toDo).containsExactly(OF_ANFA - 6L);
        assertThat(BooksDigest.of(database)).isEqualTo(BooksDigest.of(undisturbed));
    }

    @Test
    void anAreaWithoutAnybodyIsBilledAtOnce() throws SQLException {
        Database database = filled();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update premise set area = 'Aïn ''Chock' where reference = 'L7'");
            statement.execute("update usage_point set premise = 'L5' where premise = 'L7'");
        }
        RunReport nobody = BillingRun.execute(database, settings(of("Aïn 'Chock"), 3), QUIET);
        assertThat(nobody.totals().isFinished()).isTrue();
        assertThat(nobody.totals().accounts()).isZero();
    }

    /// Breaks after so many batches; never after none.
    private static final class Told implements BillingListener {
        private final List<Long> toDo = new ArrayList<>();
        private int batchesLeft;

        Told(int batches) {
            this.batchesLeft = batches;
        }

        @Override
        public void begun(RunReport run, long accountsToDo) {
            toDo.add(accountsToDo);
        }

        @Override
        public void committed(Progress progress) {
            if (--batchesLeft == 0) {
                throw new IllegalStateException("broken by the test");
            }
        }
    }
}
