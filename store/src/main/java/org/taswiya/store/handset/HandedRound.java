package org.taswiya.store.handset;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.validation.ExpectedDial;
import org.taswiya.store.rounds.OrderOutcome;
import org.taswiya.store.rounds.ReadingRound;
import org.taswiya.store.rounds.RoundOrder;

/// A round as a reader takes it along: what is needed to find and to read each meter, and nothing of who lives there.
public record HandedRound(ReadingRound round, List<HandedOrder> orders) {
    public HandedRound {
        orders = List.copyOf(orders);
    }

    /// @param outcome what the books know of it now
    /// @param expected on its dial today; null where nothing is known
    public record HandedOrder(RoundOrder order, OrderOutcome outcome, @Nullable ExpectedDial expected) {}
}
