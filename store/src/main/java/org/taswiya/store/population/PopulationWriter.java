package org.taswiya.store.population;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
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
import org.taswiya.store.RangeIndexes;
import org.taswiya.store.SqlFault;

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
    private final PopulationRows rows;

    private PopulationWriter(Database database, Connection connection, long change) {
        this.database = database;
        this.connection = connection;
        this.rows = new PopulationRows(change);
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
        rows.add(customer);
        sendWhenMany();
    }

    public void add(CustomerAccount account) {
        rows.add(account);
        sendWhenMany();
    }

    public void add(Premise premise) {
        rows.add(premise);
        sendWhenMany();
    }

    public void add(UsagePoint point) {
        rows.add(point);
        sendWhenMany();
    }

    /// Adds an agreement and says from when it is billed here.
    ///
    /// @param billedFrom the day of the actual reading from which bills begin; readings before it are history to
    ///     estimate from
    public void add(ServiceAgreement agreement, LocalDate billedFrom) {
        rows.add(agreement, billedFrom);
        sendWhenMany();
    }

    public void add(Meter meter) {
        rows.add(meter);
        sendWhenMany();
    }

    /// Adds an exchange; both meters are added besides.
    public void add(String usagePoint, MeterExchange exchange) {
        rows.add(usagePoint, exchange);
        sendWhenMany();
    }

    /// Adds the first reading of a day; later ones of the same day are corrections.
    public void add(String usagePoint, Reading reading) {
        rows.add(usagePoint, reading);
        sendWhenMany();
    }

    /// Adds days on which a premise is known to be empty.
    ///
    /// @param to the day on which somebody moves in; null while nobody has
    public void addVacancy(String premise, LocalDate from, @Nullable LocalDate to) {
        rows.addVacancy(premise, from, to);
        sendWhenMany();
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
            RangeIndexes.bringUpToDate(connection);
            connection.commit();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private void sendWhenMany() {
        if (rows.length() > WAITING_MAX) {
            try {
                send();
            } catch (SQLException e) {
                throw SqlFault.of(database, e);
            }
        }
    }

    private void send() throws SQLException {
        rows.send(connection, grown);
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
