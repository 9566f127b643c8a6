package org.taswiya.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.Posting;
import org.taswiya.store.copy.CopyRows;

/// Journal entries as rows: first the postings, then the entries that they make whole.
public final class EntryRows {
    private final Dictionary<String> dictionary = Dictionary.ofTexts("ledger_account", "name");
    private final Dictionary<String>.Use accounts = dictionary.use();
    private final CopyRows entries =
            new CopyRows("journal_entry", "id", "bill", "key", "booked_on", "account", "description");
    private final CopyRows postings = new CopyRows("posting", "entry", "ordinal", "account", "amount");
    private long last;

    /// Takes the entry numbers for itself until the transaction ends.
    public void begin(Connection connection) throws SQLException {
        dictionary.load(connection);
        last = NumberSeries.ENTRY.lock(connection);
    }

    /// The entry that books a bill.
    public void add(long bill, JournalEntry entry) {
        entries.row().bigint(++last).bigint(bill).empty();
        addRest(entry);
    }

    /// An entry of anything else, told by its key.
    ///
    /// @return its number
    public long add(JournalEntry entry) {
        entries.row().bigint(++last).empty().text(entry.key());
        addRest(entry);
        return last;
    }

    private void addRest(JournalEntry entry) {
        entries.date(entry.bookedOn()).text(entry.customerAccount()).text(entry.description());
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

    public void send(Connection connection) throws SQLException {
        accounts.save(connection);
        postings.send(connection);
        entries.send(connection);
    }
}
