package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.PeriodPrices;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.Assumed;
import org.taswiya.core.tariff.BookComparison;
import org.taswiya.core.tariff.BookComparison.Both;
import org.taswiya.core.tariff.PricedTwice;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.books.BilledUses;
import org.taswiya.store.books.BilledUses.BilledUse;
import org.taswiya.store.books.BilledUses.Whose;
import org.taswiya.store.input.KnownBesides;

/// Billed periods priced by two books one by one, with what the books of the home know besides the usage where a tariff
/// asks for it: numbers of the agreement, what its intervals or its registers count by the time bands of each, and what
/// was billed before.
public final class ComparedPeriods {
    /// Of so many at once the books are asked what they know.
    private static final int AGREEMENTS_MOST = 64;

    private final Database database;
    private final BookComparison books;
    private final Consumer<Compared> each;
    private final SharedPrices prices = new SharedPrices();
    private final List<BilledUse> uses = new ArrayList<>();
    private final Map<String, DateRange> days = new HashMap<>();

    /// One of them.
    public sealed interface Compared {
        BilledUse use();
    }

    /// @param assumed what the books do not know and a price book states for whoever has none
    public record Priced(BilledUse use, PricedTwice twice, List<Assumed> assumed) implements Compared {
        public Priced {
            assumed = List.copyOf(assumed);
        }
    }

    /// One of the books asks for something that nobody knows.
    public record Unknown(BilledUse use, Hold lack) implements Compared {}

    private ComparedPeriods(Database database, BookComparison books, Consumer<Compared> each) {
        this.database = database;
        this.books = books;
        this.each = each;
    }

    /// All of an account.
    public static List<Compared> list(Database database, BookComparison books, Whose whose) {
        List<Compared> found = new ArrayList<>();
        each(database, books, whose, found::add);
        return found;
    }

    /// @param each is given all, account by account, then by agreement and days
    static void each(Database database, BookComparison books, Whose whose, Consumer<Compared> each) {
        ComparedPeriods compared = new ComparedPeriods(database, books, each);
        BilledUses.each(database, whose, compared::add);
        compared.price();
    }

    private void add(BilledUse use) {
        boolean isAnother = uses.isEmpty() || !uses.getLast().agreement().equals(use.agreement());
        if (isAnother && days.size() == AGREEMENTS_MOST) {
            price();
        }
        uses.add(use);
        days.merge(use.agreement(), use.period(), (one, other) -> DateRange.of(one.from(), latest(one, other)));
    }

    private static LocalDate latest(DateRange one, DateRange other) {
        return one.to().isAfter(other.to()) ? one.to() : other.to();
    }

    private void price() {
        if (uses.isEmpty()) {
            return;
        }
        if (books.isOfUsageAlone()) {
            uses.forEach(use -> each.accept(priced(use, books.resolve(use.period(), use.households()))));
        } else {
            priceKnowing();
        }
        uses.clear();
        days.clear();
    }

    private void priceKnowing() {
        try (Connection connection = database.connect()) {
            Map<String, KnownBesides> before = KnownBesides.of(connection, books.before(), days);
            Map<String, KnownBesides> after =
                    books.isOfOne() ? before : KnownBesides.of(connection, books.after(), days);
            for (BilledUse use : uses) {
                each.accept(compared(use, of(books.before(), use, before), of(books.after(), use, after)));
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// One book beside what it asks for of the agreement of a use.
    private record Side(PeriodPrices prices, @Nullable Hold unmeasured) {
        @Nullable Hold lack(DateRange period) {
            return unmeasured == null ? prices.lack(period) : unmeasured;
        }
    }

    private Side of(Tariff tariff, BilledUse use, Map<String, KnownBesides> known) {
        KnownBesides besides = Objects.requireNonNull(known.get(use.agreement()), use.agreement());
        return new Side(new PeriodPrices(tariff, use.households(), besides.askedFor(), prices), besides.unmeasured());
    }

    private static Compared compared(BilledUse use, Side before, Side after) {
        Hold lack = before.lack(use.period());
        lack = lack == null ? after.lack(use.period()) : lack;
        return lack == null
                ? priced(
                        use,
                        new Both(
                                before.prices().of(use.period()), after.prices().of(use.period())))
                : new Unknown(use, lack);
    }

    private static Priced priced(BilledUse use, Both both) {
        Fraction usage = Fraction.of(use.usage());
        return new Priced(
                use,
                new PricedTwice(usage, both.before().rate(usage), both.after().rate(usage)),
                both.assumed());
    }
}
