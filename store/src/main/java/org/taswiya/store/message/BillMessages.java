package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.message.Outbox.Told;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Queues a message for each bill of a run that stands, by the first rung of its customer's ladder.
public final class BillMessages {
    private BillMessages() {}

    /// Somebody who is reached by no channel.
    public record Unreached(BillNumber bill, String account) {}

    /// What came of it.
    ///
    /// @param queued now, or with nothing stored what would be, in the order of the bills
    /// @param before how many bills have their message already
    /// @param unreached whom the agency has to tell
    public record Queued(List<Told> queued, int before, List<Unreached> unreached) {
        public Queued {
            queued = List.copyOf(queued);
            unreached = List.copyOf(unreached);
        }
    }

    private static final String BILLS = """
            select b.serial, b.account, c.channel, c.address, c.language::text,
                   exists (select from message m
                           where m.cause_kind = 'bill' and m.cause = bill_number(b.serial)) as is_queued
            from bill b left join lateral (select * from rungs_on(b.account, 'bill', ?) order by ordinal limit 1) c on true
            where b.run = ? and b.serial between ? and ?
                and not exists (select from cancellation x where x.bill = b.serial)
            order by b.serial""";

    /// Queues them.
    ///
    /// @param run one that made bills
    /// @param on whose contacts of that day count
    /// @param why the moment is when they are queued
    /// @param isTrial whether nothing is stored
    public static Queued queue(Database database, long run, LocalDate on, Change why, boolean isTrial) {
        List<BilledRange> ranges = BilledRange.ofRun(database, run);
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            Queued queued = new Queued(List.of(), 0, List.of());
            if (!ranges.isEmpty()) {
                queued = of(
                        connection,
                        run,
                        ranges.getFirst().first(),
                        ranges.getLast().last(),
                        on);
            }
            if (!isTrial) {
                Outbox.queue(connection, queued.queued(), why.at(), change);
            }
            return new Done<>(queued, !queued.queued().isEmpty());
        });
    }

    private static Queued of(Connection connection, long run, long first, long last, LocalDate on) throws SQLException {
        List<Told> queued = new ArrayList<>();
        List<Unreached> unreached = new ArrayList<>();
        int[] before = {0};
        try (PreparedStatement query = connection.prepareStatement(BILLS)) {
            query.setObject(1, on);
            query.setLong(2, run);
            query.setLong(3, first);
            query.setLong(4, last);
            Rows.each(query, row -> {
                BillNumber bill = new BillNumber(row.getLong("serial"));
                String account = row.getString("account");
                String channel = row.getString("channel");
                if (row.getBoolean("is_queued")) {
                    before[0]++;
                } else if (channel == null) {
                    unreached.add(new Unreached(bill, account));
                } else {
                    Contact contact = new Contact(Channel.ofCode(channel).orElseThrow(), row.getString("address"));
                    Cause cause = new Cause(Cause.Kind.BILL, bill.toString());
                    queued.add(new Told(cause, account, contact, Contacts.language(row.getString("language"))));
                }
            });
        }
        return new Queued(queued, before[0], unreached);
    }
}
