package org.taswiya.core.receivables;

import java.util.Comparator;

/// Where money comes from that settles items: what tells the credits and payments of an account apart.
///
/// @param number a receipt's or a bill's number as printed, or the reference of a document of the old system
public record CreditKey(CreditKind kind, String number) implements Comparable<CreditKey> {
    private static final Comparator<CreditKey> ORDER =
            Comparator.comparing(CreditKey::kind).thenComparing(CreditKey::number);

    @Override
    public int compareTo(CreditKey other) {
        return ORDER.compare(this, other);
    }

    /// For example `payment R0000000042BQ`.
    @Override
    public String toString() {
        return kind.code() + " " + number;
    }
}
