package org.taswiya.web.console.pricebook;

import java.time.LocalDate;
import java.util.List;
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
/// @param uses what usages of a month cost by either; empty where they are not reckoned
/// @param cliffs of both, by their bounds
/// @param curves null where they are not drawn
public record DayLook(
        LocalDate on,
        boolean isOfOne,
        List<TariffChange> changes,
        int further,
        boolean isOfUsageAlone,
        List<PricedTwice> uses,
        List<Cliffs> cliffs,
        @Nullable Curves curves) {
    private static final int BENDS_MOST = 12;
    private static final int CHANGES_MOST = 200;

    public DayLook {
        changes = List.copyOf(changes);
        uses = List.copyOf(uses);
        cliffs = List.copyOf(cliffs);
    }

    record Curves(PriceCurve before, PriceCurve after) {}

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
                List.of(),
                List.of(),
                null);
    }

    /// With what a month costs by either.
    static DayLook whole(ChangedDay changed) {
        DayLook plain = ofChanges(changed);
        BookComparison books = changed.books();
        if (books == null || !books.isOfUsageAlone() || changed.changes().isEmpty()) {
            return plain;
        }
        Both both = books.resolve(DateRange.of(plain.on, plain.on.plusMonths(1)), 1);
        return new DayLook(
                plain.on,
                false,
                plain.changes,
                plain.further,
                true,
                both.aroundBends(BENDS_MOST).stream().map(both::rate).toList(),
                both.cliffs(Fraction.ZERO),
                new Curves(PriceCurve.of(both.before()), PriceCurve.of(both.after())));
    }
}
