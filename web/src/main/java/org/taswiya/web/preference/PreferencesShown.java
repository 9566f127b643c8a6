package org.taswiya.web.preference;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;

/// How an account is reached and what it is told.
///
/// @param contacts in the order in which they are tried; none where nothing is known
/// @param language in which it is told; null where nothing is known
/// @param isPushSent whether browsers can be told
/// @param confirmed which of their addresses was confirmed by a code
/// @param hasPassword whether it can be signed in to by a password
/// @param saved of the texts `preference.saved.`, what was done before this page; empty for nothing
public record PreferencesShown(
        String account,
        List<Contact> contacts,
        Set<String> confirmed,
        @Nullable Language language,
        List<Kind> kinds,
        boolean isPushSent,
        boolean hasPassword,
        String saved) {
    public PreferencesShown {
        contacts = List.copyOf(contacts);
        confirmed = Set.copyOf(confirmed);
        kinds = List.copyOf(kinds);
    }

    /// Whether a code could say that it is theirs, and none has.
    public boolean isUnconfirmed(Contact contact) {
        boolean isOfCodes = contact.channel() == Channel.SMS || contact.channel() == Channel.EMAIL;
        return isOfCodes && !confirmed.contains(contact.address());
    }

    /// What is wanted of one kind of notice.
    ///
    /// @param first by which channel it comes first; null for the usual order
    /// @param language null for the usual one
    public record Kind(
            Cause.Kind kind,
            boolean isWanted,
            @Nullable Channel first,
            @Nullable Language language) {

        /// Whether it is told whatever they prefer.
        public boolean isFixed() {
            return kind.consent() == Cause.Consent.NOT_ASKED;
        }

        public String code() {
            return kind.code();
        }
    }

    /// One kind, to be changed.
    ///
    /// @param channels by which the account can be reached
    /// @param fault of the texts `preference.fault.`; empty for none
    public record OneKind(String account, Kind kind, List<Channel> channels, String fault) {
        public OneKind {
            channels = List.copyOf(channels);
        }
    }
}
