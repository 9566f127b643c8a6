package org.taswiya.store.online;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.online.AttemptState;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.collector.Inquiries;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.NamedItems;

/// What customers are sent to a provider for.
public final class CardAttempts {
    private static final int TOKEN_BYTES = 16;
    private static final String SELECT = """
            select a.*, (
                select string_agg(n.payment::text, ',' order by n.at, n.payment) from card_notice n
                where n.attempt = a.id and n.is_paid) as payments,
                case when exists (
                        select from card_notice n where n.attempt = a.id and n.is_paid) then
                    case when exists (
                        select from card_notice n
                        where n.attempt = a.id and n.is_paid and not exists (
                            select from card_refund r join card_refund_decision d on d.refund = r.id and d.is_approved
                            left join card_refund_outcome o on o.refund = r.id
                            where r.payment = n.payment and o.is_done is distinct from false)) then 'authorised'
                        else 'refunded' end
                    when exists (select from card_notice n where n.attempt = a.id) then 'refused'
                    when a.expires_at < ? then 'expired'
                    when exists (select from card_redirect r where r.attempt = a.id) then 'redirected'
                    else 'asked' end as state
            from card_attempt a
            """;

    private CardAttempts() {}

    /// Who wants to pay what.
    ///
    /// @param bill that the customer pays; knowing it with its account is what lets them see what is due
    /// @param within how long something is to be heard
    public record Wish(String provider, String account, BillNumber bill, Duration within) {}

    /// Writes down what a customer is to be sent away for: what is due of a bill, the account's credits taken off.
    public static AskedCard ask(Database database, Wish wish, LocalDate today, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            AskedCard answer = ask(connection, wish, today, why.at(), change);
            return new BooksTransaction.Done<>(answer, answer instanceof AskedCard.Asked);
        });
    }

    private static AskedCard ask(Connection connection, Wish wish, LocalDate today, Instant now, long change)
            throws SQLException {
        Optional<String> whose = Inquiries.accountOf(connection, wish.bill());
        if (whose.isEmpty() || !whose.get().equals(wish.account())) {
            return new AskedCard.Refused(AskedCard.Reason.UNKNOWN_BILL);
        }
        ItemKey item = ItemKey.bill(wish.bill().toString());
        Money due = Inquiries.owed(connection, wish.account(), today)
                .flatMap(owed -> owed.item(item))
                .map(OpenItem::open)
                .orElse(Money.ZERO);
        if (due.signum() <= 0) {
            return new AskedCard.Refused(AskedCard.Reason.NOTHING_DUE);
        }
        CardAttempt attempt =
                next(connection, wish.provider(), wish.account(), List.of(item), due, now.plus(wish.within()));
        return new AskedCard.Asked(attempt, insert(connection, attempt, now, change));
    }

    /// The one after the last, not written yet.
    static CardAttempt next(
            Connection connection,
            String provider,
            String account,
            List<ItemKey> items,
            Money amount,
            Instant expiresAt)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select coalesce(max(id), 0) + 1 from card_attempt")) {
            long id = Rows.list(query, row -> row.getLong(1)).getFirst();
            return new CardAttempt(id, provider, account, items, amount, expiresAt);
        }
    }

    /// @return who has it may see how far the attempt is
    static String insert(Connection connection, CardAttempt attempt, Instant now, long change) throws SQLException {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        String text = HexFormat.of().formatHex(token);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into card_attempt values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, attempt.id());
            insert.setString(2, attempt.provider());
            insert.setString(3, attempt.account());
            insert.setString(4, NamedItems.text(attempt.items()));
            insert.setLong(5, attempt.amount().minorUnits());
            insert.setString(6, text);
            insert.setObject(7, now.atOffset(ZoneOffset.UTC));
            insert.setObject(8, attempt.expiresAt().atOffset(ZoneOffset.UTC));
            insert.setLong(9, change);
            insert.executeUpdate();
        }
        return text;
    }

    /// Says that the customer was sent away. Said again, it changes nothing.
    public static void redirected(Database database, CardAttempt attempt, Instant at) {
        try (Connection connection = database.connect();
                PreparedStatement insert =
                        connection.prepareStatement("insert into card_redirect values (?, ?) on conflict do nothing")) {
            insert.setLong(1, attempt.id());
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// One by its name, such as `CP0000000017`.
    public static Optional<StandingAttempt> named(Database database, String name, Instant now) {
        return list(database, SELECT + "where a.id = ?", now, CardAttempt.idOf(name)).stream()
                .findFirst();
    }

    /// Whose an attempt is, for whoever has its token; empty for anybody else. It may be asked from behind the
    /// customers' wall before anything of the attempt can be seen there.
    public static Optional<String> account(Database database, String name, String token) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select account_of_attempt(?, ?)")) {
            query.setLong(1, CardAttempt.idOf(name));
            query.setString(2, token.replace("\u0000", ""));
            return Rows.list(query, row -> Optional.ofNullable(row.getString(1)))
                    .getFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Those that no money was heard of, refused ones with them, since another card may have been taken; the first
    /// ones first.
    ///
    /// @param since when they were asked for
    public static List<StandingAttempt> unpaid(Database database, Instant now, Instant since) {
        return list(database, SELECT + """
                        where a.asked_at >= to_timestamp(?)
                            and not exists (select from card_notice n where n.attempt = a.id and n.is_paid)
                        order by a.id""", now, since.getEpochSecond());
    }

    /// The last ones first.
    public static List<StandingAttempt> last(Database database, Instant now, int most) {
        return list(database, SELECT + "order by a.id desc limit ?", now, most);
    }

    /// The attempt of a name at a provider; null where there is none.
    static @Nullable CardAttempt at(Connection connection, String provider, String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select * from card_attempt where id = ? and provider = ?")) {
            query.setLong(1, CardAttempt.idOf(name));
            query.setString(2, provider);
            return Rows.list(query, CardAttempts::attempt).stream().findFirst().orElse(null);
        }
    }

    /// Those of an account of which something may still be heard in time; the last ones first.
    static List<StandingAttempt> notExpired(Connection connection, String account, Instant now) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + "where a.account = ? and a.expires_at >= ? order by a.id desc")) {
            query.setObject(1, now.atOffset(ZoneOffset.UTC));
            query.setString(2, account);
            query.setObject(3, now.atOffset(ZoneOffset.UTC));
            return Rows.list(query, CardAttempts::standing);
        }
    }

    private static List<StandingAttempt> list(Database database, String sql, Instant now, long value) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, now.atOffset(ZoneOffset.UTC));
            query.setLong(2, value);
            return Rows.list(query, CardAttempts::standing);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static StandingAttempt standing(ResultSet row) throws SQLException {
        return new StandingAttempt(
                attempt(row),
                row.getString("token"),
                moment(row, "asked_at"),
                AttemptState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                receipts(row.getString("payments")));
    }

    private static List<ReceiptNumber> receipts(@Nullable String serials) {
        return serials == null
                ? List.of()
                : Arrays.stream(serials.split(",", -1))
                        .map(serial -> new ReceiptNumber(Long.parseLong(serial)))
                        .toList();
    }

    private static CardAttempt attempt(ResultSet row) throws SQLException {
        return new CardAttempt(
                row.getLong("id"),
                row.getString("provider"),
                row.getString("account"),
                NamedItems.parse(row.getString("items")),
                Money.ofMinor(row.getLong("amount")),
                moment(row, "expires_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
