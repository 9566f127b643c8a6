package org.taswiya.run.desk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import org.taswiya.core.tariff.BookComparison;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffChange;
import org.taswiya.core.tariff.TariffFact;
import org.taswiya.deliver.document.TariffDigest;

/// The first day for which a book charges something else than another.
///
/// @param where the component or tax, its block and its field, as the book names them; empty where only a version
///     begins
record FirstChange(LocalDate day, String where) {

    /// Empty where they make the same bills, whatever the days; due dates aside, which no day of supply has.
    static Optional<FirstChange> of(Tariff before, Tariff after) {
        Tariff due = new Tariff(
                after.id(),
                after.service(),
                after.currency(),
                after.unit(),
                after.basis(),
                before.dueDays(),
                after.versions(),
                after.taxes(),
                after.calendars());
        SortedSet<LocalDate> days = before.days();
        days.addAll(due.days());
        for (LocalDate day : days) {
            LocalDate next = day.plusDays(1);
            if (!TariffDigest.before(next, before).equals(TariffDigest.before(next, due))) {
                return Optional.of(new FirstChange(day, where(before, due, day)));
            }
        }
        return Optional.empty();
    }

    private static String where(Tariff before, Tariff after, LocalDate day) {
        return BookComparison.of(before, day, after, day).stream()
                .flatMap(books -> books.changes().stream())
                .findFirst()
                .map(FirstChange::where)
                .orElse("");
    }

    private static String where(TariffChange change) {
        TariffFact fact = change.fact();
        String of = fact.part() == TariffFact.Part.CALENDAR ? "calendar " + fact.code() : fact.code();
        return of.strip()
                + (fact.band().isEmpty() ? "" : " " + fact.band())
                + (fact.block() == 0 ? "" : " " + fact.block())
                + " " + fact.field().code()
                + ": " + (change.before() == null ? "-" : change.before())
                + " \u2192 " + (change.after() == null ? "-" : change.after());
    }
}
