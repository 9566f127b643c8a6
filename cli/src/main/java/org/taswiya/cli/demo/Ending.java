package org.taswiya.cli.demo;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.demo.ToldCustomers.Told;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.core.billing.AccountOutcome.Notice;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.explain.Explanation;
import org.taswiya.store.Home;

/// After the figures: three customers in full, where the documents are, and what to type next.
final class Ending {
    private final Look look;
    private final Currency currency;
    private final Home home;
    private final SettlementDocuments documents;
    private final ToldPapers papers;
    private final ToldMessages messages;
    private final List<String> lines = new ArrayList<>();

    Ending(
            Look look,
            Currency currency,
            Home home,
            SettlementDocuments documents,
            ToldPapers papers,
            ToldMessages messages) {
        this.look = look;
        this.currency = currency;
        this.home = home;
        this.documents = documents;
        this.papers = papers;
        this.messages = messages;
    }

    List<String> lines(List<Told> told) {
        told.forEach(this::tell);
        lines.add("  " + look.accent("documents  ") + documents.folder() + ", "
                + Grouped.of(documents.files().size()) + " bills");
        lines.add("  " + look.accent("papers     ") + papers.folder() + ", " + papers.count()
                + " bills to look at, in Arabic, French and both");
        lines.add("  " + look.accent("mailbox    ") + messages.folder() + ", " + messages.count()
                + " messages as their customers get them");
        if (!told.isEmpty()) {
            lines.add("  " + look.accent("next       ") + "./taswiya explain "
                    + documents.file(told.getFirst().bill()) + " --lang ar");
        }
        lines.add("             ./taswiya verify " + documents.folder());
        lines.add("             ./taswiya ledger export --format hledger --home " + home.folder());
        return lines;
    }

    private void tell(Told told) {
        Subscriber subscriber = told.subscriber();
        lines.add(look.accent("━━ " + told.role()) + "  "
                + look.strong(subscriber.customer().latinName()) + "  "
                + subscriber.customer().arabicName() + ", " + subscriber.label());
        lines.add("");
        BillDocument document = documents.document(told.bill(), told.settling().input(), subscriber);
        String title = documents.tariffTitle(told.bill(), Language.EN);
        Explanation.of(document, title, Language.EN, look == Look.COLOURED)
                .lines()
                .forEach(lines::add);
        lines.add("");
        for (IssuedBill bill : told.settling().bills()) {
            if (!bill.equals(told.bill())) {
                lines.add("  the other bill of this account: "
                        + documents.file(bill).getFileName());
            }
        }
        if (told.settling().bills().size() > 1) {
            told.settling().outcome().notice().ifPresent(notice -> lines.add("  " + together(notice)));
        }
        lines.add("");
    }

    /// What the account has to pay for all its bills at once: one of them may be in its favour.
    private String together(Notice notice) {
        Money total = notice.total();
        String amount = currency.money(total.signum() < 0 ? total.negated() : total);
        return switch (total.signum()) {
            case 1 -> "both bills together: " + amount + " to pay";
            case -1 -> "both bills together: " + amount + " in your favour";
            default -> "both bills together: nothing to pay";
        };
    }
}
