package org.taswiya.deliver.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.taswiya.core.arrangement.Arrangement;
import org.taswiya.core.arrangement.Arrangement.ArrangedItem;
import org.taswiya.core.arrangement.Standing;
import org.taswiya.core.arrangement.Standing.InstalmentState;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.bill.Table;
import org.taswiya.deliver.bill.Table.Column;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// The schedule of a payment arrangement, in one language: what is arranged, each instalment and how it stands.
public final class ArrangementText {
    private final ArrangedPage arranged;
    private final Texts texts;
    private final Figures figures;
    private final TextPage page;

    /// What is printed.
    ///
    /// @param account the account's reference, as it is printed
    /// @param currency the ISO code; empty where no price book at hand names it
    public record ArrangedPage(Arrangement arrangement, Standing standing, String account, String currency) {}

    ArrangementText(ArrangedPage arranged, Language language, boolean colour) {
        this.arranged = arranged;
        this.texts = Texts.of(language);
        this.figures = new Figures(language, arranged.currency());
        this.page = new TextPage(language, colour);
    }

    /// The whole text, ending with a line feed.
    public static String of(ArrangedPage arranged, Language language, boolean colour) {
        ArrangementText text = new ArrangementText(arranged, language, colour);
        text.write();
        return text.page.toString();
    }

    /// What a notice says of one that runs: how much it arranges still, and what of it is due next.
    public static String note(ArrangedPage arranged, Language language) {
        Figures figures = new Figures(language, arranged.currency());
        Standing.Row next = arranged.standing().rows().stream()
                .filter(row -> !row.open().isZero())
                .findFirst()
                .orElseThrow();
        Money left = arranged.arrangement()
                .schedule()
                .total()
                .minus(arranged.standing().settled());
        return Texts.of(language)
                .text(
                        "arrangement.note",
                        "amount",
                        figures.money(left),
                        "number",
                        figures.isolated(Long.toString(arranged.arrangement().number())),
                        "next",
                        figures.money(next.open()),
                        "date",
                        figures.date(next.instalment().dueOn()));
    }

    private void write() {
        Arrangement arrangement = arranged.arrangement();
        page.title(texts.text("arrangement.title", "number", figures.isolated(Long.toString(arrangement.number()))));
        page.paragraph(texts.text("notice.account", "reference", figures.isolated(arranged.account())));
        page.blank();
        page.result(texts.text(
                "arrangement.signed",
                "amount",
                figures.money(arrangement.schedule().total()),
                "parts",
                figures.count(
                        "instalments", arrangement.schedule().instalments().size()),
                "date",
                figures.date(arrangement.signedOn())));
        page.blank();
        TextTable.print(instalments(), page);
        page.blank();
        page.paragraph(arrangedItems());
        state().forEach(page::paragraph);
    }

    /// What it arranges.
    String arrangedItems() {
        return texts.text(
                "arrangement.items",
                "items",
                texts.list(
                        arranged.arrangement().items().stream().map(this::item).toList()));
    }

    private String item(ArrangedItem item) {
        return ItemText.of(item.key(), texts, figures);
    }

    /// Each instalment with its day and how it stands.
    Table instalments() {
        String currency = arranged.currency().isEmpty() ? "–" : figures.currency();
        Table table = new Table(
                List.of(Column.FIGURES, Column.WORDS, Column.FIGURES, Column.FIGURES, Column.WORDS),
                List.of(
                        texts.text("column.instalment"),
                        texts.text("column.pay-by"),
                        texts.text("column.amount", "currency", currency),
                        texts.text("column.open", "currency", currency),
                        ""));
        int number = 0;
        Money open = Money.ZERO;
        for (Standing.Row row : arranged.standing().rows()) {
            table.row(
                    figures.isolated(Integer.toString(++number)),
                    figures.date(row.instalment().dueOn()),
                    figures.amount(row.instalment().amount()),
                    figures.amount(row.open()),
                    texts.text("instalment." + row.state().code()));
            open = open.plus(row.open());
        }
        table.total(
                "",
                texts.text("months.total"),
                figures.amount(arranged.arrangement().schedule().total()),
                figures.amount(open),
                "");
        return table;
    }

    /// How it stands, and what comes next.
    List<String> state() {
        List<String> told = new ArrayList<>();
        Standing standing = arranged.standing();
        String key = "arrangement." + standing.state().code();
        switch (standing.state()) {
            case KEPT, SETTLED, SETTLED_EARLY, RENEGOTIATED, ENDED -> told.add(texts.text(key));
            case LATE ->
                told.add(
                        texts.text(key, "amount", figures.money(lateAmount()), "date", figures.date(lastDayOfGrace())));
            case BROKEN ->
                told.add(texts.text(
                        key,
                        "amount",
                        figures.money(arranged.arrangement().schedule().total().minus(standing.settled())),
                        "date",
                        figures.date(Objects.requireNonNull(standing.brokenOn()))));
        }
        if (standing.state().isRunning()) {
            standing.rows().stream()
                    .filter(row -> row.state() == InstalmentState.COMING)
                    .findFirst()
                    .ifPresent(row -> told.add(texts.text(
                            "arrangement.next",
                            "amount",
                            figures.money(row.open()),
                            "date",
                            figures.date(row.instalment().dueOn()))));
        }
        return told;
    }

    private Money lateAmount() {
        return arranged.standing().rows().stream()
                .filter(row -> row.state() == InstalmentState.LATE)
                .map(Standing.Row::open)
                .reduce(Money.ZERO, Money::plus);
    }

    private LocalDate lastDayOfGrace() {
        return arranged.standing().rows().stream()
                .filter(row -> row.state() == InstalmentState.LATE)
                .map(row ->
                        row.instalment().dueOn().plusDays(arranged.arrangement().graceDays()))
                .findFirst()
                .orElseThrow();
    }
}
