package org.taswiya.store.dunning;

import java.time.LocalDate;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.store.Change;
import org.taswiya.store.Database;

/// Everybody who owes something that is overdue, some accounts at once, in the order of their numbers.
///
/// Killed at any moment, what was sent stands and the next call sends the rest: a step that was sent has its row, and
/// no step comes on the day of the one before it.
public final class DunningRun {
    private static final int ACCOUNTS_AT_ONCE = 500;

    private DunningRun() {}

    /// Who listens.
    public interface Listener {
        /// A batch is in the books, or has been looked at.
        void decided(DunningBatch batch);
    }

    /// Sends what is to be sent on a day.
    public static void send(Database database, DunningRules rules, LocalDate on, Change why, Listener listener) {
        send(database, rules, on, why, ACCOUNTS_AT_ONCE, listener);
    }

    static void send(Database database, DunningRules rules, LocalDate on, Change why, int atOnce, Listener listener) {
        String after = "";
        do {
            DunningBatch batch = DunningBatch.send(database, rules, on, after, atOnce, why);
            listener.decided(batch);
            after = batch.last();
        } while (!after.isEmpty());
    }

    /// Says who would get what, and what keeps it back; nothing is written.
    public static void look(Database database, DunningRules rules, LocalDate on, Listener listener) {
        String after = "";
        do {
            DunningBatch batch = DunningBatch.look(database, rules, on, after, ACCOUNTS_AT_ONCE);
            listener.decided(batch);
            after = batch.last();
        } while (!after.isEmpty());
    }
}
