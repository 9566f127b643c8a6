package org.taswiya.intake.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BackBilling;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.BillingPolicy.Anchor;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.SettlementCase;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.Tax;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.RefusalReason;

/// A settlement case read from one line.
///
/// @param exception why the limit on back-billing does not hold; null when it does or none is asked for
public record SettlementRequest(
        SettlementCase settlement, @Nullable String exception) {

    private static final int HOUSEHOLDS_MAX = 1_000_000;
    private static final String NOT_BILLED =
            "arises with the payment and is no part of what is billed; leave it out of tax and total, too";

    /// Reads the fields of a line, all but the tariff.
    public static SettlementRequest of(JsonFields line, Tariff tariff) {
        List<Reading> readings =
                MeteringFields.readings(line, line.optionalDate("asOf").orElse(null));
        line.optionalDate("billedOn"); // refused when it is no day, whether or not the limit counts from it
        Optional<JsonFields> limit = line.optionalObject("backBilling");
        Optional<String> exception = limit.flatMap(fields -> fields.optionalText("exception"));
        BackBilling backBilling = limit.isEmpty() ? null : backBilling(line, limit.get(), readings);
        refuseDuties(line, tariff);
        Register register = MeteringFields.register(line, tariff.unit());
        SettlementCase settlement = new SettlementCase(
                tariff,
                line.optionalWholeNumber("households", 1, HOUSEHOLDS_MAX).orElse(1),
                register,
                readings,
                MeteringFields.exchanges(line, register),
                BilledFields.billed(line),
                MeteringFields.usages(line, "history"),
                PolicyFields.allocation(line),
                exception.isPresent() ? null : backBilling);
        return new SettlementRequest(settlement, exception.orElse(null));
    }

    /// A duty arises with a way of paying, so it was never billed.
    private static void refuseDuties(JsonFields line, Tariff tariff) {
        for (JsonFields period : line.objects("billed")) {
            Optional<JsonFields> taxes = period.optionalObject("byTax");
            for (Tax tax : tariff.taxes()) {
                if (tax instanceof Tax.PaymentDuty duty
                        && taxes.isPresent()
                        && taxes.get().names().contains(duty.code())) {
                    throw taxes.get().refuse(RefusalReason.INCOMPLETE_BILLED, duty.code(), NOT_BILLED);
                }
            }
        }
    }

    /// The limit, or null when nothing has been read that it could be counted from.
    private static @Nullable BackBilling backBilling(JsonFields line, JsonFields fields, List<Reading> readings) {
        BackBillingRule rule = PolicyFields.backBilling(fields);
        Optional<LocalDate> lastReading = lastActual(readings);
        if (rule.anchor() == Anchor.BILLED_ON) {
            LocalDate billedOn = line.date("billedOn");
            return rule.limit(billedOn, billedOn);
        }
        return lastReading.map(last -> rule.limit(last, last)).orElse(null);
    }

    private static Optional<LocalDate> lastActual(List<Reading> readings) {
        return readings.stream()
                .filter(ActualReading.class::isInstance)
                .map(Reading::at)
                .max(LocalDate::compareTo);
    }

    /// All days that have to be priced; empty when too little was read to price anything.
    public Optional<DateRange> daysToPrice() {
        List<LocalDate> days = new ArrayList<>();
        for (Reading reading : settlement.readings()) {
            if (reading instanceof ActualReading) {
                days.add(reading.at());
            }
        }
        if (days.size() < 2) {
            return Optional.empty();
        }
        days.sort(null);
        LocalDate end = days.getLast();
        for (BilledPeriod period : settlement.billed()) {
            end = period.range().to().isAfter(end) ? period.range().to() : end;
        }
        return Optional.of(DateRange.of(days.getFirst(), end));
    }
}
