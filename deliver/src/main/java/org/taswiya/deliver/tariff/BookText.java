package org.taswiya.deliver.tariff;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.BoundBasis;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;
import org.taswiya.core.tariff.TariffVersion;

/// Writes the one version of a published tariff as a price book, with its calendar where it has one.
///
/// @param id of the book, `utility/name`
/// @param title what it is called, in whatever language it is published
/// @param source where every figure of it is published
/// @param from the first day on which it is charged
public record BookText(String id, Tariff tariff, String title, String source, LocalDate from) {
    private static final String TAX_CLASS = "untaxed";
    private static final int DECIMALS_MOST = 9;
    private static final int USAGE = 100;
    private static final int DEMAND = 10;
    private static final String CALENDAR = "bands.yaml";
    private static final Set<Month> ALL_YEAR = Set.of(Month.values());

    /// Why a tariff is no book.
    public static final class Unwritable extends Exception {
        private static final long serialVersionUID = 1;

        Unwritable(String message) {
            super(message);
        }
    }

    /// @throws Unwritable when books cannot say what it charges
    public String yaml() throws Unwritable {
        StringBuilder text = new StringBuilder();
        String quoted = quoted(title);
        line(text, 0, "# yaml-language-server: $schema=../../tariff.schema.json");
        line(text, 0, "book: " + id);
        line(text, 0, "title:");
        for (String language : List.of("ar", "fr", "en")) {
            line(text, 1, language + ": " + quoted);
        }
        line(text, 0, "service: " + tariff.service());
        line(text, 0, "currency: " + tariff.currency());
        line(text, 0, "unit: " + tariff.unit().symbol());
        line(text, 0, "prices: before-tax");
        line(text, 0, "rounding: half-up");
        line(text, 0, "dueDays: " + tariff.dueDays());
        line(text, 0, "proration: { bounds: none, charges: none, rounding: unrounded }");
        line(text, 0, "taxes:");
        line(text, 1, "- code: VAT");
        line(text, 2, "kind: value-added");
        line(text, 2, "class: " + TAX_CLASS);
        line(text, 2, "clause: no tax is published with it");
        line(text, 2, "rates: [{ from: " + from + ", rate: 0, placeholder: \"no tax is published with it\" }]");
        line(text, 0, "versions:");
        line(text, 1, "- from: " + from);
        line(text, 2, "clause: " + quoted);
        line(text, 2, "source: " + quoted(source));
        line(text, 2, "components:");
        TariffVersion version = tariff.versions().getFirst();
        for (TariffComponent component : version.components()) {
            write(component, text);
        }
        for (TimeBands calendar : tariff.calendars().values()) {
            line(text, 0, "calendars:");
            line(text, 1, CALENDAR + ":");
            CalendarText.lines(calendar).forEach(one -> line(text, 2, one));
        }
        writeExample(text);
        return text.toString();
    }

    /// A book has to have one. It says what the record costs, until somebody puts a printed bill in its place.
    private void writeExample(StringBuilder text) {
        Set<String> bands = tariff.timeBands();
        Map<String, Fraction> usage = quantities(bands, USAGE);
        Map<String, Fraction> demand = tariff.isOfDemand()
                ? quantities(tariff.demandBands().isEmpty() ? Set.of("whole") : tariff.demandBands(), DEMAND)
                : Map.of();
        LocalDate first =
                from.getMonth() == Month.DECEMBER ? from.withDayOfMonth(1).plusMonths(1) : from;
        DateRange month = DateRange.of(first, first.plusMonths(1)); // in which no year ends
        Rating rating = tariff.resolve(month, 1).rate(BillDeterminants.of(usage, demand));
        line(text, 0, "examples:");
        line(text, 1, "- name: a month as its record costs it");
        line(text, 2, "placeholder: \"reckoned from the record; put a printed bill here\"");
        line(text, 2, "period: { from: " + month.from() + ", to: " + month.to() + " }");
        line(text, 2, "usage: " + (bands.size() > 1 ? mapping(bands, USAGE) : Integer.toString(USAGE)));
        if (tariff.isOfDemand()) {
            Set<String> demandBands = tariff.demandBands();
            line(text, 2, "demand: " + (demandBands.isEmpty() ? DEMAND : mapping(demandBands, DEMAND)));
        }
        line(text, 2, "expect: { net: " + rating.net() + " }");
    }

    private static Map<String, Fraction> quantities(Set<String> bands, int each) {
        return bands.stream().collect(Collectors.toMap(band -> band, _ -> Fraction.of(each)));
    }

    private static String mapping(Set<String> bands, int each) {
        return bands.stream().map(band -> band + ": " + each).collect(Collectors.joining(", ", "{ ", " }"));
    }

    private void nameCalendar(StringBuilder text) {
        if (!tariff.calendars().isEmpty()) {
            line(text, 4, "calendar: " + CALENDAR);
        }
    }

    private void write(TariffComponent component, StringBuilder text) throws Unwritable {
        line(text, 3, "- component: " + component.code());
        line(text, 4, "tax: " + TAX_CLASS);
        line(text, 4, "clause: " + quoted(component.clause()));
        switch (component) {
            case BandCharge bands -> write(bands, text);
            case DemandCharge demand -> write(demand, text);
            case FixedCharge fixed -> writeAmount("fixed", fixed.price(), fixed.per(), text);
            case MinimumCharge minimum -> writeAmount("minimum", minimum.amount(), minimum.per(), text);
            case YearLimit limit -> {
                writeAmount(limit.isMaximum() ? "maximum" : "minimum", limit.amount(), ChargedPer.YEAR, text);
                line(text, 4, "yearFrom: " + limit.year().from());
            }
            case TariffComponent other ->
                throw new Unwritable("component " + other.code() + " is of no kind that published records have");
        }
    }

    private void write(BandCharge charge, StringBuilder text) throws Unwritable {
        Set<BoundBasis> bases = charge.bands().stream().map(BandLadder::basis).collect(Collectors.toSet());
        if (bases.size() > 1) {
            throw new Unwritable("time bands whose bounds are for different things");
        }
        line(text, 4, "kind: bands");
        line(text, 4, "bounds: " + code(bases.iterator().next()));
        nameCalendar(text);
        line(text, 4, "bands:");
        for (BandLadder ladder : charge.bands()) {
            line(text, 5, "- band: " + ladder.band());
            writeBlocks(ladder.tiers(), 6, text);
        }
    }

    private void write(DemandCharge charge, StringBuilder text) throws Unwritable {
        line(text, 4, "kind: demand");
        line(text, 4, "unit: " + charge.unit().symbol());
        List<String> bands = charge.bands().names();
        if (!bands.isEmpty()) {
            nameCalendar(text);
            line(
                    text,
                    4,
                    bands.size() == 1 ? "band: " + bands.getFirst() : "bands: [" + String.join(", ", bands) + "]");
        }
        if (!charge.months().equals(ALL_YEAR)) {
            line(
                    text,
                    4,
                    "months: "
                            + new TreeSet<>(charge.months())
                                    .stream().map(Month::getValue).toList());
        }
        writeBlocks(charge.tiers(), 4, text);
    }

    private static void writeBlocks(List<BlockTier> tiers, int depth, StringBuilder text) throws Unwritable {
        line(text, depth, "blocks:");
        Decimal above = Decimal.ZERO;
        for (BlockTier tier : tiers) {
            @Nullable Decimal upTo = tier.upTo();
            String bounds = "above: " + above + (upTo == null ? "" : ", upTo: " + upTo);
            line(text, depth + 1, "- { " + bounds + ", price: " + positive(tier.price()) + " }");
            above = upTo == null ? above : upTo;
        }
    }

    private static void writeAmount(String kind, Decimal amount, ChargedPer per, StringBuilder text) throws Unwritable {
        line(text, 4, "kind: " + kind);
        String field = switch (per) {
            case DAY -> "perDay";
            case MONTH -> "perMonth";
            case YEAR -> "perYear";
        };
        line(text, 4, field + ": " + positive(amount));
    }

    private static Decimal positive(Decimal amount) throws Unwritable {
        if (amount.signum() < 0) {
            throw new Unwritable("the price " + amount + " is below zero");
        }
        if (amount.scale() > DECIMALS_MOST) {
            throw new Unwritable("the price " + amount + " has more than " + DECIMALS_MOST + " decimals");
        }
        return amount;
    }

    private static String code(BoundBasis basis) {
        return basis.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.strip().chars().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append((char) c);
        });
        return quoted.append('"').toString();
    }

    private static void line(StringBuilder text, int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }
}
