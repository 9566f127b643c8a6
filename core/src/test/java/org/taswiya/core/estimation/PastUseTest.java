package org.taswiya.core.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

final class PastUseTest {
    private static final long A_DAY = 1_000_000;

    @Test
    void usageIsSpreadEvenlyOverItsDays() {
        PastUse use =
                PastUse.of(List.of(usage("2019-01-01", "2019-01-11", "30"), usage("2019-01-11", "2019-01-21", "50")));
        assertThat(use.daysKnown(range("2018-12-27", "2019-01-16"))).isEqualTo(15);
        assertThat(use.used(range("2018-12-27", "2019-01-16"))).isEqualTo((30 + 25) * A_DAY);
        assertThat(use.mean(range("2019-01-06", "2019-01-16"))).isEqualTo(4 * A_DAY);
    }

    @Test
    void theOrderOfUsagesDoesNotMatter() {
        Usage first = usage("2019-01-01", "2019-01-11", "30");
        Usage second = usage("2019-01-11", "2019-01-21", "50");
        DateRange all = range("2019-01-01", "2019-01-21");
        assertThat(PastUse.of(List.of(second, first)).used(all))
                .isEqualTo(PastUse.of(List.of(first, second)).used(all));
    }

    /// A bill of February to March beside one of March to April: March is as the later one has it.
    @Test
    void ofDaysOfWhichTwoTellTheLaterBegunCounts() {
        PastUse use =
                PastUse.of(List.of(usage("2019-01-01", "2019-01-11", "30"), usage("2019-01-06", "2019-01-16", "50")));
        assertThat(use.daysKnown(range("2019-01-01", "2019-02-01"))).isEqualTo(15);
        assertThat(use.used(range("2019-01-01", "2019-02-01"))).isEqualTo((15 + 50) * A_DAY);
    }

    @Test
    void aUsageInsideAnotherLeavesItsTwoEnds() {
        PastUse use =
                PastUse.of(List.of(usage("2019-01-01", "2019-01-31", "30"), usage("2019-01-11", "2019-01-21", "50")));
        assertThat(use.used(range("2019-01-01", "2019-01-31"))).isEqualTo((10 + 50 + 10) * A_DAY);
        assertThat(use.used(range("2019-01-21", "2019-01-31"))).isEqualTo(10 * A_DAY);
    }

    /// 98 of 100 days: of 50 one may be missing, not two.
    @Test
    void aMeanNeedsNearlyAllDays() {
        PastUse use = PastUse.of(List.of(usage("2019-01-01", "2019-02-19", "98")));
        assertThat(use.mean(range("2019-01-01", "2019-02-20"))).isEqualTo(2 * A_DAY);
        assertThat(use.mean(range("2019-01-01", "2019-02-21"))).isEqualTo(PastUse.UNKNOWN);
    }

    @Test
    void aLevelLooksAtNothingFromItsDayOn() {
        Usage before = usage("2018-01-01", "2019-01-01", "365");
        Usage after = usage("2019-01-01", "2020-01-01", "99999");
        LocalDate day = LocalDate.of(2019, 1, 1);
        long alone = PastUse.of(List.of(before)).level(day.toEpochDay(), Memory.LONG);
        assertThat(alone).isEqualTo(A_DAY);
        assertThat(PastUse.of(List.of(before, after)).level(day.toEpochDay(), Memory.LONG))
                .isEqualTo(alone);
    }

    /// 100 days at 1 a day, then 30 at 4 a day: the short memory has nearly arrived, the long one not yet.
    @Test
    void aShortMemoryFollowsAChangeSooner() {
        PastUse use =
                PastUse.of(List.of(usage("2018-01-01", "2018-12-02", "335"), usage("2018-12-02", "2019-01-01", "120")));
        long day = LocalDate.of(2019, 1, 1).toEpochDay();
        assertThat(use.level(day, Memory.SHORT)).isBetween(28 * A_DAY / 10, 3 * A_DAY);
        assertThat(use.level(day, Memory.LONG)).isBetween(16 * A_DAY / 10, 18 * A_DAY / 10);
    }

    @Test
    void aPastTooLongAgoIsNoLevel() {
        PastUse use = PastUse.of(List.of(usage("2016-01-01", "2018-01-01", "731")));
        assertThat(use.level(LocalDate.of(2018, 6, 1).toEpochDay(), Memory.SHORT))
                .isEqualTo(PastUse.UNKNOWN);
        assertThat(use.level(LocalDate.of(2018, 6, 1).toEpochDay(), Memory.LONG))
                .isEqualTo(A_DAY);
        assertThat(use.level(LocalDate.of(2020, 6, 1).toEpochDay(), Memory.LONG))
                .isEqualTo(PastUse.UNKNOWN);
    }

    /// A cement works: a billion units a day are coarser, and still right to a billionth.
    @Test
    void theLargestMetersFit() {
        PastUse use = PastUse.of(List.of(usage("2018-01-01", "2019-01-01", "365000000000")));
        long level = use.millionths(use.level(LocalDate.of(2019, 1, 1).toEpochDay(), Memory.LONG));
        assertThat(level).isBetween(999_999_900 * A_DAY, 1_000_000_000 * A_DAY);
    }

    @Test
    void swingIsHowFarStretchesLieFromTheirMean() {
        DateRange both = range("2019-01-01", "2019-01-21");
        Usage one = usage("2019-01-01", "2019-01-11", "10");
        assertThat(PastUse.of(List.of(one, usage("2019-01-11", "2019-01-21", "10")))
                        .swing(both))
                .isZero();
        assertThat(PastUse.of(List.of(one, usage("2019-01-11", "2019-01-21", "30")))
                        .swing(both))
                .isEqualTo(500_000);
    }

    private static Usage usage(String from, String to, String quantity) {
        return new Usage(range(from, to), Decimal.parse(quantity), UsageQuality.ACTUAL);
    }

    private static DateRange range(String from, String to) {
        return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
    }
}
