package org.taswiya.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.run.Cycle;

/// Households whose electricity was read on 1 February and on 1 March 2020, so that a person can compute their bills.
///
/// @param usages in kWh, one for each
record FewCustomers(List<Long> usages) {
    private static final LocalDate FEBRUARY = LocalDate.of(2020, 2, 1);
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);
    private static final Change WHY = new Change(Instant.parse("2020-03-01T08:00:00Z"), "test", "few customers");

    static RunSettings settings(BillChecks checks) {
        return settings(checks, 2);
    }

    static RunSettings settings(BillChecks checks, int batch) {
        return new RunSettings(
                new Cycle(MARCH, MARCH), SampleUtility.POLICY, checks, SampleUtility::tariff, batch, WHY);
    }

    void fill(Database database) {
        try (PopulationWriter writer = PopulationWriter.open(database, WHY)) {
            for (int i = 1; i <= usages.size(); i++) {
                add(writer, i, usages.get(i - 1));
            }
            writer.commit();
        }
    }

    private static void add(PopulationWriter writer, int i, long usage) {
        String account = String.format(Locale.ROOT, "%010d", i);
        String point = "U" + i;
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
                        FEBRUARY,
                        null),
                FEBRUARY);
        writer.add(new Meter("M" + i, point, Register.simple(Unit.KILOWATT_HOUR), FEBRUARY, Decimal.ZERO, null));
        writer.add(point, new ActualReading(FEBRUARY, Decimal.of(1_000), "round"));
        writer.add(point, new ActualReading(MARCH, Decimal.of(1_000 + usage), "round"));
    }
}
