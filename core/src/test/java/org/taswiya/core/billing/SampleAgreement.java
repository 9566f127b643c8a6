package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.example.CasablancaFixture;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;

/// A household of Casablanca under its electricity tariff, with one plain meter.
final class SampleAgreement {
    private SampleAgreement() {}

    static AgreementInput of(
            String reference,
            List<Reading> readings,
            List<BilledPeriod> billed,
            List<Usage> history,
            @Nullable Money usualBill) {
        return new AgreementInput(
                reference,
                CasablancaFixture.electricity(),
                1,
                Register.simple(Unit.KILOWATT_HOUR),
                readings,
                List.of(),
                billed,
                history,
                List.of(),
                List.of(),
                null,
                null,
                usualBill,
                null,
                null);
    }

    /// Actual readings.
    ///
    /// @param atAndValue a day as text, the whole value of that day, the next day
    static List<Reading> readings(Object... atAndValue) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < atAndValue.length; i += 2) {
            LocalDate at = LocalDate.parse((String) atAndValue[i]);
            readings.add(new ActualReading(at, Decimal.of((Integer) atAndValue[i + 1]), "round"));
        }
        return readings;
    }

    /// Months that were billed on estimates of so much each.
    static List<BilledPeriod> months(String from, int count, long usage) {
        LocalDate start = LocalDate.parse(from);
        List<BilledPeriod> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DateRange month = DateRange.of(start.plusMonths(i), start.plusMonths(i + 1));
            months.add(BilledPeriod.estimated(month, Decimal.of(usage), null));
        }
        return months;
    }
}
