package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.taswiya.core.billing.BilledPast.ChargedPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ChargeLine;

/// The bills of a year come together to what its minimum and its maximum let, whatever the cycles and however late the
/// meter was read.
class YearLimitLaws {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int MONTHS = 12;

    @Property(tries = 200)
    void theBillsOfAYearComeToItsCharges(
            @ForAll @Size(MONTHS) List<@IntRange(max = 400) Integer> used,
            @ForAll @Size(MONTHS) List<@IntRange(min = 1, max = 4) Integer> cycles,
            @ForAll @Size(MONTHS) List<Boolean> isRead) {
        List<ChargedPeriod> charged = new ArrayList<>();
        Money claimed = billed(used, cycles, isRead, charged);
        Money ofYear = sum(charged.subList(0, charged.size() - 1));
        Money due = Money.ofMinor(Math.min(Math.max(ofYear.minorUnits(), 200_000), 280_000));
        assertThat(claimed).isEqualTo(due.plus(sum(charged.subList(charged.size() - 1, charged.size()))));
    }

    private static Money sum(List<ChargedPeriod> charged) {
        return charged.stream().map(ChargedPeriod::amount).reduce(Money.ZERO, Money::plus);
    }

    /// Up to January of the next year, where the meter is read, so that what was estimated is settled.
    private static Money billed(
            List<Integer> used, List<Integer> cycles, List<Boolean> isRead, List<ChargedPeriod> charged) {
        Money claimed = Money.ZERO;
        List<Usage> past = new ArrayList<>();
        List<BilledPeriod> billed = new ArrayList<>();
        int opened = 0;
        long shown = 0;
        long shownThen = 0;
        int month = 0;
        for (int bill = 0; month <= MONTHS; bill++) {
            int last = month;
            month = month == MONTHS ? MONTHS + 1 : Math.min(month + cycles.get(bill % MONTHS), MONTHS);
            shown += used.subList(last, Math.min(month, MONTHS)).stream()
                    .mapToLong(Integer::longValue)
                    .sum();
            boolean isReadNow = month > MONTHS || isRead.get(bill % MONTHS) || billed.size() == 3;
            Mill mill = new Mill(
                            YearLimitBillTest.ENERGY,
                            YearLimitBillTest.limit("least", false, 2000, MonthDay.of(1, 1)),
                            YearLimitBillTest.limit("most", true, 2800, MonthDay.of(1, 1)))
                    .hasPast(new BilledPast(FIRST, null, FIRST.plusMonths(opened), past, new TreeMap<>(), charged))
                    .used(new Usage(DateRange.of(FIRST.minusDays(30), FIRST), Decimal.of(200), UsageQuality.ACTUAL))
                    .reads(FIRST.plusMonths(opened).toString(), shownThen);
            if (isReadNow) {
                mill.reads(FIRST.plusMonths(month).toString(), shown);
            }
            billed.forEach(mill::wasBilled);
            DraftBill draft = mill.bill(FIRST.plusMonths(month).toString());
            claimed = claimed.plus(draft.amounts().net());
            if (isReadNow) {
                draft.segments().forEach(segment -> {
                    past.add(new Usage(segment.range(), segment.usage(), UsageQuality.ACTUAL));
                    charged.add(new ChargedPeriod(segment.range(), energy(segment)));
                });
                billed.clear();
                opened = month;
                shownThen = shown;
            } else {
                BillSegment segment = draft.segments().getLast();
                billed.add(BilledPeriod.estimated(segment.range(), segment.usage(), segment.claimed()));
            }
        }
        return claimed;
    }

    private static Money energy(BillSegment segment) {
        return segment.rating().lines().stream()
                .filter(line -> line.component().equals("energy"))
                .map(ChargeLine::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
