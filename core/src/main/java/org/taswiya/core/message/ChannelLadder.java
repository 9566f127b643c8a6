package org.taswiya.core.message;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The ways by which a customer is reached, what they prefer first.
public record ChannelLadder(List<Contact> rungs) {
    /// Of whoever is reached by none: the agency tells them.
    public static final ChannelLadder NONE = new ChannelLadder(List.of());

    public ChannelLadder {
        rungs = List.copyOf(rungs);
        long channels = rungs.stream().map(Contact::channel).distinct().count();
        if (channels < rungs.size()) {
            throw new IllegalArgumentException("A ladder with a channel twice: " + rungs);
        }
    }

    /// The first rung whose channel was not tried yet; empty when none is left.
    public Optional<Contact> next(Collection<Channel> tried) {
        return rungs.stream().filter(rung -> !tried.contains(rung.channel())).findFirst();
    }
}
