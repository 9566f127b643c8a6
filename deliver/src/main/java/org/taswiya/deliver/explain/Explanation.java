package org.taswiya.deliver.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.DraftBill.InstalmentOffer;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.customer.Language;
import org.taswiya.core.estimation.Estimate;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.ReadingSuspension;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.EstimateSentence;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.OwnReadingSentence;
import org.taswiya.deliver.wording.Texts;

/// Tells a bill in one language, the most important thing first.
public final class Explanation {

    private final BillDocument document;
    private final @Nullable String tariffTitle;
    private final DraftBill bill;
    private final Language language;
    private final Texts texts;
    private final Figures figures;
    private final TextPage page;

    private Explanation(BillDocument document, @Nullable String tariffTitle, Language language, boolean colour) {
        this.document = document;
        this.tariffTitle = tariffTitle;
        this.bill = document.bill();
        this.language = language;
        this.texts = Texts.of(language);
        this.figures = new Figures(language, document.agreement().tariff().currency());
        this.page = new TextPage(language, colour);
    }

    /// The whole text, ending with a line feed.
    ///
    /// @param tariffTitle what the price book is called in that language; null when it is not at hand
    /// @param colour whether to use the escapes by which a terminal shows colour
    public static String of(BillDocument document, @Nullable String tariffTitle, Language language, boolean colour) {
        Explanation explanation = new Explanation(document, tariffTitle, language, colour);
        explanation.write();
        return explanation.page.toString();
    }

    private void write() {
        writeHead();
        writeResult();
        switch (bill.basis()) {
            case Basis.OnEstimate(Estimate estimate) -> writeEstimated(estimate);
            case Basis.OnReading(Settled settled) -> writeSettled(settled);
        }
        new ReadingsPart(document, texts, figures, page).write();
        if (bill.basis() instanceof Basis.OnReading(Settled settled) && hasBilledPeriods(settled)) {
            new MonthsPart(document, settled, texts, figures, page).write();
        }
        new PricingPart(document, tariffTitle, texts, figures, page).write();
        if (bill.basis() instanceof Basis.OnReading(Settled settled)
                && settled.periods().size() > 1
                && !settled.usage().isZero()) {
            new ProofPart(document, settled, texts, figures, page).write();
        }
        if (!document.placeholders().isEmpty()) {
            new PricingPart(document, tariffTitle, texts, figures, page).writePlaceholders();
        }
        writeAsk();
    }

    private static boolean hasBilledPeriods(Settled settled) {
        return settled.periods().getFirst().kind() != Kind.CURRENT;
    }

    private void writeHead() {
        String title = texts.text(titleKey(), "service", figures.foreign(bill.service()));
        page.title(
                document.number() == null
                        ? texts.text("title.draft", "title", title)
                        : texts.text(
                                "title.numbered",
                                "title",
                                title,
                                "number",
                                figures.isolated(document.number().toString())));
        Addressee addressee = document.addressee();
        String reference = bill.customerAccount();
        if (addressee != null) {
            boolean arabic = language == Language.AR;
            String name = arabic ? addressee.arabicName() : addressee.latinName();
            String otherName = arabic ? addressee.latinName() : addressee.arabicName();
            page.paragraph(figures.foreign(name.isBlank() ? otherName : name));
            if (!addressee.address().isBlank()) {
                page.paragraph(figures.foreign(addressee.address()));
            }
            reference = addressee.reference();
        }
        page.paragraph(texts.text(
                "who.account",
                "reference",
                figures.isolated(reference),
                "agreement",
                figures.isolated(bill.agreement())));
        page.paragraph(texts.text(
                "who.billed", "date", figures.date(bill.billedOn()), "period", figures.periodInWords(span())));
    }

    private String titleKey() {
        boolean sanitation = bill.segments().stream()
                .flatMap(segment -> segment.rating().lines().stream())
                .anyMatch(line -> line.component().equals("sanitation"));
        return Title.key(bill.service(), sanitation);
    }

    private DateRange span() {
        List<BillSegment> segments = bill.segments();
        return DateRange.of(
                segments.getFirst().range().from(), segments.getLast().range().to());
    }

    private void writeResult() {
        Money total = bill.total();
        page.blank();
        switch (total.signum()) {
            case 1 ->
                page.result(
                        texts.text("result.pay", "amount", figures.money(total), "date", figures.date(bill.dueOn())));
            case -1 -> page.result(texts.text("result.credit", "amount", figures.money(total.negated())));
            default -> page.result(texts.text("result.none"));
        }
        List<String> notes = notes(total);
        if (!notes.isEmpty()) {
            page.blank();
            notes.forEach(page::paragraph);
        }
    }

    /// What else has to be known about the amount.
    private List<String> notes(Money total) {
        List<String> notes = new ArrayList<>();
        if (total.signum() < 0) {
            notes.add(texts.text("result.credit.next"));
        }
        if (!document.placeholders().isEmpty()) {
            notes.add(texts.text("result.provisional"));
        }
        if (!bill.stampIfCash().isZero()) {
            notes.add(texts.text(
                    "result.cash",
                    "stamp",
                    figures.money(bill.stampIfCash()),
                    "total",
                    figures.money(total.plus(bill.stampIfCash()))));
        }
        bill.offer().ifPresent(offer -> notes.add(instalments(offer)));
        Money arrears = document.account().arrears();
        if (arrears.signum() > 0) {
            notes.add(texts.text("result.arrears", "amount", figures.money(arrears)));
        } else if (arrears.signum() < 0) {
            notes.add(texts.text("result.arrears.credit", "amount", figures.money(arrears.negated())));
        }
        return notes;
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

    private void writeEstimated(Estimate estimate) {
        page.blank();
        page.paragraph(texts.text("story.estimated"));
        if (writeSuspensions()) {
            page.paragraph(OwnReadingSentence.of(document.account().policy().estimation(), language));
        }
        page.paragraph(EstimateSentence.of(estimate, unit(), language));
        int row = document.agreement().billed().size() + 1;
        if (row > 1) {
            page.paragraph(texts.text("story.row", "n", figures.quantity(Decimal.of(row))));
        }
        writeMeter();
        page.paragraph(texts.text("story.promise"));
    }

    /// Why nobody read the meter, where an order says so.
    ///
    /// @return whether there is one
    private boolean writeSuspensions() {
        List<ReadingSuspension> suspensions = document.agreement().suspensions();
        for (ReadingSuspension suspension : suspensions) {
            page.paragraph(texts.text(
                    "story.suspended",
                    "from",
                    figures.date(suspension.range().from()),
                    "to",
                    figures.date(suspension.range().to().minusDays(1)),
                    "reference",
                    figures.foreign(suspension.legalReference())));
        }
        return !suspensions.isEmpty();
    }

    private void writeSettled(Settled settled) {
        page.blank();
        List<LocalDate> read = document.agreement().readings().stream()
                .filter(ActualReading.class::isInstance)
                .map(Reading::at)
                .sorted()
                .toList();
        page.paragraph(texts.text(
                "story.read",
                "last",
                figures.date(read.getLast()),
                "first",
                figures.date(read.getFirst()),
                "usage",
                figures.usage(settled.usage(), unit())));
        if (hasBilledPeriods(settled)) {
            writeTrueUp(settled);
        } else {
            page.paragraph(texts.text("story.actual"));
        }
        writeMeter();
    }

    private void writeTrueUp(Settled settled) {
        Decimal estimated = Decimal.ZERO;
        int bills = 0;
        for (SettledPeriod period : settled.periods()) {
            if (period.wasEstimated() && period.kind() == Kind.SETTLED) {
                estimated = estimated.plus(period.billedUsage());
                bills++;
            }
        }
        writeSuspensions();
        if (bills > 0) {
            page.paragraph(figures.count("settled", bills).replace("{usage}", figures.usage(estimated, unit())));
        }
        if (MonthsPart.isSettledAgain(settled)) {
            page.paragraph(texts.text("story.again"));
        }
        Money trueUp = settled.trueUp().total();
        switch (settled.outcome()) {
            case CHARGE -> page.paragraph(texts.text("story.charge", "amount", figures.money(trueUp)));
            case CREDIT -> page.paragraph(texts.text("story.credit", "amount", figures.money(trueUp.negated())));
            case NONE -> {
                if (settled.writtenOff().total().isZero()) {
                    page.paragraph(texts.text("story.none"));
                }
            }
        }
        for (SettledPeriod period : settled.periods()) {
            String words = figures.periodInWords(period.range());
            switch (period.kind()) {
                case CURRENT ->
                    page.paragraph(texts.text(
                            "story.current",
                            "period",
                            words,
                            "usage",
                            figures.usage(period.usage(), unit()),
                            "amount",
                            figures.money(period.chargeable().total())));
                case OPEN -> page.paragraph(texts.text("story.open", "period", words));
                case SETTLED -> {
                    // In the table.
                }
            }
        }
    }

    private void writeMeter() {
        int households = document.agreement().households();
        if (households > 1) {
            page.paragraph(texts.text("story.households", "households", figures.count("households", households)));
        }
        Decimal multiplier = document.agreement().register().multiplier();
        if (!multiplier.equals(Decimal.ONE)) {
            page.paragraph(texts.text("story.multiplier", "factor", figures.quantity(multiplier)));
        }
    }

    private Unit unit() {
        return document.agreement().register().unit();
    }

    private void writeAsk() {
        page.heading(texts.text("heading.ask"));
        boolean issued = document.number() != null;
        String number = issued ? String.valueOf(document.number()) : bill.agreement();
        page.paragraph(texts.text("ask.text", "number", figures.isolated(number)));
        if (issued) {
            String command = "./taswiya verify " + document.fileName();
            page.paragraph(texts.text("ask.verify", "command", figures.isolated(command.replace(' ', '\u00A0'))));
        }
    }
}
