package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// Bills whose blocks are of a year come to the same however late the meter was read.
class BilledPastLaws {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    /// To the centime: the year's first 1000 are cheaper, whichever months they were of.
    @Property(tries = 300)
    void settledEqualsReadingEveryMonth(
            @ForAll @Size(9) List<@IntRange(max = 400) Integer> used, @ForAll @Size(8) List<Boolean> isRead) {
        long all = used.stream().mapToLong(Integer::longValue).sum();
        Money ofYear = Money.ofMinor(100 * (Math.min(all, 1000) + 3 * Math.max(all - 1000, 0)));
        assertThat(billed(used, List.of(true, true, true, true, true, true, true, true)))
                .isEqualTo(ofYear);
        assertThat(billed(used, isRead)).isEqualTo(ofYear);
    }

    private static Money billed(List<Integer> used, List<Boolean> isRead) {
        Money claimed = Money.ZERO;
        List<Usage> past = new ArrayList<>();
        List<BilledPeriod> billed = new ArrayList<>();
        int opened = 0;
        long shown = 0;
        long shownThen = 0;
        for (int month = 1; month <= used.size(); month++) {
            shown += used.get(month - 1);
            boolean isReadNow = month == used.size() || isRead.get(month - 1) || billed.size() == 5;
            Mill mill = new Mill(BilledPastTest.YEAR)
                    .hasPast(new BilledPast(FIRST, null, FIRST.plusMonths(opened), past, new TreeMap<>()))
                    .used(new Usage(DateRange.of(FIRST.minusDays(30), FIRST), Decimal.of(300), UsageQuality.ACTUAL))
                    .reads(FIRST.plusMonths(opened).toString(), shownThen);
            if (isReadNow) {
                mill.reads(FIRST.plusMonths(month).toString(), shown);
            }
            billed.forEach(mill::wasBilled);
            DraftBill bill = mill.bill(FIRST.plusMonths(month).toString());
            claimed = claimed.plus(bill.amounts().net());
            if (isReadNow) {
                bill.segments()
                        .forEach(segment -> past.add(new Usage(segment.range(), segment.usage(), UsageQuality.ACTUAL)));
                billed.clear();
                opened = month;
                shownThen = shown;
            } else {
                BillSegment last = bill.segments().getLast();
                billed.add(BilledPeriod.estimated(last.range(), last.usage(), last.claimed()));
            }
        }
        return claimed;
    }
}
