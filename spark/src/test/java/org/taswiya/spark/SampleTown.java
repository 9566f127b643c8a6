package org.taswiya.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.intake.policy.PolicyParser;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.RunSettings;
import org.taswiya.spark.billing.Terms;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.Cycle.Plan;

/// A small town whose meters nobody read in spring 2020, with what makes billing hard: shared meters, exchanges,
/// rollovers, readings of customers, empty flats, uses that fall and rise, a reading lower than the one before, an
/// unknown tariff, customers without a past, bills that a check holds for one class of customers and not for another,
/// bills that wait for each other, chains of estimates by class, a cycle of a calendar. The same for the same seed.
record SampleTown(int accounts, long seed) {
    static final String POLICIES = """
            estimation:
              chain:
                default: [two-years, last-year, recent-average]
                household: [best, recent-average]
                municipality: [class-season, previous-period]
              inARowMost: 6
              source: "a test"
            settlement: { allocation: days, source: "a test" }
            instalments: { multipleOfUsual: 1.5, most: 6, source: "a test" }
            checks:
              usualMultiple: { professional: 2.5, default: 6 }
              creditAbove: { household: 600, default: none }
              zeroBills: held
              estimatesInARow: { municipality: 2, default: none }
              missingService: { household: held, default: issued }
              source: "a test"
            """;
    static final Path UTILITIES = Path.of("..", "utilities");
    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final LocalDate BILLED_FROM = LocalDate.of(2020, 2, 1);
    private static final Instant LOADED_AT = Instant.parse("2020-02-15T08:00:00Z");
    private static final int MONTHS = 30;
    private static final int FIRST_UNREAD = 26;
    private static final int FIRST_READ_AGAIN = 29;

    /// Named by its days, but the one to June comes from a calendar: its bills are due on one day, and what is read
    /// after its end is the next one's.
    static Cycle cycle(String billTo) {
        LocalDate day = LocalDate.parse(billTo);
        return billTo.equals("2020-06-01")
                ? Cycle.planned(day, day.plusDays(2), null, new Plan("monthly", day, day.plusDays(30), null))
                : new Cycle(day, day.plusDays(2));
    }

    /// What the run on one machine goes by.
    static RunSettings settings(String billTo) {
        return settings(billTo, TariffLibrary.of(UTILITIES));
    }

    static RunSettings settings(String billTo, TariffLibrary library) {
        PolicyReading.Read read = (PolicyReading.Read) PolicyParser.parse("policies", POLICIES);
        Change why = new Change(Instant.parse(billTo + "T20:00:00Z"), "billing", "cycle to " + billTo);
        return new RunSettings(cycle(billTo), read.policy(), read.checks(), library::tariff, 50, why);
    }

    /// The same for the run on a cluster.
    static Terms terms(String billTo, boolean withDigests) throws IOException {
        return terms(billTo, UTILITIES, withDigests);
    }

    static Terms terms(String billTo, Path utilities, boolean withDigests) throws IOException {
        Terms read = Terms.of(cycle(billTo), utilities, "casablanca", withDigests);
        return new Terms(read.cycle(), POLICIES, read.books(), withDigests);
    }

    void fill(Database database) {
        try (PopulationWriter writer =
                PopulationWriter.open(database, new Change(LOADED_AT, "sample", "seed " + seed))) {
            for (int i = 1; i <= accounts; i++) {
                add(writer, i);
            }
            writer.commit();
        }
    }

    private void add(PopulationWriter writer, int i) {
        String reference = String.format(Locale.ROOT, "%010d", i * 7L);
        CustomerClass of = i % 5 == 0
                ? CustomerClass.PROFESSIONAL
                : i % 9 == 0 ? CustomerClass.MUNICIPALITY : CustomerClass.HOUSEHOLD;
        writer.add(new Customer("P" + i, of, "زبون " + i, "Client " + i, Language.AR));
        writer.add(new CustomerAccount(reference, "P" + i));
        writer.add(new Premise("L" + i, i + ", rue des Tests", "Maarif"));
        addService(writer, i, reference, false, i % 41 == 0 ? "nowhere/nothing" : "casablanca/electricity-household");
        if (i % 2 == 0) {
            addService(writer, i, reference, true, "casablanca/water-household");
        }
        if (i % 13 == 0) {
            writer.addVacancy("L" + i, LocalDate.of(2020, 3, 10), i % 26 == 0 ? null : LocalDate.of(2020, 6, 20));
        }
    }

    private void addService(PopulationWriter writer, int i, String account, boolean water, String tariff) {
        String point = (water ? "W" : "E") + i;
        LocalDate from = i % 29 == 0 ? BILLED_FROM : START;
        int households = i % 17 == 0 ? 3 : 1;
        String agreement = String.format(Locale.ROOT, "C%07d", i * 2 + (water ? 1 : 0));
        writer.add(new UsagePoint(point, "L" + i, water ? "water" : "electricity"));
        writer.add(new ServiceAgreement(agreement, account, point, tariff, households, from, null), BILLED_FROM);
        Register register = new Register(5, water ? 1 : 0, Decimal.ONE, water ? Unit.CUBIC_METRE : Unit.KILOWATT_HOUR);
        addReadings(writer, i, point, register, from, new Random(seed * 31 + i * 2L + (water ? 1 : 0)));
    }

    /// Usage in tenths of a unit, so that water has decimals.
    private static void addReadings(
            PopulationWriter writer, int i, String point, Register register, LocalDate from, Random random) {
        long usual = register.unit() == Unit.CUBIC_METRE ? 140 : 1_800;
        long value = i % 11 == 0 ? 997_000 : random.nextInt(50_000);
        LocalDate exchangeAt = i % 19 == 0 ? LocalDate.of(2020, 4, 1) : null;
        writer.add(new Meter("M" + point, point, register, from, shown(value, register), exchangeAt));
        for (int month = 0; month < MONTHS; month++) {
            LocalDate at = START.plusMonths(month);
            boolean unread = month >= FIRST_UNREAD && month < FIRST_READ_AGAIN;
            if (!at.isBefore(from) && !unread) {
                long read = i % 37 == 0 && month == FIRST_READ_AGAIN ? value - 6 * usual : value;
                LocalDate on = i % 43 == 0 && month == FIRST_READ_AGAIN ? at.plusDays(1) : at;
                writer.add(point, new ActualReading(on, shown(read, register), "round " + at));
            } else if (unread && i % 23 == 0 && exchangeAt == null) {
                writer.add(point, new CustomerReading(at.plusDays(9), shown(value, register), "by telephone"));
            }
            if (exchangeAt != null && at.equals(exchangeAt)) {
                writer.add(point, new MeterExchange(at.plusDays(11), shown(value + usual / 3, register), Decimal.ZERO));
                writer.add(new Meter("N" + point, point, register, at.plusDays(11), Decimal.ZERO, null));
                value = 0;
            }
            value += use(i, month, usual, random);
        }
    }

    private static long use(int i, int month, long usual, Random random) {
        boolean spring = month >= FIRST_UNREAD - 1 && month < FIRST_READ_AGAIN;
        long percent = 60L + random.nextInt(80);
        if (spring && i % 7 == 0) {
            percent = i % 14 == 0 ? 3 : 15; // away: the estimates were too high
        } else if (spring && i % 31 == 0) {
            percent = 900;
        }
        return usual * percent / 100;
    }

    private static Decimal shown(long tenths, Register register) {
        long dial = Math.floorMod(tenths, 1_000_000L);
        return register.decimals() == 0 ? Decimal.of(dial / 10) : new Decimal(dial, 1);
    }
}
