package org.taswiya.deliver.explain;

import org.taswiya.core.receivables.ItemKind;
import org.taswiya.deliver.wording.Texts;

/// What an item is called where a customer reads of it.
final class ItemText {
    private ItemText() {}

    /// @param number as it is printed
    static String of(ItemKind kind, Texts texts, String number) {
        return switch (kind) {
            case BILL -> texts.text("receipt.bill", "number", number);
            case DEPOSIT -> texts.text("receipt.deposit", "number", number);
            case OPENING, ADJUSTMENT, REFUND -> texts.text("receipt.opening", "number", number);
        };
    }
}
