package org.taswiya.run;

import org.taswiya.core.quantity.Money;
import org.taswiya.store.shadow.StoredShadow.Part;
import org.taswiya.store.shadow.StoredShadow.Sum;

/// What bills come to under the books in use and under the new ones.
///
/// @param more, less, same how many pay more, less or the same
/// @param moreBy, lessBy the sums of those differences, both zero or more
public record ShadowSums(
        long bills, Money before, Money after, long more, Money moreBy, long less, Money lessBy, long same) {

    /// Of no bill.
    public static final ShadowSums NONE = new ShadowSums(0, Money.ZERO, Money.ZERO, 0, Money.ZERO, 0, Money.ZERO, 0);

    /// As it is kept.
    Sum stored(Part part, String name, int block, String service) {
        return new Sum(part, name, block, service, bills, before, after, more, moreBy, less, lessBy);
    }

    static ShadowSums of(Money before, Money after) {
        Money difference = after.minus(before);
        return switch (difference.signum()) {
            case 1 -> new ShadowSums(1, before, after, 1, difference, 0, Money.ZERO, 0);
            case -1 -> new ShadowSums(1, before, after, 0, Money.ZERO, 1, difference.negated(), 0);
            default -> new ShadowSums(1, before, after, 0, Money.ZERO, 0, Money.ZERO, 1);
        };
    }

    ShadowSums plus(ShadowSums other) {
        return new ShadowSums(
                bills + other.bills,
                before.plus(other.before),
                after.plus(other.after),
                more + other.more,
                moreBy.plus(other.moreBy),
                less + other.less,
                lessBy.plus(other.lessBy),
                same + other.same);
    }

    /// Above zero when the new books bring in more.
    public Money difference() {
        return after.minus(before);
    }
}
