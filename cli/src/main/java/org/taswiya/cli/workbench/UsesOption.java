package org.taswiya.cli.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.BookComparison;
import org.taswiya.core.tariff.PricedUse;
import org.taswiya.intake.tariff.UsageProfile;
import org.taswiya.run.ComparedPeriods;
import org.taswiya.run.ComparedPeriods.Compared;
import org.taswiya.store.Database;
import org.taswiya.store.books.BilledUses.BilledUse;
import org.taswiya.store.books.BilledUses.Whose;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What is priced: usages of one period, a profile, what a customer was billed for, or what a class was.
public final class UsesOption {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(
            names = "--usage",
            paramLabel = "QUANTITY",
            split = ",",
            description = "Usages of one period: a month, unless --from and --to say other days.")
    private List<String> usages = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "What somebody uses month by month: lines with commas, month,usage at the head, or month,"
                    + " and time bands; demand, or demand.BAND, is the highest power.")
    private @Nullable Path profile;

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "What this account was billed for, period by period, in the home.")
    private @Nullable String account;

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description = "What all customers of a class were billed for: ${COMPLETION-CANDIDATES}.")
    private @Nullable CustomerClass customerClass;

    @Option(names = "--everybody", description = "What all customers were billed for.")
    private boolean isEverybody;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day of the period of --usage, or of the billed periods that count.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "The day after the last of them.")
    private @Nullable LocalDate to;

    @Option(
            names = "--households",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many share the meter of --usage or --profile. Default: ${DEFAULT-VALUE}.")
    private int households = 1;

    /// Refuses what cannot be asked together.
    void requireSense() {
        long asked = Stream.of(!usages.isEmpty(), profile != null, account != null, customerClass != null, isEverybody)
                .filter(one -> one)
                .count();
        if (asked > 1) {
            throw wrong("--usage, --profile, --account, --class and --everybody are each for themselves;"
                    + " expected one of them");
        }
        if (households < 1) {
            throw wrong("--households: found " + households + ", expected 1 or more");
        }
        if (from != null && to != null && !to.isAfter(from)) {
            throw wrong("--to: found " + to + ", expected a day after " + from);
        }
        if (profile != null && (from != null || to != null)) {
            throw wrong("--from and --to say nothing beside --profile, which names its months");
        }
    }

    int households() {
        return households;
    }

    /// The period that usages are of; a month where the days are those of bills.
    ///
    /// @param first where nobody says another day
    DateRange period(LocalDate first) {
        boolean isOfBills = isOfMany() || account != null;
        LocalDate start = from == null || isOfBills ? first : from;
        LocalDate end = to == null || isOfBills ? start.plusMonths(1) : to;
        if (!end.isAfter(start)) {
            throw wrong("--to: found " + end + ", expected a day after " + start);
        }
        return DateRange.of(start, end);
    }

    /// Whether many accounts are asked about, which are summed up.
    boolean isOfMany() {
        return customerClass != null || isEverybody;
    }

    /// Whether uses belong together, those of a year or of one customer.
    boolean isSummed() {
        return profile != null || account != null;
    }

    boolean isOfAccount() {
        return account != null;
    }

    /// Where the profile is; null where there is none.
    @Nullable Path profile() {
        return profile;
    }

    /// The home that is asked; null where nothing is asked of one.
    @Nullable Database openIfAsked() {
        return isOfMany() || account != null ? home.open() : null;
    }

    Whose whose(String tariff) {
        DateRange days = DateRange.of(from == null ? EARLIEST : from, to == null ? LATEST : to);
        if (account != null) {
            return Whose.ofAccount(tariff, account, days);
        }
        return customerClass == null ? Whose.ofAll(tariff, days) : Whose.ofClass(tariff, customerClass, days);
    }

    /// What is priced line by line; empty where nobody says what.
    ///
    /// @param first of the period of usages, where nobody says another day
    Optional<List<PricedUse>> uses(LocalDate first) throws IOException {
        if (profile != null) {
            return Optional.of(ofProfile(profile));
        }
        if (usages.isEmpty()) {
            return Optional.empty();
        }
        DateRange period = period(first);
        return Optional.of(usages.stream().map(usage -> use(usage, period)).toList());
    }

    private List<PricedUse> ofProfile(Path file) throws IOException {
        return switch (UsageProfile.read(GivenFile.lines(spec, file, UsageProfile.expected()), households)) {
            case UsageProfile.Reading.Read(var read) -> read;
            case UsageProfile.Reading.Faulty fault -> throw wrong(file + ":" + fault);
        };
    }

    private PricedUse use(String usage, DateRange period) {
        try {
            Decimal quantity = Decimal.parse(usage);
            if (quantity.signum() >= 0) {
                return new PricedUse(usage, period, households, BillDeterminants.of(Fraction.of(quantity)));
            }
        } catch (NumberFormatException _) {
            // refused below
        }
        throw wrong("--usage: found " + usage + ", expected a number of zero or more");
    }

    /// What an account was billed for, priced by two books.
    List<Compared> ofAccount(Database database, String tariff, BookComparison books) {
        List<Compared> found = ComparedPeriods.list(database, books, whose(tariff));
        if (found.isEmpty()) {
            throw wrong("account " + account + " was billed for nothing by " + tariff + " in these days");
        }
        return found;
    }

    /// As a line of a table.
    static PricedUse named(BilledUse use) {
        return new PricedUse(
                use.agreement() + " " + use.period().from() + " to "
                        + use.period().to(),
                use.period(),
                use.households(),
                BillDeterminants.of(Fraction.of(use.usage())));
    }

    ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
