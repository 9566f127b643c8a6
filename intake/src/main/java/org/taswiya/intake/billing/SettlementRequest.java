package org.taswiya.intake.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.AllocationPolicy.ByDays;
import org.taswiya.core.billing.AllocationPolicy.EstimateShape;
import org.taswiya.core.billing.AllocationPolicy.Favourable;
import org.taswiya.core.billing.BackBilling;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.BillingPolicy.Anchor;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.SettlementCase;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.RefusalReason;

/// A settlement case read from one line.
///
/// @param exception why the limit on back-billing does not hold; null when it does or none is asked for
public record SettlementRequest(
        SettlementCase settlement, @Nullable String exception) {

    private static final int HOUSEHOLDS_MAX = 1_000_000;
    private static final int MONTHS_MAX = 1_200;

    private static final Map<String, Anchor> ANCHORS = anchors();

    private static Map<String, Anchor> anchors() {
        Map<String, Anchor> anchors = new LinkedHashMap<>();
        anchors.put("billedOn", Anchor.BILLED_ON);
        anchors.put("lastReading", Anchor.LAST_READING);
        return anchors;
    }

    /// Reads the fields of a line, all but the tariff.
    public static SettlementRequest of(JsonFields line, Tariff tariff) {
        List<Reading> readings =
                MeteringFields.readings(line, line.optionalDate("asOf").orElse(null));
        Optional<JsonFields> limit = line.optionalObject("backBilling");
        Optional<String> exception = limit.flatMap(fields -> fields.optionalText("exception"));
        BackBilling backBilling = limit.isEmpty() ? null : backBilling(line, limit.get(), readings);
        SettlementCase settlement = new SettlementCase(
                tariff,
                line.optionalWholeNumber("households", 1, HOUSEHOLDS_MAX).orElse(1),
                MeteringFields.register(line, tariff.unit()),
                readings,
                MeteringFields.exchanges(line),
                BilledFields.billed(line),
                MeteringFields.usages(line, "history"),
                allocation(line),
                exception.isPresent() ? null : backBilling);
        return new SettlementRequest(settlement, exception.orElse(null));
    }

    private static AllocationPolicy allocation(JsonFields line) {
        Decimal tolerance = line.optionalQuantity("tolerance").orElse(Favourable.TOLERANCE_DEFAULT);
        if (tolerance.compareTo(Decimal.ONE) > 0) {
            throw line.refuse(
                    RefusalReason.BAD_NUMBER, "tolerance", "found " + tolerance + ", expected a fraction from 0 to 1");
        }
        Map<String, AllocationPolicy> policies = new LinkedHashMap<>();
        for (AllocationPolicy policy : List.of(new ByDays(), new EstimateShape(), new Favourable(tolerance))) {
            policies.put(policy.code(), policy);
        }
        return line.optionalChoice("allocation", policies).orElseGet(ByDays::new);
    }

    /// The limit, or null when nothing has been read that it could be counted from.
    private static @Nullable BackBilling backBilling(JsonFields line, JsonFields fields, List<Reading> readings) {
        int months = fields.wholeNumber("months", 0, MONTHS_MAX);
        BackBillingRule rule = new BackBillingRule(months, fields.choice("anchor", ANCHORS));
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
