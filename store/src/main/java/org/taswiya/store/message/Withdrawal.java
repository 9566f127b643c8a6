package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.message.Cause;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Rows;

/// Whether what a message tells of is no longer so when it is its turn.
final class Withdrawal {
    private Withdrawal() {}

    /// Why it is not sent any more; empty when it is.
    ///
    /// @param zone the utility's own
    static Optional<String> of(Connection connection, StoredMessage message, Instant at, ZoneId zone)
            throws SQLException {
        Cause cause = message.cause();
        return switch (cause.kind()) {
            case BILL ->
                found(
                        connection,
                        "select from cancellation where bill = ?",
                        BillNumber.parse(cause.key()).orElseThrow().serial(),
                        "the bill was cancelled");
            case PAYMENT ->
                found(
                        connection,
                        "select from payment_reversal where payment = ?",
                        ReceiptNumber.parse(cause.key()).orElseThrow().serial(),
                        "the payment was taken back");
            case OUTAGE -> outage(connection, message, LocalDateTime.ofInstant(at, zone));
            case SIGN_IN_CODE -> signInCode(connection, message, at);
            case CONTACT_CODE -> code(connection, message, at);
            case CONTACT, ABNORMAL_USE, REMINDER, INSTALMENT, READING_DAY, OWN_READING, MARKETING -> Optional.empty();
        };
    }

    private static Optional<String> found(Connection connection, String sql, long number, String why)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, number);
            return Rows.list(query, _ -> why).stream().findFirst();
        }
    }

    /// A newer version that the account is told says all that the older one did. That it comes is no news once it is
    /// over.
    private static Optional<String> outage(Connection connection, StoredMessage message, LocalDateTime now)
            throws SQLException {
        String[] key = message.cause().key().split("V", 2);
        if (key.length < 2) {
            return Optional.empty();
        }
        try (PreparedStatement query = connection.prepareStatement("""
                select 'a newer message tells of the outage' as why
                from announcement n join outage_version v on n.cause = v.outage || 'V' || v.version
                where n.kind = 'outage' and n.account = ? and v.outage = ? and v.version > ?
                union all
                select 'the interruption is over' from outage_version v
                where v.outage = ? and v.version = ? and v.state in ('planned', 'changed') and v.to_time <= ?""")) {
            long outage = Long.parseLong(key[0]);
            int version = Integer.parseInt(key[1]);
            query.setString(1, message.account());
            query.setLong(2, outage);
            query.setInt(3, version);
            query.setLong(4, outage);
            query.setInt(5, version);
            query.setObject(6, now);
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        }
    }

    private static Optional<String> code(Connection connection, StoredMessage message, Instant at) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select from contact_code where 'K' || id = ? and account = ? and until < ?")) {
            query.setString(1, message.cause().key());
            query.setString(2, message.account());
            query.setObject(3, at.atOffset(ZoneOffset.UTC));
            return Rows.list(query, _ -> "the code counts no more").stream().findFirst();
        }
    }

    /// Not only one that is too old: of two codes that come one after the other the customer would try the wrong one.
    private static Optional<String> signInCode(Connection connection, StoredMessage message, Instant at)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select from sign_in_code c
                where 'S' || c.id = ? and c.account = ? and (
                    c.until < ?
                    or exists (select from sign_in_code n where n.account = c.account and n.id > c.id)
                    or exists (select from sign_in_code_try t
                               where t.sign_in_code = c.id and (t.is_right or t.ordinal = ?)))""")) {
            query.setString(1, message.cause().key());
            query.setString(2, message.account());
            query.setObject(3, at.atOffset(ZoneOffset.UTC));
            query.setInt(4, OneTimeCodes.TRIES);
            return Rows.list(query, _ -> "the code counts no more").stream().findFirst();
        }
    }
}
