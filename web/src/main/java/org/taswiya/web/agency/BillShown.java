package org.taswiya.web.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.bill.BillStory;
import org.taswiya.deliver.bill.BillWords;
import org.taswiya.deliver.bill.CountedTable;
import org.taswiya.deliver.bill.MonthsTable;
import org.taswiya.deliver.bill.PricingTable;
import org.taswiya.deliver.bill.ProofTable;
import org.taswiya.deliver.bill.Table;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.intake.tariff.TariffLibrary;

/// What of a bill a page shows that stays as it is: the same sentences and tables as on paper.
///
/// @param result what is to be paid, in words
/// @param story what happened, a sentence each
/// @param months what was estimated, what it turned out to be; null where nothing is settled
/// @param picture of the same; null with them
/// @param proof that nobody was pushed into a higher block; null where there is nothing to prove
/// @param beside other bills and what is usual; null where there is nothing to compare it with
public record BillShown(
        String title,
        List<String> result,
        List<String> notes,
        List<String> story,
        CountedTable counted,
        @Nullable Table months,
        @Nullable MonthsPicture picture,
        PricingTable pricing,
        @Nullable ProofTable proof,
        List<String> ask,
        @Nullable BillBeside beside) {

    static BillShown of(BillDocument document, TariffLibrary library, Language language, @Nullable BillBeside beside) {
        BillWords words = new BillWords(document, language);
        String title = library.book(document.bill().tariff())
                .map(book -> book.title().in(language))
                .orElse(null);
        Settled settled = document.bill().basis() instanceof Basis.OnReading(Settled read) ? read : null;
        boolean isCatchUp = settled != null && BillStory.settlesEarlierBills(settled);
        Settled settling = isCatchUp ? settled : null;
        return new BillShown(
                words.numberedTitle(),
                List.of(words.result()),
                words.notes(),
                BillStory.of(document, language),
                CountedTable.of(document, language),
                settling == null ? null : new MonthsTable(document, settling, language).table(),
                settling == null ? null : MonthsPicture.of(document, settling, language),
                new PricingTable(document, title, language),
                settled != null
                                && settled.periods().size() > 1
                                && !settled.usage().isZero()
                        ? new ProofTable(document, settled, language)
                        : null,
                words.ask(),
                beside);
    }
}
