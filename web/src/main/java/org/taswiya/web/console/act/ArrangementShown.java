package org.taswiya.web.console.act;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.arrangement.Standing;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.arrangement.ArrangementProposal;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.store.arrangement.StoredArrangement;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.web.instalment.ShownSchedule;

/// The form for instalments, and what they come to.
///
/// @param running the last arrangement; null where there was none
/// @param standing how that stands today
/// @param waiting a proposal that somebody else has to decide; null for none
/// @param disputed what is left out because the customer disputes it
/// @param schedule day by day; null before it is looked at
/// @param needsApproval whether who asks may not grant it alone
/// @param fault the key of what is wrong; empty for nothing
/// @param field where
/// @param found what was found, for a person; empty for nothing
public record ArrangementShown(
        FoundAccount who,
        AccountStatement statement,
        TypedArrangement typed,
        List<RequestChannel> channels,
        @Nullable StoredArrangement running,
        @Nullable Standing standing,
        @Nullable ArrangementProposal waiting,
        Money disputed,
        @Nullable Schedule schedule,
        boolean needsApproval,
        String fault,
        String field,
        String found) {
    public ArrangementShown {
        channels = List.copyOf(channels);
    }

    public boolean isRunning() {
        return standing != null && standing.state().isRunning();
    }

    public String state() {
        return standing == null ? "" : standing.state().code();
    }

    public String scheduleText() {
        return schedule == null ? "" : ShownSchedule.text(schedule);
    }
}
