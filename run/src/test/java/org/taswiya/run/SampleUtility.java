package org.taswiya.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.run.Cycle;

/// A small utility with everything that makes billing hard: shared meters, exchanges, rollovers, empty flats, a reading
/// lower than the one before, an unknown tariff, a customer without history. The same for the same seed.
///
/// @param readEveryMonth whether the months of spring 2020 are read too
/// @param isEven whether as much is used on each day of spring 2020, so that a division by days is the truth
record SampleUtility(int accounts, long seed, boolean readEveryMonth, boolean isEven) {
    static final LocalDate START = LocalDate.of(2018, 1, 1);
    static final LocalDate BILLED_FROM = LocalDate.of(2020, 2, 1);

    SampleUtility(int accounts, long seed) {
        this(accounts, seed, false, false);
    }

    static final BillingPolicy POLICY = new BillingPolicy(
            new AllocationPolicy.ByDays(),
            List.of(EstimationMethod.TWO_YEARS, EstimationMethod.LAST_YEAR, EstimationMethod.RECENT_AVERAGE),
            6,
            null,
            new BillingPolicy.InstalmentRule(new Decimal(15, 1), 6));

    /// The same, but estimated by our own method first.
    static final BillingPolicy BEST = new BillingPolicy(
            POLICY.allocation(),
            List.of(EstimationMethod.BEST, EstimationMethod.RECENT_AVERAGE),
            POLICY.estimatesInARowMost(),
            POLICY.backBilling(),
            POLICY.instalments());

    /// The same, but professionals and municipalities are estimated by other methods, which look at other pasts.
    static final BillingPolicy BY_CLASS = new BillingPolicy(
            POLICY.allocation(),
            POLICY.estimation(),
            POLICY.estimatesInARowMost(),
            POLICY.backBilling(),
            POLICY.instalments(),
            Map.of(
                    CustomerClass.PROFESSIONAL,
                    BEST.estimation(),
                    CustomerClass.MUNICIPALITY,
                    List.of(EstimationMethod.CLASS_SEASON, EstimationMethod.PREVIOUS_PERIOD)));

    private static final TariffLibrary LIBRARY = TariffLibrary.of(Path.of("..", "utilities"));
    private static final Instant LOADED_AT = Instant.parse("2020-02-15T08:00:00Z");
    private static final int MONTHS = 30;
    private static final int FIRST_UNREAD = 26;
    private static final int FIRST_READ_AGAIN = 29;

    static Optional<Tariff> tariff(String id) {
        return MillTown.tariff(id).or(() -> LIBRARY.tariff(id));
    }

    static Cycle cycle(String billTo) {
        LocalDate day = LocalDate.parse(billTo);
        return new Cycle(day, day.plusDays(2));
    }

    static RunSettings settings(String billTo, int accountsPerBatch) {
        return settings(billTo, accountsPerBatch, POLICY);
    }

    static RunSettings settings(String billTo, int accountsPerBatch, BillingPolicy policy) {
        Change why = new Change(Instant.parse(billTo + "T20:00:00Z"), "billing", "cycle to " + billTo);
        return new RunSettings(cycle(billTo), policy, BillChecks.NONE, SampleUtility::tariff, accountsPerBatch, why);
    }

    /// In batches of ten.
    static RunSettings settings(Cycle cycle, BillChecks checks) {
        Change why = new Change(Instant.parse("2020-06-01T20:00:00Z"), "billing", cycle.toString());
        return new RunSettings(cycle, POLICY, checks, SampleUtility::tariff, 10, why);
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
        boolean shared = i % 17 == 0;
        addService(
                writer,
                i,
                reference,
                "electricity",
                i % 41 == 0 ? "nowhere/nothing" : "casablanca/electricity-household",
                shared ? 3 : 1);
        if (i % 2 == 0) {
            addService(writer, i, reference, "water", "casablanca/water-household", shared ? 3 : 1);
        }
        if (i % 13 == 0) {
            writer.addVacancy("L" + i, LocalDate.of(2020, 3, 10), i % 26 == 0 ? null : LocalDate.of(2020, 6, 20));
        }
    }

    private void addService(
            PopulationWriter writer, int i, String account, String service, String tariff, int households) {
        boolean water = service.equals("water");
        String point = (water ? "W" : "E") + i;
        boolean isNew = i % 29 == 0;
        LocalDate from = isNew ? BILLED_FROM : START;
        Random random = new Random(seed * 31 + i * 2L + (water ? 1 : 0));
        writer.add(new UsagePoint(point, "L" + i, service));
        writer.add(
                new ServiceAgreement(
                        String.format(Locale.ROOT, "C%07d", i * 2 + (water ? 1 : 0)),
                        account,
                        point,
                        tariff,
                        households,
                        from,
                        null),
                BILLED_FROM);
        Register register = new Register(5, 0, Decimal.ONE, water ? Unit.CUBIC_METRE : Unit.KILOWATT_HOUR);
        addReadings(writer, i, point, register, from, random, water ? 14 : 180);
    }

    private void addReadings(
            PopulationWriter writer, int i, String point, Register register, LocalDate from, Random random, int usual) {
        long value = i % 11 == 0 ? 99_700 : random.nextInt(5_000);
        LocalDate exchangeAt = i % 19 == 0 ? LocalDate.of(2020, 4, 12) : null;
        writer.add(new Meter("M" + point, point, register, from, Decimal.of(value % 100_000), exchangeAt));
        List<Long> usages = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            long perMonth = (long) usual * (60 + random.nextInt(80)) / 100;
            LocalDate at = START.plusMonths(month);
            boolean even = isEven && !at.isBefore(BILLED_FROM);
            usages.add(even ? at.lengthOfMonth() * (1L + usual / 30) : perMonth);
        }
        for (int month = 0; month < MONTHS; month++) {
            LocalDate at = START.plusMonths(month);
            if (!at.isBefore(from)) {
                boolean unread = month >= FIRST_UNREAD && month < FIRST_READ_AGAIN && !readEveryMonth;
                long shown = !isEven && i % 37 == 0 && month == FIRST_READ_AGAIN ? value - 5L * usual : value;
                if (!unread) {
                    writer.add(point, new ActualReading(at, Decimal.of(Math.floorMod(shown, 100_000L)), "round " + at));
                }
            }
            if (exchangeAt != null && at.equals(exchangeAt.withDayOfMonth(1))) {
                long removed = value + usages.get(month) * 11 / 30;
                writer.add(point, new MeterExchange(exchangeAt, Decimal.of(removed % 100_000), Decimal.ZERO));
                writer.add(new Meter("N" + point, point, register, exchangeAt, Decimal.ZERO, null));
                value = usages.get(month) - usages.get(month) * 11 / 30;
            } else {
                value += usages.get(month);
            }
        }
    }
}
