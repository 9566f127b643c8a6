package org.taswiya.cli.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Channel;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.run.sending.MessageMaker;
import org.taswiya.store.message.Outbox.Told;

/// How many segments text messages take, and what their gateway takes for them.
///
/// @param segments by what is told; one that could not be made has none
/// @param price of a segment; null where the utility has not said
/// @param currency as a terminal writes it
record SegmentCost(Map<Told, Integer> segments, @Nullable Decimal price, String currency) {
    SegmentCost {
        segments = Map.copyOf(segments);
    }

    static SegmentCost of(List<Told> queued, MessageMaker maker, @Nullable Decimal price, String currency) {
        Map<Told, Integer> segments = new HashMap<>();
        for (Told told : queued) {
            if (told.contact().channel() == Channel.SMS) {
                segments.put(
                        told,
                        maker.billSms(told.cause(), told.language())
                                .map(text -> text.segments().size())
                                .orElse(0));
            }
        }
        return new SegmentCost(segments, price, currency);
    }

    int of(Told told) {
        return segments.getOrDefault(told, 0);
    }

    int all() {
        return segments.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Exact, however many decimals the price has.
    @Nullable Decimal cost() {
        return price == null ? null : price.times(all());
    }

    /// `3 segments of text messages, 0.2545 DH each: 0.7635 DH`.
    String line() {
        String count = all() + (all() == 1 ? " segment" : " segments") + " of text messages";
        Decimal cost = cost();
        return cost == null ? count : count + ", " + price + " " + currency + " each: " + cost + " " + currency;
    }
}
