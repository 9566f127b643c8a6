package org.taswiya.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
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

/// Ten households with electricity for tests of commands, read on the first of every month from 2018 to March 2020, and
/// next on 1 June.
public final class TenCustomers {
    private static final LocalDate START = LocalDate.of(2018, 1, 1);

    private TenCustomers() {}

    public static void fill(Database database) {
        Change why = new Change(Instant.parse("2020-03-01T00:00:00Z"), "test", "ten customers");
        try (PopulationWriter writer = PopulationWriter.open(database, why)) {
            for (int i = 1; i <= 10; i++) {
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
                                START,
                                null),
                        LocalDate.of(2020, 3, 1));
                writer.add(new Meter("M" + i, point, Register.simple(Unit.KILOWATT_HOUR), START, Decimal.ZERO, null));
                for (int month = 0; month < 30; month++) {
                    if (month < 27 || month == 29) {
                        long value = month * (100L + 37L * i) + (month == 29 ? 60L * i - 300 : 0);
                        writer.add(point, new ActualReading(START.plusMonths(month), Decimal.of(value), "round"));
                    }
                }
            }
            writer.commit();
        }
    }
}
