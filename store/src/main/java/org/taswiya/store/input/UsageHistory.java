package org.taswiya.store.input;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BandRegister;
import org.taswiya.core.billing.BandRegisters;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.EstimateInstruction.ByMethod;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.Measurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.store.input.ReadingRows.Days;

/// Reads what was used before the gap, for the bills that depend on it. Where books were opened again and nothing was
/// read after what is billed, what was used since the gap is known as well.
///
/// A month that was read and went up depends on no past, and that is nearly all of them: their history stays on disk.
/// An estimate mostly depends on the same dates of earlier years, so these are read first, a few readings instead of
/// two years of them. Where not every one of these days is known, or where more is asked, as much is read as the
/// methods of the chain look at.
final class UsageHistory {
    /// As far back as any method looks.
    static final int MONTHS_MOST = EstimationMethod.values().stream()
            .mapToInt(EstimationMethod::monthsLookedAt)
            .max()
            .orElseThrow();

    /// How far from the dates of a period a meter that is read every month was read.
    private static final int DAYS_AROUND = 35;

    private final ReadingRows rows;
    private final LocalDate billTo;
    private final BillingPolicy policy;

    /// @param billTo the end of what is estimated
    /// @param policy that names the methods
    UsageHistory(ReadingRows rows, LocalDate billTo, BillingPolicy policy) {
        this.rows = rows;
        this.billTo = billTo;
        this.policy = policy;
    }

    /// @param agreements whose readings since the gap, exchanges, vacancies and instructions are there
    void read(List<OpenAgreement> agreements) throws SQLException {
        List<OpenAgreement> past =
                agreements.stream().filter(OpenAgreement::needsPast).toList();
        readFully(readOfDates(past.stream().filter(one -> one.ofBands.isEmpty()).toList()));
        readOfRegisters(past.stream().filter(one -> !one.ofBands.isEmpty()).toList());
    }

    /// The past of each register, and what all of them used.
    private void readOfRegisters(List<OpenAgreement> agreements) throws SQLException {
        Map<String, Days> asked = new HashMap<>();
        for (OpenAgreement agreement : agreements) {
            LocalDate first = agreement.gapFrom.minusMonths(months(agreement));
            agreement
                    .ofBands
                    .values()
                    .forEach(at ->
                            asked.put(at.reference + " " + at.usagePoint, new Days(at, first, agreement.gapFrom)));
        }
        rows.read(List.copyOf(asked.values()), false);
        asked.values().forEach(days -> days.of.history = usage(days));
        for (OpenAgreement agreement : agreements) {
            List<BandRegister> registers = new ArrayList<>();
            agreement.ofBands.forEach((band, at) -> registers.add(new BandRegister(
                    band,
                    Objects.requireNonNull(at.register),
                    Objects.requireNonNull(asked.get(at.reference + " " + at.usagePoint)).readings().stream()
                            .filter(ActualReading.class::isInstance)
                            .toList(),
                    at.exchanges,
                    at.history)));
            agreement.history = BandRegisters.of(registers) instanceof BandRegisters.Together together
                    ? together.usage()
                    : List.of();
            agreement.takeRegisters();
        }
    }

    /// @return those for whom it is not enough
    private List<OpenAgreement> readOfDates(List<OpenAgreement> agreements) throws SQLException {
        List<OpenAgreement> others = new ArrayList<>();
        List<OfDates> asked = new ArrayList<>();
        for (OpenAgreement agreement : agreements) {
            List<DateRange> dates = datesEnough(agreement);
            if (dates.isEmpty()) {
                others.add(agreement);
            } else {
                asked.add(OfDates.of(agreement, dates));
            }
        }
        rows.read(asked.stream().flatMap(of -> of.around.stream()).toList(), false);
        for (OfDates of : asked) {
            List<Usage> history = of.history();
            if (history == null) {
                others.add(of.agreement);
            } else {
                of.agreement.history = history;
            }
        }
        return others;
    }

    /// The dates that its estimate looks at and nothing else, provided that each of them is known; none when it may
    /// look at more.
    private List<DateRange> datesEnough(OpenAgreement agreement) {
        DateRange period = agreement.unread(billTo);
        boolean isPlain = !agreement.hasGoneDown()
                && agreement.instruction == null
                && agreement.vacancies.isEmpty()
                && !isReadSince(agreement);
        return isPlain && period != null
                ? firstMethod(agreement).map(method -> method.sameDates(period)).orElse(List.of())
                : List.of();
    }

    /// The first of its chain that may find something.
    private Optional<EstimationMethod> firstMethod(OpenAgreement agreement) {
        boolean hasOwn = agreement.readings.stream().anyMatch(reading -> reading instanceof CustomerReading);
        return agreement.of(policy).estimation().stream()
                .filter(method -> !method.equals(EstimationMethod.CUSTOMER_READING) || hasOwn)
                .findFirst();
    }

    private void readFully(List<OpenAgreement> agreements) throws SQLException {
        List<Days> asked = agreements.stream()
                .map(agreement ->
                        new Days(agreement, agreement.gapFrom.minusMonths(months(agreement)), agreement.gapFrom))
                .toList();
        rows.read(asked, false);
        asked.forEach(days -> days.of.history = isReadSince(days.of) ? withSince(days) : usage(days));
    }

    /// Whether the estimate of its bill comes after a use that was read since the gap. The first edition did not look.
    private boolean isReadSince(OpenAgreement agreement) {
        LocalDate first = agreement.firstActual();
        return policy.edition() != EstimationMethod.FIRST_EDITION
                && first != null
                && agreement.lastActual(first).isAfter(first)
                && agreement.needsEstimate();
    }

    private static List<Usage> withSince(Days before) {
        List<Usage> history = usage(before);
        history.addAll(usage(before.of, before.of.readings));
        return history;
    }

    /// What was used in so many months before the gap, whether a bill depends on it or not.
    Map<String, List<Usage>> before(List<OpenAgreement> agreements, int months) throws SQLException {
        List<Days> asked = agreements.stream()
                .map(agreement -> new Days(agreement, agreement.gapFrom.minusMonths(months), agreement.gapFrom))
                .toList();
        rows.read(asked, false);
        Map<String, List<Usage>> used = new HashMap<>();
        asked.forEach(days -> used.put(days.of.reference, usage(days)));
        return used;
    }

    private int months(OpenAgreement agreement) {
        int months = agreement.instruction instanceof ByMethod(EstimationMethod method)
                ? method.monthsLookedAt()
                : EstimationMethod.TWO_YEARS.monthsLookedAt();
        for (EstimationMethod method : agreement.of(policy).estimation()) {
            months = Math.max(months, method.monthsLookedAt());
        }
        return months;
    }

    /// The same dates of earlier years, and the readings around each.
    private record OfDates(OpenAgreement agreement, List<DateRange> dates, List<Days> around) {
        static OfDates of(OpenAgreement agreement, List<DateRange> dates) {
            List<Days> around = new ArrayList<>(dates.size());
            for (DateRange range : dates) {
                LocalDate last = range.to().plusDays(DAYS_AROUND);
                around.add(new Days(
                        agreement,
                        range.from().minusDays(DAYS_AROUND),
                        last.isBefore(agreement.gapFrom) ? last : agreement.gapFrom));
            }
            return new OfDates(agreement, dates, around);
        }

        /// Usage that shares a day with the dates, earliest first; null when not all of the dates are known.
        @Nullable List<Usage> history() {
            List<Usage> history = new ArrayList<>();
            for (int i = dates.size() - 1; i >= 0; i--) {
                long known = 0;
                for (Usage usage : usage(around.get(i))) {
                    long shared = usage.range().daysShared(dates.get(i));
                    if (shared > 0) {
                        history.add(usage);
                        known += shared;
                    }
                }
                if (known != dates.get(i).days()) {
                    return null;
                }
            }
            return history;
        }
    }

    /// Usage between each two actual readings. What cannot be explained is no history.
    static List<Usage> usage(Days days) {
        return usage(days.of, days.readings());
    }

    private static List<Usage> usage(OpenAgreement of, List<Reading> readings) {
        List<Usage> history = new ArrayList<>();
        Register register = of.register;
        if (register == null) {
            return history;
        }
        Measurement measurement = new Measurement(register, of.exchanges, null);
        Reading last = null;
        for (Reading reading : readings) {
            if (reading instanceof ActualReading) {
                if (last != null && measurement.measure(List.of(last, reading)) instanceof Measured(var intervals)) {
                    intervals.forEach(
                            usage -> history.add(new Usage(usage.range(), usage.usage(), UsageQuality.ACTUAL)));
                }
                last = reading;
            }
        }
        return history;
    }
}
