package org.taswiya.store.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Money;

/// One agreement of a batch while its input is gathered, query by query.
final class OpenAgreement {
    final String reference;
    final String account;
    final String usagePoint;
    final String premise;
    final String tariff;
    final int households;
    final @Nullable LocalDate to;
    final @Nullable Register register;

    /// The day of the actual reading from which the next bill has to look.
    LocalDate gapFrom;

    @Nullable Money usualBill;

    /// All days from long enough before the gap on, in order.
    List<Reading> readings = new ArrayList<>();

    List<MeterExchange> exchanges = new ArrayList<>();
    List<BilledPeriod> billed = List.of();
    List<DateRange> vacancies = new ArrayList<>();

    OpenAgreement(
            String reference,
            String account,
            String usagePoint,
            String premise,
            String tariff,
            int households,
            @Nullable LocalDate to,
            @Nullable Register register,
            LocalDate billedFrom) {
        this.reference = reference;
        this.account = account;
        this.usagePoint = usagePoint;
        this.premise = premise;
        this.tariff = tariff;
        this.households = households;
        this.to = to;
        this.register = register;
        this.gapFrom = billedFrom;
    }
}
