package org.taswiya.web.pay;

import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Payment;
import org.taswiya.deliver.explain.ItemText;
import org.taswiya.deliver.wording.Texts;
import org.taswiya.web.page.Frame;

/// What something is owed on, and how money came, as receipts call it.
public final class Items {
    private Items() {}

    public static String name(ItemKey item, Frame frame) {
        return ItemText.of(item, Texts.of(frame.language()), frame.figures());
    }

    public static String received(Payment payment, Frame frame) {
        Texts texts = Texts.of(frame.language());
        return texts.text(
                "receipt.label",
                "means",
                texts.text("receipt.by." + payment.paidBy().code()));
    }
}
