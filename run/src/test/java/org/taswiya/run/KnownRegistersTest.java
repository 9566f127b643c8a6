package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.decision.ReadingCorrections;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.validation.KnownRegisters;

/// What validation is told of a register is what the books know of it.
final class KnownRegistersTest {
    private static final LocalDate JUNE = LocalDate.of(2020, 6, 1);
    private static final Change WHY = new Change(Instant.parse("2020-06-03T08:00:00Z"), "Salma", "misread");
    private static final LocalDate FOREVER = LocalDate.of(9999, 1, 1);

    @Test
    void everythingThatTheBooksKnow() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(30, 6).fill(database);
        ReadingCorrections.add(database, "E2", new ActualReading(JUNE, Decimal.of(77_777), "photo"), WHY);
        Map<String, KnownRegister> known = known(database, List.of("E2", "E13", "E19", "E26", "W2", "E29", "nobody"));
        assertThat(known).containsOnlyKeys("E2", "E13", "E19", "E26", "W2", "E29");

        KnownRegister plain = Objects.requireNonNull(known.get("E2"));
        assertThat(plain.register()).isEqualTo(new Register(5, 0, Decimal.ONE, Unit.KILOWATT_HOUR));
        assertThat(plain.installedAt()).isEqualTo(SampleUtility.START);
        assertThat(plain.removedAt()).isNull();
        assertThat(plain.readings()).hasSize(27); // thirty months, three of them unread
        assertThat(plain.readings().getLast().value()).as("the correction").isEqualTo(Decimal.of(77_777));
        assertThat(plain.inactive()).isEmpty();

        assertThat(Objects.requireNonNull(known.get("E19")).exchanges())
                .singleElement()
                .extracting(MeterExchange::at)
                .isEqualTo(LocalDate.of(2020, 4, 12));
        assertThat(Objects.requireNonNull(known.get("E13")).inactive())
                .containsExactly(DateRange.of(LocalDate.of(2020, 3, 10), LocalDate.of(2020, 6, 20)));
        assertThat(Objects.requireNonNull(known.get("E26")).inactive())
                .containsExactly(DateRange.of(LocalDate.of(2020, 3, 10), FOREVER));
        assertThat(Objects.requireNonNull(known.get("W2")).register().unit()).isEqualTo(Unit.CUBIC_METRE);
        assertThat(Objects.requireNonNull(known.get("E29")).readings()).hasSizeLessThan(5);
    }

    @Test
    void olderReadingsAreLeft() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(2, 6).fill(database);
        try (Connection connection = database.connect()) {
            KnownRegister known = Objects.requireNonNull(
                    KnownRegisters.of(connection, List.of("E1"), JUNE).get("E1"));
            assertThat(known.readings()).extracting(Reading::at).containsExactly(JUNE);
        }
    }

    /// Somebody read the meters on 1 March 2020 and then nobody.
    @Test
    void periodsThatWereBilledOnEstimatesSinceSomebodyRead() throws SQLException {
        Database database = TestDatabases.fresh();
        new FewCustomers(List.of(140L, 110L)).fill(database);
        DateRange march = DateRange.of(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 4, 1));
        DateRange april = DateRange.of(march.to(), LocalDate.of(2020, 5, 1));
        DateRange may = DateRange.of(april.to(), JUNE);
        bill(database, march.from());
        assertThat(billed(database, "U1")).as("billed on a reading").isEmpty();
        for (DateRange month : List.of(march, april, may)) {
            bill(database, month.to());
        }
        assertThat(billed(database, "U1")).containsExactly(march, april, may);
        ReadingCorrections.add(database, "U1", new ActualReading(april.from(), Decimal.of(1_400), "late"), WHY);
        assertThat(billed(database, "U1")).containsExactly(april, may);
        Cancellations.cancel(database, lastBill(database, "C00001"), JUNE.plusDays(2), WHY);
        assertThat(billed(database, "U1")).as("one was taken back").containsExactly(april);
        assertThat(billed(database, "U2")).containsExactly(march, april, may);
    }

    @Test
    void periodsThatTheOldSystemBilledOnEstimates() throws SQLException {
        Database database = TestDatabases.fresh();
        new FewCustomers(List.of(140L)).fill(database);
        LocalDate march = LocalDate.of(2020, 3, 1);
        DateRange estimated = DateRange.of(march, march.plusMonths(1));
        FormerBillsTest.take(
                database,
                List.of(
                        former("F1", DateRange.of(march.minusMonths(1), march), UsageQuality.ESTIMATED),
                        former("F2", estimated, UsageQuality.ESTIMATED),
                        former("F3", DateRange.of(estimated.to(), march.plusMonths(2)), UsageQuality.ACTUAL)));
        assertThat(billed(database, "U1")).containsExactly(estimated);
    }

    private static FormerBill former(String reference, DateRange days, UsageQuality quality) {
        return new FormerBill(
                "C00001", reference, days, days.to(), Decimal.of(100), quality, Money.ofMinor(100), Money.ofMinor(7));
    }

    private static void bill(Database database, LocalDate to) {
        BillingRun.execute(
                database,
                SampleUtility.settings(new Cycle(to, to.plusDays(1)), BillChecks.NONE),
                new BillingListener() {});
    }

    private static BillNumber lastBill(Database database, String agreement) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("select max(serial) from bill where agreement = ?")) {
            query.setString(1, agreement);
            return new BillNumber(Rows.list(query, row -> row.getLong(1)).getFirst());
        }
    }

    private static List<DateRange> billed(Database database, String point) throws SQLException {
        return Objects.requireNonNull(known(database, List.of(point)).get(point))
                .billedOnEstimates();
    }

    private static Map<String, KnownRegister> known(Database database, List<String> points) throws SQLException {
        try (Connection connection = database.connect()) {
            return KnownRegisters.of(connection, points, SampleUtility.START);
        }
    }
}
