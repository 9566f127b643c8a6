package org.taswiya.deliver.einvoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.PrecedingBill;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.customer.Language;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.deliver.bill.BillStory;
import org.taswiya.deliver.bill.CountedTable;
import org.taswiya.deliver.bill.Dial;
import org.taswiya.deliver.bill.ItemWords;
import org.taswiya.deliver.bill.LampsTable;
import org.taswiya.deliver.bill.ReadingsTable;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.document.PlaceholderPrice;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What an invoice says in words (BT-22): how the usage is known, what was settled and why, what the meter showed.
final class InvoiceNotes {
    private static final String BETWEEN = " · ";

    private final BillDocument document;
    private final DraftBill bill;
    private final List<PrecedingBill> preceding;
    private final Language language;
    private final Texts texts;
    private final Figures figures;

    InvoiceNotes(BillDocument document, List<PrecedingBill> preceding, Language language, Figures figures) {
        this.document = document;
        this.bill = document.bill();
        this.preceding = preceding;
        this.language = language;
        this.texts = Texts.of(language);
        this.figures = figures;
    }

    List<String> all() {
        List<String> notes = new ArrayList<>(BillStory.of(document, language));
        if (bill.basis() instanceof Basis.OnReading(Settled settled)
                && !settled.writtenOff().total().isZero()) {
            notes.add(texts.text(
                    "einvoice.written-off",
                    "amount",
                    figures.money(settled.writtenOff().total())));
        }
        if (!preceding.isEmpty()) {
            notes.add(settles());
        }
        if (CountedTable.isOfLamps(document)) {
            notes.addAll(new LampsTable(document, language).sentences());
        } else {
            notes.add(readings());
            notes.addAll(new ReadingsTable(document, language).notes());
        }
        if (!document.placeholders().isEmpty()) {
            notes.add(provisional());
        }
        if (!bill.stampIfCash().isZero()) {
            notes.add(texts.text(
                    "result.cash",
                    "stamp",
                    figures.money(bill.stampIfCash()),
                    "total",
                    figures.money(bill.total().plus(bill.stampIfCash()))));
        }
        return notes;
    }

    /// In words too: of the two syntaxes one has room for a single bill before.
    private String settles() {
        StringJoiner bills = new StringJoiner(BETWEEN);
        for (PrecedingBill bill : preceding) {
            bills.add(texts.text(
                    "einvoice.preceding.bill", "number", bill.number(), "date", figures.date(bill.issuedOn())));
        }
        return texts.text("einvoice.preceding", "bills", bills);
    }

    private String readings() {
        StringJoiner all = new StringJoiner(BETWEEN);
        for (Dial dial : Dial.of(document.agreement())) {
            String register = dial.band().isEmpty() ? "" : figures.isolated(dial.band()) + ": ";
            dial.readings()
                    .forEach(reading -> all.add(register
                            + texts.text(
                                    "einvoice.reading",
                                    "date",
                                    figures.date(reading.at()),
                                    "value",
                                    figures.quantity(reading.value()),
                                    "kind",
                                    withoutMark(texts.text(kindKey(reading))))));
        }
        return texts.text("einvoice.readings", "readings", all);
    }

    /// Programs read it, and the word says what the mark says.
    private static String withoutMark(String kind) {
        return kind.replaceFirst("^[▨■□] ", "");
    }

    private static String kindKey(Reading reading) {
        return switch (reading) {
            case ActualReading _ -> "reading.actual";
            case CustomerReading _ -> "reading.customer";
            case EstimatedReading _ -> "reading.estimated";
        };
    }

    /// Prices that no source states yet are never told as if they were sure.
    private String provisional() {
        StringJoiner prices = new StringJoiner(BETWEEN);
        ItemWords words = new ItemWords(document.agreement().tariff(), texts, figures);
        LocalDate day = bill.segments().getFirst().range().from();
        for (PlaceholderPrice placeholder : document.placeholders()) {
            String price =
                    figures.price(placeholder.price(), placeholder.unit()).strip();
            prices.add(words.component(placeholder.component(), day) + " " + price);
        }
        return texts.text("einvoice.provisional", "prices", prices) + " " + texts.text("provisional.text");
    }
}
