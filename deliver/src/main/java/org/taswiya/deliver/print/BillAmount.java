package org.taswiya.deliver.print;

import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.bill.BillWords;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.AmountInWords;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What is to be paid of a bill and by when, or that nothing is.
///
/// @param isVoid whether it was taken back
record BillAmount(BillDocument document, boolean isVoid) implements AmountPart.Stated {

    @Override
    public String label(Language language) {
        Texts texts = Texts.of(language);
        if (isVoid) {
            return texts.text("print.cancelled");
        }
        return switch (document.bill().total().signum()) {
            case 1 ->
                texts.text(
                        "print.pay",
                        "date",
                        figures(language).date(document.bill().dueOn()));
            case -1 -> texts.text("print.credit");
            default -> texts.text("result.none");
        };
    }

    @Override
    public String amount(Language language) {
        return figures(language).money(withoutSign());
    }

    @Override
    public String inWords(Language language) {
        return AmountInWords.of(withoutSign(), currency(), language);
    }

    @Override
    public List<String> notes(Language language) {
        return isVoid ? List.of() : new BillWords(document, language).notesBesideInstalments();
    }

    private Money withoutSign() {
        Money total = document.bill().total();
        return total.signum() < 0 ? total.negated() : total;
    }

    private String currency() {
        return document.agreement().tariff().currency();
    }

    private Figures figures(Language language) {
        return new Figures(language, currency());
    }
}
