package org.taswiya.deliver.explain;

import org.taswiya.core.receivables.ItemKey;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What a customer owes something on, as they call it.
final class ItemText {
    private ItemText() {}

    static String of(Texts texts, Figures figures, ItemKey item) {
        String number = figures.isolated(item.number());
        return switch (item.kind()) {
            case BILL -> texts.text("receipt.bill", "number", number);
            case OPENING -> texts.text("receipt.opening", "number", number);
            case REFUND -> texts.text("receipt.refund", "number", number);
            case ADJUSTMENT -> texts.text("receipt.adjustment", "number", number);
        };
    }
}
