package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.example.CasablancaFixture;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;

/// Bills of one meter to compare, each on a reading at both ends.
///
/// @param periods that were billed before on estimates of as many units each, at the beginning of the days
record ComparedBills(String from, String to, long used, int households, List<BilledPeriod> periods) {
    private static final BillingPolicy POLICY =
            new BillingPolicy(new AllocationPolicy.ByDays(), List.of(EstimationMethod.RECENT_AVERAGE), 6, null, null);

    static ComparedBills of(String from, String to, long used) {
        return new ComparedBills(from, to, used, 1, List.of());
    }

    ComparedBills servingHouseholds(int number) {
        return new ComparedBills(from, to, used, number, periods);
    }

    /// The same, where the first months were billed on estimates.
    ComparedBills afterEstimates(int months, long usageOfEach) {
        LocalDate first = LocalDate.parse(from);
        List<BilledPeriod> billed = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            billed.add(BilledPeriod.estimated(
                    DateRange.of(first.plusMonths(i), first.plusMonths(i + 1)), Decimal.of(usageOfEach), null));
        }
        return new ComparedBills(from, to, used, households, billed);
    }

    Optional<BillComparison> with(ComparedBills later) {
        return BillComparison.of(bill(), input(), later.bill(), later.input());
    }

    private DraftBill bill() {
        LocalDate end = LocalDate.parse(to);
        return AccountBilling.bill(
                        new AccountInput("0000000001", end, end.plusDays(4), POLICY, Money.ZERO, List.of(input())))
                .bills()
                .getFirst();
    }

    private AgreementInput input() {
        List<Reading> readings = List.of(
                new ActualReading(LocalDate.parse(from), Decimal.ZERO, "round"),
                new ActualReading(LocalDate.parse(to), Decimal.of(used), "round"));
        return new AgreementInput(
                "C00001",
                CasablancaFixture.electricity(),
                households,
                Register.simple(Unit.KILOWATT_HOUR),
                readings,
                List.of(),
                periods,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }
}
