package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.message.BillMessages;
import org.taswiya.store.message.BillMessages.Queued;
import org.taswiya.store.message.Outbox.Told;

/// Measures how long it takes to queue a message for each bill of a run, on a PostgreSQL that waits for its disk:
/// `QueueRate HOUSES`, a bill each, three of four by e-mail and one by text message.
final class QueueRate {
    private static final String CONTACTS = """
            insert into contact_set select reference, {change}, 'fr', '2020-01-01' from customer_account;
            insert into contact
            select reference, {change}, 1, case when reference like '%7' then 'sms' else 'email' end,
                   case when reference like '%7' then '+2126' || right(reference, 8)
                        else 'house' || reference || '@example.org' end
            from customer_account;
            analyze""";

    private QueueRate() {}

    public static void main(String[] args) throws SQLException {
        int houses = Integer.parseInt(args[0]);
        try (Database database = Database.openEmbedded(TestDatabases.home("queue-rate"), 0)) {
            MailTown town = new MailTown(database);
            town.fill(houses, 5_000);
            reach(database);
            long begin = System.nanoTime();
            Queued queued =
                    BillMessages.queue(database, 1, MailTown.TODAY, MailTown.WHY, false, new BillMessages.Listener() {
                        @Override
                        public void queued(Told told) {}

                        @Override
                        public void unreached(BillNumber bill, String account) {}
                    });
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d messages queued in %.1f s: %.0f a second%n",
                    queued.all(),
                    seconds,
                    queued.all() / seconds);
        }
    }

    private static void reach(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long change = Changes.record(connection, MailTown.WHY);
            statement.execute(CONTACTS.replace("{change}", Long.toString(change)));
            connection.commit();
        }
    }
}
