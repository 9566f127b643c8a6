package org.taswiya.store.online;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.online.NoticeReason;
import org.taswiya.core.online.NoticeRules;
import org.taswiya.core.online.NoticeVerdict;
import org.taswiya.core.online.ProviderNotice;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.PaymentOutcome;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.PaymentBatch;

/// Takes what providers tell.
public final class CardNotices {
    /// More than any honest notice has; an index can hold it.
    private static final int RAW_MOST = 1_000;

    private final Connection connection;
    private final Teller teller;
    private final Change why;
    private final long change;

    /// Who tells, and where.
    ///
    /// @param utility that is served here
    /// @param today at the utility
    public record Teller(String utility, String provider, LocalDate today) {}

    /// A notice that is not as it was asked for, for a person to look at.
    ///
    /// @param receipt null where nothing is booked
    public record Odd(String said, String reason, @Nullable ReceiptNumber receipt, OffsetDateTime at) {}

    private record Before(String said, NoticeAnswer.Kept answer) {}

    private CardNotices(Connection connection, Teller teller, Change why, long change) {
        this.connection = connection;
        this.teller = teller;
        this.why = why;
        this.change = change;
    }

    /// Takes a notice whose signature is right. Killed at any moment, all of it stands or nothing; told again, it is
    /// answered with what was done the first time.
    public static NoticeAnswer take(Database database, Teller teller, ProviderNotice notice, Change why) {
        return BooksTransaction.make(
                database,
                why,
                false,
                (connection, change) -> new CardNotices(connection, teller, why, change).take(notice));
    }

    private BooksTransaction.Done<NoticeAnswer> take(ProviderNotice notice) throws SQLException {
        CardAttempt attempt = CardAttempts.at(connection, teller.provider(), notice.attempt());
        Before before = before(notice.transaction());
        PaymentBatch books = PaymentBatch.begin(
                connection, () -> change, teller.today(), attempt == null ? List.of() : List.of(trial(attempt)));
        NoticeRules.Around around = new NoticeRules.Around(
                teller.utility(),
                before == null ? null : before.said(),
                attempt != null && isPaid(attempt),
                why.at(),
                firstOpenDay(),
                teller.today(),
                payment -> refusal(books, payment));
        return switch (NoticeRules.of(attempt, notice, around)) {
            case NoticeVerdict.Booked(var payment, var reason) -> {
                ReceiptNumber receipt = taken(books, payment);
                keep(notice, reason, receipt);
                yield new BooksTransaction.Done<>(new NoticeAnswer.Kept(receipt, reason, true), true);
            }
            case NoticeVerdict.Noted _ -> {
                keep(notice, null, null);
                yield new BooksTransaction.Done<>(new NoticeAnswer.Kept(null, null, true), true);
            }
            case NoticeVerdict.Again _ ->
                new BooksTransaction.Done<>(Objects.requireNonNull(before).answer(), false);
            case NoticeVerdict.Refused(var reason, var found) -> {
                NoticeAnswer.Refused refused = new NoticeAnswer.Refused(reason, found);
                boolean isNew = keepRefused(connection, teller, notice.said(), refused, why.at());
                yield new BooksTransaction.Done<>(refused, isNew);
            }
        };
    }

    /// Of the account: what a batch reads follows from it alone.
    private Payment trial(CardAttempt attempt) {
        return attempt.payment("-", attempt.amount(), teller.today(), attempt.items());
    }

    private static Optional<PaymentOutcome.Refused> refusal(PaymentBatch books, Payment payment) {
        try {
            return books.refusal(payment);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot tell whether " + payment + " can be taken", e);
        }
    }

    private static ReceiptNumber taken(PaymentBatch books, Payment payment) throws SQLException {
        PaymentAnswer answer = books.take(payment, StampDuty.NONE);
        books.send();
        return switch (answer) {
            case PaymentAnswer.Taken taken -> taken.receipt().number();
            case PaymentAnswer.Refused(var reason, var found) ->
                throw new IllegalStateException(payment + " is refused, " + reason + ": " + found);
        };
    }

    private @Nullable Before before(String transaction) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select said, reason, payment from card_notice where provider = ? and transaction = ?")) {
            query.setString(1, teller.provider());
            query.setString(2, transaction);
            return Rows.list(
                            query,
                            row -> new Before(
                                    row.getString(1),
                                    new NoticeAnswer.Kept(receipt(row), reason(row.getString(2)), false)))
                    .stream()
                    .findFirst()
                    .orElse(null);
        }
    }

    private static @Nullable ReceiptNumber receipt(ResultSet row) throws SQLException {
        long serial = row.getLong("payment");
        return serial == 0 ? null : new ReceiptNumber(serial);
    }

    private static @Nullable NoticeReason reason(@Nullable String code) {
        return code == null
                ? null
                : NoticeReason.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private boolean isPaid(CardAttempt attempt) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select from card_notice where attempt = ? and is_paid")) {
            query.setLong(1, attempt.id());
            return !Rows.list(query, row -> row).isEmpty();
        }
    }

    private LocalDate firstOpenDay() throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select coalesce(first_open_day(), date '0001-01-01') as day")) {
            return Rows.list(query, row -> Rows.date(row, "day")).getFirst();
        }
    }

    private void keep(ProviderNotice notice, @Nullable NoticeReason reason, @Nullable ReceiptNumber receipt)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into card_notice values (?, ?, ?, ?, ?, ?, nullif(?, 0), ?, ?)")) {
            insert.setString(1, teller.provider());
            insert.setString(2, notice.transaction());
            insert.setLong(3, CardAttempt.idOf(notice.attempt()));
            insert.setBoolean(4, notice.isPaid());
            insert.setString(5, notice.said());
            insert.setString(6, reason == null ? null : reason.code());
            insert.setLong(7, receipt == null ? 0 : receipt.serial());
            insert.setObject(8, why.at().atOffset(ZoneOffset.UTC));
            insert.setLong(9, change);
            insert.executeUpdate();
        }
    }

    /// Keeps what the provider has rightly signed and nobody can understand.
    ///
    /// @param raw as it came
    public static NoticeAnswer unclear(
            Database database, Teller teller, String raw, NoticeAnswer.Refused refused, Instant at) {
        try (Connection connection = database.connect()) {
            keepRefused(connection, teller, raw.substring(0, Math.min(raw.length(), RAW_MOST)), refused, at);
            return refused;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// @return false where it was kept before
    private static boolean keepRefused(
            Connection connection, Teller teller, String said, NoticeAnswer.Refused refused, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into card_notice_refused values (?, ?, ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, teller.provider());
            insert.setString(2, said);
            insert.setString(3, refused.reason().code());
            insert.setString(4, refused.found());
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() > 0;
        }
    }

    /// What was not booked as it was asked for, and what was refused: the last ones first.
    public static List<Odd> odd(Database database, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select said, reason, payment, at from card_notice where reason is not null
                        union all select said, reason, null, at from card_notice_refused
                        order by at desc, said, reason limit ?""")) {
            query.setInt(1, most);
            return Rows.list(
                    query,
                    row -> new Odd(
                            row.getString("said"),
                            row.getString("reason"),
                            receipt(row),
                            row.getObject("at", OffsetDateTime.class)));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
