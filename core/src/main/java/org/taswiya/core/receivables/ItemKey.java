package org.taswiya.core.receivables;

import java.util.Comparator;
import org.taswiya.core.billing.BillNumber;

/// What tells the items of an account apart.
///
/// @param number a bill's or a refund's number as printed, or the reference of a document of the old system
public record ItemKey(ItemKind kind, String number) implements Comparable<ItemKey> {
    private static final Comparator<ItemKey> ORDER =
            Comparator.comparing(ItemKey::kind).thenComparing(ItemKey::number);

    public static ItemKey bill(String number) {
        return new ItemKey(ItemKind.BILL, number);
    }

    public static ItemKey opening(String reference) {
        return new ItemKey(ItemKind.OPENING, reference);
    }

    /// Of a number as people type it: a bill's, an adjustment's, a deposit's, a new connection's, or else a
    /// reference of the old system.
    public static ItemKey ofNumber(String number) {
        if (number.matches("AJ[0-9]{10}")) {
            return new ItemKey(ItemKind.ADJUSTMENT, number);
        }
        if (number.matches("D[0-9]{10}")) {
            return new ItemKey(ItemKind.DEPOSIT, number);
        }
        if (number.matches("NC[0-9]{10}")) {
            return new ItemKey(ItemKind.CONNECTION, number);
        }
        return BillNumber.parse(number).isPresent() ? bill(number) : opening(number);
    }

    @Override
    public int compareTo(ItemKey other) {
        return ORDER.compare(this, other);
    }

    /// For example `bill 0000000042BQ`.
    @Override
    public String toString() {
        return kind.code() + " " + number;
    }
}
