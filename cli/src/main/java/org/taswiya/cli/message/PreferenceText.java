package org.taswiya.cli.message;

import java.util.stream.Collectors;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Preference;

/// What somebody wants to be told, in words.
final class PreferenceText {
    private PreferenceText() {}

    /// As in `payment off`, `bill first by email, in ar`.
    static String of(Preference preference) {
        if (!preference.isWanted()) {
            return preference.kind().code() + " off";
        }
        Language language = preference.language();
        String first = preference.first().stream().map(Channel::code).collect(Collectors.joining(", then "));
        return preference.kind().code()
                + (first.isEmpty() ? " by the channels of the account" : " first by " + first)
                + (language == null ? "" : ", in " + language.code());
    }
}
