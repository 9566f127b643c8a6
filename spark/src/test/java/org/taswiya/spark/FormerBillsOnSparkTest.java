package org.taswiya.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.BothEngines.Billed;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.input.FormerBills;
import org.taswiya.store.run.BatchTransaction;

/// What an old system billed is deducted alike on a cluster, from exported files and from the books.
final class FormerBillsOnSparkTest {
    private static final Change MOVE = new Change(Instant.parse("2020-04-02T08:00:00Z"), "migration", "old bills");
    private static final DateRange TWO_MONTHS = DateRange.of(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 4, 1));

    private static List<FormerBill> bills(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select reference from service_agreement order by reference")) {
            return Rows.list(
                    query,
                    row -> new FormerBill(
                            row.getString(1),
                            "F1",
                            TWO_MONTHS,
                            TWO_MONTHS.to(),
                            Decimal.of(100),
                            UsageQuality.ESTIMATED,
                            Money.parse("98.75"),
                            Money.parse("11.05")));
        }
    }

    @Test
    void bothEnginesDeductThem() throws IOException, SQLException {
        Database database = TestBooks.fresh();
        new SampleTown(60, 5).fill(database);
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            BatchTransaction transaction = BatchTransaction.begin(connection, MOVE, () -> {});
            FormerBills.add(connection, transaction.change(), bills(connection));
            transaction.commit();
        }
        for (String cycle : List.of("2020-05-01", "2020-06-01")) {
            Billed billed = new BothEngines(database).bill(cycle);
            assertThat(billed.totals().bills()).isPositive();
            assertThat(billed.byFiles().digest()).isEqualTo(billed.digest());
            assertThat(billed.byBooks().digest()).isEqualTo(billed.digest());
        }
    }
}
