package org.taswiya.cli.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Assumed;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.BookComparison;
import org.taswiya.core.tariff.BookComparison.Both;
import org.taswiya.core.tariff.ChangedDay;
import org.taswiya.core.tariff.HeldUse;
import org.taswiya.core.tariff.PricedTwice;
import org.taswiya.core.tariff.PricedUse;
import org.taswiya.core.tariff.RevenueParts;
import org.taswiya.core.tariff.RevenueParts.Part;
import org.taswiya.core.tariff.RevenueParts.Sums;
import org.taswiya.deliver.tariff.TextDifference;
import org.taswiya.run.ComparedPeriods.Compared;
import org.taswiya.run.ComparedPeriods.Priced;
import org.taswiya.run.ComparedPeriods.Unknown;
import org.taswiya.run.UsesReport;

/// What came of setting two books side by side.
///
/// @param oldName, newName what the books and their days are called
/// @param days from which on two books part; empty where each counts as on a day that somebody named
/// @param text what the text of the new one says otherwise; null where nobody asks for it
/// @param lines what was priced use by use; empty where many accounts were
/// @param revenue of the lines together; empty where they are examples that belong to nobody
/// @param report of many accounts; null where nobody asked for them
/// @param unknown periods of an account that cannot be priced
/// @param curves both for a month, with what is held; empty where nobody says what the books ask for
record ComparedBooks(
        String oldName,
        String newName,
        BookComparison books,
        List<ChangedDay> days,
        @Nullable TextDifference text,
        List<ComparedUse> lines,
        SortedMap<Part, Sums> revenue,
        @Nullable UsesReport report,
        List<Unknown> unknown,
        List<HeldBoth> curves) {

    /// How many usages are looked at where nobody names one.
    private static final int BENDS_MOST = 20;

    ComparedBooks {
        days = List.copyOf(days);
        lines = List.copyOf(lines);
        unknown = List.copyOf(unknown);
        curves = List.copyOf(curves);
    }

    /// Both books for a month, told what is held.
    record HeldBoth(HeldUse held, Both both) {
        String name() {
            return held.band() == null ? "" : held.band() + ", ";
        }
    }

    /// @param assumed what a book states in place of what nobody has told
    record ComparedUse(PricedUse use, PricedTwice priced, List<Assumed> assumed) {
        ComparedUse {
            assumed = List.copyOf(assumed);
        }
    }

    static List<ComparedUse> priced(BookComparison books, List<PricedUse> uses) {
        return uses.stream()
                .map(use -> priced(use, books.resolve(use.period(), use.households())))
                .toList();
    }

    private static ComparedUse priced(PricedUse use, Both both) {
        return new ComparedUse(use, both.rate(use.use()), both.assumed(use.use()));
    }

    /// How many of the lines rest on what a book states in place of what nobody has told, by that; of many accounts, of
    /// their periods.
    Map<String, Long> assumed() {
        if (report != null) {
            return report.assumed();
        }
        Map<String, Long> assumed = new TreeMap<>();
        lines.forEach(line -> line.assumed().forEach(one -> assumed.merge(one.toString(), 1L, Long::sum)));
        return assumed;
    }

    /// Those of billed periods that could be.
    static List<ComparedUse> priced(List<Compared> periods) {
        return periods.stream()
                .filter(Priced.class::isInstance)
                .map(Priced.class::cast)
                .map(period -> new ComparedUse(UsesOption.named(period.use()), period.twice(), period.assumed()))
                .toList();
    }

    static List<Unknown> unknown(List<Compared> periods) {
        return periods.stream()
                .filter(Unknown.class::isInstance)
                .map(Unknown.class::cast)
                .toList();
    }

    static SortedMap<Part, Sums> revenue(List<ComparedUse> lines) {
        RevenueParts parts = new RevenueParts();
        lines.forEach(line -> parts.add(line.priced(), 1));
        return parts.sums();
    }

    /// Each whose prices are curves of what is held under both books.
    static List<HeldBoth> curves(BookComparison books, DateRange period, int households, List<HeldUse> held) {
        return held.stream()
                .flatMap(one -> books.resolve(period, households, one).map(both -> new HeldBoth(one, both)).stream())
                .toList();
    }

    /// The usages at which either price changes, and one more.
    static List<PricedUse> atBends(BookComparison books, DateRange period, int households) {
        return books.resolve(period, households).aroundBends(BENDS_MOST).stream()
                .map(usage -> new PricedUse(usage.toCanonicalText(3), period, households, BillDeterminants.of(usage)))
                .toList();
    }

    Money before() {
        return lines.stream().map(line -> line.priced().before().total()).reduce(Money.ZERO, Money::plus);
    }

    Money after() {
        return lines.stream().map(line -> line.priced().after().total()).reduce(Money.ZERO, Money::plus);
    }

    Optional<UsesReport> ofMany() {
        return Optional.ofNullable(report);
    }
}
