package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.population.PopulationWriter;

/// What customers read themselves, or state for a year, is what they are billed until somebody comes to read.
final class OwnReadingsTest {
    private static final LocalDate OPENED = LocalDate.of(2020, 3, 1);
    private static final Change WHY = new Change(Instant.parse("2020-03-01T08:00:00Z"), "test", "own readings");
    private static final BillingPolicy POLICY = new BillingPolicy(
            SampleUtility.POLICY.allocation(),
            List.of(
                    EstimationMethod.CUSTOMER_READING,
                    EstimationMethod.TWO_YEARS,
                    EstimationMethod.ANNUAL_VOLUME,
                    EstimationMethod.PREVIOUS_PERIOD),
            6,
            null,
            null);

    private final Database database = TestDatabases.fresh();

    @Test
    void billsGoByThemAndTheNextReadingSettles() throws SQLException {
        add(1, null, 3); // two years of 3 a day, and an own reading
        add(2, null, 3);
        add(3, Decimal.of(3_650), 0); // new
        try (PopulationWriter writer = PopulationWriter.open(database, WHY)) {
            writer.add("U1", new CustomerReading(LocalDate.of(2020, 3, 27), Decimal.of(10_130), "telephone"));
            writer.commit();
        }
        bill("2020-04-01");
        // 130 in 26 days, 5 a day; 3 a day two years running; 3,650 a year
        assertThat(bills())
                .containsExactly("C00001 customer-reading 155", "C00002 two-years 93", "C00003 annual-volume 310");
        try (PopulationWriter writer = PopulationWriter.open(database, WHY)) {
            for (int i = 1; i <= 3; i++) {
                writer.add("U" + i, new ActualReading(LocalDate.of(2020, 5, 1), Decimal.of(10_244), "round"));
            }
            writer.commit();
        }
        bill("2020-05-01");
        // 244 in 61 days: her own reading divides the gap, and what April's bill holds is a subtraction
        assertThat(bills())
                .endsWith(
                        "C00001 - 146", "C00001 - 98", "C00002 - 120", "C00002 - 124", "C00003 - 120", "C00003 - 124");
    }

    private void bill(String to) {
        BillingRun.execute(database, SampleUtility.settings(to, 10, POLICY), new BillingListener() {});
    }

    private List<String> bills() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select concat_ws(' ', b.agreement, coalesce(b.estimation_method, '-'), s.usage)
                        from bill b join bill_segment s on s.bill = b.serial order by b.run, 1""")) {
            return Rows.list(query, row -> row.getString(1));
        }
    }

    /// @param perDay of the two years before; nothing when zero
    private void add(int i, @Nullable Decimal annualVolume, int perDay) {
        String account = String.format(Locale.ROOT, "%010d", i);
        String point = "U" + i;
        LocalDate since = perDay == 0 ? OPENED : OPENED.minusYears(2);
        try (PopulationWriter writer = PopulationWriter.open(database, WHY)) {
            writer.add(new Customer("P" + i, CustomerClass.HOUSEHOLD, "زبون", "Client", Language.FR));
            writer.add(new CustomerAccount(account, "P" + i));
            writer.add(new Premise("L" + i, i + ", rue Atlas", "Maarif"));
            writer.add(new UsagePoint(point, "L" + i, "electricity"));
            writer.add(
                    new ServiceAgreement(
                            String.format(Locale.ROOT, "C%05d", i),
                            account,
                            point,
                            "casablanca/electricity-household",
                            1,
                            since,
                            null,
                            annualVolume),
                    OPENED);
            writer.add(new Meter("M" + i, point, Register.simple(Unit.KILOWATT_HOUR), since, Decimal.ZERO, null));
            for (LocalDate at = OPENED; !at.isBefore(since); at = at.minusMonths(1)) {
                long days = at.until(OPENED, ChronoUnit.DAYS);
                writer.add(point, new ActualReading(at, Decimal.of(10_000 - days * perDay), "round"));
            }
            writer.commit();
        }
    }
}
