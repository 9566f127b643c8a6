package org.taswiya.web.console.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.care.Letter;
import org.taswiya.core.care.RequestState;
import org.taswiya.core.care.RequestStep;
import org.taswiya.core.customer.Language;
import org.taswiya.store.request.StoredRequest;

/// A request as its page has it.
///
/// @param kind as it is called
/// @param has who has it; null for nobody
/// @param mayAct whether what they do is taken: nobody else has it, or they may give it to anybody
/// @param staff whoever can be given it
/// @param language in which the customer is answered
/// @param channel by which; null where nothing reaches them
/// @param fault of the texts `request.fault.`; empty for none
public record RequestShown(
        StoredRequest request,
        String kind,
        LocalDate today,
        @Nullable String has,
        boolean isMine,
        boolean mayAssign,
        boolean mayAct,
        List<String> staff,
        List<Letter> letters,
        Language language,
        @Nullable String channel,
        TypedAnswer typed,
        String fault) {
    public RequestShown {
        staff = List.copyOf(staff);
        letters = List.copyOf(letters);
    }

    public RequestState state() {
        return request.state();
    }

    public boolean isPossible(RequestStep step) {
        return mayAct && step.isPossible(request.state());
    }

    /// Whether the fault is one of a file that was sent.
    public boolean isAboutFile() {
        return fault.startsWith("file-");
    }

    RequestShown with(TypedAnswer other, String found) {
        return new RequestShown(
                request, kind, today, has, isMine, mayAssign, mayAct, staff, letters, language, channel, other, found);
    }
}
