package org.taswiya.store.population;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.copy.CopyRows;

/// Adds customers, accounts, premises, usage points, meters, agreements, readings: as many as there are, all in one
/// transaction.
///
/// What was added is there after [#commit]; closing without it leaves nothing behind. Not for use by several threads.
public final class PopulationWriter implements AutoCloseable {
    /// Rows wait in memory until they are this many bytes, so that memory stays flat whatever the number of customers.
    private static final int WAITING_MAX = 8 << 20;

    private final Set<String> grown = new TreeSet<>();
    private final Database database;
    private final Connection connection;
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
            "change");
    private final CopyRows exchanges =
            new CopyRows("meter_exchange", "usage_point", "at", "removed", "installed", "change");
    private final CopyRows readings =
            new CopyRows("reading", "usage_point", "at", "kind", "value", "provenance", "change");
    private final CopyRows vacancies = new CopyRows("vacancy", "premise", "from_day", "to_day", "change");

    /// In the order in which rows may name each other.
    private final List<CopyRows> tables =
            List.of(customers, accounts, premises, usagePoints, agreements, meters, exchanges, readings, vacancies);

    private PopulationWriter(Database database, Connection connection, long change) {
        this.database = database;
        this.connection = connection;
        this.change = change;
    }

    /// Begins.
    ///
    /// @param why who adds it, when and why
    public static PopulationWriter open(Database database, Change why) {
        Connection connection = database.connect();
        try {
            connection.setAutoCommit(false);
            return new PopulationWriter(database, connection, Changes.record(connection, why));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
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
        sendWhenMany(customers);
    }

    public void add(CustomerAccount account) {
        accounts.row().text(account.reference()).text(account.customer()).bigint(change);
        sendWhenMany(accounts);
    }

    public void add(Premise premise) {
        premises.row()
                .text(premise.reference())
                .text(premise.address())
                .text(premise.area())
                .bigint(change);
        sendWhenMany(premises);
    }

    public void add(UsagePoint point) {
        usagePoints
                .row()
                .text(point.reference())
                .text(point.premise())
                .text(point.service())
                .bigint(change);
        sendWhenMany(usagePoints);
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
                .bigint(change);
        sendWhenMany(agreements);
    }

    public void add(Meter meter) {
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
                .bigint(change);
        sendWhenMany(meters);
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
        sendWhenMany(exchanges);
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
        sendWhenMany(readings);
    }

    /// Adds days on which a premise is known to be empty.
    ///
    /// @param to the day on which somebody moves in; null while nobody has
    public void addVacancy(String premise, LocalDate from, @Nullable LocalDate to) {
        vacancies.row().text(premise).date(from).date(to).bigint(change);
        sendWhenMany(vacancies);
    }

    /// Makes everything that was added durable and visible, all of it or nothing.
    public void commit() {
        try {
            send();
            connection.commit();
            if (grown.isEmpty()) {
                return;
            }
            try (Statement statement = connection.createStatement()) {
                // Without figures of the tables, the planner of the next query would read them whole. Only of those
                // that
                // grew: the others are as they were, and the books may be many times larger.
                statement.execute("analyze " + String.join(", ", grown));
            }
            connection.commit();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private void sendWhenMany(CopyRows rows) {
        if (rows.length() > WAITING_MAX) {
            try {
                send();
            } catch (SQLException e) {
                throw SqlFault.of(database, e);
            }
        }
    }

    private void send() throws SQLException {
        for (CopyRows rows : tables) {
            if (rows.rows() > 0) {
                grown.add(rows.table());
            }
            rows.send(connection);
        }
    }

    @Override
    public void close() {
        try {
            connection.close(); // takes back what was not committed
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
