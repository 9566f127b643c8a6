package org.taswiya.web.agency;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.access.AccountStatement.StatedBill;
import org.taswiya.store.access.MadePage;
import org.taswiya.web.page.Frame;

/// A bill as it stands now, around what was made of it.
///
/// @param account whose it is
/// @param now what it is now; null where that is what was sent
/// @param isPayable whether something of it is to be paid that is not disputed
/// @param isDisputed whether a dispute of it waits for an answer
/// @param opening HTML of ours, made by a template
/// @param body the same
public record BillPage(
        StatedBill stated,
        String account,
        String title,
        @Nullable BillNowText now,
        boolean isPayable,
        boolean isDisputed,
        String opening,
        Content body) {

    static BillPage of(MadePage.Of found, MadePage page, AdjustmentRules rules, Frame frame) {
        byte[] body = Deflated.inflated(page.body());
        Money disputed = found.now().disputed();
        return new BillPage(
                found.bill(),
                found.account(),
                page.title(),
                BillNowText.of(found.bill(), found.now(), rules, frame).orElse(null),
                found.bill().open().compareTo(disputed) > 0,
                disputed.signum() > 0,
                page.opening(),
                out -> out.writeBinaryContent(body));
    }
}
