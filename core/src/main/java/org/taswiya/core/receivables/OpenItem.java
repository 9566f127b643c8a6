package org.taswiya.core.receivables;

import java.time.LocalDate;
import java.util.Comparator;
import org.taswiya.core.quantity.Money;

/// What an account still owes on one document.
///
/// @param account who owes it
/// @param service of a bill; empty where it is not known
/// @param dueOn the last day on which it can be paid in time, not before `issuedOn`
/// @param amount what was owed at first, above zero
/// @param open what of it is not settled, above zero
/// @param disputed what of that its customer disputes and nobody has decided yet
/// @param isLast whether what is disputed lets the others go first: not where it was arranged before, because an
///     instalment is paid by what settles it
public record OpenItem(
        String account,
        ItemKey key,
        String service,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        Money open,
        Money disputed,
        boolean isLast) {

    /// In which items are settled: what is not disputed first, what is disputed whole last; then the oldest due day,
    /// the oldest day of issue, kind and number.
    public static final Comparator<OpenItem> ORDER = Comparator.comparingInt(OpenItem::rank)
            .thenComparing(OpenItem::dueOn)
            .thenComparing(OpenItem::issuedOn)
            .thenComparing(OpenItem::key);

    public OpenItem {
        if (open.signum() <= 0 || open.compareTo(amount) > 0) {
            throw new IllegalArgumentException(key + " of " + amount + " is open with " + open
                    + "; expected more than nothing and no more than all");
        }
        if (disputed.signum() < 0 || disputed.compareTo(open) > 0) {
            throw new IllegalArgumentException(key + " of which " + open + " is open is disputed with " + disputed);
        }
        if (dueOn.isBefore(issuedOn)) {
            throw new IllegalArgumentException(key + " is due on " + dueOn + ", before it is issued on " + issuedOn);
        }
    }

    /// Of which nothing is disputed.
    public OpenItem(
            String account,
            ItemKey key,
            String service,
            LocalDate issuedOn,
            LocalDate dueOn,
            Money amount,
            Money open) {
        this(account, key, service, issuedOn, dueOn, amount, open, Money.ZERO, false);
    }

    private int rank() {
        return !isLast ? 0 : undisputed().signum() > 0 ? 1 : 2;
    }

    /// What of it is open and not disputed.
    public Money undisputed() {
        return open.minus(disputed);
    }

    /// The same, as far as it is not disputed; not asked of one that is disputed whole.
    public OpenItem withoutDisputed() {
        return new OpenItem(account, key, service, issuedOn, dueOn, amount, undisputed(), Money.ZERO, isLast);
    }

    /// The same with what its customer disputes, at most what is open.
    public OpenItem disputed(Money most, boolean isNowLast) {
        Money of = most.compareTo(open) < 0 ? most : open;
        return new OpenItem(account, key, service, issuedOn, dueOn, amount, open, of, isNowLast);
    }

    OpenItem withOpen(Money nowOpen) {
        return new OpenItem(account, key, service, issuedOn, dueOn, amount, nowOpen).disputed(disputed, isLast);
    }
}
