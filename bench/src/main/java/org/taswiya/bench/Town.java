package org.taswiya.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.run.RunSettings;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.run.Cycle;

/// Households with one agreement each, two of three for electricity, the third for water, read on the first of every
/// month for two years and not in the spring of 2020. The same for the same number of accounts.
///
/// Every meter is simple, so that statements on sets can bill it too: no exchange, no rollover, nobody moves.
record Town(int accounts) {
    static final String ELECTRICITY = "casablanca/electricity-household";
    static final String WATER = "casablanca/water-household";

    /// The first reading, and the one from which bills begin.
    static final LocalDate FIRST_READ = LocalDate.of(2018, 1, 1);

    static final LocalDate BILLED_FROM = LocalDate.of(2020, 2, 1);

    /// The last reading before the gap and the first one after it.
    static final LocalDate LAST_READ = LocalDate.of(2020, 3, 1);

    static final LocalDate READ_AGAIN = LocalDate.of(2020, 7, 1);

    private static final int AREAS = 40;

    /// Adds everybody with all readings up to the gap.
    ///
    /// @param progress is given the number of accounts added
    void fill(Database database, LongConsumer progress) {
        try (PopulationWriter writer = PopulationWriter.open(database, change(LAST_READ, "town"))) {
            for (int i = 0; i < accounts; i++) {
                add(writer, i);
                progress.accept(1);
            }
            writer.commit();
        }
    }

    /// Adds the readings of one day, of everybody.
    void read(Database database, LocalDate day) {
        try (PopulationWriter writer = PopulationWriter.open(database, change(day, "round of " + day))) {
            for (int i = 0; i < accounts; i++) {
                writer.add(point(i), reading(i, day));
            }
            writer.commit();
        }
    }

    static Change change(LocalDate day, String reason) {
        return new Change(day.atTime(20, 0).toInstant(ZoneOffset.UTC), "bench", reason);
    }

    /// How everybody is billed to a day.
    static RunSettings settings(LocalDate to, BillingPolicy policy, Function<String, Optional<Tariff>> tariffs) {
        return new RunSettings(
                new Cycle(to, to),
                policy,
                BillChecks.NONE,
                tariffs,
                RunSettings.ACCOUNTS_PER_BATCH,
                change(to, "cycle to " + to));
    }

    private void add(PopulationWriter writer, int i) {
        String account = account(i);
        String premise = "L" + account;
        writer.add(new Customer("P" + account, CustomerClass.HOUSEHOLD, "زبون " + i, "Client " + i, Language.AR));
        writer.add(new CustomerAccount(account, "P" + account));
        writer.add(new Premise(premise, address(i), "area " + i % AREAS));
        writer.add(new UsagePoint(point(i), premise, isWater(i) ? "water" : "electricity"));
        writer.add(
                new ServiceAgreement(
                        agreement(i), account, point(i), isWater(i) ? WATER : ELECTRICITY, 1, FIRST_READ, null),
                BILLED_FROM);
        Register register = new Register(6, 0, Decimal.ONE, isWater(i) ? Unit.CUBIC_METRE : Unit.KILOWATT_HOUR);
        writer.add(new Meter("M" + account, point(i), register, FIRST_READ, Decimal.of(dial(i, FIRST_READ)), null));
        for (LocalDate day = FIRST_READ; !day.isAfter(LAST_READ); day = day.plusMonths(1)) {
            writer.add(point(i), reading(i, day));
        }
    }

    static String address(int i) {
        return 1 + i % 200 + ", rue " + i / 200;
    }

    /// What an account used in the last months before the gap.
    List<Usage> used(int i, int months) {
        List<Usage> used = new ArrayList<>();
        for (LocalDate from = LAST_READ.minusMonths(months); from.isBefore(LAST_READ); from = from.plusMonths(1)) {
            LocalDate to = from.plusMonths(1);
            Decimal quantity = Decimal.of(dial(i, to) - dial(i, from));
            used.add(new Usage(new DateRange(from, to), quantity, UsageQuality.ACTUAL));
        }
        return used;
    }

    private static ActualReading reading(int i, LocalDate day) {
        return new ActualReading(day, Decimal.of(dial(i, day)), "round");
    }

    private static boolean isWater(int i) {
        return i % 3 == 2;
    }

    static String account(int i) {
        return String.format(Locale.ROOT, "%010d", i + 1);
    }

    static String agreement(int i) {
        return "C" + (1_000_000 + i);
    }

    private static String point(int i) {
        return String.format(Locale.ROOT, "U%08d", i + 1);
    }

    /// What the dial shows on any day: a month's use is spread evenly over its days.
    static long shown(int i, LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        long month = dial(i, first.plusMonths(1)) - dial(i, first);
        return dial(i, first) + month * (day.getDayOfMonth() - 1) / day.lengthOfMonth();
    }

    /// What the dial of a meter shows on a first of a month.
    private static long dial(int i, LocalDate day) {
        long value = 10 + chance(i, -1, 5_000);
        LocalDate month = FIRST_READ;
        for (int m = 0; month.isBefore(day); m++) {
            value += usage(i, m);
            month = month.plusMonths(1);
        }
        return value;
    }

    /// A month's usage: most customers below 150 kWh or 12 m3, some well above, each with ups and downs of its own.
    private static long usage(int i, int month) {
        long level = 1 + chance(i, -2, 100);
        long usual = isWater(i) ? 3 + level * level / 700 + level / 12 : 35 + level * level / 40 + level;
        return usual * (70 + chance(i, month, 60)) / 100;
    }

    /// An evenly spread number below a limit, from two numbers (the finisher of SplitMix64).
    private static long chance(int i, int what, int below) {
        long bits = (i * 64L + what + 3) * 0x9E3779B97F4A7C15L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return ((bits ^ (bits >>> 31)) >>> 1) % below;
    }
}
