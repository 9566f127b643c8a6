package org.taswiya.store.print;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.ReturnReason;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.message.ReturnedMessages;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Bills that came back by post.
public final class ReturnedMail {
    private static final String LIST = """
            select r.bill, r.account, r.returned_on, r.reason, r.address, r.next_channel, c.author, c.reason as why,
                   not exists (select from contact_set s where s.account = r.account and s.change > r.change) as is_open
            from returned_mail r join change c on c.id = r.change
            order by r.id desc""";

    private ReturnedMail() {}

    /// What somebody says of one bill.
    public record Return(BillNumber bill, ReturnReason reason, LocalDate on) {}

    /// What became of it.
    public sealed interface Answer {
        Return what();
    }

    /// It is in the books now.
    ///
    /// @param next how the customer is told instead; null where the agency has to
    public record Taken(
            Return what, String account, @Nullable Contact next) implements Answer {}

    /// It was before.
    public record Known(Return what) implements Answer {}

    /// Nothing was written of it.
    public record NotTaken(Return what, String found) implements Answer {}

    /// One of the books.
    ///
    /// @param address by which the account was reached by post; null where nobody had said one
    /// @param next null where the agency has to tell the customer
    /// @param isOpen whether nobody has said since how the account is reached
    public record Stored(
            BillNumber bill,
            String account,
            LocalDate on,
            ReturnReason reason,
            @Nullable String address,
            @Nullable Channel next,
            boolean isOpen,
            String author,
            String why) {}

    /// Takes what came back; all that can be taken, in one transaction.
    public static List<Answer> take(Database database, List<Return> all, Change why, boolean isTrial) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            List<Answer> answers = new ArrayList<>();
            for (Return one : all) {
                answers.add(take(connection, one, why, change));
            }
            return new Done<>(List.copyOf(answers), answers.stream().anyMatch(Taken.class::isInstance));
        });
    }

    /// A bill, as far as the post is concerned.
    private record Sent(String account, LocalDate billedOn, boolean isCancelled) {}

    private static Answer take(Connection connection, Return one, Change why, long change) throws SQLException {
        Sent sent = sent(connection, one.bill());
        if (sent == null) {
            return new NotTaken(one, "there is no bill " + one.bill());
        }
        if (one.on().isBefore(sent.billedOn())) {
            return new NotTaken(
                    one, "bill " + one.bill() + " is of " + sent.billedOn() + " and cannot come back on " + one.on());
        }
        if (isKnown(connection, one)) {
            return new Known(one);
        }
        String address = ReturnedMessages.address(connection, one.bill(), sent.account(), one.on());
        Contact next = ReturnedMessages.moveOn(
                connection,
                one.bill(),
                sent.account(),
                "came back on " + one.on() + ": " + one.reason().code(),
                sent.isCancelled(),
                why.at(),
                change);
        insert(connection, one, sent.account(), address, next, change);
        return new Taken(one, sent.account(), next);
    }

    private static @Nullable Sent sent(Connection connection, BillNumber bill) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select b.account, b.billed_on, exists (select from cancellation x where x.bill = b.serial)
                from bill b where b.serial = ?""")) {
            query.setLong(1, bill.serial());
            return Rows.list(query, row -> new Sent(row.getString(1), Rows.date(row, "billed_on"), row.getBoolean(3)))
                    .stream()
                    .findFirst()
                    .orElse(null);
        }
    }

    private static boolean isKnown(Connection connection, Return one) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select from returned_mail where bill = ? and returned_on = ?")) {
            query.setLong(1, one.bill().serial());
            query.setObject(2, one.on());
            return !Rows.list(query, _ -> true).isEmpty();
        }
    }

    private static void insert(
            Connection connection,
            Return one,
            String account,
            @Nullable String address,
            @Nullable Contact next,
            long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into returned_mail
                select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ?, ? from returned_mail""")) {
            insert.setLong(1, one.bill().serial());
            insert.setString(2, account);
            insert.setObject(3, one.on());
            insert.setString(4, one.reason().code());
            insert.setString(5, address);
            insert.setString(6, next == null ? null : next.channel().code());
            insert.setLong(7, change);
            insert.executeUpdate();
        }
    }

    /// All, the newest first.
    public static List<Stored> all(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(LIST)) {
            return Rows.list(query, ReturnedMail::stored);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        String next = row.getString("next_channel");
        return new Stored(
                new BillNumber(row.getLong("bill")),
                row.getString("account"),
                Rows.date(row, "returned_on"),
                ReturnReason.ofCode(row.getString("reason")).orElseThrow(),
                row.getString("address"),
                next == null ? null : Channel.ofCode(next).orElseThrow(),
                row.getBoolean("is_open"),
                row.getString("author"),
                row.getString("why"));
    }
}
