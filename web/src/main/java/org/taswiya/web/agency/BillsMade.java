package org.taswiya.web.agency;

import java.util.ArrayList;
import java.util.List;
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
        List<ReprintedBill> made = new ArrayList<>(1);
        Reprint.execute(
                site.database(),
                site.rules().withUseOf(monthsBefore),
                BilledRange.ofBill(site.database(), number.serial()),
                made::add);
        return made.stream()
                .filter(ReprintedBill.Same.class::isInstance)
                .map(ReprintedBill.Same.class::cast)
                .findFirst();
    }
}
