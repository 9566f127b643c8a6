package org.taswiya.run.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.Arrangement;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.run.BillAtOnce;
import org.taswiya.run.BillingRefused;
import org.taswiya.run.RunSettings;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.adjustment.BillClaim;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.StoredArrangement;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.decision.Cancellations.TakenBack;
import org.taswiya.store.receivables.CreditUses;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.run.BooksChange.Outcome;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.store.validation.ReadingDecisions;
import org.taswiya.store.validation.ReadingDecisions.DecidedReading;

/// What staff do about readings and bills: done in a transaction, its agreement billed again in it, and kept only as it
/// was shown. The bill itself is made in the same transaction where they want it at once, and otherwise by the next run
/// off the cycle.
public final class DeskBills {
    private static final String NOTHING_SHOWN = "";

    private DeskBills() {}

    /// Puts a reading of an agreement's meter right, if it comes to what was shown.
    ///
    /// @param account whose it is
    /// @param shown empty to look alone
    /// @param isAtOnce whether it is billed there and then
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
            String shown,
            boolean isAtOnce) {
        Change by = new Change(actor.at(), actor.staff(), why);
        try {
            return BooksChange.makeOrLeave(database, connection -> {
                DecidedReading done = ReadingDecisions.correct(connection, agreement, reading, checks, by);
                if (!done.corrected().isNew()) {
                    String found = agreement + " reads " + reading.value() + " on " + reading.at() + " already";
                    return new Outcome<>(
                            shown.equals(NOTHING_SHOWN)
                                    ? new RebillAnswer.Refused(RebillAnswer.Reason.READS_SO, found)
                                    : new RebillAnswer.Done(List.of()),
                            false);
                }
                LocalDate billTo = Rebilling.billedTo(connection, agreement).orElse(reading.at());
                RebillLook look = rebilling
                        .look(connection, agreement, billTo, today, Money.ZERO, false)
                        .withClaims(connection, agreement, reading.at())
                        .insteadOf(done.corrected().before());
                Act act = new Act(account, agreement, billTo, today, "reading " + agreement + " " + reading.at());
                return ifShown(connection, look, shown, rebilling, act, by, actor, isAtOnce);
            });
        } catch (BillingRefused e) {
            return new RebillAnswer.Refused(RebillAnswer.Reason.NOT_NOW, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return new RebillAnswer.Refused(RebillAnswer.Reason.NOT_SHOWN, String.valueOf(e.getMessage()));
        }
    }

    /// Takes a bill back, if billing its periods again comes to what was shown.
    ///
    /// @param shown empty to look alone
    /// @param isAtOnce whether it is billed there and then
    public static RebillAnswer cancel(
            Database database,
            String account,
            String agreement,
            BillNumber number,
            Rebilling rebilling,
            LocalDate today,
            Actor actor,
            String why,
            String shown,
            boolean isAtOnce) {
        Change by = new Change(actor.at(), actor.staff(), why);
        try {
            return BooksChange.makeOrLeave(database, connection -> {
                LocalDate billTo = Rebilling.billedTo(connection, agreement).orElse(today);
                List<BillClaim> claims = BillClaim.of(connection, number).stream()
                        .filter(BillClaim::isEntangled)
                        .toList();
                Long arranged = arranged(connection, account, number, today);
                TakenBack done = Cancellations.cancel(connection, number, today, by);
                if (!done.isNew()) {
                    String found = "bill " + number + " was taken back on " + done.cancelledOn();
                    return new Outcome<>(
                            shown.equals(NOTHING_SHOWN)
                                    ? new RebillAnswer.Refused(RebillAnswer.Reason.TAKEN_BACK, found)
                                    : new RebillAnswer.Done(List.of()),
                            false);
                }
                RebillLook look = rebilling
                        .look(connection, agreement, billTo, today, done.total(), done.isLeftToReading())
                        .with(claims, arranged);
                Act act = new Act(account, agreement, billTo, today, "bill " + number + " taken back");
                return ifShown(connection, look, shown, rebilling, act, by, actor, isAtOnce);
            });
        } catch (BillingRefused e) {
            return new RebillAnswer.Refused(RebillAnswer.Reason.NOT_NOW, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return new RebillAnswer.Refused(RebillAnswer.Reason.WRONG_DAY, String.valueOf(e.getMessage()));
        }
    }

    /// The instalments that run and that a bill is within; null for none.
    private static @Nullable Long arranged(Connection connection, String account, BillNumber number, LocalDate today)
            throws SQLException {
        ItemKey bill = ItemKey.bill(number.toString());
        return Arrangements.ofAccounts(connection, List.of(account)).stream()
                .filter(one -> one.standingOn(today).state().isRunning())
                .map(StoredArrangement::arrangement)
                .filter(one -> one.items().stream().anyMatch(item -> item.key().equals(bill)))
                .map(Arrangement::number)
                .findFirst()
                .orElse(null);
    }

    /// What was done, to whose agreement.
    ///
    /// @param what for the trail
    private record Act(String account, String agreement, LocalDate billTo, LocalDate today, String what) {}

    private static Outcome<RebillAnswer> ifShown(
            Connection connection,
            RebillLook look,
            String shown,
            Rebilling rebilling,
            Act act,
            Change by,
            Actor actor,
            boolean isAtOnce)
            throws SQLException {
        if (shown.equals(NOTHING_SHOWN)) {
            return new Outcome<>(new RebillAnswer.Looked(look), false);
        }
        if (!look.text().equals(shown)) {
            return new Outcome<>(new RebillAnswer.Changed(look), false);
        }
        StaffTrail.acted(connection, actor, act.account(), act.what());
        List<BillNumber> made =
                isAtOnce && !look.bills().isEmpty() ? billed(connection, look, rebilling, act, by) : List.of();
        for (BillNumber number : made) {
            StaffTrail.acted(connection, actor, act.account(), "bill " + number + " made at once");
        }
        if (look.arrangement() != null) {
            // what was paid on a bill that is taken back is paid for the instalments that it was within
            CreditUses.ofAccount(connection, Changes.record(connection, by), act.account(), act.today());
        }
        return new Outcome<>(new RebillAnswer.Done(made), true);
    }

    private static List<BillNumber> billed(
            Connection connection, RebillLook look, Rebilling rebilling, Act act, Change by) throws SQLException {
        Cycle cycle = new Cycle(act.billTo(), act.today(), null, true, List.of(act.account()), 1, null);
        RunSettings settings =
                new RunSettings(cycle, rebilling.policy(), rebilling.checks(), rebilling.tariffs(connection), 1, by);
        List<IssuedBill> bills =
                BillAtOnce.bill(connection, settings, act.agreement()).bills();
        List<Money> totals = bills.stream().map(bill -> bill.bill().total()).toList();
        List<Money> seen = look.bills().stream().map(RebillLook.Bill::total).toList();
        if (!totals.equals(seen)) {
            throw new IllegalStateException(
                    act.agreement() + " was shown " + seen + " and billed " + totals + "; nothing was written");
        }
        return bills.stream().map(IssuedBill::number).toList();
    }
}
