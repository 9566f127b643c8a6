package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.SQLException;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.Posting;
import org.taswiya.store.copy.CopyRows;

/// Journal entries as rows: first the postings, then the entries that they make whole.
final class EntryRows {
    private final Dictionary dictionary = new Dictionary("ledger_account", "name");
    private final Dictionary.Use accounts = dictionary.use();
    private final CopyRows entries = new CopyRows("journal_entry", "id", "key", "booked_on", "account", "description");
    private final CopyRows postings = new CopyRows("posting", "entry", "ordinal", "account", "amount");
    private long last;

    /// Takes the entry numbers for itself until the transaction ends.
    void begin(Connection connection) throws SQLException {
        dictionary.load(connection);
        last = NumberSeries.ENTRY.lock(connection);
    }

    void add(JournalEntry entry) {
        last++;
        entries.row()
                .bigint(last)
                .text(entry.key())
                .date(entry.bookedOn())
                .text(entry.customerAccount())
                .text(entry.description());
        int ordinal = 0;
        for (Posting posting : entry.postings()) {
            ordinal++;
            postings.row()
                    .bigint(last)
                    .smallint(ordinal)
                    .integer(accounts.number(posting.account().name()))
                    .money(posting.amount());
        }
    }

    void send(Connection connection) throws SQLException {
        accounts.save(connection);
        postings.send(connection);
        entries.send(connection);
    }
}
