package org.taswiya.web.agency;

import gg.jte.Content;
import org.taswiya.store.access.AccountStatement.StatedBill;
import org.taswiya.store.access.MadePage;

/// A bill as it stands now, around what was made of it.
///
/// @param account whose it is
/// @param opening HTML of ours, made by a template
/// @param body the same
public record BillPage(StatedBill stated, String account, String title, String opening, Content body) {

    static BillPage of(MadePage.Of found, MadePage page) {
        byte[] body = Deflated.inflated(page.body());
        return new BillPage(
                found.bill(), found.account(), page.title(), page.opening(), out -> out.writeBinaryContent(body));
    }
}
