package org.taswiya.intake.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.billing.OpeningItem;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.metering.Visit;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.receivables.Payment;

/// What an accepted row says. Whether what it names is there is not known yet.
public sealed interface SourceRow {

    record CustomerRow(Customer customer) implements SourceRow {}

    record AccountRow(CustomerAccount account) implements SourceRow {}

    record PremiseRow(Premise premise) implements SourceRow {}

    record UsagePointRow(UsagePoint point) implements SourceRow {}

    /// @param billedFrom the day of the actual reading from which bills begin
    record AgreementRow(ServiceAgreement agreement, LocalDate billedFrom) implements SourceRow {}

    record AgreementFactRow(String agreement, AgreementFact fact) implements SourceRow {}

    record LampGroupRow(String agreement, LampGroup lamps) implements SourceRow {}

    record MeterRow(Meter meter) implements SourceRow {}

    /// @param removedSerial of the meter taken away; null when the source does not say
    /// @param installed the meter put in its place, as far as the source says
    record ExchangeRow(
            String usagePoint,
            MeterExchange exchange,
            @Nullable String removedSerial,
            NewMeter installed) implements SourceRow {}

    /// A meter put in place of another; what is null is as with the other.
    ///
    /// @param serial null for the same meter, which was set back to another value
    record NewMeter(
            @Nullable String serial,
            @Nullable Integer digits,
            @Nullable Integer decimals,
            @Nullable Decimal multiplier,
            @Nullable Unit unit) {}

    /// At least one of usage point and serial is known.
    ///
    /// @param register which of the device's; null when the source does not say
    /// @param unit in which the source counts; null when it does not say
    record ReadingRow(
            @Nullable String usagePoint,
            @Nullable String serial,
            @Nullable String register,
            @Nullable Unit unit,
            Reading reading)
            implements SourceRow {}

    /// @param register which of the device's; null when the source does not say
    /// @param on the day of the visit where it was
    /// @param reading what the dial showed; null when nobody could see it
    record VisitRow(
            @Nullable String usagePoint,
            @Nullable String serial,
            @Nullable String register,
            @Nullable Unit unit,
            LocalDate on,
            Visit visit,
            @Nullable Reading reading)
            implements SourceRow {}

    /// What a register counted on days of a feed. At least one of usage point and serial is known.
    ///
    /// @param quantity exact, in the unit, zero or more
    /// @param leastHour its smallest hour, exact, in the unit; null where that is not known
    /// @param source the mapping's name
    record FeedDayRow(
            @Nullable String usagePoint,
            @Nullable String serial,
            Unit unit,
            DateRange days,
            Fraction quantity,
            UsageQuality quality,
            @Nullable Fraction leastHour,
            String source)
            implements SourceRow {}

    /// @param main the usage point that it stands behind
    /// @param share of the common part; one where the source does not say
    /// @param to the first day on which it stands there no more; null while it does
    record SubMeterRow(
            String usagePoint,
            String main,
            int share,
            LocalDate from,
            @Nullable LocalDate to) implements SourceRow {}

    /// @param to the day on which somebody moves in; null while nobody has
    record VacancyRow(
            String premise, LocalDate from, @Nullable LocalDate to) implements SourceRow {}

    /// An open item or a credit.
    record OpeningRow(OpeningItem item) implements SourceRow {}

    record PaymentRow(Payment payment) implements SourceRow {}

    record FormerBillRow(FormerBill bill) implements SourceRow {}
}
