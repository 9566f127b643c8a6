package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.message.Cause;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// Whether what messages tell of is no longer so when it is their turn.
final class Withdrawal {
    private Withdrawal() {}

    /// Why some of them are not sent any more, by their ids; those that are sent are not among them.
    ///
    /// @param zone the utility's own
    static Map<Long, String> of(Connection connection, List<StoredMessage> messages, Instant at, ZoneId zone)
            throws SQLException {
        Map<Long, String> why = new HashMap<>();
        Set<Long> cancelled = found(
                connection,
                "select bill from cancellation where bill = any(?)",
                serials(messages, Cause.Kind.BILL, Withdrawal::bill));
        Set<Long> takenBack = found(
                connection,
                "select payment from payment_reversal where payment = any(?)",
                serials(messages, Cause.Kind.PAYMENT, Withdrawal::payment));
        for (StoredMessage message : messages) {
            Optional<String> one = switch (message.cause().kind()) {
                case BILL -> when(cancelled.contains(bill(message)), "the bill was cancelled");
                case PAYMENT -> when(takenBack.contains(payment(message)), "the payment was taken back");
                case OUTAGE -> outage(connection, message, LocalDateTime.ofInstant(at, zone));
                case SIGN_IN_CODE -> signInCode(connection, message, at);
                case CONTACT_CODE -> code(connection, message, at);
                case CONTACT,
                        DELEGATE,
                        SIGN_IN_CHANGE,
                        ABNORMAL_USE,
                        REMINDER,
                        AGREEMENT_END,
                        REQUEST,
                        CONTACT_REQUEST,
                        INSTALMENT,
                        READING_DAY,
                        OWN_READING,
                        MARKETING -> Optional.empty();
            };
            one.ifPresent(found -> why.put(message.id(), found));
        }
        return why;
    }

    private static Optional<String> when(boolean is, String why) {
        return is ? Optional.of(why) : Optional.empty();
    }

    private static long bill(StoredMessage message) {
        return BillNumber.parse(message.cause().key()).orElseThrow().serial();
    }

    private static long payment(StoredMessage message) {
        return ReceiptNumber.parse(message.cause().key()).orElseThrow().serial();
    }

    private static List<Long> serials(
            List<StoredMessage> messages, Cause.Kind kind, ToLongFunction<StoredMessage> serial) {
        return messages.stream()
                .filter(message -> message.cause().kind() == kind)
                .map(serial::applyAsLong)
                .toList();
    }

    private static Set<Long> found(Connection connection, String sql, List<Long> numbers) throws SQLException {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, SqlArrays.numbers(connection, numbers));
            return new HashSet<>(Rows.list(query, row -> row.getLong(1)));
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

    /// Not only one that is too old: of two codes that one browser has asked for the customer would try the wrong one.
    private static Optional<String> signInCode(Connection connection, StoredMessage message, Instant at)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select from sign_in_code c
                where 'S' || c.id = ? and c.account = ? and (
                    c.until < ?
                    or exists (select from sign_in_code n
                               where n.account = c.account and n.asker = c.asker and n.id > c.id)
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
