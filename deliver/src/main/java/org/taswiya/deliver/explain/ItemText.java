package org.taswiya.deliver.explain;

import org.taswiya.core.receivables.ItemKey;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What a customer owes something on, as receipts and arrangements call it.
public final class ItemText {
    private ItemText() {}

    public static String of(ItemKey item, Texts texts, Figures figures) {
        String number = figures.isolated(item.number());
        return switch (item.kind()) {
            case BILL -> texts.text("receipt.bill", "number", number);
            case CONNECTION -> texts.text("receipt.connection", "number", number);
            case DEPOSIT -> texts.text("receipt.deposit", "number", number);
            case ADJUSTMENT -> texts.text("receipt.adjustment", "number", number);
            case REFUND -> texts.text("receipt.refund", "number", number);
            case OPENING -> texts.text("receipt.opening", "number", number);
        };
    }
}
