package org.taswiya.cli.message;

import java.util.stream.Collectors;
import org.taswiya.store.message.Bounces.Unreachable;
import org.taswiya.store.message.ContactSet;

/// How an account is reached, in words.
final class ContactText {
    private ContactText() {}

    static String of(ContactSet set) {
        String ladder = set.ladder().rungs().stream()
                .map(rung -> rung.channel().code() + " " + rung.shown())
                .collect(Collectors.joining(", then "));
        return set.account() + " is reached "
                + (ladder.isEmpty()
                        ? "by no channel"
                        : "by " + ladder + ", in " + set.language().code()) + ", since "
                + set.since();
    }

    static String unreachable(Unreachable one) {
        return one.account() + "  " + one.contact().channel().code() + " "
                + one.contact().shown() + "  came back " + one.at() + ", message " + one.message() + ": "
                + one.said();
    }
}
