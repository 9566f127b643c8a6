package org.taswiya.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Assumed;
import org.taswiya.core.tariff.BookComparison;
import org.taswiya.core.tariff.BookComparison.Both;
import org.taswiya.core.tariff.PricedTwice;
import org.taswiya.core.tariff.RevenueParts;
import org.taswiya.core.tariff.Totals;
import org.taswiya.run.ShadowReport.HardHit;
import org.taswiya.store.Database;
import org.taswiya.store.books.BilledUses;
import org.taswiya.store.books.BilledUses.BilledUse;
import org.taswiya.store.books.BilledUses.Whose;

/// What was billed by one book, priced by two: who would pay more, by how much, and what each part would bring in.
///
/// Every use is asked of [Totals], which have no lines; what a part brings in is rated once for each usage of the same
/// days, however many had it. Both books count as of their one day, whenever the usage was: compared is a change of
/// prices, not the years between.
public final class ComparedUses {
    private static final int DECIMALS = 3;

    private final BookComparison books;
    private final Map<Days, Priced> priced = new HashMap<>();
    private final HardestHit hit;
    private final LongConsumer soFar;
    private final RevenueParts parts = new RevenueParts();
    private final SortedMap<String, Long> unknown = new TreeMap<>();
    private final SortedMap<String, Long> assumed = new TreeMap<>();
    private long[] differences = new long[1024];
    private int accounts;
    private long uses;
    private ShadowSums sums = ShadowSums.NONE;

    private @Nullable BilledUse last;
    private int bills;
    private long before;
    private long after;

    /// What a period is resolved for.
    private record Days(DateRange period, int households) {}

    /// Two books for the same days, and how often each usage was met.
    private static final class Priced {
        final Both both;
        final Totals before;
        final Totals after;
        final Map<Decimal, long[]> times = new HashMap<>();

        Priced(Both both) {
            this.both = both;
            this.before = Totals.of(both.before(), DECIMALS);
            this.after = Totals.of(both.after(), DECIMALS);
        }
    }

    private ComparedUses(BookComparison books, int hardestMost, LongConsumer soFar) {
        this.books = books;
        this.hit = new HardestHit(hardestMost);
        this.soFar = soFar;
    }

    /// Prices what stands billed by a book, in days.
    ///
    /// @param books where one asks for more than usage, each period is priced with what the home knows of it
    /// @param hardestMost how many accounts are named
    public static UsesReport execute(Database database, BookComparison books, Whose whose, int hardestMost) {
        return execute(database, books, whose, hardestMost, _ -> {});
    }

    /// The same for whoever shows meanwhile how far it is.
    ///
    /// @param soFar is given how many periods were priced, after each; what it throws ends all
    public static UsesReport execute(
            Database database, BookComparison books, Whose whose, int hardestMost, LongConsumer soFar) {
        ComparedUses compared = new ComparedUses(books, hardestMost, soFar);
        if (books.isOfUsageAlone()) {
            BilledUses.each(database, whose, compared::add);
        } else {
            ComparedPeriods.each(database, books, whose, compared::add);
        }
        return compared.report();
    }

    /// Call account by account.
    private void add(ComparedPeriods.Compared compared) {
        switch (compared) {
            case ComparedPeriods.Priced(BilledUse use, PricedTwice twice, List<Assumed> stated) -> {
                stated.forEach(one -> assumed.merge(one.toString(), 1L, Long::sum));
                begin(use);
                parts.add(twice, 1);
                before += twice.before().total().minorUnits();
                after += twice.after().total().minorUnits();
            }
            case ComparedPeriods.Unknown(BilledUse _, Hold lack) -> unknown.merge(asked(lack), 1L, Long::sum);
        }
    }

    /// What is asked for, as books and commands name it.
    private static String asked(Hold lack) {
        return lack.figures().all().get("asked") instanceof HoldFigures.Figure.Names(List<String> names)
                ? names.getFirst()
                : lack.reason().code();
    }

    private void begin(BilledUse use) {
        if (last != null && !last.account().equals(use.account())) {
            close(last);
        }
        last = use;
        uses++;
        bills++;
        soFar.accept(uses);
    }

    private void add(BilledUse use) {
        begin(use);
        Priced both = priced.computeIfAbsent(
                new Days(use.period(), use.households()),
                days -> new Priced(books.resolve(days.period(), days.households())));
        both.times.computeIfAbsent(use.usage(), _ -> new long[1])[0]++;
        if (use.usage().scale() <= DECIMALS) {
            long steps = use.usage().steps(DECIMALS);
            before += both.before.total(steps);
            after += both.after.total(steps);
        } else {
            PricedTwice twice = both.both.rate(Fraction.of(use.usage()));
            before += twice.before().total().minorUnits();
            after += twice.after().total().minorUnits();
        }
    }

    private void close(BilledUse use) {
        Money was = Money.ofMinor(before);
        Money is = Money.ofMinor(after);
        sums = sums.plus(ShadowSums.of(was, is));
        hit.add(new HardHit(use.account(), use.customerClass(), bills, was, is));
        if (accounts == differences.length) {
            differences = Arrays.copyOf(differences, accounts * 2);
        }
        differences[accounts++] = after - before;
        before = 0;
        after = 0;
        bills = 0;
    }

    private UsesReport report() {
        if (last != null) {
            close(last);
        }
        priced.values()
                .forEach(both ->
                        both.times.forEach((usage, times) -> parts.add(both.both.rate(Fraction.of(usage)), times[0])));
        return new UsesReport(
                uses,
                sums,
                UsesReport.quantiles(differences, accounts),
                hit.hardest(),
                hit.eased(),
                parts.sums(),
                unknown,
                assumed);
    }
}
