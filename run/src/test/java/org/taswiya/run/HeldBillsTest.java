package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillLimits;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.decision.Holds;
import org.taswiya.store.decision.OpenHold;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunTotals;

/// Bills that a check holds, what is kept of them, and how they leave.
final class HeldBillsTest {
    private static final BillingListener QUIET = new BillingListener() {};
    private static final LocalDate JUNE = LocalDate.of(2020, 6, 1);
    private static final Change CLERK = new Change(Instant.parse("2020-06-10T09:00:00Z"), "clerk", "misread");

    @Test
    void aBillThatACheckHoldsLeavesOnceAPersonReleasesIt() {
        Database database = TestDatabases.fresh();
        new SampleUtility(60, 9).fill(database);
        for (String to : List.of("2020-03-01", "2020-04-01", "2020-05-01")) {
            execute(database, SampleUtility.cycle(to), BillChecks.NONE);
        }
        BillChecks checks = BillChecks.all(new BillLimits(null, null, null, Money.ZERO, false, null, false));
        RunTotals june = execute(database, new Cycle(JUNE, JUNE), checks).totals();
        assertThat(june.reasons()).containsKey("large-credit");
        List<OpenHold> waiting = Holds.open(database).stream()
                .filter(hold -> hold.reason().equals("large-credit"))
                .toList();
        assertThat(waiting).hasSizeGreaterThan(2).noneMatch(OpenHold::isReleased);
        assertThat(waiting.getFirst().found()).contains("the bill credits").contains("more than 0.00");

        List<String> released =
                List.of(waiting.get(0).agreement(), waiting.get(1).agreement());
        Holds.release(database, released, CLERK);
        assertThat(Holds.open(database).stream().filter(OpenHold::isReleased).map(OpenHold::agreement))
                .containsExactlyInAnyOrderElementsOf(released);
        RunTotals off = execute(database, new Cycle(JUNE, JUNE.plusDays(2), null, true), checks)
                .totals();
        assertThat(off.bills()).isEqualTo(2);
        assertThat(off.total()).isNegative();
        assertThat(off.reasons()).isEmpty();
        assertThat(Holds.open(database)).extracting(OpenHold::agreement).doesNotContainAnyElementsOf(released);
        assertThat(execute(database, new Cycle(JUNE, JUNE.plusDays(3), null, true), checks)
                        .totals()
                        .bills())
                .as("a release counts for one bill")
                .isZero();
    }

    @Test
    void billsOfAnAccountWaitForEachOtherAndWhatIsAtRiskIsKept() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(90, 9).fill(database);
        BillChecks together = BillChecks.all(new BillLimits(null, null, null, null, false, null, true));
        RunTotals march =
                execute(database, SampleUtility.cycle("2020-03-01"), together).totals();
        // 58 and 82: no history, and an unknown tariff for electricity; 82 has water that waits with it.
        assertThat(march.reasons()).containsOnlyKeys("missing-service", "no-estimate", "unknown-tariff");
        assertThat(texts(database, """
                select agreement || ' ' || reason || ' ' || (at_risk > 0)::text || ' ' || found from held_agreement
                where reason = 'missing-service' order by 1"""))
                .containsExactly(
                        "C0000165 missing-service true bills of an account leave together, and C0000164 has" + " none");
    }

    private static RunReport execute(Database database, Cycle cycle, BillChecks checks) {
        return BillingRun.execute(database, SampleUtility.settings(cycle, checks), QUIET);
    }

    private static List<String> texts(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        }
    }
}
