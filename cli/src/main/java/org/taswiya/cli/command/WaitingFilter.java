package org.taswiya.cli.command;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which of the things that customers wait for an answer to are listed, and how.
public final class WaitingFilter {
    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Of this account alone.")
    private @Nullable String account;

    @Option(names = "--open", description = "Only those that wait for an answer.")
    private boolean isOpen;

    @Option(names = "--late", description = "Only those whose deadline has passed.")
    private boolean isLate;

    @Option(names = "--json", description = "As JSON, one object a line.")
    private boolean json;

    /// Null for all accounts.
    public @Nullable String account() {
        return account;
    }

    public boolean isJson() {
        return json;
    }

    /// Those that are wanted.
    public <T> Stream<T> of(Stream<T> all, Predicate<T> waits, Predicate<T> late) {
        return all.filter(one -> !isOpen || waits.test(one)).filter(one -> !isLate || late.test(one));
    }
}
