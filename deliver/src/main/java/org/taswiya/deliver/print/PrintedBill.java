package org.taswiya.deliver.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.DraftBill.InstalmentOffer;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.bill.BillStory;
import org.taswiya.deliver.bill.BillWords;
import org.taswiya.deliver.bill.CountedTable;
import org.taswiya.deliver.bill.InstalmentsTable;
import org.taswiya.deliver.bill.MonthsTable;
import org.taswiya.deliver.bill.PricingTable;
import org.taswiya.deliver.bill.ProofTable;
import org.taswiya.deliver.bill.Table;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.pdf.Attachment;
import org.taswiya.deliver.pdf.PdfDocument;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.pdf.StructureTree.Element;
import org.taswiya.deliver.pdf.Titled;
import org.taswiya.deliver.print.BillToPrint.Certified;
import org.taswiya.deliver.type.Typeface;
import org.taswiya.deliver.wording.Texts;

/// A bill on A4: on the first page what to pay, what happened and how to pay; then every price behind it.
public final class PrintedBill {
    /// In one language, prices stand beside the readings on the first page in letters of such a share, if not larger.
    private static final double[] BESIDE = {1, 0.93, 0.86};

    /// The year is worth a picture of its own where so many of its periods are not in those of the settlement.
    private static final int OTHERS_LEAST = 3;

    /// What stands with the table of the first period: its tariff, its name and its blocks.
    private static final double BESIDE_FIRST_PERIOD = 75;

    /// So many periods in two languages are set closer, in letters of such a share of their size.
    private static final int LONG = 6;

    private static final double CLOSE = 0.85;

    /// What a heading takes.
    private static final double HEADED = 23;

    /// So many readings fill a page when they stand one under the other.
    private static final int TWO_COLUMNS_LEAST = 8;

    private final BillToPrint bill;
    private final BillDocument document;
    private final UtilityProfile utility;
    private final Map<Language, String> tariffTitles;
    private final Paper paper;
    private final Rgb ink;

    private PrintedBill(PdfDocument pdf, BillToPrint bill, PrintTerms terms) {
        this.bill = bill;
        this.document = bill.document();
        this.utility = terms.utility();
        this.tariffTitles = terms.titles(document);
        this.paper = new Paper(pdf, terms.form());
        this.ink = Rgb.of(utility.colourOf(document.bill().service()).rgb());
    }

    /// Begins in the background what the first bill of a program waits for, and no later one: reading the typefaces.
    public static void prepare() {
        Thread.ofPlatform().daemon().name("read typefaces").start(Typeface::prepare);
    }

    /// A document of its own: the same bytes for the same bill, with its e-invoice inside (Factur-X) where it has one.
    public static byte[] bytes(BillToPrint bill, PrintTerms terms) {
        Language main = terms.form().main();
        List<Attachment> invoice = bill.isCancelled() || bill.certified() != null
                ? List.of()
                : InvoiceInside.of(bill, terms.utility(), main);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try {
            PdfDocument pdf = PdfDocument.tagged(out);
            draw(pdf, bill, terms);
            String title = new BillWords(bill.document(), main).numberedTitle().replaceAll("[\u2066-\u2069]", "");
            Certified copy = bill.certified();
            Titled titled = new Titled(
                    copy == null
                            ? title
                            : title + " · " + CopyPart.word(copy, main).replaceAll("[\u2066-\u2069]", ""),
                    terms.utility().names().getOrDefault(main, terms.utility().legalName()),
                    main.code(),
                    terms.form().isFromRight(),
                    copy == null ? bill.document().bill().billedOn() : copy.on(),
                    invoice.isEmpty() ? "" : InvoiceInside.PROFILE);
            pdf.close(titled, invoice);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has none
        }
        return out.toByteArray();
    }

    /// Draws it on new pages of a document.
    static void draw(PdfDocument pdf, BillToPrint bill, PrintTerms terms) {
        new PrintedBill(pdf, bill, terms).write();
    }

    private void write() {
        new HeadPart(paper, new BillHead(document), utility, ink).draw();
        if (bill.certified() != null) {
            new CopyPart(paper, document, bill.certified(), ink).draw();
        }
        AmountPart amount = new AmountPart(paper, new BillAmount(document, bill.isCancelled()), ink);
        FootPart foot = new FootPart(paper, bill, utility, ink);
        if (!new CloseBill(paper, bill, this::pricing, amount, ink).draw(foot)) {
            amount.draw();
            writeAll(foot);
        }
        foot.writePageNumbers();
    }

    private void writeAll(FootPart foot) {
        paper.keepFree(foot.height());
        Element body = paper.current();
        paper.section();
        foot.draw();
        paper.backTo(body);
        writeInstalments();
        writeStory();
        writeChart();
        if (settledMonths() > 0 && document.bill().basis() instanceof Basis.OnReading(Settled settled)) {
            writeMonths(settled);
        }
        if (!writeBesideReadings()) {
            paper.density(isLong() ? CLOSE : 1);
            writeReadings();
            if (paper.pages().size() == 1 && !isOfOnePeriod()) {
                paper.nextPage(); // the rest of the first page is left alone, rather than that the last has two lines
            }
            writePricing();
            paper.density(1);
        }
    }

    /// Whether its periods in two languages would fill page after page.
    private boolean isLong() {
        return paper.form().isBilingual() && document.bill().segments().size() >= LONG;
    }

    private boolean isOfOnePeriod() {
        return document.bill().segments().size() == 1 && document.placeholders().isEmpty();
    }

    /// The one period of a bill with its prices, beside the readings, where both have room on the first page.
    ///
    /// @return whether they had
    private boolean writeBesideReadings() {
        return Arrays.stream(BESIDE).anyMatch(density -> {
            paper.density(density);
            boolean isWritten = writeBesideReadingsAsDense();
            paper.density(1);
            return isWritten;
        });
    }

    private boolean writeBesideReadingsAsDense() {
        boolean isWide = paper.form().isBilingual() || CountedTable.isOfLamps(document);
        if (isWide || document.bill().segments().size() > 1 || settledMonths() > 0) {
            return false;
        }
        Language main = paper.form().main();
        TablePart readings = tablePart(language -> counted(language).table());
        PricingTable.Period whole = pricing(main).periods().getFirst();
        List<String> bounds = whole.bounds(); // under both columns
        PricingTable.Period period = new PricingTable.Period(whole.title(), whole.table(), List.of());
        TablePart prices = tablePart(_ -> period.table());
        double under =
                bounds.stream().mapToDouble(bound -> height(bound, Style.SMALL)).sum();
        paper.columns(2);
        double left = HEADED + readings.height() + 4;
        for (String note : counted(main).notes()) {
            left += height(note, Style.TEXT);
        }
        if (!document.placeholders().isEmpty()) {
            TablePart provisional = tablePart(language -> pricing(language).placeholders());
            left += HEADED + height(Texts.of(main).text("provisional.text"), Style.TEXT) + provisional.height() + 4;
        }
        double right = HEADED + height(pricing(main).tariff(), Style.TEXT) + 5 + height(period.title(), Style.STRONG);
        right += prices.height() + 4;
        if (!paper.has(Math.max(left, right) + under)) {
            paper.columns(1);
            return false;
        }
        writeReadings();
        writePlaceholders();
        paper.goOn();
        heading("heading.pricing.one", prices.height());
        paper.paragraph(language -> pricing(language).tariff(), Style.TEXT);
        new PeriodPrices(paper, Map.of(main, List.of(period)), ink).draw();
        paper.endColumns();
        sentences(_ -> bounds, Style.SMALL);
        return true;
    }

    /// Of a paragraph and what follows it, where the paper is.
    private double height(String text, Style style) {
        Language main = paper.form().main();
        return paper.height(text, main, style, paper.side(main)) + 2;
    }

    private void heading(String key, double roomBelow) {
        paper.heading(language -> Texts.of(language).text(key), roomBelow);
    }

    /// The same sentences in every language.
    private void sentences(Function<Language, List<String>> of, Style style) {
        int count = of.apply(paper.form().main()).size();
        for (int i = 0; i < count; i++) {
            int index = i;
            paper.paragraph(language -> of.apply(language).get(index), style);
        }
    }

    /// A table under its heading, which does not stand alone at the foot of a page.
    private void table(String heading, Function<Language, Table> of) {
        TablePart table = tablePart(of);
        heading(heading, table.height());
        table.draw();
    }

    private TablePart tablePart(Function<Language, Table> of) {
        return new TablePart(paper, paper.form().languages().stream().map(of).toList(), ink);
    }

    private void writeInstalments() {
        InstalmentOffer offer = document.bill().instalmentOffer();
        if (offer == null || bill.isCancelled()) {
            return;
        }
        int count = new InstalmentsTable(document, offer, paper.form().main()).count();
        for (int i = 0; i < count; i++) {
            int index = i;
            TablePart table = tablePart(language -> new InstalmentsTable(document, offer, language).table(index));
            if (i == 0) {
                heading("heading.instalments", table.height());
            }
            table.draw();
        }
        paper.paragraph(language -> new InstalmentsTable(document, offer, language).condition(), Style.SMALL);
        paper.skip(4);
    }

    private void writeStory() {
        sentences(language -> BillStory.of(document, language), Style.TEXT);
    }

    private void writeChart() {
        List<UsedPeriod> periods = UsedPeriod.of(bill);
        if (settledMonths() > 1 && periods.size() - settledMonths() < OTHERS_LEAST) {
            return; // the small pictures show them
        }
        UsageChart chart = new UsageChart(
                paper,
                periods,
                document.agreement().register().unit(),
                ink,
                document.bill().segments().size() == 1 && settledMonths() == 0,
                false);
        heading("print.chart", chart.height());
        paper.skip(5);
        chart.draw();
        if (periods.stream().anyMatch(UsedPeriod::isEstimated)) {
            paper.paragraph(language -> Texts.of(language).text("print.key"), Style.SMALL);
        }
        if (chart.hasLongPeriods()) {
            paper.paragraph(language -> Texts.of(language).text("print.chart.month"), Style.SMALL);
        }
    }

    /// How many months a settlement of earlier bills has; zero where there is none.
    private int settledMonths() {
        return document.bill().basis() instanceof Basis.OnReading(Settled settled)
                        && BillStory.settlesEarlierBills(settled)
                ? settled.periods().size()
                : 0;
    }

    private void writeMonths(Settled settled) {
        TablePart table = tablePart(language -> new MonthsTable(document, settled, language).table());
        if (settledMonths() > 1) {
            MonthPanels panels = new MonthPanels(paper, document, settled, ink);
            heading("heading.months", panels.rowHeight() + 30);
            paper.skip(2);
            String whole = panels.hasWholePrices() ? "print.months.selective" : "";
            paper.paragraph(language -> monthsKey(language, whole), Style.SMALL);
            panels.draw();
            Style last = Style.STRONG.sized(10);
            paper.paragraph(language -> new MonthsTable(document, settled, language).together(), last);
            paper.skip(2);
            if (!paper.has(table.needed())) {
                paper.nextPage(); // a table begins a page under its heading
                heading("heading.months", table.height());
            }
        } else {
            heading("heading.months", table.height());
        }
        table.draw();
        paper.paragraph(language -> new MonthsTable(document, settled, language).taxes(), Style.SMALL);
        sentences(
                language -> new MonthsTable(document, settled, language)
                        .backBilling()
                        .map(List::of)
                        .orElse(List.of()),
                Style.TEXT);
    }

    private static String monthsKey(Language language, String more) {
        Texts texts = Texts.of(language);
        return more.isEmpty() ? texts.text("print.months") : texts.text("print.months") + " " + texts.text(more);
    }

    private void writeReadings() {
        Function<Language, Table> readings = language -> counted(language).table();
        int rows = readings.apply(paper.form().main()).rows().size();
        if (paper.form().isBilingual() || rows < TWO_COLUMNS_LEAST || CountedTable.isOfLamps(document)) {
            table(counted(paper.form().main()).heading(), readings);
        } else {
            writeInTwoColumns(readings, rows);
        }
        sentences(language -> counted(language).notes(), Style.TEXT);
    }

    private CountedTable counted(Language language) {
        return CountedTable.of(document, bill.photos(), language);
    }

    /// A narrow table that is long, one half beside the other.
    private void writeInTwoColumns(Function<Language, Table> of, int rows) {
        int half = (rows + 1) / 2;
        TablePart first = tablePart(language -> of.apply(language).part(0, half));
        heading("heading.readings", first.height());
        paper.columns(2);
        first.draw();
        paper.goOn();
        tablePart(language -> of.apply(language).part(half, rows)).draw();
        paper.endColumns();
    }

    private PricingTable pricing(Language language) {
        return new PricingTable(document, tariffTitles.get(language), language);
    }

    private void writePricing() {
        int periods = document.bill().segments().size();
        Map<Language, List<PricingTable.Period>> told = new EnumMap<>(Language.class);
        paper.form()
                .languages()
                .forEach(language -> told.put(language, pricing(language).periods()));
        TablePart first = tablePart(
                language -> told.getOrDefault(language, List.of()).getFirst().table());
        heading(periods == 1 ? "heading.pricing.one" : "heading.pricing", first.height() + BESIDE_FIRST_PERIOD);
        paper.paragraph(language -> pricing(language).tariff(), Style.TEXT);
        if (periods > 1 && !paper.form().isBilingual()) {
            paper.columns(2);
        }
        new PeriodPrices(paper, told, ink).draw();
        if (document.bill().basis() instanceof Basis.OnReading(Settled settled)
                && settled.periods().size() > 1
                && !settled.usage().isZero()) {
            writeProof(settled);
        }
        writePlaceholders();
        paper.endColumns();
    }

    /// The words say what the mark says.
    static String withoutMark(String title) {
        return title.replaceFirst("^[\u2066-\u2069\u200F]?[▨■] ", "");
    }

    private void writeProof(Settled settled) {
        heading("heading.why", 80);
        paper.paragraph(language -> new ProofTable(document, settled, language).reason(), Style.TEXT);
        tablePart(language -> new ProofTable(document, settled, language).table())
                .draw();
        sentences(language -> new ProofTable(document, settled, language).conclusions(), Style.TEXT);
    }

    private void writePlaceholders() {
        if (document.placeholders().isEmpty()) {
            return;
        }
        heading("heading.provisional", 60);
        paper.paragraph(language -> Texts.of(language).text("provisional.text"), Style.TEXT);
        tablePart(language -> pricing(language).placeholders()).draw();
    }
}
