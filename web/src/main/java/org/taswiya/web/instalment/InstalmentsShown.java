package org.taswiya.web.instalment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.arrangement.Standing;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.arrangement.InstalmentRequest;
import org.taswiya.store.arrangement.StoredArrangement;

/// What an account has of instalments, and what it may ask for.
///
/// @param last the last arrangement; null where there was none
/// @param standing how that stands today
/// @param request the last one that had to wait for a person; null where there was none
/// @param options none where one runs or none is to be had
/// @param chosen the one that is looked at; null before
/// @param fault of the texts `instalment.fault.`; empty for none
/// @param disputed what is left out because it is disputed
/// @param due what the account owes, less its credit
/// @param none of the texts `instalment.none.`, why there are no options; empty where there are
public record InstalmentsShown(
        String account,
        @Nullable StoredArrangement last,
        @Nullable Standing standing,
        @Nullable InstalmentRequest request,
        List<Option> options,
        @Nullable Option chosen,
        String fault,
        Money disputed,
        Money due,
        String none) {
    public InstalmentsShown {
        options = List.copyOf(options);
    }

    /// A number of instalments that may be asked for.
    ///
    /// @param isAtOnce whether it is granted as soon as it is asked for
    public record Option(Schedule schedule, boolean isAtOnce) {
        public int months() {
            return schedule.instalments().size();
        }

        /// As a form brings it back.
        public String text() {
            return ShownSchedule.text(schedule);
        }

        /// The first one may be a few minor units more.
        public Money each() {
            return schedule.instalments().getLast().amount();
        }
    }

    public boolean isRunning() {
        return standing != null && standing.state().isRunning();
    }

    public boolean isWaiting() {
        return request != null && request.state() == InstalmentRequest.State.WAITS;
    }

    public boolean isRefused() {
        return request != null && request.state() == InstalmentRequest.State.REFUSED && !isRunning();
    }

    /// What to pay next under the one that runs; nothing where all fallen due is paid and nothing comes, and no more
    /// than is due: a credit pays instalments too.
    public Money next() {
        Standing.Row next = standing == null ? null : standing.next();
        return next == null ? Money.ZERO : next.open().compareTo(due) < 0 ? next.open() : due;
    }
}
