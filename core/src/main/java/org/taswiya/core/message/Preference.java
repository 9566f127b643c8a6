package org.taswiya.core.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;

/// How somebody wants to be told of one kind of thing.
///
/// @param isWanted whether at all
/// @param first these channels before the others of the ladder, in this order
/// @param language null for the one in which they are told everything else
public record Preference(
        Cause.Kind kind,
        boolean isWanted,
        List<Channel> first,
        @Nullable Language language) {
    public Preference {
        first = List.copyOf(first);
    }

    /// Why it cannot be had; empty when it can.
    public Optional<String> fault() {
        if (!kind.isOfLadder()) {
            return Optional.of("messages of the kind " + kind.code()
                    + " go to the address that they are about; nothing can be preferred");
        }
        if (!isWanted && kind.consent() == Cause.Consent.NOT_ASKED) {
            return Optional.of("messages of the kind " + kind.code()
                    + " cannot be switched off; say by which channel they are to come");
        }
        return Optional.empty();
    }

    /// The ladder that counts for this kind: what is preferred first, then what is known to work; no rung when they do
    /// not want to be told.
    public ChannelLadder of(ChannelLadder ladder) {
        if (!isWanted) {
            return ChannelLadder.NONE;
        }
        List<Contact> rungs = new ArrayList<>();
        for (Channel channel : first) {
            ladder.rungs().stream().filter(rung -> rung.channel() == channel).forEach(rungs::add);
        }
        ladder.rungs().stream().filter(rung -> !rungs.contains(rung)).forEach(rungs::add);
        return new ChannelLadder(rungs);
    }
}
