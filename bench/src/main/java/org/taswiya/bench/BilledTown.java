package org.taswiya.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.taswiya.bench.Bench.BenchListener;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.run.BillingRun;
import org.taswiya.run.RunSettings;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.DatabaseException.Fault;

/// The town with three bills an account, of a month, of an estimate and of what settles it, and a reading of late: what
/// people look at.
public record BilledTown(int accounts) {
    /// By which two of three are billed.
    public static final String ELECTRICITY = Town.ELECTRICITY;

    /// The reference of an account, by its number within the town, from 0.
    public static String account(int number) {
        return Town.account(number);
    }

    /// Its one service agreement.
    public static String agreement(int number) {
        return Town.agreement(number);
    }

    /// What its dial shows on a day.
    public static long shown(int number, LocalDate day) {
        return Town.shown(number, day);
    }

    /// Makes it in an empty database.
    ///
    /// @param today on or after the day after the reading of late
    public void make(
            Database database,
            BillingPolicy policy,
            Function<String, Optional<Tariff>> tariffs,
            LocalDate today,
            BenchListener listener) {
        Town town = new Town(accounts);
        listener.stage("town", accounts);
        town.fill(database, listener::done);
        bill(database, Town.settings(Town.LAST_READ, policy, tariffs), listener);
        bill(database, Town.settings(Town.READ_AGAIN.minusMonths(1), policy, tariffs), listener);
        listener.stage("readings", 2L * accounts);
        town.read(database, Town.READ_AGAIN);
        bill(database, Town.settings(Town.READ_AGAIN, policy, tariffs), listener);
        town.read(database, readOfLate(today));
    }

    /// The first of a month, a day ago at least.
    private static LocalDate readOfLate(LocalDate today) {
        return today.minusDays(1).withDayOfMonth(1);
    }

    private void bill(Database database, RunSettings settings, BenchListener listener) {
        listener.stage(settings.why().reason(), accounts);
        BillingRun.execute(database, settings, new Counting(listener));
    }

    /// The one that a database holds, so that it need not be made again.
    public static BilledTown in(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select count(*) from customer_account");
                ResultSet row = query.executeQuery()) {
            row.next();
            return new BilledTown(Math.toIntExact(row.getLong(1)));
        } catch (SQLException e) {
            throw new DatabaseException(Fault.FAILED, "The town could not be counted: " + e, e);
        }
    }
}
