package org.taswiya.run.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.decision.Cancellations.TakenBack;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.run.BooksChange.Outcome;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.store.validation.ReadingDecisions;
import org.taswiya.store.validation.ReadingDecisions.DecidedReading;

/// What staff do about readings and bills: done in a transaction, its agreement billed again in it, and kept only as it
/// was shown. The bill itself is made by the next run off the cycle.
public final class DeskBills {
    private static final String NOTHING_SHOWN = "";

    private DeskBills() {}

    /// Puts a reading of an agreement's meter right, if it comes to what was shown.
    ///
    /// @param account whose it is
    /// @param shown empty to look alone
    public static RebillAnswer correct(
            Database database,
            String account,
            String agreement,
            Reading reading,
            ReadingChecks checks,
            Rebilling rebilling,
            LocalDate today,
            Actor actor,
            String why,
            String shown) {
        Change by = new Change(actor.at(), actor.staff(), why);
        try {
            return BooksChange.makeOrLeave(database, connection -> {
                DecidedReading done = ReadingDecisions.correct(connection, agreement, reading, checks, by);
                if (!done.corrected().isNew()) {
                    String found = agreement + " reads " + reading.value() + " on " + reading.at() + " already";
                    return new Outcome<>(
                            shown.equals(NOTHING_SHOWN)
                                    ? new RebillAnswer.Refused(RebillAnswer.Reason.READS_SO, found)
                                    : new RebillAnswer.Done(),
                            false);
                }
                LocalDate billTo = Rebilling.billedTo(connection, agreement).orElse(reading.at());
                RebillLook look = rebilling.look(connection, agreement, billTo, today, Money.ZERO, false);
                return ifShown(
                        connection, look, shown, actor, account, "reading " + agreement + " " + reading.at());
            });
        } catch (IllegalArgumentException e) {
            return new RebillAnswer.Refused(RebillAnswer.Reason.NOT_SHOWN, String.valueOf(e.getMessage()));
        }
    }

    /// Takes a bill back, if billing its periods again comes to what was shown.
    ///
    /// @param shown empty to look alone
    public static RebillAnswer cancel(
            Database database,
            String account,
            String agreement,
            BillNumber number,
            Rebilling rebilling,
            LocalDate today,
            Actor actor,
            String why,
            String shown) {
        Change by = new Change(actor.at(), actor.staff(), why);
        try {
            return BooksChange.makeOrLeave(database, connection -> {
                LocalDate billTo =
                        Rebilling.billedTo(connection, agreement).orElse(today);
                TakenBack done = Cancellations.cancel(connection, number, today, by);
                if (!done.isNew()) {
                    String found = "bill " + number + " was taken back on " + done.cancelledOn();
                    return new Outcome<>(
                            shown.equals(NOTHING_SHOWN)
                                    ? new RebillAnswer.Refused(RebillAnswer.Reason.TAKEN_BACK, found)
                                    : new RebillAnswer.Done(),
                            false);
                }
                RebillLook look = rebilling.look(
                        connection, agreement, billTo, today, done.total(), done.isLeftToReading());
                return ifShown(connection, look, shown, actor, account, "bill " + number + " taken back");
            });
        } catch (IllegalArgumentException e) {
            return new RebillAnswer.Refused(RebillAnswer.Reason.WRONG_DAY, String.valueOf(e.getMessage()));
        }
    }

    private static Outcome<RebillAnswer> ifShown(
            Connection connection, RebillLook look, String shown, Actor actor, String account, String what)
            throws SQLException {
        if (shown.equals(NOTHING_SHOWN)) {
            return new Outcome<>(new RebillAnswer.Looked(look), false);
        }
        if (!look.text().equals(shown)) {
            return new Outcome<>(new RebillAnswer.Changed(look), false);
        }
        StaffTrail.acted(connection, actor, account, what);
        return new Outcome<>(new RebillAnswer.Done(), true);
    }
}
