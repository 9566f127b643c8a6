package org.taswiya.web.console.pricebook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.BookComparison;
import org.taswiya.core.tariff.BookComparison.Both;
import org.taswiya.core.tariff.PricedUse;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.UsageProfile;
import org.taswiya.run.ComparedPeriods;
import org.taswiya.run.ComparedPeriods.Compared;
import org.taswiya.run.ComparedPeriods.Priced;
import org.taswiya.run.ComparedPeriods.Unknown;
import org.taswiya.run.ComparedUses;
import org.taswiya.run.UsesReport;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.books.BilledUses;
import org.taswiya.store.books.BilledUses.Whose;
import org.taswiya.store.pricebook.BilledDays;

/// Tries a book that is being written on what somebody chose, beside the one in force.
final class DraftTrial {
    private static final int HARDEST = 10;
    private static final int USAGES_MOST = 50;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    /// So long a page waits for what many come to: in a small utility it is there by then.
    private static final Duration PATIENCE = Duration.ofMillis(30);

    private final Database database;
    private final Asking asking;
    private final BookComparison books;
    private final PriceBookLook look;

    /// What came of it.
    sealed interface Answer {
        record Tried(DraftLook look) implements Answer {}

        /// @param text of the texts `prices.fault.`
        /// @param found in the words of the program; empty for nothing more
        record Faulty(String text, String found) implements Answer {}
    }

    /// Who asks.
    ///
    /// @param inForce the text of the book in force
    record Asking(TrialsBeside beside, TrialsBeside.Asker asker, String inForce) {}

    /// @param books as of the day of the look
    private DraftTrial(Database database, Asking asking, BookComparison books, PriceBookLook look) {
        this.database = database;
        this.asking = asking;
        this.books = books;
        this.look = look;
    }

    static Answer of(Database database, Asking asking, Tariff inForce, TariffBook book, Draft typed) {
        Tariff draft = book.tariff();
        if (!draft.canStandInFor(inForce)) {
            return new Answer.Faulty("other-service", draft.inWords() + " / " + inForce.inWords());
        }
        Optional<PriceBookLook> look = PriceBookLook.of(inForce, draft, HeldMonth.of(book, typed));
        if (look.isEmpty()) {
            return new Answer.Faulty("nothing-changes", inForce.id());
        }
        LocalDate day = look.get().on();
        return BookComparison.of(inForce, day, draft, day)
                .map(books -> new DraftTrial(database, asking, books, look.get()).tried(typed))
                .orElseGet(() -> new Answer.Tried(DraftLook.of(look.get())));
    }

    private Answer tried(Draft typed) {
        return switch (typed.whose()) {
            case Draft.USAGES -> usages(typed.usages());
            case Draft.PROFILE -> profile(typed.profile());
            case Draft.ACCOUNT -> account(typed);
            case Draft.CLASS -> many(typed);
            default -> new Answer.Tried(DraftLook.of(look));
        };
    }

    private Answer usages(String typed) {
        DateRange month = DateRange.of(look.on(), look.on().plusMonths(1));
        List<PricedUse> uses = new ArrayList<>();
        for (String word : BETWEEN.split(typed, -1)) {
            Optional<Decimal> usage = usage(word);
            if (usage.isEmpty() || uses.size() == USAGES_MOST) {
                return new Answer.Faulty("usages", word);
            }
            uses.add(new PricedUse(word, month, 1, BillDeterminants.of(Fraction.of(usage.get()))));
        }
        return priced(uses, lines -> DraftLook.ofExamples(look, lines));
    }

    private static Optional<Decimal> usage(String word) {
        try {
            return Optional.of(Decimal.parse(word)).filter(usage -> usage.signum() >= 0);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Answer profile(String typed) {
        return switch (UsageProfile.read(typed.lines().toList(), 1)) {
            case UsageProfile.Reading.Faulty fault -> new Answer.Faulty("profile", fault.toString());
            case UsageProfile.Reading.Read(var uses) ->
                priced(uses, lines -> DraftLook.ofOne(look, lines, List.of(), null));
        };
    }

    private interface Summing {
        DraftLook of(List<DraftLook.Line> lines);
    }

    private Answer priced(List<PricedUse> uses, Summing summing) {
        try {
            return new Answer.Tried(summing.of(uses.stream().map(this::line).toList()));
        } catch (IllegalArgumentException e) { // one of the books asks for more
            return new Answer.Faulty("lacking", String.valueOf(e.getMessage()));
        }
    }

    private DraftLook.Line line(PricedUse use) {
        Both both = books.resolve(use.period(), use.households());
        return new DraftLook.Line(use.name(), both.rate(use.use()), both.assumed(use.use()));
    }

    private Answer account(Draft typed) {
        Optional<DateRange> days = days(typed);
        if (days.isEmpty()) {
            return new Answer.Faulty("days", "");
        }
        List<DraftLook.Line> lines = new ArrayList<>();
        List<Unknown> unknown = new ArrayList<>();
        Whose whose = Whose.ofAccount(look.after().id(), typed.account(), days.get());
        for (Compared period : ComparedPeriods.list(database, books, whose)) {
            switch (period) {
                case Priced(var use, var twice, var assumed) ->
                    lines.add(new DraftLook.Line(
                            use.agreement() + " " + use.period().from() + "–"
                                    + use.period().to(),
                            twice,
                            assumed));
                case Unknown left -> unknown.add(left);
            }
        }
        return lines.isEmpty() && unknown.isEmpty()
                ? new Answer.Faulty("not-billed", typed.account())
                : new Answer.Tried(DraftLook.ofOne(look, lines, unknown, days.get()));
    }

    /// Counted beside the page.
    private Answer many(Draft typed) {
        if (!typed.from().isEmpty() && !typed.to().isEmpty() && days(typed).isEmpty()) {
            return new Answer.Faulty("days", "");
        }
        TrialsBeside.Asked asked = new TrialsBeside.Asked(
                asking.inForce(),
                typed.content(),
                typed.customerClass(),
                typed.from(),
                typed.to(),
                BilledUses.upTo(database));
        return asking.beside()
                .ask(asking.asker(), asked, (since, soFar) -> many(typed, since, soFar))
                .map(this::answer)
                .orElseGet(() -> new Answer.Faulty("trials-at-work", ""));
    }

    private Answer answer(TrialsBeside.Trial trial) {
        return trial.within(PATIENCE)
                .orElseGet(() -> new Answer.Tried(DraftLook.ofManyAtWork(look, trial.since(), trial.periods())));
    }

    private Answer many(Draft typed, LocalTime since, LongConsumer soFar) {
        Optional<DateRange> days = days(typed);
        if (days.isEmpty()) {
            return new Answer.Faulty("days", "");
        }
        Optional<CustomerClass> of = Arrays.stream(CustomerClass.values())
                .filter(one -> one.code().equals(typed.customerClass()))
                .findFirst();
        String tariff = look.after().id();
        Whose whose =
                of.map(one -> Whose.ofClass(tariff, one, days.get())).orElseGet(() -> Whose.ofAll(tariff, days.get()));
        UsesReport report = ComparedUses.execute(database, books, whose, HARDEST, soFar);
        return new Answer.Tried(DraftLook.ofMany(look, days.get(), since, report));
    }

    /// As typed, or the last month up to which bills reach; of an account the year up to its own.
    private Optional<DateRange> days(Draft typed) {
        try {
            LocalDate to = typed.to().isEmpty() ? billedTo(typed) : LocalDate.parse(typed.to());
            LocalDate first = typed.whose().equals(Draft.ACCOUNT) ? to.minusYears(1) : to.minusMonths(1);
            LocalDate from = typed.from().isEmpty() ? first : LocalDate.parse(typed.from());
            return from.isBefore(to) ? Optional.of(DateRange.of(from, to)) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private LocalDate billedTo(Draft typed) {
        String tariff = look.after().id();
        try (Connection connection = database.connect()) {
            Optional<LocalDate> billed = typed.whose().equals(Draft.ACCOUNT)
                    ? BilledDays.ofAccount(connection, typed.account(), tariff)
                    : BilledDays.to(connection, tariff);
            return billed.orElse(look.on());
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
