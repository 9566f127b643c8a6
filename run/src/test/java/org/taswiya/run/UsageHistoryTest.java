package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.estimation.Estimate;
import org.taswiya.core.estimation.Estimation;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.Measurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.decision.ReadingCorrections;
import org.taswiya.store.input.CycleAccounts;
import org.taswiya.store.population.PopulationWriter;

/// Of the past only that is read on which an estimate rests, and the estimate is the one that the whole past gives.
final class UsageHistoryTest {
    private static final int POINTS = 240;
    private static final LocalDate OPENED = LocalDate.of(2020, 3, 1);
    private static final LocalDate BILL_TO = LocalDate.of(2020, 4, 1);
    private static final Register REGISTER = new Register(6, 0, Decimal.ONE, Unit.KILOWATT_HOUR);
    private static final Change WHY =
            new Change(OPENED.atStartOfDay().toInstant(ZoneOffset.UTC), "test", "meters with a past");

    private final Database database = TestDatabases.fresh();
    private final Random random = new Random(20200301);
    private final Map<String, SortedMap<LocalDate, Reading>> inForce = new TreeMap<>();
    private final List<Runnable> corrections = new ArrayList<>();

    @Test
    @EnabledIfSystemProperty(
            named = "taswiya.long",
            matches = "true",
            disabledReason = "the long form runs with -Dtaswiya.long=true: every method over many pasts")
    void theEstimateIsTheOneThatTheWholePastGives() throws SQLException {
        fill();
        Map<EstimationMethod, Integer> methods = new TreeMap<>();
        int shorter = 0;
        for (AccountInput account : inputs()) {
            AgreementInput input = account.agreements().getFirst();
            List<Usage> whole = wholePast(input);
            Optional<Estimate> expected = estimate(input, whole);
            assertThat(estimate(input, input.history())).as(input.agreement()).isEqualTo(expected);
            expected.ifPresent(estimate -> methods.merge(estimate.method(), 1, Integer::sum));
            shorter += input.history().size() < whole.size() ? 1 : 0;
        }
        assertThat(methods)
                .as("seed reaches every method")
                .containsKeys(
                        EstimationMethod.VACANT,
                        EstimationMethod.TWO_YEARS,
                        EstimationMethod.LAST_YEAR,
                        EstimationMethod.RECENT_AVERAGE);
        assertThat(shorter).as("agreements of which less is read than there is").isBetween(POINTS / 4, POINTS * 3 / 4);
    }

    /// Our own method looks at all years, and is told what the class has shown.
    @Test
    void theBestIsEstimatedFromAllOfThePast() throws SQLException {
        fill();
        int best = 0;
        for (AccountInput account : inputs(SampleUtility.BEST)) {
            AgreementInput input = account.agreements().getFirst();
            Optional<Estimate> expected = estimate(input, wholePast(input), SampleUtility.BEST);
            assertThat(estimate(input, input.history(), SampleUtility.BEST))
                    .as(input.agreement())
                    .isEqualTo(expected);
            best += expected.filter(estimate -> estimate.method().equals(EstimationMethod.BEST))
                            .isPresent()
                    ? 1
                    : 0;
            assertThat(expected.filter(estimate -> estimate.quantity().compareTo(estimate.low()) < 0
                            || estimate.quantity().compareTo(estimate.high()) > 0))
                    .as("the middle of what is learnt lies inside")
                    .isEmpty();
        }
        assertThat(best).isGreaterThan(POINTS / 2);
    }

    private List<AccountInput> inputs() throws SQLException {
        return inputs(SampleUtility.POLICY);
    }

    private List<AccountInput> inputs(BillingPolicy policy) throws SQLException {
        RunSettings settings = SampleUtility.settings(BILL_TO.toString(), POINTS, policy);
        try (Connection connection = database.connect()) {
            return settings.inputs(connection, false)
                    .read(new CycleAccounts(connection, settings.cycle()).after("", POINTS))
                    .accounts();
        }
    }

    private static Optional<Estimate> estimate(AgreementInput input, List<Usage> history) {
        return estimate(input, history, SampleUtility.POLICY);
    }

    private static Optional<Estimate> estimate(AgreementInput input, List<Usage> history, BillingPolicy policy) {
        return new Estimation(
                        history,
                        input.vacancies(),
                        input.ofClass(),
                        policy.estimation(),
                        input.register().decimals())
                .estimate(DateRange.of(OPENED, BILL_TO));
    }

    private List<Usage> wholePast(AgreementInput input) {
        Measurement measurement = new Measurement(REGISTER, exchanges(input.agreement()), null);
        List<Usage> past = new ArrayList<>();
        Reading last = null;
        for (Reading reading :
                inForce.getOrDefault(input.agreement(), new TreeMap<>()).values()) {
            if (reading instanceof ActualReading) {
                if (last != null && measurement.measure(List.of(last, reading)) instanceof Measured(var intervals)) {
                    intervals.forEach(of -> past.add(new Usage(of.range(), of.usage(), UsageQuality.ACTUAL)));
                }
                last = reading;
            }
        }
        return past;
    }

    private void fill() {
        try (PopulationWriter writer = PopulationWriter.open(database, WHY)) {
            for (int i = 1; i <= POINTS; i++) {
                add(writer, i);
            }
            writer.commit();
        }
        corrections.forEach(Runnable::run);
    }

    private void add(PopulationWriter writer, int i) {
        String agreement = String.format(Locale.ROOT, "C%05d", i);
        String account = String.format(Locale.ROOT, "%010d", i);
        writer.add(new Customer("P" + i, CustomerClass.HOUSEHOLD, "زبون", "Client", Language.FR));
        writer.add(new CustomerAccount(account, "P" + i));
        writer.add(new Premise("L" + i, i + ", rue Atlas", "Maarif"));
        writer.add(new UsagePoint("U" + i, "L" + i, "electricity"));
        writer.add(
                new ServiceAgreement(
                        agreement, account, "U" + i, "casablanca/electricity-household", 1, OPENED.minusYears(3), null),
                OPENED);
        writer.add(new Meter("M" + i, "U" + i, REGISTER, OPENED.minusYears(3), Decimal.of(1_000), null));
        exchanges(agreement).forEach(exchange -> writer.add("U" + i, exchange));
        if (i % 7 == 0) {
            LocalDate from = OPENED.minusDays(random.nextInt(800));
            writer.addVacancy("L" + i, from, i % 14 == 0 ? null : from.plusDays(1 + random.nextInt(60)));
        }
        addReadings(writer, i, inForce.computeIfAbsent(agreement, _ -> new TreeMap<>()));
    }

    /// Every tenth meter was exchanged in the same spring of a year before.
    private static List<MeterExchange> exchanges(String agreement) {
        return agreement.endsWith("3")
                ? List.of(new MeterExchange(LocalDate.of(2019, 3, 11), Decimal.of(700_000), Decimal.ZERO))
                : List.of();
    }

    /// Read more or less every month, some meters only now and then, some for less than two years.
    private void addReadings(PopulationWriter writer, int i, SortedMap<LocalDate, Reading> of) {
        int usual = i % 5 == 0 ? 70 : 28;
        LocalDate since = OPENED.minusMonths(26).plusDays(i % 6 == 0 ? random.nextInt(600) : 0);
        long value = 600_000;
        LocalDate at = OPENED;
        while (!at.isBefore(since)) {
            Reading reading = at.equals(OPENED) ? new ActualReading(at, Decimal.of(value), "") : some(at, value);
            writer.add("U" + i, reading);
            of.put(at, reading);
            if (!at.equals(OPENED) && random.nextInt(12) == 0) {
                Reading corrected = some(at, value - random.nextInt(9));
                corrections.add(() -> ReadingCorrections.add(database, "U" + i, corrected, WHY));
                of.put(at, corrected);
            }
            at = at.minusDays(usual + random.nextInt(8));
            value -= random.nextInt(300);
        }
    }

    private Reading some(LocalDate at, long value) {
        Decimal shown = Decimal.of(value);
        return switch (random.nextInt(20)) {
            case 0 -> new CustomerReading(at, shown, "");
            case 1 -> new EstimatedReading(at, shown, "");
            default -> new ActualReading(at, shown, "");
        };
    }
}
