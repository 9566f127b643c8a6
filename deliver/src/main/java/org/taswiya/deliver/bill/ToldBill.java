package org.taswiya.deliver.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What messages say of a bill, in one language.
///
/// @param title what it is called, without its number
/// @param number as it is paid with
/// @param numberedTitle what it is called
/// @param name of whoever it is for; empty where nobody is named
/// @param reference of the account, as bills print it
/// @param notes what else has to be known about the amount
public record ToldBill(
        Language language,
        String currency,
        String title,
        String number,
        String numberedTitle,
        Optional<String> name,
        String reference,
        Money total,
        LocalDate dueOn,
        List<String> notes) {
    private static final String SAMPLE_NUMBER = "0000000042BQ";

    public ToldBill {
        notes = List.copyOf(notes);
    }

    /// That of an issued bill.
    public static ToldBill of(BillDocument document, Language language) {
        BillWords words = new BillWords(document, language);
        return new ToldBill(
                language,
                document.agreement().tariff().currency(),
                words.title(),
                Objects.requireNonNull(document.number(), "a draft is told to nobody")
                        .toString(),
                words.numberedTitle(),
                words.addressee().stream().findFirst(),
                words.reference(),
                document.bill().total(),
                document.bill().dueOn(),
                words.notesOfMail());
    }

    /// One that is made up, by which the words can be looked at.
    ///
    /// @param currency the ISO code
    /// @param total below zero for a credit
    public static ToldBill sample(Language language, String account, String currency, Money total, LocalDate dueOn) {
        Texts texts = Texts.of(language);
        Figures figures = new Figures(language, currency);
        String title = texts.text(Title.key("water", false));
        return new ToldBill(
                language,
                currency,
                title,
                SAMPLE_NUMBER,
                texts.text("title.numbered", "title", title, "number", figures.isolated(SAMPLE_NUMBER)),
                Optional.of(figures.foreign(language == Language.AR ? "فاطمة الزهراء" : "Fatima Zahra")),
                figures.isolated(account),
                total,
                dueOn,
                total.signum() < 0 ? List.of(texts.text("result.credit.next")) : List.of());
    }

    /// The one thing that must be seen first.
    public String result() {
        return BillWords.result(Texts.of(language), new Figures(language, currency), total, dueOn);
    }
}
