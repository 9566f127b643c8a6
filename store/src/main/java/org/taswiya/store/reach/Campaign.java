package org.taswiya.store.reach;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;

/// A campaign that asks accounts for an address, or to confirm one, and what came of it.
///
/// @param ofClass whom alone it asks; null for all classes
/// @param area where alone; null for everywhere
/// @param endedOn null while it runs
/// @param asked accounts
/// @param told of them, by a message, so far; whoever speaks with the others asks
/// @param answers day by day, the earliest first
public record Campaign(
        long number,
        Chosen chosen,
        @Nullable CustomerClass ofClass,
        @Nullable String area,
        LocalDate begunOn,
        @Nullable LocalDate endedOn,
        String author,
        String why,
        long asked,
        long told,
        List<Answers> answers) {
    public Campaign {
        answers = List.copyOf(answers);
    }

    /// Accounts that answered on a day, each at its first answer.
    ///
    /// @param gave another address was said for the account
    /// @param confirmed an address was confirmed by a code
    public record Answers(LocalDate on, long gave, long confirmed) {
        public long all() {
            return gave + confirmed;
        }
    }

    public long answered() {
        return answers.stream().mapToLong(Answers::all).sum();
    }

    public boolean isRunning() {
        return endedOn == null;
    }
}
