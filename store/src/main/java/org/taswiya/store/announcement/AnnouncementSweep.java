package org.taswiya.store.announcement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.message.Cause;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.Announcements.Due;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Announces what the books know and customers have not been told.
public final class AnnouncementSweep {
    /// The kinds that it can find.
    public static final Set<Cause.Kind> KINDS = Set.copyOf(EnumSet.of(
            Cause.Kind.ABNORMAL_USE,
            Cause.Kind.REMINDER,
            Cause.Kind.INSTALMENT,
            Cause.Kind.PAYMENT,
            Cause.Kind.READING_DAY,
            Cause.Kind.OWN_READING,
            Cause.Kind.CONTACT_REQUEST));

    private static final int PORTION = 2_000;

    private AnnouncementSweep() {}

    /// How far it looks.
    ///
    /// @param on the day that counts as today, also for contacts and preferences
    /// @param back payments and reminders of so many days before it, and of the day itself
    /// @param ahead instalments and days of reading of so many days after it
    /// @param chainOf by which customers of a class are estimated who read nothing
    public record Window(LocalDate on, int back, int ahead, Function<CustomerClass, List<EstimationMethod>> chainOf) {
        public Window {
            if (back < 0 || ahead < 0) {
                throw new IllegalArgumentException("A window of " + back + " days back and " + ahead + " ahead");
            }
        }
    }

    /// Finds them, writes them and queues their messages: all or nothing.
    ///
    /// @param kinds of [#KINDS]
    /// @param why the moment is when they are queued
    /// @param isTrial whether nothing is stored
    /// @return how many are announced now
    public static long execute(
            Database database,
            Set<Cause.Kind> kinds,
            Window window,
            Change why,
            boolean isTrial,
            Announcements.Listener listener) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            Portions portions = new Portions(connection, change);
            for (Cause.Kind kind : Cause.Kind.values()) {
                if (kinds.contains(kind)) {
                    find(connection, change, kind, window, portions);
                }
            }
            portions.flush();
            Announcements.queue(connection, change, window.on(), why.at());
            Announcements.tell(connection, change, window.on(), listener);
            return new Done<>(portions.all, portions.all > 0);
        });
    }

    private static void find(Connection connection, long change, Cause.Kind kind, Window window, Use use)
            throws SQLException {
        switch (kind) {
            case ABNORMAL_USE -> AbnormalUses.each(connection, change, use);
            case REMINDER -> Reminders.each(connection, window, use);
            case INSTALMENT -> InstalmentsDue.each(connection, window, use);
            case PAYMENT -> PaymentsReceived.each(connection, window, use);
            case READING_DAY -> ReadingDays.each(connection, window, use);
            case OWN_READING -> OwnReadings.each(connection, window, use);
            case CONTACT_REQUEST -> ContactRequests.each(connection, use);
            case OUTAGE,
                    SIGN_IN_CODE,
                    CONTACT_CODE,
                    CONTACT,
                    DELEGATE,
                    SIGN_IN_CHANGE,
                    BILL,
                    AGREEMENT_END,
                    REQUEST,
                    MARKETING -> throw new IllegalArgumentException("a sweep does not find " + kind.code());
        }
    }

    /// Takes what a source finds.
    interface Use {
        void with(Due due) throws SQLException;
    }

    /// Writes in portions, so that memory stays flat however much is found.
    private static final class Portions implements Use {
        private final Connection connection;
        private final long change;
        private final List<Due> waiting = new ArrayList<>(PORTION);
        private long all;

        Portions(Connection connection, long change) {
            this.connection = connection;
            this.change = change;
        }

        @Override
        public void with(Due due) throws SQLException {
            waiting.add(due);
            if (waiting.size() == PORTION) {
                flush();
            }
        }

        void flush() throws SQLException {
            all += Announcements.write(connection, waiting, change);
            waiting.clear();
        }
    }
}
