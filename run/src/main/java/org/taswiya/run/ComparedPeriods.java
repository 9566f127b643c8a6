package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.PeriodPrices;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.quantity.Fraction;
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
/// asks for it: numbers of the agreement, and what its intervals count by the time bands of each.
public final class ComparedPeriods {
    private final Database database;
    private final BookComparison books;
    private final Consumer<Compared> each;
    private final SharedPrices prices = new SharedPrices();
    private final List<BilledUse> ofAgreement = new ArrayList<>();

    /// One of them.
    public sealed interface Compared {
        BilledUse use();
    }

    public record Priced(BilledUse use, PricedTwice twice) implements Compared {}

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
        if (!ofAgreement.isEmpty() && !ofAgreement.getFirst().agreement().equals(use.agreement())) {
            price();
        }
        ofAgreement.add(use);
    }

    private void price() {
        if (ofAgreement.isEmpty()) {
            return;
        }
        if (books.isOfUsageAlone()) {
            ofAgreement.forEach(use -> each.accept(priced(use, books.resolve(use.period(), use.households()))));
        } else {
            priceKnowing();
        }
        ofAgreement.clear();
    }

    private void priceKnowing() {
        BilledUse first = ofAgreement.getFirst();
        LocalDate end = ofAgreement.stream()
                .map(use -> use.period().to())
                .max(LocalDate::compareTo)
                .orElseThrow();
        DateRange days = DateRange.of(first.period().from(), end);
        try (Connection connection = database.connect()) {
            KnownBesides known = KnownBesides.of(connection, first.agreement());
            PeriodPrices before = prices(books.before(), first, known, days);
            PeriodPrices after = prices(books.after(), first, known, days);
            for (BilledUse use : ofAgreement) {
                each.accept(compared(use, before, after));
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private PeriodPrices prices(Tariff tariff, BilledUse use, KnownBesides known, DateRange days) throws SQLException {
        return new PeriodPrices(tariff, use.households(), known.askedFor(tariff, days), prices);
    }

    private static Compared compared(BilledUse use, PeriodPrices before, PeriodPrices after) {
        @Nullable Hold lack = before.lack(use.period());
        lack = lack == null ? after.lack(use.period()) : lack;
        return lack == null
                ? priced(use, new Both(before.of(use.period()), after.of(use.period())))
                : new Unknown(use, lack);
    }

    private static Priced priced(BilledUse use, Both both) {
        Fraction usage = Fraction.of(use.usage());
        return new Priced(
                use, new PricedTwice(both.before().rate(usage), both.after().rate(usage)));
    }
}
