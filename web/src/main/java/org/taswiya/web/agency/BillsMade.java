package org.taswiya.web.agency;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.run.Reprint;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.web.Site;

/// Bills made again as they were issued. Whose they are, is asked before.
public final class BillsMade {
    private BillsMade() {}

    /// @param monthsBefore of how many months before it the use is read too
    /// @return empty where it cannot be made as it was, or is not there
    public static Optional<ReprintedBill.Same> of(Site site, BillNumber number, int monthsBefore) {
        return Optional.ofNullable(of(site, List.of(number), monthsBefore).get(number));
    }

    /// The same of several at once.
    ///
    /// @return without those that cannot be made as they were, or are not there
    static Map<BillNumber, ReprintedBill.Same> of(Site site, Collection<BillNumber> numbers, int monthsBefore) {
        Map<BillNumber, ReprintedBill.Same> made = new HashMap<>();
        Reprint.execute(
                site.database(),
                site.rules().withUseOf(monthsBefore),
                BilledRange.ofBills(
                        site.database(),
                        numbers.stream().map(BillNumber::serial).toList()),
                bill -> {
                    if (bill instanceof ReprintedBill.Same same) {
                        made.put(same.number(), same);
                    }
                });
        return made;
    }
}
