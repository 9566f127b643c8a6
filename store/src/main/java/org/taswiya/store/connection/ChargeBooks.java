package org.taswiya.store.connection;

import java.sql.SQLException;
import java.util.Objects;
import org.taswiya.core.connection.ApplicationState;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.TakenBackAllocations;

/// Takes back what is owed for a connection that is not built: what was paid of it is the customer's credit.
final class ChargeBooks {
    private ChargeBooks() {}

    /// Nothing where nothing is owed yet, or where the works are ordered, which cost what they cost.
    static void takeBack(Taking taking) throws SQLException {
        StoredApplication before = taking.before();
        StoredApplication.Charge charge = before.charge();
        if (charge == null || before.state() == ApplicationState.WORKS_ORDERED) {
            return;
        }
        String why = taking.writing().why().reason();
        EntryRows entries = new EntryRows();
        entries.begin(taking.connection());
        TakenBackAllocations.ofConnection(
                taking.connection(),
                entries,
                Objects.requireNonNull(before.account()),
                before.number(),
                taking.writing().on(),
                why);
        JournalEntry mirror = Ledger.entry(taking.connection(), charge.entry())
                .reversed(taking.writing().on(), "takes back new connection " + before.number() + ": " + why);
        ApplicationRows.insertTakenBack(
                taking.connection(), before.number(), taking.writing().on(), entries.add(mirror), taking.change());
        entries.send(taking.connection());
    }
}
