package org.taswiya.deliver.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.bill.BillStory;
import org.taswiya.deliver.bill.CountedTable;
import org.taswiya.deliver.bill.PricingTable;
import org.taswiya.deliver.bill.ReadingsTable;
import org.taswiya.deliver.bill.Table;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.pdf.StructureTree.Element;
import org.taswiya.deliver.wording.Texts;

/// All of a plain bill in two languages on one page: the amount, what happened, the year beside the readings, every
/// price, how to pay. Letters are a little smaller where that alone lets it be one page.
///
/// Plain is a bill of one period that settles nothing and offers no instalments.
final class CloseBill {
    /// Of the usual size; below the last nobody would read it gladly.
    private static final double[] DENSITIES = {1, 0.92, 0.88, 0.84};

    /// So many stand beside the year.
    private static final int READINGS_MOST = 4;

    /// So many provisional prices are told in a line under the prices.
    private static final int PROVISIONAL_MOST = 4;

    private static final double YEAR_SHARE = 0.635;
    private static final double HEADED = 19;

    /// Nearer to the window of the envelope than bills of more pages.
    private static final double RAISED = 6;

    private static final double BETWEEN = 2.5;

    private final Paper paper;
    private final BillToPrint bill;
    private final BillDocument document;
    private final Function<Language, PricingTable> pricing;
    private final AmountPart amount;
    private final Rgb ink;

    CloseBill(Paper paper, BillToPrint bill, Function<Language, PricingTable> pricing, AmountPart amount, Rgb ink) {
        this.paper = paper;
        this.bill = bill;
        this.document = bill.document();
        this.pricing = pricing;
        this.amount = amount;
        this.ink = ink;
    }

    private boolean isPlain() {
        boolean settles = document.bill().basis() instanceof Basis.OnReading(Settled settled)
                && BillStory.settlesEarlierBills(settled);
        boolean offers = document.bill().instalmentOffer() != null && !bill.isCancelled();
        return paper.form().isBilingual()
                && document.bill().segments().size() == 1
                && !settles
                && !offers
                && bill.photos().isEmpty()
                && !CountedTable.isOfLamps(document)
                && bill.certified() == null
                && document.placeholders().size() <= PROVISIONAL_MOST
                && document.agreement().askedFor().registers().isEmpty()
                && document.agreement().readings().size() <= READINGS_MOST;
    }

    /// Draws it where all of it has room on the page.
    ///
    /// @param foot of the page, in letters as small
    /// @return whether it had; if not, nothing is drawn
    boolean draw(FootPart foot) {
        if (!isPlain()) {
            return false;
        }
        paper.moveTo(paper.y() - RAISED);
        for (double density : DENSITIES) {
            paper.density(density);
            paper.keepFree(foot.height());
            if (paper.has(height())) {
                drawAll(foot);
                paper.density(1);
                return true;
            }
        }
        paper.density(1);
        paper.moveTo(paper.y() + RAISED);
        return false;
    }

    private double height() {
        double prices = HEADED + prices().height() + under();
        return amount.closeHeight() + 6 + storyHeight() + yearHeight() + prices + 2;
    }

    private void drawAll(FootPart foot) {
        amount.drawClose();
        Element body = paper.current();
        paper.section();
        foot.draw();
        paper.backTo(body);
        drawStory();
        drawYear();
        drawPrices();
    }

    private List<String> story(Language language) {
        List<String> told = new ArrayList<>(BillStory.of(document, language));
        told.addAll(new ReadingsTable(document, language).notes());
        return told;
    }

    private double storyHeight() {
        double tallest = 0;
        for (Language language : paper.form().languages()) {
            double sum = 0;
            for (String told : story(language)) {
                sum += paper.height(told, language, Style.TEXT, paper.side(language)) + BETWEEN;
            }
            tallest = Math.max(tallest, sum);
        }
        return tallest;
    }

    /// Each language runs on by itself.
    private void drawStory() {
        double top = paper.y();
        double end = top;
        for (Language language : paper.form().languages()) {
            double at = top;
            for (String told : story(language)) {
                Box side = paper.side(language);
                at = paper.paragraph(paper.part("P", language), told, language, Style.TEXT, side, at) + BETWEEN;
            }
            end = Math.max(end, at);
        }
        paper.moveTo(end);
    }

    private UsageChart chart() {
        var unit = document.agreement().register().unit();
        return new UsageChart(paper, UsedPeriod.of(bill), unit, ink, true, true);
    }

    private @Nullable String key(Language language) {
        boolean isAny = UsedPeriod.of(bill).stream().anyMatch(UsedPeriod::isEstimated);
        return isAny ? Texts.of(language).text("print.key") : null;
    }

    private double yearWidth() {
        return Paper.INNER * YEAR_SHARE;
    }

    private double yearHeight() {
        double key = key(paper.form().main()) == null ? 0 : paper.leading(Style.SMALL, Language.AR) + 2;
        double readings = HEADED + new ReadingsStrip(paper, document, ink).height() + 2;
        return Math.max(HEADED + 5 + chart().height() + key, readings);
    }

    private void drawYear() {
        double top = paper.y();
        double end = top + yearHeight();
        paper.frame(0, yearWidth());
        heading("print.chart");
        paper.skip(5);
        chart().draw();
        for (Language language : paper.form().languages()) {
            String key = key(language);
            if (key != null) {
                double at = paper.y() + paper.leading(Style.SMALL, Language.AR);
                paper.start(paper.part("P", language), key, language, Style.SMALL, paper.side(language), at);
            }
        }
        paper.moveTo(top);
        double start = yearWidth() + Paper.GUTTER;
        paper.frame(start, Paper.INNER - start);
        heading("heading.readings");
        new ReadingsStrip(paper, document, ink).draw();
        paper.endFrame();
        paper.moveTo(end);
    }

    private void heading(String key) {
        heading(key, _ -> "");
    }

    /// Words after a heading, in its line.
    private void heading(String key, Function<Language, String> after) {
        double at = paper.y() + HEADED - 3;
        for (Language language : paper.form().languages()) {
            Box side = paper.side(language);
            String words = Texts.of(language).text(key);
            Element part = paper.part("H2", language);
            paper.start(part, words, language, Style.HEADING, side, at);
            double wide = paper.width(words, language, Style.HEADING) + 8;
            Box rest = language == Language.AR
                    ? new Box(side.left(), side.right() - wide)
                    : new Box(side.left() + wide, side.right());
            if (!after.apply(language).isEmpty()) {
                paper.start(part, after.apply(language), language, Style.STRONG, rest, at);
            }
        }
        paper.moveTo(at + 3);
    }

    private PricingTable.Period period(Language language) {
        return pricing.apply(language).periods().getFirst();
    }

    private TablePart prices() {
        List<Table> tables = paper.form().languages().stream()
                .map(language -> period(language).table())
                .toList();
        return new TablePart(paper, tables, ink);
    }

    /// The tariff and where its blocks end; which prices are provisional.
    private List<String> footnotes(Language language) {
        PricingTable told = pricing.apply(language);
        List<String> notes = new ArrayList<>();
        notes.add(told.tariff() + " " + String.join(" ", period(language).bounds()));
        if (!document.placeholders().isEmpty()) {
            String prices = told.placeholders().rows().stream()
                    .map(cells -> String.join(" ", cells).replace("≈ ", "≈\u00A0"))
                    .collect(Collectors.joining(" · "));
            notes.add(prices + ". " + Texts.of(language).text("provisional.text"));
        }
        return notes;
    }

    private double under() {
        double tallest = 0;
        for (Language language : paper.form().languages()) {
            double sum = 0;
            for (String note : footnotes(language)) {
                sum += paper.height(note, language, Style.SMALL, paper.side(language)) + 1;
            }
            tallest = Math.max(tallest, sum);
        }
        return tallest;
    }

    private void drawPrices() {
        heading(
                "heading.pricing.one",
                language -> PrintedBill.withoutMark(period(language).title()));
        prices().draw();
        double top = paper.y() - 2;
        for (Language language : paper.form().languages()) {
            double at = top;
            for (String note : footnotes(language)) {
                Box side = paper.side(language);
                at = paper.paragraph(paper.part("P", language), note, language, Style.SMALL, side, at) + 1;
            }
        }
    }
}
