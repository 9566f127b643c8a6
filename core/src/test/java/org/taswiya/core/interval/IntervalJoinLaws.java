package org.taswiya.core.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.IntervalJoin.Joined;

/// Deliveries in any order, cut anywhere, how often ever: the same bytes.
class IntervalJoinLaws {

    private static IntervalSeries joined(List<IntervalSeries> deliveries, IntervalSeries nothing) {
        IntervalSeries all = nothing;
        for (IntervalSeries delivery : deliveries) {
            all = ((Joined) IntervalJoin.of(all, delivery, false)).series();
        }
        return all;
    }

    @Property(tries = 300)
    void theOrderOfDeliveriesChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int count) {
        Random random = new Random(seed);
        DateRange days = SeriesOf.days("2026-03-26", 6);
        List<IntervalSeries> deliveries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate from = days.from().plusDays(random.nextInt(6));
            DateRange some = DateRange.of(from, days.to());
            deliveries.add(SeriesOf.any(random, some, SeriesOf.HOURS, 2, true));
        }
        IntervalSeries nothing = IntervalSeries.missing(
                days, SeriesOf.HOURS, deliveries.getFirst().unit(), 0);
        byte[] first = IntervalBytes.of(joined(deliveries, nothing));
        assertThat(joined(deliveries, nothing)).isEqualTo(reference(deliveries, days));
        deliveries.addAll(deliveries.subList(0, random.nextInt(count)));
        Collections.shuffle(deliveries, random);
        assertThat(IntervalBytes.of(joined(deliveries, nothing))).isEqualTo(first);
    }

    @Property(tries = 200)
    void whereADeliveryIsCutChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int cut) {
        Random random = new Random(seed);
        DateRange days = SeriesOf.days("2026-10-22", 6);
        IntervalSeries whole = SeriesOf.any(random, days, SeriesOf.QUARTERS, 10, false);
        LocalDate at = days.from().plusDays(cut);
        List<IntervalSeries> parts = new ArrayList<>(
                List.of(whole.over(DateRange.of(days.from(), at)), whole.over(DateRange.of(at, days.to()))));
        Collections.shuffle(parts, random);
        IntervalSeries joined = ((Joined) IntervalJoin.of(parts.get(0), parts.get(1), false)).series();
        assertThat(IntervalBytes.of(joined)).isEqualTo(IntervalBytes.of(whole));
    }

    @Property(tries = 100)
    void whatIsThereAlreadyChangesNothing(@ForAll long seed) {
        IntervalSeries whole =
                SeriesOf.any(new Random(seed), SeriesOf.days("2026-10-22", 6), SeriesOf.QUARTERS, 10, false);
        assertThat(IntervalJoin.of(whole, whole.finer(5), false)).isEqualTo(new Joined(whole.finer(5), 0, 0, 0));
    }

    /// Plainly, interval by interval: the best quality, then the least value.
    private static IntervalSeries reference(List<IntervalSeries> deliveries, DateRange days) {
        long[] values = new long[SeriesOf.HOURS.edges(days).length - 1];
        IntervalQuality[] known = new IntervalQuality[values.length];
        for (int i = 0; i < values.length; i++) {
            known[i] = IntervalQuality.MISSING;
            for (IntervalSeries delivery : deliveries) {
                int at = i - (values.length - delivery.size());
                if (at < 0) {
                    continue;
                }
                int better = delivery.quality(at).compareTo(known[i]);
                if (better < 0 || better == 0 && delivery.value(at) < values[i]) {
                    known[i] = delivery.quality(at);
                    values[i] = delivery.value(at);
                }
            }
        }
        return IntervalSeries.of(days, SeriesOf.HOURS, deliveries.getFirst().unit(), 3, values, known);
    }
}
