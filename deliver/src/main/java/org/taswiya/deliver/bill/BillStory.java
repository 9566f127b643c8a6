package org.taswiya.deliver.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
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

/// What happened, a sentence after the other: what was estimated and how, or what the meter showed, what had been
/// billed and what is settled.
public final class BillStory {
    private final BillDocument document;
    private final Language language;
    private final Texts texts;
    private final Figures figures;
    private final List<String> told = new ArrayList<>();

    private BillStory(BillDocument document, Language language) {
        this.document = document;
        this.language = language;
        this.texts = Texts.of(language);
        this.figures = new Figures(language, document.agreement().tariff().currency());
    }

    /// All paragraphs, in one language.
    public static List<String> of(BillDocument document, Language language) {
        BillStory story = new BillStory(document, language);
        switch (document.bill().basis()) {
            case Basis.OnEstimate(Estimate estimate) -> story.tellEstimated(estimate);
            case Basis.OnReading(Settled settled) -> story.tellSettled(settled);
        }
        return List.copyOf(story.told);
    }

    /// Whether something that had been billed before is settled.
    public static boolean settlesEarlierBills(Settled settled) {
        return settled.periods().stream().anyMatch(SettledPeriod::wasBilled);
    }

    private void tell(String sentence) {
        told.add(sentence);
    }

    private void tellEstimated(Estimate estimate) {
        tell(texts.text("story.estimated"));
        if (tellSuspensions()) {
            tell(OwnReadingSentence.of(document.account().policy().estimation(), language));
        }
        tell(EstimateSentence.of(estimate, unit(), language));
        int row = document.agreement().estimatesInARow() + 1;
        if (row > 1) {
            tell(texts.text("story.row", "n", figures.quantity(Decimal.of(row))));
        }
        tellMeter();
        tell(texts.text("story.promise"));
    }

    /// Why nobody read the meter, where an order says so.
    ///
    /// @return whether there is one
    private boolean tellSuspensions() {
        List<ReadingSuspension> suspensions = document.agreement().suspensions();
        for (ReadingSuspension suspension : suspensions) {
            tell(texts.text(
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

    private void tellSettled(Settled settled) {
        List<LocalDate> read = document.agreement().readings().stream()
                .filter(ActualReading.class::isInstance)
                .map(Reading::at)
                .sorted()
                .toList();
        boolean isOfLamps = CountedTable.isOfLamps(document);
        tell(texts.text(
                isOfLamps ? "story.lamps" : "story.read",
                "last",
                figures.date(read.getLast()),
                "first",
                figures.date(read.getFirst()),
                "usage",
                figures.usage(settled.usage(), unit())));
        if (settlesEarlierBills(settled)) {
            tellTrueUp(settled);
        } else if (!isOfLamps) {
            tell(texts.text(isByEstimatedHours() ? "story.actual.hours" : "story.actual"));
        }
        tellMeter();
    }

    /// Whether at some hours of these periods nobody knows what was used.
    private boolean isByEstimatedHours() {
        AskedFor known = document.agreement().askedFor();
        return document.bill().segments().stream().anyMatch(segment -> known.estimated(segment.range()) > 0);
    }

    private void tellTrueUp(Settled settled) {
        Decimal estimated = Decimal.ZERO;
        int bills = 0;
        for (SettledPeriod period : settled.periods()) {
            if (period.wasEstimated() && period.kind() == Kind.SETTLED) {
                estimated = estimated.plus(period.billedUsage());
                bills++;
            }
        }
        tellSuspensions();
        if (bills > 0) {
            tell(figures.count("settled", bills).replace("{usage}", figures.usage(estimated, unit())));
        }
        if (MonthsTable.isSettledAgain(settled)) {
            tell(texts.text("story.again"));
        }
        tellWhatIsMissing(settled);
        settled.periods().forEach(this::tellUnsettled);
    }

    private void tellWhatIsMissing(Settled settled) {
        Money trueUp = settled.trueUp().total();
        switch (settled.outcome()) {
            case CHARGE -> tell(texts.text("story.charge", "amount", figures.money(trueUp)));
            case CREDIT -> tell(texts.text("story.credit", "amount", figures.money(trueUp.negated())));
            case NONE -> {
                if (settled.writtenOff().total().isZero()) {
                    tell(texts.text("story.none"));
                }
            }
        }
    }

    private void tellUnsettled(SettledPeriod period) {
        String words = figures.periodInWords(period.range());
        switch (period.kind()) {
            case CURRENT ->
                tell(texts.text(
                        "story.current",
                        "period",
                        words,
                        "usage",
                        figures.usage(period.usage(), unit()),
                        "amount",
                        figures.money(period.chargeable().total())));
            case OPEN -> tell(texts.text("story.open", "period", words));
            case SETTLED -> {
                // in the table of months
            }
        }
    }

    private void tellMeter() {
        int households = document.agreement().households();
        if (households > 1) {
            tell(texts.text("story.households", "households", figures.count("households", households)));
        }
        Decimal multiplier = document.agreement().register().multiplier();
        if (!multiplier.equals(Decimal.ONE)) {
            tell(texts.text("story.multiplier", "factor", figures.quantity(multiplier)));
        }
    }

    private Unit unit() {
        return document.agreement().register().unit();
    }
}
