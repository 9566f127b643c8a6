package org.taswiya.store.population;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.DeviceRegister;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.store.copy.CopyRows;

/// Customers, accounts, premises, usage points, meters, agreements, readings, gathered in memory until they are sent.
public final class PopulationRows {
    private final long change;

    private final CopyRows customers =
            new CopyRows("customer", "reference", "class", "arabic_name", "latin_name", "language", "change");
    private final CopyRows accounts = new CopyRows("customer_account", "reference", "customer", "change");
    private final CopyRows premises = new CopyRows("premise", "reference", "address", "area", "change");
    private final CopyRows usagePoints = new CopyRows("usage_point", "reference", "premise", "service", "change");
    private final CopyRows agreements = new CopyRows(
            "service_agreement",
            "reference",
            "account",
            "usage_point",
            "tariff",
            "households",
            "from_day",
            "to_day",
            "billed_from",
            "annual_volume",
            "change");
    private final CopyRows meters = new CopyRows(
            "meter",
            "usage_point",
            "installed_at",
            "serial",
            "digits",
            "decimals",
            "multiplier",
            "unit",
            "first_value",
            "removed_at",
            "register_name",
            "part_of",
            "change");
    private final CopyRows exchanges =
            new CopyRows("meter_exchange", "usage_point", "at", "removed", "installed", "change");
    private final CopyRows readings =
            new CopyRows("reading", "usage_point", "at", "kind", "value", "provenance", "change");
    private final CopyRows vacancies = new CopyRows("vacancy", "premise", "from_day", "to_day", "change");

    /// In the order in which rows may name each other.
    private final List<CopyRows> tables =
            List.of(customers, accounts, premises, usagePoints, agreements, meters, exchanges, readings, vacancies);

    /// @param change that brings them
    public PopulationRows(long change) {
        this.change = change;
    }

    public void add(Customer customer) {
        customers
                .row()
                .text(customer.reference())
                .text(customer.customerClass().code())
                .text(customer.arabicName())
                .text(customer.latinName())
                .text(customer.language().code())
                .bigint(change);
    }

    public void add(CustomerAccount account) {
        accounts.row().text(account.reference()).text(account.customer()).bigint(change);
    }

    public void add(Premise premise) {
        premises.row()
                .text(premise.reference())
                .text(premise.address())
                .text(premise.area())
                .bigint(change);
    }

    public void add(UsagePoint point) {
        usagePoints
                .row()
                .text(point.reference())
                .text(point.premise())
                .text(point.service())
                .bigint(change);
    }

    /// Adds an agreement and says from when it is billed here.
    ///
    /// @param billedFrom the day of the actual reading from which bills begin; readings before it are history to
    ///     estimate from
    public void add(ServiceAgreement agreement, LocalDate billedFrom) {
        agreements
                .row()
                .text(agreement.reference())
                .text(agreement.account())
                .text(agreement.usagePoint())
                .text(agreement.tariff())
                .integer(agreement.households())
                .date(agreement.from())
                .date(agreement.to())
                .date(billedFrom)
                .numeric(agreement.annualVolume())
                .bigint(change);
    }

    public void add(Meter meter) {
        DeviceRegister which = meter.deviceRegister();
        meters.row()
                .text(meter.usagePoint())
                .date(meter.installedAt())
                .text(meter.serial())
                .smallint(meter.register().digits())
                .smallint(meter.register().decimals())
                .numeric(meter.register().multiplier())
                .text(meter.register().unit().symbol())
                .numeric(meter.firstValue())
                .date(meter.removedAt())
                .text(which == null ? null : which.name())
                .text(which == null ? null : which.partOf())
                .bigint(change);
    }

    /// Adds an exchange; both meters are added besides.
    public void add(String usagePoint, MeterExchange exchange) {
        exchanges
                .row()
                .text(usagePoint)
                .date(exchange.at())
                .numeric(exchange.removed())
                .numeric(exchange.installed())
                .bigint(change);
    }

    /// Adds the first reading of a day; later ones of the same day are corrections.
    public void add(String usagePoint, Reading reading) {
        readings.row()
                .text(usagePoint)
                .date(reading.at())
                .text(ReadingKind.of(reading).code())
                .numeric(reading.value())
                .text(ReadingKind.provenance(reading))
                .bigint(change);
    }

    /// Adds days on which a premise is known to be empty.
    ///
    /// @param to the day on which somebody moves in; null while nobody has
    public void addVacancy(String premise, LocalDate from, @Nullable LocalDate to) {
        vacancies.row().text(premise).date(from).date(to).bigint(change);
    }

    /// Bytes of the table that waits with the most.
    int length() {
        int most = 0;
        for (CopyRows rows : tables) {
            most = Math.max(most, rows.length());
        }
        return most;
    }

    /// Sends what waits, in the order in which rows may name each other.
    public void send(Connection connection) throws SQLException {
        for (CopyRows rows : tables) {
            rows.send(connection);
        }
    }

    /// The same, and says which tables grew.
    public void send(Connection connection, Set<String> grown) throws SQLException {
        tables.stream().filter(rows -> rows.rows() > 0).map(CopyRows::table).forEach(grown::add);
        send(connection);
    }
}
