package org.taswiya.web.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.deliver.bill.BlockLimits;
import org.taswiya.deliver.bill.MonthsTable;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// A settlement as small pictures, one a month, all in one scale: what was billed beside what was used, the limits of
/// the blocks across them, and what the difference comes to. It says what the table under it says.
///
/// @param together what all of it comes to, in one line
/// @param taxes what of it is taxes
/// @param hasWholePrices whether a month is at one price as a whole
public record MonthsPicture(String service, List<Panel> panels, String together, String taxes, boolean hasWholePrices) {
    /// Of a panel, in its own units.
    public static final int WIDTH = 120;

    public static final int HEIGHT = 104;
    /// Where bars stand.
    public static final int BASE = 100;

    private static final int HIGH = 80;
    private static final int BAR_WIDE = 30;
    private static final int BAR_APART = 6;
    private static final int PRICE_HIGH = 13;

    public MonthsPicture {
        panels = List.copyOf(panels);
    }

    /// One month.
    ///
    /// @param inWords all that the picture shows, for those who hear it
    /// @param billed null where nothing was billed before
    /// @param limits heights at which blocks end
    /// @param prices of the blocks, where they are not those of the month before
    /// @param wholePrice what all of the month is at; null where each block has its price
    public record Panel(
            String month,
            String difference,
            String inWords,
            @Nullable Bar billed,
            Bar used,
            List<Integer> limits,
            List<Price> prices,
            @Nullable String wholePrice) {
        public Panel {
            limits = List.copyOf(limits);
            prices = List.copyOf(prices);
        }
    }

    /// @param left, top, high of the bar
    public record Bar(int left, int top, int high, String value, boolean isEstimated) {
        public int middle() {
            return left + BAR_WIDE / 2;
        }

        public int wide() {
            return BAR_WIDE;
        }
    }

    public record Price(int y, String text) {}

    /// Where prices end, in the order in which the language is read.
    public static int priceAt(Language language) {
        return language == Language.AR ? 0 : WIDTH;
    }

    static MonthsPicture of(BillDocument document, Settled settled, Language language) {
        double most = 1;
        for (SettledPeriod period : settled.periods()) {
            most = Math.max(most, Math.max(number(period.usage()), number(period.billedUsage())));
        }
        Drawing drawing = new Drawing(document, language, HIGH / most);
        List<Panel> panels = new ArrayList<>();
        String before = "";
        boolean hasWholePrices = false;
        for (SettledPeriod period : settled.periods()) {
            Optional<Decimal> wholeAt = BlockLimits.wholeAt(period.rating());
            String told = wholeAt + " " + BlockLimits.of(period.rating().resolved());
            panels.add(drawing.panel(period, wholeAt, !told.equals(before)));
            before = told;
            hasWholePrices |= wholeAt.isPresent();
        }
        MonthsTable table = new MonthsTable(document, settled, language);
        String service = document.bill().service();
        return new MonthsPicture(service, panels, table.together(), table.taxes(), hasWholePrices);
    }

    /// For the height of a bar only.
    private static double number(Decimal value) {
        return Double.parseDouble(value.toString());
    }

    private static double number(Fraction value) {
        return Double.parseDouble(value.toText(3));
    }

    /// @param scale from a quantity to a height
    private record Drawing(BillDocument document, Language language, double scale) {

        Panel panel(SettledPeriod period, Optional<Decimal> wholeAt, boolean isTold) {
            Unit unit = document.agreement().register().unit();
            Figures figures = figures();
            String difference = figures.moneyDifference(period.difference().total());
            BlockLimits limits = BlockLimits.of(period.rating().resolved());
            return new Panel(
                    figures.period(period.range()),
                    difference,
                    Texts.of(language)
                            .text(
                                    "print.month",
                                    "period",
                                    figures.period(period.range()),
                                    "billed",
                                    figures.usage(period.billedUsage(), unit),
                                    "used",
                                    figures.usage(period.usage(), unit),
                                    "difference",
                                    difference),
                    !period.wasBilled() ? null : bar(0, period.billedUsage(), period.wasEstimated()),
                    bar(1, period.usage(), period.kind() == Kind.OPEN),
                    limits.upTo().stream()
                            .map(upTo -> (int) Math.round(number(upTo) * scale))
                            .filter(height -> height <= HIGH)
                            .map(height -> BASE - height)
                            .toList(),
                    isTold && wholeAt.isEmpty() ? prices(limits) : List.of(),
                    isTold ? wholeAt.map(this::price).orElse(null) : null);
        }

        private Figures figures() {
            return new Figures(language, document.agreement().tariff().currency());
        }

        private String price(Decimal price) {
            return figures().price(price, document.agreement().tariff().unit()).strip();
        }

        private Bar bar(int index, Decimal usage, boolean isEstimated) {
            int high = (int) Math.round(number(usage) * scale);
            int start = index * (BAR_WIDE + BAR_APART);
            int left = language == Language.AR ? WIDTH - start - BAR_WIDE : start;
            return new Bar(left, BASE - high, high, figures().quantity(usage), isEstimated);
        }

        /// In each block that the picture reaches, where there is room for it.
        private List<Price> prices(BlockLimits limits) {
            List<Price> prices = new ArrayList<>();
            int low = 0;
            for (int block = 0; block < limits.prices().size() && low < HIGH; block++) {
                double end = block < limits.upTo().size() ? number(limits.upTo().get(block)) * scale : HIGH;
                int up = (int) Math.round(Math.min(end, HIGH));
                if (up - low >= PRICE_HIGH) {
                    prices.add(new Price(BASE - low - 3, price(limits.prices().get(block))));
                }
                low = up;
            }
            return prices;
        }
    }
}
