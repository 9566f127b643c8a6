package org.taswiya.store.adjustment;

import java.sql.Connection;
import java.sql.SQLException;
import org.taswiya.core.adjustment.AdjustmentRefusal;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.adjustment.DisputeAnswer.Refused;
import org.taswiya.store.receivables.NamedNotOpen;

/// Why what a customer disputes is not open, in the words in which it was asked for. What is typed and is no other
/// number reads as a reference of the old system, which nobody may have meant: it is called by that name only where
/// the old system has handed one over.
final class NothingToDispute {
    private NothingToDispute() {}

    static Refused refusal(Connection connection, String account, ItemKey item) throws SQLException {
        if (!AdjustmentGuards.isAccount(connection, account)) {
            return new Refused(
                    AdjustmentRefusal.UNKNOWN_ACCOUNT, "there is no account " + account + "; check the number");
        }
        return switch (new NamedNotOpen(connection, account).reason(item)) {
            case OTHER_ACCOUNTS_ITEM ->
                new Refused(
                        AdjustmentRefusal.UNKNOWN_ITEM,
                        named(item) + " is of another account than " + account + "; check both numbers");
            case CANCELLED_ITEM ->
                new Refused(
                        AdjustmentRefusal.CANCELLED_ITEM,
                        named(item) + " was taken back: nothing of it is owed, and there is nothing to dispute");
            case ALREADY_CLOSED ->
                new Refused(
                        AdjustmentRefusal.UNKNOWN_ITEM,
                        "nothing of " + named(item) + " is open; if it was wrong, ask for an adjustment of it");
            case AMOUNT_NOT_ABOVE_ZERO,
                    ABOVE_LIMIT,
                    UNKNOWN_ACCOUNT,
                    FUTURE_DAY,
                    DAY_BEFORE_ACCOUNT,
                    NAMED_TWICE,
                    UNKNOWN_ITEM,
                    DAY_BEFORE_ITEM,
                    KEY_OF_ANOTHER,
                    UNKNOWN_RECEIPT,
                    ALREADY_REVERSED,
                    DAY_BEFORE_PAYMENT -> new Refused(AdjustmentRefusal.UNKNOWN_ITEM, unknown(account, item));
        };
    }

    private static String named(ItemKey item) {
        return switch (item.kind()) {
            case BILL, REFUND, ADJUSTMENT, DEPOSIT, CONNECTION -> item.toString();
            case OPENING -> "item " + item.number() + " of the old system";
        };
    }

    private static String unknown(String account, ItemKey item) {
        return switch (item.kind()) {
            case BILL, REFUND, DEPOSIT, CONNECTION -> "account " + account + " has no " + item + "; check the number";
            case ADJUSTMENT -> "account " + account + " owes nothing by " + item + "; check the number";
            case OPENING ->
                "account " + account + " has neither a bill nor any other item " + item.number()
                        + "; check the number: a bill's has ten digits and the two letters that go with them";
        };
    }
}
