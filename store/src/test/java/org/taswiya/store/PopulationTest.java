package org.taswiya.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
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
import org.taswiya.store.population.PopulationWriter;

final class PopulationTest {
    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final Change WHY = new Change(Instant.parse("2020-01-01T00:00:00Z"), "test", "start");

    @Test
    void whatGoesInIsThere() throws SQLException {
        Database database = TestDatabases.fresh();
        try (PopulationWriter writer = PopulationWriter.open(database, WHY)) {
            writer.add(new Customer("P1", CustomerClass.HOUSEHOLD, "سعيد", "Saïd", Language.AR));
            writer.add(new CustomerAccount("0000000001", "P1"));
            writer.add(new Premise("L1", "12, rue Atlas", "Maarif"));
            writer.add(new UsagePoint("U1", "L1", "electricity"));
            writer.add(
                    new ServiceAgreement(
                            "C00001", "0000000001", "U1", "casablanca/electricity-household", 1, START, null),
                    START);
            writer.add(new Meter(
                    "M1", "U1", new Register(5, 0, new Decimal(25, 1), Unit.KILOWATT_HOUR), START, Decimal.ZERO, null));
            for (String value :
                    new String[] {"0", "10000", "99990000", "0.000001", "12345.6789", "-0", "999999999999.999999"}) {
                writer.add(
                        "U1", new ActualReading(START.plusDays(value.hashCode() & 1023), Decimal.parse(value), value));
            }
            writer.commit();
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select value, provenance::numeric, latin_name, arabic_name" + " from reading, customer")) {
            int count = 0;
            while (rows.next()) {
                count++;
                assertThat(rows.getBigDecimal(1)).isEqualByComparingTo(rows.getBigDecimal(2));
                assertThat(rows.getString(3)).isEqualTo("Saïd");
                assertThat(rows.getString(4)).isEqualTo("سعيد");
            }
            assertThat(count).isEqualTo(7);
        }
    }
}
