package org.taswiya.deliver.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.ResolvedTariff.BandBounds;
import org.taswiya.core.tariff.ResolvedTariff.BlockBounds;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.core.tariff.TaxLine;
import org.taswiya.deliver.bill.Table.Column;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.document.PlaceholderPrice;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// Which blocks and prices each period was priced with, line by line.
public final class PricingTable {

    private static final List<Column> COLUMNS =
            List.of(Column.WORDS, Column.FIGURES, Column.WORDS, Column.FIGURES, Column.FIGURES);
    private static final String PROVISIONAL = "≈";

    private final BillDocument document;
    private final Tariff tariff;
    private final @Nullable String tariffTitle;
    private final Texts texts;
    private final Figures figures;
    private final ItemWords words;
    private final ToldNotes told;
    private List<String> lastBounds = List.of();

    /// The prices of a bill in one language.
    ///
    /// @param tariffTitle what the price book is called in that language; null when it is not at hand
    public PricingTable(BillDocument document, @Nullable String tariffTitle, Language language) {
        this.document = document;
        this.tariffTitle = tariffTitle;
        this.tariff = document.agreement().tariff();
        this.texts = Texts.of(language);
        this.figures = new Figures(language, tariff.currency());
        this.words = new ItemWords(tariff, texts, figures);
        this.told = new ToldNotes(tariff, document.agreement().askedFor(), words, texts, figures);
    }

    /// One period, priced.
    ///
    /// @param bounds where the blocks end, only where it is something else than in the period before; then what the
    ///     tariff was told besides the usage
    public record Period(String title, Table table, List<String> bounds) {
        public Period {
            bounds = List.copyOf(bounds);
        }
    }

    /// Which tariff, and since when its prices hold.
    public String tariff() {
        return texts.text("pricing.tariff", "tariff", tariffInWords(), "dates", versions());
    }

    /// Every period of the bill.
    public List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        List<BillSegment> segments = document.bill().segments();
        for (int i = 0; i < segments.size(); i++) {
            BillSegment segment = segments.get(i);
            periods.add(new Period(title(segment, isEstimated(i)), table(segment.rating()), notes(segment)));
        }
        return periods;
    }

    /// The title of the price book, or its id where no title is at hand.
    private String tariffInWords() {
        return tariffTitle == null ? figures.isolated(tariff.id()) : figures.foreign(tariffTitle);
    }

    /// The first days of all versions that priced a period.
    private String versions() {
        return texts.list(document.bill().segments().stream()
                .flatMap(segment -> segment.rating().resolved().versions().stream())
                .distinct()
                .sorted()
                .map(figures::date)
                .toList());
    }

    /// Whether the usage of a period is still an estimate, in whole or in part.
    private boolean isEstimated(int segment) {
        return switch (document.bill().basis()) {
            case Basis.OnEstimate _ -> true;
            case Basis.OnReading(Settled settled) ->
                settled.periods().get(segment).kind() == Kind.OPEN;
        };
    }

    private String title(BillSegment segment, boolean estimated) {
        return texts.text(
                "pricing.period",
                "mark",
                estimated ? "▨" : "■",
                "period",
                figures.period(segment.range()),
                "days",
                figures.count("days", segment.range().days()),
                "usage",
                figures.usage(segment.usage(), tariff.unit()),
                "kind",
                texts.text(estimated ? "mark.estimated" : "mark.actual"));
    }

    private Table table(Rating rating) {
        Table table = new Table(
                COLUMNS,
                List.of(
                        texts.text("column.item"),
                        texts.text("column.quantity"),
                        texts.text("column.unit"),
                        texts.text("column.price", "currency", figures.currency()),
                        texts.text("column.amount", "currency", figures.currency())));
        words.inOrder(rating.lines()).forEach(line -> addLine(table, line));
        rating.taxes().forEach(tax -> addTax(table, tax));
        table.total(texts.text("pricing.total"), "", "", "", figures.amount(rating.total()));
        return table;
    }

    /// Where its blocks end, what its tariff was told besides the usage, and how much of that is an estimate.
    private List<String> notes(BillSegment segment) {
        List<String> notes = bounds(segment.rating().resolved());
        notes.addAll(told.of(segment));
        notes.addAll(new ClauseNotes(tariff, words, texts, figures).of(segment.rating()));
        if (segment.rating().lines().stream().anyMatch(words::isRounded)) {
            notes.add(texts.text("pricing.rounded"));
        }
        return notes;
    }

    private List<String> bounds(ResolvedTariff resolved) {
        List<String> all = new ArrayList<>();
        for (BlockBounds blocks : resolved.blockBounds()) {
            if (!blocks.upTo().isEmpty()) {
                all.add(bounds("pricing.bounds", "", blocks));
            }
        }
        for (BandBounds of : resolved.bandBounds()) {
            BlockBounds blocks = of.blocks();
            String component = words.component(blocks.code(), blocks.range().from());
            all.add(bounds("pricing.bounds.band", words.inBand(component, of.band()), blocks));
        }
        List<String> fresh = new ArrayList<>(all.stream()
                .distinct()
                .filter(text -> !lastBounds.contains(text))
                .toList());
        lastBounds = all;
        return fresh;
    }

    private String bounds(String key, String item, BlockBounds blocks) {
        StringJoiner bounds = new StringJoiner(" · ");
        int block = 0;
        for (Fraction upTo : blocks.upTo()) {
            bounds.add(bound("pricing.bound", ++block, upTo));
        }
        bounds.add(bound("pricing.bound.last", block + 1, blocks.upTo().getLast()));
        return texts.text(key, "item", item, "unit", figures.unit(tariff.unit()), "bounds", bounds);
    }

    /// `block 2 up to 150`, which no line breaks.
    private String bound(String key, int block, Fraction bound) {
        String upTo = figures.quantity(bound, tariff.unit());
        return texts.text(key, "block", figures.isolated(Integer.toString(block)), "bound", upTo)
                .replace(' ', '\u00A0');
    }

    private void addLine(Table table, ChargeLine line) {
        String price = figures.price(line.price(), line.unit());
        boolean provisional = PlaceholderPrice.among(document.placeholders(), line) != null;
        String priced = words.isWithoutPrice(line) ? "" : price;
        table.row(
                words.of(line),
                words.quantity(line),
                words.isToLimit(line) ? "" : figures.unit(line.unit()),
                provisional ? PROVISIONAL + " " + priced : priced,
                words.isOwnEnergy(line) ? "" : figures.amount(line.amount()));
    }

    private void addTax(Table table, TaxLine tax) {
        String name = figures.tax(tax.code());
        Unit unit = tax.baseUnit();
        boolean included = unit == null && tariff.basis() == TaxBasis.TAX_INCLUDED;
        String rate = tax.rate() == null ? "" : figures.percent(tax.rate());
        String base = unit == null ? figures.amount(tax.base().toMoneyHalfUp()) : figures.usage(tax.base(), unit);
        String key = included ? "pricing.included" : tax.rate() == null ? "pricing.levy" : "pricing.tax";
        String item = texts.text(key, "tax", name, "rate", rate, "base", base, "amount", figures.amount(tax.amount()));
        table.row(item, "", "", "", included ? "" : figures.amount(tax.amount()));
    }

    /// The prices that no source states yet.
    public Table placeholders() {
        Table table = new Table(
                List.of(Column.WORDS, Column.FIGURES, Column.WORDS),
                List.of(
                        texts.text("column.item"),
                        texts.text("column.price", "currency", figures.currency()),
                        texts.text("column.unit")));
        for (PlaceholderPrice placeholder : document.placeholders()) {
            String component = words.component(
                    placeholder.component(),
                    document.bill().segments().getFirst().range().from());
            table.row(
                    placeholder.block() == 0
                            ? component
                            : texts.text(
                                    "pricing.block",
                                    "component",
                                    component,
                                    "block",
                                    figures.isolated(Integer.toString(placeholder.block()))),
                    PROVISIONAL + " " + figures.price(placeholder.price(), placeholder.unit()),
                    figures.unit(placeholder.unit()));
        }
        return table;
    }
}
