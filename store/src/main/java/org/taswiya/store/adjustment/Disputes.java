package org.taswiya.store.adjustment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentRefusal;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.adjustment.DisputeAnswer.Refused;
import org.taswiya.store.receivables.AccountRows;
import org.taswiya.store.receivables.BooksTransaction;

/// What customers dispute, and what people answer.
public final class Disputes {
    private Disputes() {}

    /// What somebody disputes.
    ///
    /// @param amount null for all that is open
    /// @param reason one of the utility's that lowers: for it the item would be adjusted
    public record Opened(
            String account, ItemKey item, @Nullable Money amount, String reason, String evidence) {}

    /// Opens one: from that day on what is disputed is not dunned.
    public static DisputeAnswer open(Database database, AdjustmentRules rules, Opened opened, Days days, Change why) {
        return make(database, why, false, (connection, change) -> open(connection, rules, opened, days, change));
    }

    /// The same within a transaction of [BooksTransaction].
    public static DisputeAnswer open(
            Connection connection, AdjustmentRules rules, Opened opened, Days days, long change) throws SQLException {
        AccountItems items =
                AccountRows.of(connection, List.of(opened.account())).get(opened.account());
        OpenItem item = items == null ? null : items.item(opened.item()).orElse(null);
        Money amount = opened.amount() != null ? opened.amount() : item == null ? Money.ZERO : item.open();
        Optional<Refused> refused = refusal(connection, rules, opened, item, amount, days);
        if (item == null || refused.isPresent()) {
            return refused.orElseThrow();
        }
        boolean isWhole = amount.equals(item.open());
        return done(
                connection,
                DisputeRows.insert(connection, opened, amount, isWhole, days.on(), rules.disputeDays(), change));
    }

    private static Optional<Refused> refusal(
            Connection connection,
            AdjustmentRules rules,
            Opened opened,
            @Nullable OpenItem item,
            Money amount,
            Days days)
            throws SQLException {
        if (item == null) {
            return Optional.of(NothingToDispute.refusal(connection, opened.account(), opened.item()));
        }
        if (amount.signum() <= 0 || amount.compareTo(item.open()) > 0) {
            return refused(
                    AdjustmentRefusal.MORE_THAN_BILLED,
                    "found " + amount + ", and " + item.open() + " of " + opened.item()
                            + " is open; dispute what is above zero and not above that");
        }
        Optional<AdjustmentRules.Refused> byRules = rules.refusal(new Adjustment(
                opened.account(), null, opened.item(), amount.negated(), opened.reason(), opened.evidence()));
        if (byRules.isPresent()) {
            return refused(byRules.get().reason(), byRules.get().found());
        }
        if (days.on().isBefore(item.issuedOn()) || days.on().isAfter(days.today())) {
            return refused(
                    AdjustmentRefusal.WRONG_DAY,
                    opened.item() + " is issued on " + item.issuedOn() + " and today is " + days.today() + "; "
                            + days.on() + " is not between them");
        }
        for (StoredDispute other : DisputeRows.ofAccounts(connection, List.of(opened.account()))) {
            if (other.item().equals(opened.item()) && other.isUnsettled()) {
                return refused(
                        AdjustmentRefusal.DISPUTED_ALREADY,
                        "dispute " + other.id() + " of it is " + other.state().code() + "; resolve that one first");
            }
        }
        return Optional.empty();
    }

    /// What whoever decides has seen of the bill that is disputed.
    ///
    /// @param claim its [BillClaim#text()]; empty where it is no bill, null for what was not looked at
    /// @param isTrial whether it is only found out what would come of it
    public record Seen(@Nullable String claim, boolean isTrial) {
        public static final Seen NOTHING = new Seen(null, false);
    }

    /// What of a disputed bill stands now; empty where what is disputed is no bill.
    public static Optional<BillClaim> claim(Database database, StoredDispute dispute) {
        return BillNumber.parse(dispute.item().number()).flatMap(bill -> BillClaim.of(database, bill));
    }

    /// Rejects it: dunning goes on where it was.
    public static DisputeAnswer reject(Database database, long id, Days days, Change why) {
        return reject(database, id, days, Seen.NOTHING, why);
    }

    /// The same by somebody who has looked at it.
    public static DisputeAnswer reject(Database database, long id, Days days, Seen seen, Change why) {
        return make(database, why, seen.isTrial(), (connection, change) -> {
            StoredDispute dispute = DisputeRows.byId(connection, id).orElse(null);
            Optional<Refused> refused = undecided(connection, dispute, id, days, seen);
            if (refused.isPresent()) {
                return refused.get();
            }
            DisputeRows.end(connection, id, days.on(), 0, change);
            return done(connection, id);
        });
    }

    /// Upholds it, in part or in whole: an adjustment is asked for by who upholds it. At most their limit it is booked
    /// with it; above, the dispute keeps dunning back until somebody else has decided.
    ///
    /// No more of a bill is given back than it claims at that moment.
    ///
    /// @param amount null for all that is disputed
    public static DisputeAnswer uphold(
            Database database, AdjustmentRules rules, long id, @Nullable Money amount, Days days, Change why) {
        return uphold(database, rules, id, amount, days, Seen.NOTHING, why);
    }

    /// The same by somebody who has looked at it.
    public static DisputeAnswer uphold(
            Database database,
            AdjustmentRules rules,
            long id,
            @Nullable Money amount,
            Days days,
            Seen seen,
            Change why) {
        return make(database, why, seen.isTrial(), (connection, change) -> {
            StoredDispute dispute = DisputeRows.byId(connection, id).orElse(null);
            Optional<Refused> refused = undecided(connection, dispute, id, days, seen);
            if (dispute == null || refused.isPresent()) {
                return refused.orElseThrow();
            }
            Money granted = amount == null ? dispute.amount() : amount;
            if (granted.signum() <= 0 || granted.compareTo(dispute.amount()) > 0) {
                return new Refused(
                        AdjustmentRefusal.MORE_THAN_BILLED,
                        "found " + granted + ", and " + dispute.amount() + " is disputed");
            }
            Optional<Refused> twice = moreThanClaimed(connection, dispute.item(), granted);
            if (twice.isPresent()) {
                return twice.get();
            }
            Adjustment adjustment = new Adjustment(
                    dispute.account(),
                    "dispute/" + id,
                    dispute.item(),
                    granted.negated(),
                    dispute.reason(),
                    dispute.evidence());
            return switch (Adjustments.ask(connection, rules, adjustment, days, why, change)) {
                case AdjustmentAnswer.Refused(var reason, var found) -> new Refused(reason, found);
                case AdjustmentAnswer.Done(var stored, var _) -> {
                    DisputeRows.end(connection, id, days.on(), stored.id(), change);
                    yield done(connection, id);
                }
            };
        });
    }

    /// Ends what is disputed and what is asked for of a bill that is taken back in the same change: nothing of it is
    /// owed any more, so nobody has to be answered, and nothing waits for a second person.
    public static void endThoseOf(Connection connection, BillNumber bill, LocalDate on, long change)
            throws SQLException {
        BillClaim claim = BillClaim.of(connection, bill).orElseThrow();
        for (StoredDispute one : claim.disputes()) {
            if (one.end() == null) {
                LocalDate day = on.isBefore(one.openedOn()) ? one.openedOn() : on;
                DisputeRows.end(connection, one.id(), day, 0, change);
            }
        }
        for (StoredAdjustment one : claim.adjustments()) {
            if (one.state() == StoredAdjustment.State.ASKED) {
                LocalDate day = on.isBefore(one.askedOn()) ? one.askedOn() : on;
                AdjustmentRows.decide(connection, one.id(), day, null, 0, change);
            }
        }
    }

    private static Optional<Refused> undecided(
            Connection connection, @Nullable StoredDispute dispute, long id, Days days, Seen seen) throws SQLException {
        if (dispute == null) {
            return refused(AdjustmentRefusal.UNKNOWN_NUMBER, "there is no dispute " + id);
        }
        if (dispute.end() != null) {
            return refused(
                    AdjustmentRefusal.ALREADY_DECIDED,
                    "dispute " + id + " is " + dispute.state().code() + " already");
        }
        if (days.on().isBefore(dispute.openedOn()) || days.on().isAfter(days.today())) {
            return refused(
                    AdjustmentRefusal.WRONG_DAY,
                    "it was opened on " + dispute.openedOn() + " and today is " + days.today() + "; " + days.on()
                            + " is not between them");
        }
        return seen.claim() == null || seen.claim().equals(claimed(connection, dispute.item()))
                ? Optional.empty()
                : refused(
                        AdjustmentRefusal.CHANGED_SINCE,
                        "what " + dispute.item() + " claims is no longer what was looked at; look again");
    }

    /// For whatever reason it would be adjusted.
    private static Optional<Refused> moreThanClaimed(Connection connection, ItemKey item, Money granted)
            throws SQLException {
        BillNumber bill = BillNumber.parse(item.number()).orElse(null);
        BillClaim claim = bill == null ? null : BillClaim.of(connection, bill).orElse(null);
        return claim == null || claim.isTakenBack() || granted.compareTo(claim.left()) <= 0
                ? Optional.empty()
                : refused(AdjustmentRefusal.MORE_THAN_BILLED, "found " + granted + ", and " + claim.leftFound());
    }

    private static String claimed(Connection connection, ItemKey item) throws SQLException {
        BillNumber bill = BillNumber.parse(item.number()).orElse(null);
        return bill == null
                ? ""
                : BillClaim.of(connection, bill).map(BillClaim::text).orElse("");
    }

    private static Optional<Refused> refused(AdjustmentRefusal reason, String found) {
        return Optional.of(new Refused(reason, found));
    }

    /// Those of an account, or of all accounts, in the order in which they were opened.
    public static List<StoredDispute> list(Database database, @Nullable String account) {
        try (Connection connection = database.connect()) {
            return account == null ? DisputeRows.all(connection) : DisputeRows.ofAccounts(connection, List.of(account));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// One by its number.
    public static Optional<StoredDispute> of(Database database, long id) {
        try (Connection connection = database.connect()) {
            return DisputeRows.byId(connection, id);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private interface Work {
        DisputeAnswer on(Connection connection, long change) throws SQLException;
    }

    private static DisputeAnswer make(Database database, Change why, boolean isTrial, Work work) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            DisputeAnswer answer = work.on(connection, change);
            return new BooksTransaction.Done<>(answer, answer instanceof DisputeAnswer.Done);
        });
    }

    private static DisputeAnswer done(Connection connection, long id) throws SQLException {
        return new DisputeAnswer.Done(DisputeRows.byId(connection, id).orElseThrow());
    }
}
