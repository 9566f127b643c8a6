package org.taswiya.cli.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.metering.ReadingSuspension;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Tariff;

/// What is known of the agreement, month by month.
final class AgreementExample {
    final Tariff tariff;
    int households = 1;
    Register register;
    final List<Reading> readings = new ArrayList<>();
    final List<MeterExchange> exchanges = new ArrayList<>();
    final List<BilledPeriod> billed = new ArrayList<>();
    final List<Usage> history = new ArrayList<>();
    final List<DateRange> vacancies = new ArrayList<>();
    final List<ReadingSuspension> suspensions = new ArrayList<>();

    private final Map<String, List<Long>> figures = new TreeMap<>();

    @Nullable Decimal annualVolume;

    @Nullable Money usualBill;

    @Nullable String exception;

    AskedFor askedFor = AskedFor.NOTHING;

    AgreementExample(String tariff) {
        this.tariff = BillBooks.tariff(tariff);
        this.register = new Register(5, 0, Decimal.ONE, this.tariff.unit());
    }

    AgreementExample read(String at, String value) {
        readings.add(new ActualReading(LocalDate.parse(at), Decimal.parse(value), "round"));
        return this;
    }

    AgreementExample readByCustomer(String at, String value) {
        readings.add(new CustomerReading(LocalDate.parse(at), Decimal.parse(value), "telephone"));
        return this;
    }

    /// Bills the months from the last one billed on, on estimates.
    AgreementExample estimated(String from, String... usages) {
        LocalDate start = LocalDate.parse(from);
        Decimal value = readings.getLast().value();
        for (String text : usages) {
            DateRange month = DateRange.of(start, start.plusMonths(1));
            Decimal usage = Decimal.parse(text);
            Amounts amounts = Amounts.of(tariff.resolve(month, households).rate(Fraction.of(usage)));
            billed.add(BilledPeriod.estimated(month, usage, amounts));
            value = value.plus(usage);
            start = month.to();
            readings.add(new EstimatedReading(start, value, "two-years"));
        }
        return this;
    }

    /// Bills the month from a day on as measured.
    AgreementExample billedAsRead(String from, String usage) {
        LocalDate start = LocalDate.parse(from);
        DateRange month = DateRange.of(start, start.plusMonths(1));
        Decimal measured = Decimal.parse(usage);
        Amounts amounts = Amounts.of(tariff.resolve(month, households).rate(Fraction.of(measured)));
        billed.add(BilledPeriod.actual(month, measured, amounts));
        return this;
    }

    AgreementExample used(String from, String to, String usage) {
        history.add(new Usage(
                DateRange.of(LocalDate.parse(from), LocalDate.parse(to)), Decimal.parse(usage), UsageQuality.ACTUAL));
        return this;
    }

    /// So many months, each with its number more than some usage, and with half a unit more than the month before.
    AgreementExample usedEachMonth(String from, int months, int least) {
        LocalDate month = LocalDate.parse(from);
        for (int i = 0; i < months; i++) {
            LocalDate next = month.plusMonths(1);
            used(month.toString(), next.toString(), Integer.toString(least + month.getMonthValue() + i / 2));
            month = next;
        }
        return this;
    }

    /// Nobody reads on these days, by order.
    AgreementExample suspended(String from, String to, String order) {
        suspensions.add(new ReadingSuspension(DateRange.of(LocalDate.parse(from), LocalDate.parse(to)), order));
        return this;
    }

    /// What its class has shown about March 2020, or what of March comes after the reading.
    AgreementExample learnt(String figure, Long... numbers) {
        figures.put(figure, List.of(numbers));
        return this;
    }

    /// A class for which all months are alike but one.
    ///
    /// @param month from one on
    /// @param share of the mean month, in millionths
    AgreementExample learntSeason(int month, long share) {
        Long[] months = new Long[12];
        Arrays.fill(months, 1_000_000L);
        months[month - 1] = share;
        return learnt("months", months);
    }

    private DateRange march() {
        return DateRange.of(readings.getLast().at(), LocalDate.of(2020, 4, 1));
    }

    AgreementInput input(String reference) {
        return new AgreementInput(
                reference,
                tariff,
                households,
                register,
                readings,
                exchanges,
                billed,
                history,
                vacancies,
                suspensions,
                figures.isEmpty() ? null : ClassUse.ofFigures(march(), figures),
                annualVolume,
                usualBill,
                exception,
                null,
                askedFor);
    }
}
