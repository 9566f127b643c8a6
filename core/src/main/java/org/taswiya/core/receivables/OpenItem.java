package org.taswiya.core.receivables;

import java.time.LocalDate;
import java.util.Comparator;
import org.taswiya.core.quantity.Money;

/// What an account still owes on one document.
///
/// @param service of a bill; empty where it is not known
/// @param amount what was owed at first, above zero
/// @param open what of it is not settled, above zero
public record OpenItem(
        String account, ItemKey key, String service, LocalDate issuedOn, LocalDate dueOn, Money amount, Money open) {

    /// In which items are settled: the oldest due day first, then the oldest day of issue, then kind and number.
    public static final Comparator<OpenItem> ORDER = Comparator.comparing(OpenItem::dueOn)
            .thenComparing(OpenItem::issuedOn)
            .thenComparing(OpenItem::key);

    public OpenItem {
        if (open.signum() <= 0 || open.compareTo(amount) > 0) {
            throw new IllegalArgumentException(key + " of " + amount + " is open with " + open
                    + "; expected more than nothing and no more than all");
        }
        if (dueOn.isBefore(issuedOn)) {
            throw new IllegalArgumentException(key + " is due on " + dueOn + ", before it is issued on " + issuedOn);
        }
    }

    OpenItem withOpen(Money open) {
        return new OpenItem(account, key, service, issuedOn, dueOn, amount, open);
    }
}
