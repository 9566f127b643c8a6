package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.ReadingSuspension;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Tariff;

/// Everything that a bill of one service agreement depends on.
///
/// @param agreement the service agreement's reference
/// @param households behind a shared meter, at least one
/// @param readings from the actual reading that opens the gap on, in any order; where there is no meter, what its lamps
///     would show on a dial, whatever is given
/// @param exchanges of meters since that reading
/// @param billed periods since that reading that were billed, in order, with what each has been billed so far
/// @param history usage before that reading, to estimate from
/// @param vacancies days on which the premise is known to be empty
/// @param suspensions days on which its meter was not read by order, in any order; no amount depends on them
/// @param ofClass what its class has shown about the days to be estimated; null when unknown or nothing is estimated
/// @param annualVolume what the agreement states for a year, in units; null where it states nothing
/// @param usualBill what a bill of this agreement usually comes to; null when unknown
/// @param backBillingException why the limit on back-billing does not hold for this agreement; null when it does
/// @param instruction how a person wants the estimate made this once; null when nobody has said anything
/// @param askedFor what is known besides, where the tariff asks for more than the usage
public record AgreementInput(
        String agreement,
        Tariff tariff,
        int households,
        Register register,
        List<Reading> readings,
        List<MeterExchange> exchanges,
        List<BilledPeriod> billed,
        List<Usage> history,
        List<DateRange> vacancies,
        List<ReadingSuspension> suspensions,
        @Nullable ClassUse ofClass,
        @Nullable Decimal annualVolume,
        @Nullable Money usualBill,
        @Nullable String backBillingException,
        @Nullable EstimateInstruction instruction,
        AskedFor askedFor) {

    /// Under a tariff that asks for the usage alone.
    public AgreementInput(
            String agreement,
            Tariff tariff,
            int households,
            Register register,
            List<Reading> readings,
            List<MeterExchange> exchanges,
            List<BilledPeriod> billed,
            List<Usage> history,
            List<DateRange> vacancies,
            List<ReadingSuspension> suspensions,
            @Nullable ClassUse ofClass,
            @Nullable Decimal annualVolume,
            @Nullable Money usualBill,
            @Nullable String backBillingException,
            @Nullable EstimateInstruction instruction) {
        this(
                agreement,
                tariff,
                households,
                register,
                readings,
                exchanges,
                billed,
                history,
                vacancies,
                suspensions,
                ofClass,
                annualVolume,
                usualBill,
                backBillingException,
                instruction,
                AskedFor.NOTHING);
    }

    public AgreementInput {
        UnmeteredSupply unmetered = askedFor.unmetered();
        readings = unmetered == null ? List.copyOf(readings) : unmetered.readings(billed);
        exchanges = List.copyOf(exchanges);
        billed = List.copyOf(billed);
        history = List.copyOf(history);
        vacancies = List.copyOf(vacancies);
        suspensions = List.copyOf(suspensions);
    }

    /// The same agreement under another tariff.
    public AgreementInput with(Tariff other) {
        return with(other, billed, askedFor);
    }

    /// The same agreement with other bills behind it.
    public AgreementInput with(List<BilledPeriod> others) {
        return with(tariff, others, askedFor);
    }

    /// The same agreement with what is known of what its tariff asks for.
    public AgreementInput with(AskedFor known) {
        return with(tariff, billed, known);
    }

    private AgreementInput with(Tariff otherTariff, List<BilledPeriod> otherBilled, AskedFor known) {
        return new AgreementInput(
                agreement,
                otherTariff,
                households,
                register,
                readings,
                exchanges,
                otherBilled,
                history,
                vacancies,
                suspensions,
                ofClass,
                annualVolume,
                usualBill,
                backBillingException,
                instruction,
                known);
    }

    /// Periods after all that was billed or read that cycles have passed over: they are estimated with the next one.
    public List<BilledPeriod> passedOver() {
        if (billed.isEmpty() || !billed.getLast().isUnbilled()) {
            return List.of();
        }
        LocalDate read = lastActual();
        int first = billed.size();
        while (first > 0 && isPassedOver(billed.get(first - 1), read)) {
            first--;
        }
        return billed.subList(first, billed.size());
    }

    private static boolean isPassedOver(BilledPeriod period, LocalDate read) {
        return period.isUnbilled() && !period.range().from().isBefore(read);
    }

    private LocalDate lastActual() {
        LocalDate last = LocalDate.MIN;
        for (Reading reading : readings) {
            last = reading instanceof ActualReading && reading.at().isAfter(last) ? reading.at() : last;
        }
        return last;
    }

    /// How many periods in a row were billed on estimates: those that end after the last actual reading. A bill of two
    /// months, of which a cycle has passed over one, counts as two.
    public int estimatesInARow() {
        LocalDate read = lastActual();
        int inARow = 0;
        for (BilledPeriod period : billed) {
            inARow += period.isEstimated() && period.range().to().isAfter(read) ? 1 : 0;
        }
        return inARow;
    }
}
