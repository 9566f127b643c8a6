package org.taswiya.deliver.explain;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.arrangement.Arrangement;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.explain.AccountPaper.Fact;
import org.taswiya.deliver.explain.ArrangementText.ArrangedPage;
import org.taswiya.deliver.wording.AmountInWords;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What the schedule of a payment arrangement on paper says: the whole amount, each instalment with its day, what is
/// arranged and how it stands on a day.
public final class SchedulePaper {
    private SchedulePaper() {}

    /// The paper in a language.
    ///
    /// @param on the day on which it stands so
    public static AccountPaper of(ArrangedPage arranged, LocalDate on, Language language) {
        Texts texts = Texts.of(language);
        Figures figures = new Figures(language, arranged.currency());
        ArrangementText text = new ArrangementText(arranged, language, false);
        Arrangement arrangement = arranged.arrangement();
        Money total = arrangement.schedule().total();
        return new AccountPaper(
                texts.text("arrangement.paper"),
                List.of(
                        new Fact(texts.text("arrangement.number"), Long.toString(arrangement.number())),
                        new Fact(texts.text("print.account"), figures.isolated(arranged.account())),
                        new Fact(texts.text("arrangement.signed-on"), figures.date(arrangement.signedOn())),
                        new Fact(texts.text("arrangement.stands-on"), figures.date(on))),
                texts.text(
                        "arrangement.label",
                        "parts",
                        figures.count(
                                "instalments",
                                arrangement.schedule().instalments().size())),
                figures.money(total),
                arranged.currency().isEmpty() ? "" : AmountInWords.of(total, arranged.currency(), language),
                text.state(),
                texts.text("arrangement.instalments"),
                text.instalments(),
                List.of(text.arrangedItems()));
    }
}
