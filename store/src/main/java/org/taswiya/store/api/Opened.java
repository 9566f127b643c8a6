package org.taswiya.store.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// What a key opens, asked by the references that somebody brings: those of another customer are answered as those that
/// are not there.
public final class Opened {
    /// To be filled in with the account's column.
    private static final String IS_OPEN = "exists (select from customer_account k where k.reference = {account}"
            + " and (?::text is null or k.customer = ?))";

    private Opened() {}

    /// An agreement on which readings may be given.
    ///
    /// @param to the day after the last; null while it runs
    /// @param hasMeter whether one is in place now
    public record OpenedAgreement(
            String reference,
            String account,
            String usagePoint,
            LocalDate from,
            @Nullable LocalDate to,
            boolean hasMeter) {
        /// Whether a day is one of its own.
        public boolean isOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /// References of accounts in order, from the one after another.
    ///
    /// @param after empty for the first ones
    public static List<String> accounts(Database database, ApiKey key, String after, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select reference from customer_account
                        where reference > ? and (?::text is null or customer = ?) order by reference limit ?""")) {
            query.setString(1, after);
            query.setString(2, key.customer());
            query.setString(3, key.customer());
            query.setInt(4, most);
            return Rows.list(query, row -> row.getString(1));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The account itself, where it is open.
    public static Optional<String> account(Database database, ApiKey key, String reference) {
        return account(
                database,
                key,
                "select a.reference from customer_account a where a.reference = ? and " + isOpen("a.reference"),
                query -> query.setString(1, reference));
    }

    /// Whose a bill is.
    public static Optional<String> ofBill(Database database, ApiKey key, BillNumber number) {
        return account(
                database,
                key,
                "select b.account from bill b where b.serial = ? and " + isOpen("b.account"),
                query -> query.setLong(1, number.serial()));
    }

    /// Whose a payment is.
    public static Optional<String> ofPayment(Database database, ApiKey key, ReceiptNumber number) {
        return account(
                database,
                key,
                "select p.account from payment p where p.serial = ? and " + isOpen("p.account"),
                query -> query.setLong(1, number.serial()));
    }

    /// Whose a request is.
    public static Optional<String> ofRequest(Database database, ApiKey key, long number) {
        return account(
                database,
                key,
                "select r.account from service_request r where r.id = ? and " + isOpen("r.account"),
                query -> query.setLong(1, number));
    }

    /// Agreements by their references; what is not open is not there.
    public static Map<String, OpenedAgreement> agreements(
            Connection connection, ApiKey key, Collection<String> references) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select a.reference, a.account, a.usage_point, a.from_day, a.to_day,
                       exists (select from meter m where m.usage_point = a.usage_point and m.removed_at is null)
                           as has_meter
                from service_agreement a where a.reference = any(?) and\s""" + isOpen("a.account"))) {
            query.setArray(1, SqlArrays.texts(connection, List.copyOf(references)));
            query.setString(2, key.customer());
            query.setString(3, key.customer());
            Map<String, OpenedAgreement> found = new HashMap<>();
            Rows.each(
                    query,
                    row -> found.put(
                            row.getString("reference"),
                            new OpenedAgreement(
                                    row.getString("reference"),
                                    row.getString("account"),
                                    row.getString("usage_point"),
                                    Rows.date(row, "from_day"),
                                    Rows.dateOrNull(row, "to_day"),
                                    row.getBoolean("has_meter"))));
            return found;
        }
    }

    /// Whether a meter was in place at a usage point on a day.
    public static boolean isMetered(Connection connection, String usagePoint, LocalDate on) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select from meter
                where usage_point = ? and installed_at <= ? and (removed_at is null or removed_at >= ?)""")) {
            query.setString(1, usagePoint);
            query.setObject(2, on);
            query.setObject(3, on);
            return !Rows.list(query, _ -> true).isEmpty();
        }
    }

    /// One of them.
    public static Optional<OpenedAgreement> agreement(Database database, ApiKey key, String reference) {
        try (Connection connection = database.connect()) {
            return Optional.ofNullable(
                    agreements(connection, key, List.of(reference)).get(reference));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// A bill and whose it is.
    public record OpenedBill(BillNumber number, String account) {}

    /// All bills in the order of their numbers.
    ///
    /// @param after a serial number; zero for the first ones
    public static List<OpenedBill> bills(Database database, ApiKey key, long after, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select b.serial, b.account from bill b"
                        + " where b.serial > ? and " + isOpen("b.account") + " order by b.serial limit ?")) {
            query.setLong(1, after);
            query.setString(2, key.customer());
            query.setString(3, key.customer());
            query.setInt(4, most);
            return Rows.list(query, row -> new OpenedBill(new BillNumber(row.getLong(1)), row.getString(2)));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static String isOpen(String account) {
        return IS_OPEN.replace("{account}", account);
    }

    private interface Asked {
        void of(PreparedStatement query) throws SQLException;
    }

    private static Optional<String> account(Database database, ApiKey key, String sql, Asked asked) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            asked.of(query);
            query.setString(2, key.customer());
            query.setString(3, key.customer());
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
