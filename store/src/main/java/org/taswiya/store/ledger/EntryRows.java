package org.taswiya.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.Posting;
import org.taswiya.store.copy.CopyRows;

/// Journal entries as rows: first the postings, then the entries that they make whole.
///
/// What belongs to a month that is closed is booked on the first day that is open. Only bills are not moved: a run that
/// would date them so is refused before it begins.
public final class EntryRows {
    private final Dictionary<String> dictionary = Dictionary.ofTexts("ledger_account", "name");
    private final Dictionary<String>.Use accounts = dictionary.use();
    private final CopyRows entries =
            new CopyRows("journal_entry", "id", "bill", "key", "booked_on", "account", "description");
    private final CopyRows postings = new CopyRows("posting", "entry", "ordinal", "account", "amount");
    private long last;
    private LocalDate openFrom = LocalDate.MIN;

    /// Takes the entry numbers for itself until the transaction ends.
    public void begin(Connection connection) throws SQLException {
        dictionary.load(connection);
        last = NumberSeries.ENTRY.lock(connection);
        openFrom = ClosedMonths.openFrom(connection);
    }

    /// The entry that books a bill.
    public void add(long bill, JournalEntry entry) {
        entries.row().bigint(++last).bigint(bill).empty();
        addRest(entry, entry.bookedOn());
    }

    /// An entry of anything else, told by its key.
    ///
    /// @return its number
    public long add(JournalEntry entry) {
        entries.row().bigint(++last).empty().text(entry.key());
        addRest(entry, entry.bookedOn().isBefore(openFrom) ? openFrom : entry.bookedOn());
        return last;
    }

    private void addRest(JournalEntry entry, LocalDate bookedOn) {
        entries.date(bookedOn).text(entry.customerAccount()).text(entry.description());
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
