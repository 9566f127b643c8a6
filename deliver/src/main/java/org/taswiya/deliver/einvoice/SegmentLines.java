package org.taswiya.deliver.einvoice;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Rating;
import org.taswiya.deliver.bill.ItemWords;
import org.taswiya.deliver.einvoice.EInvoice.VatRate;
import org.taswiya.deliver.einvoice.InvoiceLine.Property;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// The lines of one segment of a bill.
///
/// A period that is billed for the first time has its charge lines, each with its quantity and price. One that was
/// billed before has a line for each component with the difference: blocks that were reached then and are not now have
/// no quantity and price of their own, so the difference counts as one piece.
final class SegmentLines {
    /// One piece, UN/ECE Recommendation 20.
    private static final String PIECE = "C62";

    private static final int DECIMALS_MOST = 8;

    private final BillSegment segment;
    private final boolean isCredit;
    private final List<Property> common;
    private final Texts texts;
    private final Figures figures;
    private final ItemWords words;

    /// @param isCredit whether signs are those of a credit note
    /// @param common what is said of every line
    SegmentLines(BillSegment segment, boolean isCredit, List<Property> common, Language language, Figures figures) {
        this.segment = segment;
        this.isCredit = isCredit;
        this.common = common;
        this.texts = Texts.of(language);
        this.figures = figures;
        this.words = new ItemWords(segment.rating().resolved().tariff(), texts, figures);
    }

    /// What was rated, line by line; they come to what the segment claims.
    List<InvoiceLine> rated() {
        Rating rating = segment.rating();
        Map<ChargeLine, Money> nets = nets(rating);
        List<InvoiceLine> lines = new ArrayList<>();
        for (ChargeLine line : rating.lines()) {
            Money net = nets.getOrDefault(line, Money.ZERO);
            boolean isOff = line.price().signum() < 0;
            Fraction quantity = line.shareOf(line.quantity());
            Decimal price = isOff ? line.price().negated() : line.price(); // a price below zero is none (BR-27)
            lines.add(new InvoiceLine(
                    words.inBand(words.component(line.component(), line.range().from()), line.band()),
                    figures.period(line.range()),
                    signed((isOff ? quantity.negated() : quantity).toDecimal(DECIMALS_MOST)),
                    unitCode(line.unit()),
                    beforeTax(line, Fraction.of(price)).toDecimal(DECIMALS_MOST),
                    signed(net),
                    line.range(),
                    VatRate.of(line.taxRate()),
                    properties(line)));
        }
        return lines;
    }

    /// The net of each line. Where prices include tax, what rounding leaves over goes to the largest line of its
    /// component, so that components come to what the bill claims.
    private static Map<ChargeLine, Money> nets(Rating rating) {
        Map<ChargeLine, Money> nets = new HashMap<>();
        Map<String, Money> left = new HashMap<>(rating.netByComponent());
        Map<String, ChargeLine> largest = new HashMap<>();
        for (ChargeLine line : rating.lines()) {
            Money net = rating.isTaxIncluded()
                    ? beforeTax(rating, line, line.amount().toFraction()).toMoney(RoundingMode.HALF_UP)
                    : line.amount();
            nets.merge(line, net, Money::plus);
            left.merge(line.component(), net.negated(), Money::plus);
            largest.merge(
                    line.component(), line, (one, other) -> one.amount().compareTo(other.amount()) < 0 ? other : one);
        }
        left.forEach((component, rest) -> {
            ChargeLine line = largest.get(component);
            if (line != null && !rest.isZero()) {
                nets.merge(line, rest, Money::plus);
            }
        });
        return nets;
    }

    private Fraction beforeTax(ChargeLine line, Fraction value) {
        return beforeTax(segment.rating(), line, value);
    }

    private static Fraction beforeTax(Rating rating, ChargeLine line, Fraction value) {
        return rating.isTaxIncluded() ? value.dividedBy(Fraction.of(Decimal.ONE.plus(line.taxRate()))) : value;
    }

    private List<Property> properties(ChargeLine line) {
        List<Property> properties = new ArrayList<>(common);
        if (line.block() > 0) {
            properties.add(new Property(texts.text("einvoice.block"), Integer.toString(line.block())));
        }
        properties.add(new Property(texts.text("einvoice.clause"), line.clause()));
        return properties;
    }

    /// What the segment claims of each component beside what was billed before.
    ///
    /// @param description which usage takes the place of which
    /// @param withZeros whether a component of which nothing is claimed has a line too
    List<InvoiceLine> differences(String description, boolean withZeros) {
        List<InvoiceLine> lines = new ArrayList<>();
        segment.claimed().byComponent().orElseThrow().forEach((component, claimed) -> {
            if (withZeros || !claimed.isZero()) {
                byRate(component, claimed)
                        .forEach((rate, net) -> lines.add(difference(component, description, rate, net)));
            }
        });
        return lines;
    }

    private InvoiceLine difference(String component, String description, Decimal rate, Money net) {
        Money size = net.signum() < 0 ? net.negated() : net;
        return new InvoiceLine(
                words.component(component, segment.range().from()),
                description,
                signed(net.signum() < 0 ? Decimal.ONE.negated() : Decimal.ONE),
                PIECE,
                Decimal.parse(size.toString()),
                signed(net),
                segment.range(),
                VatRate.of(rate),
                common);
    }

    /// A component whose rate of tax changed within the period is divided as what is due of it now is.
    private SortedMap<Decimal, Money> byRate(String component, Money claimed) {
        SortedMap<Decimal, Money> due = new TreeMap<>();
        Money whole = Money.ZERO;
        for (ChargeLine line : segment.rating().lines()) {
            if (line.component().equals(component)) {
                due.merge(line.taxRate(), line.amount(), Money::plus);
                whole = whole.plus(line.amount());
            }
        }
        SortedMap<Decimal, Money> divided = new TreeMap<>();
        Money left = claimed;
        for (Map.Entry<Decimal, Money> part : due.entrySet()) {
            boolean isLast = part.getKey().equals(due.lastKey());
            Money share = isLast || whole.isZero()
                    ? left
                    : claimed.toFraction()
                            .times(Fraction.of(part.getValue().minorUnits(), whole.minorUnits()))
                            .toMoney(RoundingMode.HALF_UP);
            if (isLast || !share.isZero()) {
                divided.put(part.getKey(), share);
            }
            left = left.minus(share);
        }
        return divided;
    }

    private Money signed(Money amount) {
        return isCredit ? amount.negated() : amount;
    }

    private Decimal signed(Decimal quantity) {
        return isCredit ? quantity.negated() : quantity;
    }

    private static String unitCode(Unit unit) {
        return switch (unit) {
            case KILOWATT_HOUR -> "KWH";
            case CUBIC_METRE -> "MTQ";
            case HUNDRED_CUBIC_FEET -> "HH";
            case KILOWATT -> "KWT";
            case KILOVOLT_AMPERE -> "KVA";
            case HORSEPOWER -> "BHP";
            case KILOVAR_HOUR -> "KVH";
            case EXCEEDANCE -> PIECE;
            case DAY -> "DAY";
            case MONTH -> "MON";
            case YEAR -> "ANN";
            case MONEY -> PIECE; // a coin of it
        };
    }
}
