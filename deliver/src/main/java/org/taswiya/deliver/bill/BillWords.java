package org.taswiya.deliver.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.InstalmentOffer;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What a bill is called, whose it is, what it comes to, and what has to be known about the amount.
public final class BillWords {
    private static final String PRICES_BELOW = "result.provisional";

    private final BillDocument document;
    private final DraftBill bill;
    private final Language language;
    private final Texts texts;
    private final Figures figures;

    /// The words of a bill in one language.
    public BillWords(BillDocument document, Language language) {
        this.document = document;
        this.bill = document.bill();
        this.language = language;
        this.texts = Texts.of(language);
        this.figures = new Figures(language, document.agreement().tariff().currency());
    }

    /// `Water bill`.
    public String title() {
        boolean sanitation = bill.segments().stream()
                .flatMap(segment -> segment.rating().lines().stream())
                .anyMatch(line -> line.component().equals("sanitation"));
        return texts.text(Title.key(bill.service(), sanitation), "service", figures.foreign(bill.service()));
    }

    /// `Water bill no. 0000000042BQ`, or that it has no number yet.
    public String numberedTitle() {
        return document.number() == null
                ? texts.text("title.draft", "title", title())
                : texts.text(
                        "title.numbered",
                        "title",
                        title(),
                        "number",
                        figures.isolated(document.number().toString()));
    }

    /// The customer's name and address, as far as known.
    public List<String> addressee() {
        Addressee addressee = document.addressee();
        if (addressee == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        boolean arabic = language == Language.AR;
        String name = arabic ? addressee.arabicName() : addressee.latinName();
        String otherName = arabic ? addressee.latinName() : addressee.arabicName();
        lines.add(figures.foreign(name.isBlank() ? otherName : name));
        if (!addressee.address().isBlank()) {
            lines.add(figures.foreign(addressee.address()));
        }
        return lines;
    }

    /// The account's reference as it is printed.
    public String reference() {
        Addressee addressee = document.addressee();
        return figures.isolated(addressee == null ? bill.customerAccount() : addressee.reference());
    }

    /// All days that it bills.
    public DateRange span() {
        List<BillSegment> segments = bill.segments();
        return DateRange.of(
                segments.getFirst().range().from(), segments.getLast().range().to());
    }

    /// The one thing that must be seen first.
    public String result() {
        return result(texts, figures, bill.total(), bill.dueOn());
    }

    static String result(Texts texts, Figures figures, Money total, LocalDate dueOn) {
        return switch (total.signum()) {
            case 1 -> texts.text("result.pay", "amount", figures.money(total), "date", figures.date(dueOn));
            case -1 -> texts.text("result.credit", "amount", figures.money(total.negated()));
            default -> texts.text("result.none");
        };
    }

    /// What else has to be known about the amount, with the instalments as a sentence.
    public List<String> notes() {
        return notes(true, PRICES_BELOW);
    }

    /// The same where the instalments stand in a table of their own.
    public List<String> notesBesideInstalments() {
        return notes(false, PRICES_BELOW);
    }

    /// The same in an e-mail, which lists no prices itself.
    List<String> notesOfMail() {
        return notes(true, "mail.bill.provisional");
    }

    private List<String> notes(boolean withOffer, String provisional) {
        Money total = bill.total();
        List<String> notes = new ArrayList<>();
        if (total.signum() < 0) {
            notes.add(texts.text("result.credit.next"));
        }
        if (!document.placeholders().isEmpty()) {
            notes.add(texts.text(provisional));
        }
        if (!bill.stampIfCash().isZero()) {
            notes.add(texts.text(
                    "result.cash",
                    "stamp",
                    figures.money(bill.stampIfCash()),
                    "total",
                    figures.money(total.plus(bill.stampIfCash()))));
        }
        if (withOffer) {
            offer().ifPresent(notes::add);
        }
        Money arrears = document.account().arrears();
        if (arrears.signum() > 0) {
            notes.add(texts.text("result.arrears", "amount", figures.money(arrears)));
        } else if (arrears.signum() < 0) {
            notes.add(texts.text("result.arrears.credit", "amount", figures.money(arrears.negated())));
        }
        return notes;
    }

    /// That it may be paid in instalments; empty where none are offered.
    public Optional<String> offer() {
        return bill.offer().map(this::instalments);
    }

    private String instalments(InstalmentOffer offer) {
        String parts = figures.count("instalments", offer.instalments());
        String each = figures.money(offer.each());
        if (offer.first().equals(offer.each())) {
            return texts.text("result.instalments.even", "parts", parts, "each", each);
        }
        String rest = figures.count("rest", offer.instalments() - 1L).replace("{each}", each);
        return texts.text("result.instalments", "parts", parts, "first", figures.money(offer.first()), "rest", rest);
    }

    /// Where to ask, and how anybody can check it.
    public List<String> ask() {
        boolean issued = document.number() != null;
        String number = issued ? String.valueOf(document.number()) : bill.agreement();
        String ask = texts.text("ask.text", "number", figures.isolated(number));
        if (!issued) {
            return List.of(ask);
        }
        String command = "./taswiya verify " + document.fileName();
        return List.of(ask, texts.text("ask.verify", "command", figures.isolated(command.replace(' ', '\u00A0'))));
    }
}
