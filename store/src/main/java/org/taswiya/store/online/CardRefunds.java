package org.taswiya.store.online;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.PaymentBatch;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.Receipts;
import org.taswiya.store.receivables.ReversalAnswer;
import org.taswiya.store.receivables.Reversals;

/// Card payments that go back to the card, whole: asked for by one person, approved by another, done by the provider.
///
/// When it is approved the payment is reversed at once, so that nobody can send the same money back a second way while
/// the provider is asked. When the provider refuses, the payment is taken anew.
public final class CardRefunds {
    private static final String SELECT = """
            select r.id, r.payment, p.place, p.amount, p.account, p.key, c.author,
                   case when o.is_done then 'done' when o.refund is not null then 'failed'
                        when d.is_approved then 'approved' when d.refund is not null then 'refused'
                        else 'asked' end as state
            from card_refund r
            join payment p on p.serial = r.payment
            join change c on c.id = r.change
            left join card_refund_decision d on d.refund = r.id
            left join card_refund_outcome o on o.refund = r.id
            """;

    private CardRefunds() {}

    /// How far one is.
    public enum State {
        ASKED,
        REFUSED,
        /// The payment is reversed, and the provider is to send the money back.
        APPROVED,
        DONE,
        /// The provider has not done it; the payment is taken anew.
        FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A refund and how far it is.
    ///
    /// @param transaction of the provider that goes back
    /// @param author who asked for it
    public record CardRefund(
            long id,
            ReceiptNumber receipt,
            String provider,
            String transaction,
            String account,
            Money amount,
            String author,
            State state) {
        /// What the provider is told, such as `CR0000000017`: the same one again is the same refund.
        public String name() {
            String digits = Long.toString(id);
            return "CR" + "0".repeat(10 - digits.length()) + digits;
        }
    }

    /// What came of it.
    public sealed interface Answer {
        record Done(CardRefund refund) implements Answer {}

        /// @param found what was found, and what to do
        record Refused(Reason reason, String found) implements Answer {}
    }

    /// Why nothing is done.
    public enum Reason {
        /// No such receipt, or not of a card payment at a provider.
        NO_CARD_PAYMENT,
        /// It was reversed, or is being sent back already.
        ALREADY_BACK,
        /// A bank was asked to send its money back.
        REFUNDED_BY_BANK,
        UNKNOWN_REFUND,
        /// It is decided already.
        ALREADY_DECIDED,
        /// Somebody else has to approve.
        SAME_PERSON;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The last ones first.
    public static List<CardRefund> list(Database database, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(SELECT + "order by r.id desc limit ?")) {
            query.setInt(1, most);
            return Rows.list(query, CardRefunds::refund);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Those that a provider is to do, the first ones first.
    public static List<CardRefund> approved(Database database, String provider) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        SELECT + "where d.is_approved and o.refund is null and p.place = ? order by r.id")) {
            query.setString(1, provider);
            return Rows.list(query, CardRefunds::refund);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Asks for a payment to go back.
    public static Answer ask(Database database, ReceiptNumber receipt, Change why) {
        return make(database, why, (connection, change) -> {
            Optional<Answer> refused = refusal(connection, receipt);
            if (refused.isPresent()) {
                return refused.get();
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into card_refund select coalesce(max(id), 0) + 1, ?, ? from card_refund returning id""")) {
                insert.setLong(1, receipt.serial());
                insert.setLong(2, change);
                return new Answer.Done(of(
                                connection,
                                Rows.list(insert, row -> row.getLong(1)).getFirst())
                        .orElseThrow());
            }
        });
    }

    private static Optional<Answer> refusal(Connection connection, ReceiptNumber number) throws SQLException {
        Receipt receipt = Receipts.of(connection, number).orElse(null);
        if (receipt == null
                || !receipt.payment()
                        .keyIfAny()
                        .map(key -> key.source().startsWith(CardAttempt.source("")))
                        .orElse(false)) {
            return no(Reason.NO_CARD_PAYMENT, number + " is no receipt of a card payment at a provider");
        }
        if (receipt.reversedOn() != null || isAsked(connection, number)) {
            return no(Reason.ALREADY_BACK, number + " was reversed, or is being sent back");
        }
        return Optional.empty();
    }

    private static boolean isAsked(Connection connection, ReceiptNumber number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select from card_refund r where r.payment = ? and not exists (
                    select from card_refund_decision d where d.refund = r.id and not d.is_approved)""")) {
            query.setLong(1, number.serial());
            return !Rows.list(query, row -> row).isEmpty();
        }
    }

    /// Approves one, by another person than who has asked for it, and reverses its payment.
    public static Answer approve(Database database, long id, LocalDate today, Change why) {
        return make(database, why, (connection, change) -> {
            CardRefund refund = of(connection, id).orElse(null);
            Optional<Answer> refused = undecided(refund, id);
            if (refund == null || refused.isPresent()) {
                return refused.orElseThrow();
            }
            if (why.isBy(refund.author())) {
                return new Answer.Refused(
                        Reason.SAME_PERSON, refund.author() + " has asked for it; somebody else approves it");
            }
            if (isAtBank(connection, refund)) {
                return new Answer.Refused(
                        Reason.REFUNDED_BY_BANK, "a bank was asked to send credit of " + refund.receipt() + " back");
            }
            decide(connection, id, true, change);
            ReversalAnswer answer = Reversals.reverse(
                    connection, change, refund.receipt(), today, today, "sent back to the card by " + refund.name());
            return switch (answer) {
                case ReversalAnswer.Reversed _ ->
                    new Answer.Done(of(connection, id).orElseThrow());
                case ReversalAnswer.Refused(var reason, var found) ->
                    new Answer.Refused(Reason.ALREADY_BACK, reason.code() + ": " + found);
            };
        });
    }

    /// Whether some of its credit is in a refund by a bank.
    private static boolean isAtBank(Connection connection, CardRefund refund) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select from allocation
                where account = ? and credit_kind = 'payment' and credit = ? and item_kind = refund_item()
                having sum(amount) <> 0""")) {
            query.setString(1, refund.account());
            query.setString(2, refund.receipt().asCredit().number());
            return !Rows.list(query, row -> row).isEmpty();
        }
    }

    public static Answer refuse(Database database, long id, Change why) {
        return make(database, why, (connection, change) -> {
            Optional<Answer> refused = undecided(of(connection, id).orElse(null), id);
            if (refused.isPresent()) {
                return refused.get();
            }
            decide(connection, id, false, change);
            return new Answer.Done(of(connection, id).orElseThrow());
        });
    }

    private static Optional<Answer> undecided(@Nullable CardRefund refund, long id) {
        if (refund == null) {
            return no(Reason.UNKNOWN_REFUND, "there is no refund " + id + " to a card");
        }
        return refund.state() == State.ASKED
                ? Optional.empty()
                : no(
                        Reason.ALREADY_DECIDED,
                        refund.name() + " is " + refund.state().code() + " already");
    }

    /// Writes down what the provider has said of one that is approved. Said again, it changes nothing.
    ///
    /// @param said by the provider
    public static Answer ended(Database database, long id, boolean isDone, String said, LocalDate today, Change why) {
        return make(database, why, (connection, change) -> {
            CardRefund refund = of(connection, id).orElse(null);
            if (refund == null || refund.state() != State.APPROVED) {
                return new Answer.Refused(Reason.ALREADY_DECIDED, "nothing is to be done of refund " + id);
            }
            long anew = isDone ? 0 : takenAnew(connection, refund, today, change);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into card_refund_outcome values (?, ?, ?, nullif(?, 0), ?)")) {
                insert.setLong(1, id);
                insert.setBoolean(2, isDone);
                insert.setString(3, said);
                insert.setLong(4, anew);
                insert.setLong(5, change);
                insert.executeUpdate();
            }
            return new Answer.Done(of(connection, id).orElseThrow());
        });
    }

    /// Under the provider's name of it, so that its list of the day finds it; of a source of its own, so that it is
    /// another payment than the one that was reversed.
    private static long takenAnew(Connection connection, CardRefund refund, LocalDate today, long change)
            throws SQLException {
        Payment payment = new Payment(
                refund.account(),
                refund.amount(),
                today,
                Means.COLLECTOR,
                refund.provider(),
                new Payment.Key(CardAttempt.source(refund.provider()) + "/" + refund.name(), refund.transaction()),
                List.of());
        PaymentBatch books = PaymentBatch.begin(connection, () -> change, today, List.of(payment));
        PaymentAnswer answer = books.take(payment, StampDuty.NONE);
        books.send();
        return switch (answer) {
            case PaymentAnswer.Taken taken -> taken.receipt().number().serial();
            case PaymentAnswer.Refused(var reason, var found) ->
                throw new IllegalStateException(payment + " is refused, " + reason + ": " + found);
        };
    }

    private static void decide(Connection connection, long id, boolean isApproved, long change) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into card_refund_decision values (?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setBoolean(2, isApproved);
            insert.setLong(3, change);
            insert.executeUpdate();
        }
    }

    private static Optional<CardRefund> of(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where r.id = ?")) {
            query.setLong(1, id);
            return Rows.list(query, CardRefunds::refund).stream().findFirst();
        }
    }

    private static CardRefund refund(ResultSet row) throws SQLException {
        return new CardRefund(
                row.getLong("id"),
                new ReceiptNumber(row.getLong("payment")),
                row.getString("place"),
                row.getString("key"),
                row.getString("account"),
                Money.ofMinor(row.getLong("amount")),
                row.getString("author"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    private static Optional<Answer> no(Reason reason, String found) {
        return Optional.of(new Answer.Refused(reason, found));
    }

    /// What is done.
    private interface Work {
        Answer on(Connection connection, long change) throws SQLException;
    }

    /// A refusal writes nothing.
    private static Answer make(Database database, Change why, Work work) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            Answer answer = work.on(connection, change);
            return new BooksTransaction.Done<>(answer, answer instanceof Answer.Done);
        });
    }
}
