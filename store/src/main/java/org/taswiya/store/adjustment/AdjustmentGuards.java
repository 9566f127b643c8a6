package org.taswiya.store.adjustment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.adjustment.AdjustmentRefusal;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.adjustment.BilledShare;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.store.Rows;
import org.taswiya.store.adjustment.AdjustmentAnswer.Refused;

/// What an adjustment has to pass, when it is asked for and again when it is booked.
final class AdjustmentGuards {
    private AdjustmentGuards() {}

    /// What it adjusts, as the books have it.
    private record Document(LocalDate issuedOn, Money amount, boolean isGone) {}

    static Optional<Refused> refusal(
            Connection connection, AdjustmentRules rules, Adjustment adjustment, LocalDate on, LocalDate today)
            throws SQLException {
        Optional<AdjustmentRules.Refused> byRules = rules.refusal(adjustment);
        if (byRules.isPresent()) {
            return refused(byRules.get().reason(), byRules.get().found());
        }
        if (on.isAfter(today)) {
            return refused(AdjustmentRefusal.WRONG_DAY, "today is " + today + ", before " + on);
        }
        if (!isAccount(connection, adjustment.account())) {
            return refused(
                    AdjustmentRefusal.UNKNOWN_ACCOUNT,
                    "there is no account " + adjustment.account() + "; check the number");
        }
        AdjustmentReason reason = Objects.requireNonNull(rules.reasons().get(adjustment.reason()));
        ItemKey item = adjustment.item();
        if (reason.isAsBilled() && (item == null || item.kind() != ItemKind.BILL)) {
            return refused(
                    AdjustmentRefusal.NO_BILL,
                    "reason " + reason.code() + " goes as a bill was billed; name the bill with --bill");
        }
        return item == null ? Optional.empty() : ofItem(connection, rules, adjustment, item, reason, on);
    }

    private static Optional<Refused> ofItem(
            Connection connection,
            AdjustmentRules rules,
            Adjustment adjustment,
            ItemKey item,
            AdjustmentReason reason,
            LocalDate on)
            throws SQLException {
        Document document = document(connection, adjustment.account(), item);
        if (document == null) {
            return refused(
                    AdjustmentRefusal.UNKNOWN_ITEM,
                    "account " + adjustment.account() + " has no bill or other item " + item.number()
                            + " above zero; check the number");
        }
        if (document.isGone()) {
            return refused(AdjustmentRefusal.CANCELLED_ITEM, item + " was taken back; nothing of it is owed");
        }
        if (on.isBefore(document.issuedOn())) {
            return refused(
                    AdjustmentRefusal.WRONG_DAY,
                    item + " is issued on " + document.issuedOn() + ", after " + on + "; check the day");
        }
        return adjustment.isLowering() && reason.isAsBilled()
                ? tooMuch(connection, rules, adjustment, item, document)
                : Optional.empty();
    }

    /// Revenue and taxes of a bill cannot fall below nothing, and what a later bill has given back of its days, or
    /// somebody has taken off it, nobody gives back again.
    private static Optional<Refused> tooMuch(
            Connection connection, AdjustmentRules rules, Adjustment adjustment, ItemKey item, Document document)
            throws SQLException {
        Money left = Objects.requireNonNull(left(connection, adjustment));
        Money asBilled = document.amount();
        for (StoredAdjustment one : AdjustmentRows.inForceOn(connection, adjustment.account(), item)) {
            AdjustmentReason earlier = rules.reasons().get(one.adjustment().reason());
            if (earlier != null && earlier.isAsBilled()) {
                asBilled = asBilled.plus(one.adjustment().amount());
            }
        }
        boolean isDivisible = BilledShares.of(connection, AdjustmentBooks.bill(adjustment)).stream()
                .map(BilledShare::gross)
                .anyMatch(gross -> gross.signum() > 0);
        Money most = asBilled.compareTo(left) < 0 ? asBilled : left;
        return adjustment.size().compareTo(most) > 0 || !isDivisible
                ? more(connection, adjustment, most)
                : Optional.empty();
    }

    private static Optional<Refused> more(Connection connection, Adjustment adjustment, Money left)
            throws SQLException {
        ItemKey item = Objects.requireNonNull(adjustment.item());
        Optional<BillClaim> claim = claim(connection, item);
        String found = claim.isPresent() && claim.get().left().equals(left)
                ? claim.get().leftFound()
                : left + " of " + item + " is billed";
        return refused(AdjustmentRefusal.MORE_THAN_BILLED, "found " + adjustment.size() + ", and " + found);
    }

    /// What of the item can still be given back, for whatever reason; null for the account as such.
    static @Nullable Money left(Connection connection, Adjustment adjustment) throws SQLException {
        ItemKey item = adjustment.item();
        Document document = item == null ? null : document(connection, adjustment.account(), item);
        if (item == null || document == null) {
            return null;
        }
        Optional<BillClaim> claim = claim(connection, item);
        if (claim.isPresent()) {
            return claim.get().left();
        }
        Money left = document.amount();
        for (StoredAdjustment one : AdjustmentRows.inForceOn(connection, adjustment.account(), item)) {
            left = left.plus(one.adjustment().amount());
        }
        return left;
    }

    private static Optional<BillClaim> claim(Connection connection, ItemKey item) throws SQLException {
        BillNumber bill =
                item.kind() == ItemKind.BILL ? BillNumber.parse(item.number()).orElse(null) : null;
        return bill == null ? Optional.empty() : BillClaim.of(connection, bill);
    }

    static boolean isAccount(Connection connection, String account) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select from customer_account where reference = ?")) {
            query.setString(1, account);
            return !Rows.list(query, row -> row).isEmpty();
        }
    }

    private static @Nullable Document document(Connection connection, String account, ItemKey item)
            throws SQLException {
        return switch (item.kind()) {
            case BILL -> BillNumber.parse(item.number()).isEmpty() ? null : document(connection, account, item, """
                    select b.billed_on, b.net + b.tax, exists (select from cancellation c where c.bill = b.serial)
                    from bill b where b.account = ? and b.serial = left(?, 10)::bigint""");
            case OPENING -> document(connection, account, item, """
                    select o.issued_on, o.amount, exists (
                        select from opening_item_taken_back t
                        where t.account = o.account and t.reference = o.reference)
                    from opening_item o where o.account = ? and o.reference = ?""");
            case ADJUSTMENT -> document(connection, account, item, """
                    select d.decided_on, a.amount, exists (
                        select from adjustment_reversal r where r.adjustment = a.id)
                    from adjustment a join adjustment_decision d on d.adjustment = a.id and d.is_approved
                    where a.account = ? and adjustment_number(a.id) = ?""");
            case REFUND, DEPOSIT, CONNECTION -> null;
        };
    }

    private static @Nullable Document document(Connection connection, String account, ItemKey item, String sql)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, account);
            query.setString(2, item.number());
            return Rows.list(
                            query,
                            row -> new Document(
                                    row.getObject(1, LocalDate.class),
                                    Money.ofMinor(row.getLong(2)),
                                    row.getBoolean(3)))
                    .stream()
                    .filter(document -> document.amount().signum() > 0)
                    .findFirst()
                    .orElse(null);
        }
    }

    static Optional<Refused> refused(AdjustmentRefusal reason, String found) {
        return Optional.of(new Refused(reason, found));
    }
}
