package org.taswiya.web.console.pricebook;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BookComparison;
import org.taswiya.core.tariff.BookComparison.Both;
import org.taswiya.core.tariff.BookComparison.Cliffs;
import org.taswiya.core.tariff.ChangedDay;
import org.taswiya.core.tariff.PriceCurve;
import org.taswiya.core.tariff.PricedTwice;
import org.taswiya.core.tariff.TariffChange;

/// What two price books state differently from a day on.
///
/// @param on the day
/// @param isOfOne whether only one of them has prices
/// @param changes the first ones; empty where they state the same again
/// @param further how many more there are
/// @param isOfUsageAlone whether the usage is all that either asks for
/// @param held of which all but the usage stays as it is; null where the usage is all, or no month says enough
/// @param uses what usages of a month cost by either; empty where they are not reckoned
/// @param cliffs of both, by their bounds
/// @param curves null where they are not drawn
/// @param beside one for each time band of the month that is held
public record DayLook(
        LocalDate on,
        boolean isOfOne,
        List<TariffChange> changes,
        int further,
        boolean isOfUsageAlone,
        @Nullable HeldMonth held,
        List<PricedTwice> uses,
        List<Cliffs> cliffs,
        @Nullable Curves curves,
        List<NextUnit> beside) {
    private static final int BENDS_MOST = 12;
    private static final int CHANGES_MOST = 200;

    public DayLook {
        changes = List.copyOf(changes);
        uses = List.copyOf(uses);
        cliffs = List.copyOf(cliffs);
        beside = List.copyOf(beside);
    }

    record Curves(PriceCurve before, PriceCurve after) {}

    /// What one more unit in a time band alone costs beside the month that is held.
    public record NextUnit(String band, Fraction before, Fraction after) {}

    /// What changes alone.
    static DayLook ofChanges(ChangedDay changed) {
        int shown = Math.min(CHANGES_MOST, changed.changes().size());
        BookComparison books = changed.books();
        return new DayLook(
                changed.day(),
                changed.isOfOne(),
                changed.changes().subList(0, shown),
                changed.changes().size() - shown,
                books != null && books.isOfUsageAlone(),
                null,
                List.of(),
                List.of(),
                null,
                List.of());
    }

    /// With what a month costs by either.
    ///
    /// @param months of which the first is held that says all that both ask for
    static DayLook whole(ChangedDay changed, List<HeldMonth> months) {
        DayLook plain = ofChanges(changed);
        BookComparison books = changed.books();
        if (books == null || changed.changes().isEmpty()) {
            return plain;
        }
        DateRange period = DateRange.of(plain.on, plain.on.plusMonths(1));
        if (books.isOfUsageAlone()) {
            return plain.with(books.resolve(period, 1), null, List.of());
        }
        for (HeldMonth month : months) {
            Optional<Both> both = books.resolve(period, 1, month.held());
            if (both.isPresent()) {
                return plain.with(both.get(), month, beside(both.get(), month));
            }
        }
        return plain;
    }

    private static List<NextUnit> beside(Both both, HeldMonth month) {
        NavigableMap<String, Fraction> before = month.held().nextUnits(both.before(), month.usage());
        NavigableMap<String, Fraction> after = month.held().nextUnits(both.after(), month.usage());
        return before.entrySet().stream()
                .map(one -> new NextUnit(one.getKey(), one.getValue(), after.getOrDefault(one.getKey(), Fraction.ZERO)))
                .toList();
    }

    private DayLook with(Both both, @Nullable HeldMonth month, List<NextUnit> nextUnits) {
        return new DayLook(
                on,
                false,
                changes,
                further,
                isOfUsageAlone,
                month,
                both.aroundBends(BENDS_MOST).stream().map(both::rate).toList(),
                both.cliffs(Fraction.ZERO),
                new Curves(PriceCurve.of(both.before()), PriceCurve.of(both.after())),
                nextUnits);
    }
}
