package org.taswiya.run.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentRefusal;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Credit;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.run.desk.AdjustmentLook.Standing;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.adjustment.AdjustmentAnswer;
import org.taswiya.store.adjustment.Adjustments;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.adjustment.BillClaim;
import org.taswiya.store.adjustment.StoredAdjustment;
import org.taswiya.store.receivables.AccountRows;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Actor;

/// What staff take off or put on what an account owes: booked in a transaction, and kept only as it was shown.
public final class DeskAdjustments {
    private DeskAdjustments() {}

    private static final String NOTHING_SHOWN = "";

    /// What it would come to.
    public static DeskAdjustment look(
            Database database, AdjustmentRules rules, Adjustment adjustment, Days days, Actor actor, String why) {
        return ask(database, rules, adjustment, days, actor, why, NOTHING_SHOWN);
    }

    /// Asks for it, if it comes to what was shown: within the author's limit it is booked at once, above it waits for
    /// somebody else. The same key again is answered with what was done the first time.
    public static DeskAdjustment ask(
            Database database,
            AdjustmentRules rules,
            Adjustment adjustment,
            Days days,
            Actor actor,
            String why,
            String shown) {
        Change by = new Change(actor.at(), actor.staff(), why);
        return BooksTransaction.make(database, by, false, (connection, change) -> {
            Standing before = standing(connection, adjustment.account(), adjustment.item());
            List<BillClaim> claims = claims(connection, adjustment.item());
            Savepoint nothing = connection.setSavepoint();
            switch (Adjustments.ask(connection, rules.withoutLimits(), adjustment, days, by, change)) {
                case AdjustmentAnswer.Refused refused -> {
                    return kept(refused);
                }
                case AdjustmentAnswer.Done(var earlier, var isNew) -> {
                    if (!isNew) {
                        return new Done<>(new DeskAdjustment.Done(earlier), false);
                    }
                }
            }
            Standing after = standing(connection, adjustment.account(), adjustment.item());
            connection.rollback(nothing);
            return switch (Adjustments.ask(connection, rules, adjustment, days, by, change)) {
                case AdjustmentAnswer.Refused refused -> kept(refused);
                case AdjustmentAnswer.Done(var stored, var _) ->
                    ifShown(
                            connection,
                            new AdjustmentLook(stored, before, after, claims),
                            shown,
                            actor,
                            stored.needsSecond() ? "asked for" : "booked");
            };
        });
    }

    /// @param word what was done, for the trail
    private static Done<DeskAdjustment> ifShown(
            Connection connection, AdjustmentLook look, String shown, Actor actor, String word) throws SQLException {
        StoredAdjustment stored = look.adjustment();
        if (shown.equals(NOTHING_SHOWN)) {
            return new Done<>(new DeskAdjustment.Looked(look), false);
        }
        if (!look.text().equals(shown)) {
            return new Done<>(new DeskAdjustment.Changed(look), false);
        }
        StaffTrail.acted(
                connection, actor, stored.adjustment().account(), "adjustment " + stored.number() + " " + word);
        return new Done<>(new DeskAdjustment.Done(stored), true);
    }

    private static Done<DeskAdjustment> kept(AdjustmentAnswer.Refused refused) {
        return new Done<>(new DeskAdjustment.Refused(refused.reason(), refused.found()), false);
    }

    /// What is open of an account, and of one item of it.
    static Standing standing(Connection connection, String account, @Nullable ItemKey item) throws SQLException {
        Map<String, AccountItems> found = AccountRows.of(connection, List.of(account));
        AccountItems items = found.getOrDefault(account, new AccountItems(account, List.of(), List.of()));
        return new Standing(
                open(items, _ -> true),
                items.credits().stream().map(Credit::left).reduce(Money.ZERO, Money::plus),
                item == null ? null : open(items, one -> one.key().equals(item)));
    }

    /// What else gives back of a bill, or may.
    private static List<BillClaim> claims(Connection connection, @Nullable ItemKey item) throws SQLException {
        BillNumber bill = item == null || item.kind() != ItemKind.BILL
                ? null
                : BillNumber.parse(item.number()).orElse(null);
        return bill == null
                ? List.of()
                : BillClaim.of(connection, bill).stream()
                        .filter(BillClaim::isEntangled)
                        .toList();
    }

    private static Money open(AccountItems items, Predicate<OpenItem> which) {
        return items.items().stream().filter(which).map(OpenItem::open).reduce(Money.ZERO, Money::plus);
    }

    /// What it would come to if it were let through.
    public static DeskAdjustment lookAtApproval(
            Database database, AdjustmentRules rules, StoredAdjustment waiting, Days days, Actor actor) {
        return approve(database, rules, waiting, days, actor, "looked at", NOTHING_SHOWN);
    }

    /// Lets one through that waits, if it comes to what was shown. The same person's same word again is the same.
    public static DeskAdjustment approve(
            Database database,
            AdjustmentRules rules,
            StoredAdjustment waiting,
            Days days,
            Actor actor,
            String why,
            String shown) {
        Change by = new Change(actor.at(), actor.staff(), why);
        Adjustment adjustment = waiting.adjustment();
        return orTwice(
                database, waiting, actor, true, BooksTransaction.make(database, by, false, (connection, change) -> {
                    Standing before = standing(connection, adjustment.account(), adjustment.item());
                    List<BillClaim> claims = claims(connection, adjustment.item());
                    return switch (Adjustments.approve(connection, rules, waiting.id(), days, by, change)) {
                        case AdjustmentAnswer.Refused refused -> kept(refused);
                        case AdjustmentAnswer.Done(var stored, var _) -> {
                            Standing after = standing(connection, adjustment.account(), adjustment.item());
                            AdjustmentLook look = new AdjustmentLook(stored, before, after, claims);
                            yield ifShown(connection, look, shown, actor, "approved");
                        }
                    };
                }));
    }

    /// Refuses one that waits. The same person's same word again is the same.
    public static DeskAdjustment refuse(
            Database database, StoredAdjustment waiting, Days days, Actor actor, String why) {
        Change by = new Change(actor.at(), actor.staff(), why);
        return orTwice(
                database,
                waiting,
                actor,
                false,
                BooksTransaction.make(database, by, false, (connection, change) -> switch (Adjustments.refuse(
                        connection, waiting.id(), days, change)) {
                    case AdjustmentAnswer.Refused refused -> kept(refused);
                    case AdjustmentAnswer.Done(var stored, var _) -> {
                        StaffTrail.acted(
                                connection,
                                actor,
                                stored.adjustment().account(),
                                "adjustment " + stored.number() + " refused");
                        yield new Done<>(new DeskAdjustment.Done(stored), true);
                    }
                }));
    }

    private static DeskAdjustment orTwice(
            Database database, StoredAdjustment waiting, Actor actor, boolean isApproved, DeskAdjustment answer) {
        if (!(answer instanceof DeskAdjustment.Refused refused)
                || refused.reason() != AdjustmentRefusal.ALREADY_DECIDED) {
            return answer;
        }
        return Adjustments.of(database, waiting.id())
                .filter(now -> now.decision() != null
                        && now.decision().isApproved() == isApproved
                        && Change.isSamePerson(now.decision().author(), actor.staff()))
                .<DeskAdjustment>map(DeskAdjustment.Done::new)
                .orElse(answer);
    }
}
