package org.taswiya.deliver.wording;

import org.taswiya.core.customer.Language;
import org.taswiya.core.online.AttemptState;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ReceiptNumber;

/// What customers who pay by card read, on our pages and on the trial page of the sandbox.
public final class OnlineText {
    private final Texts texts;
    private final Figures figures;

    /// @param currency the ISO code of the money
    public OnlineText(Language language, String currency) {
        this.texts = Texts.of(language);
        this.figures = new Figures(language, currency);
    }

    /// What stands on our pages.
    public enum Label {
        TITLE("online.title"),
        ACCOUNT("online.account"),
        BILL("online.bill"),
        PAY("online.pay"),
        RELOAD("online.reload"),
        UNKNOWN_BILL("online.unknown-bill"),
        NOTHING_DUE("online.nothing-due"),
        UNKNOWN("online.unknown"),
        TRIAL("sandbox.title"),
        ACCEPT("sandbox.accept"),
        REFUSE("sandbox.refuse"),
        LATE("sandbox.late"),
        REPEAT("sandbox.repeat"),
        BEFORE("sandbox.before"),
        SILENT("sandbox.silent");

        private final String key;

        Label(String key) {
            this.key = key;
        }
    }

    public String label(Label label) {
        return texts.text(label.key);
    }

    public String state(AttemptState state) {
        return texts.text("online.state." + state.code());
    }

    public String amount(Money amount) {
        return texts.text("online.amount", "amount", figures.money(amount));
    }

    public String receipt(ReceiptNumber receipt) {
        return texts.text("online.receipt", "receipt", figures.isolated(receipt.toString()));
    }

    /// What the trial page is about.
    public String attempt(String utility, String attempt, Money amount) {
        return texts.text(
                "sandbox.attempt",
                "utility",
                figures.isolated(utility),
                "attempt",
                figures.isolated(attempt),
                "amount",
                figures.money(amount));
    }
}
