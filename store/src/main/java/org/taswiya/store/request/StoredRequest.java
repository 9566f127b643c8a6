package org.taswiya.store.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.care.RequestChannel;
import org.taswiya.core.care.RequestState;
import org.taswiya.core.care.RequestStep;
import org.taswiya.core.customer.Language;

/// A request as the books have it.
///
/// @param kind of the utility's rules
/// @param said by the customer
/// @param author who took it
/// @param steps in their order
/// @param files in the order in which they came
public record StoredRequest(
        long id,
        String account,
        String kind,
        RequestChannel channel,
        String said,
        LocalDate openedOn,
        LocalDate firstAnswerBy,
        String author,
        List<Step> steps,
        List<RequestFile.Kept> files) {
    public StoredRequest {
        steps = List.copyOf(steps);
        files = List.copyOf(files);
    }

    /// What happened to it.
    ///
    /// @param letter of the utility's rules, by which an answer began; null for none
    /// @param language of an answer; null for what is none
    /// @param said what was answered, or why it was closed or opened again
    /// @param answerBy the new deadline where it was opened again, else null
    public record Step(
            RequestStep step,
            LocalDate on,
            @Nullable String letter,
            @Nullable Language language,
            String said,
            @Nullable LocalDate answerBy,
            String author,
            Instant at) {}

    /// Those that came with a step, the first one 1.
    public List<RequestFile.Kept> filesOf(int step) {
        return files.stream().filter(file -> file.step() == step).toList();
    }

    public RequestState state() {
        return steps.isEmpty() ? RequestState.OPEN : steps.getLast().step().state();
    }

    /// The day by which it has to be answered, as it is now.
    public LocalDate answerBy() {
        LocalDate last = firstAnswerBy;
        for (Step step : steps) {
            LocalDate later = step.answerBy();
            last = later == null ? last : later;
        }
        return last;
    }

    public boolean isLate(LocalDate day) {
        return state() == RequestState.OPEN && day.isAfter(answerBy());
    }
}
