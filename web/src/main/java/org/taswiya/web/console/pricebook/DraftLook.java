package org.taswiya.web.console.pricebook;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Assumed;
import org.taswiya.core.tariff.PricedTwice;
import org.taswiya.core.tariff.RevenueParts;
import org.taswiya.core.tariff.RevenueParts.Part;
import org.taswiya.core.tariff.RevenueParts.Sums;
import org.taswiya.run.ComparedPeriods.Unknown;
import org.taswiya.run.UsesReport;

/// A book that is being written beside the one in force: what it changes, and what the same uses cost by either.
///
/// @param lines use by use
/// @param revenue of the lines together; empty where they belong to nobody
/// @param unknown periods that cannot be priced by one of them
/// @param days whose billed periods they are; null where they are of no days
/// @param count of many accounts; null where nobody asked for them
public record DraftLook(
        PriceBookLook look,
        List<Line> lines,
        SortedMap<Part, Sums> revenue,
        List<Unknown> unknown,
        @Nullable DateRange days,
        @Nullable Count count) {

    public DraftLook {
        lines = List.copyOf(lines);
        unknown = List.copyOf(unknown);
    }

    /// What many accounts come to.
    ///
    /// @param since when it was asked for: what was billed later is not in it
    /// @param periods how many of theirs were priced by now
    /// @param report null as long as it is being counted
    public record Count(
            LocalTime since, long periods, @Nullable UsesReport report) {}

    /// @param name of a period or a usage
    /// @param assumed what a book states in place of what nobody has told
    public record Line(String name, PricedTwice priced, List<Assumed> assumed) {
        public Line {
            assumed = List.copyOf(assumed);
        }
    }

    /// How many of the lines, or of the periods of many, rest on what a book states in place of what nobody has told.
    public Map<String, Long> assumed() {
        if (count != null && count.report() != null) {
            return count.report().assumed();
        }
        Map<String, Long> assumed = new TreeMap<>();
        lines.forEach(line -> line.assumed().forEach(one -> assumed.merge(one.toString(), 1L, Long::sum)));
        return assumed;
    }

    /// With no use but those at which a price changes.
    static DraftLook of(PriceBookLook look) {
        return new DraftLook(look, List.of(), new TreeMap<>(), List.of(), null, null);
    }

    /// Of examples that belong to nobody.
    static DraftLook ofExamples(PriceBookLook look, List<Line> lines) {
        return new DraftLook(look, lines, new TreeMap<>(), List.of(), null, null);
    }

    /// Of what belongs together: months of a profile, or periods of an account.
    ///
    /// @param days null where they are of a profile
    static DraftLook ofOne(PriceBookLook look, List<Line> lines, List<Unknown> unknown, @Nullable DateRange days) {
        RevenueParts parts = new RevenueParts();
        lines.forEach(line -> parts.add(line.priced(), 1));
        return new DraftLook(look, lines, parts.sums(), unknown, days, null);
    }

    static DraftLook ofMany(PriceBookLook look, DateRange days, LocalTime since, UsesReport report) {
        Count count = new Count(since, report.uses(), report);
        return new DraftLook(look, List.of(), report.revenue(), List.of(), days, count);
    }

    /// Of many whose uses are being priced.
    static DraftLook ofManyAtWork(PriceBookLook look, LocalTime since, long periods) {
        return new DraftLook(look, List.of(), new TreeMap<>(), List.of(), null, new Count(since, periods, null));
    }

    public boolean isAtWork() {
        return count != null && count.report() == null;
    }

    public boolean isSummed() {
        return lines.size() > 1 && !revenue.isEmpty();
    }

    public Money before() {
        return lines.stream().map(line -> line.priced().before().total()).reduce(Money.ZERO, Money::plus);
    }

    public Money after() {
        return lines.stream().map(line -> line.priced().after().total()).reduce(Money.ZERO, Money::plus);
    }
}
