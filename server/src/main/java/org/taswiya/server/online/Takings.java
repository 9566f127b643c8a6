package org.taswiya.server.online;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.taswiya.core.online.NoticeReason;
import org.taswiya.server.online.CardProvider.Heard;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.online.CardNotices;
import org.taswiya.store.online.NoticeAnswer;

/// Brings what a provider has said into the books, whichever way it was heard.
///
/// @param clock of the utility: its zone says which day it is
public record Takings(Database database, String utility, CardProvider provider, Clock clock) {
    private static final String AUTHOR = "online";

    /// @param raw as it came
    NoticeAnswer take(Heard heard, String raw) {
        return switch (heard) {
            case Heard.Notice(var notice) ->
                CardNotices.take(database, teller(), notice, change("card payments, as told by " + provider.name()));
            case Heard.Unclear(var reason, var found) ->
                CardNotices.unclear(database, teller(), raw, new NoticeAnswer.Refused(reason, found), now());
            case Heard.Forged _ ->
                new NoticeAnswer.Refused(NoticeReason.BAD_SIGNATURE, "not signed by " + provider.name());
        };
    }

    private CardNotices.Teller teller() {
        return new CardNotices.Teller(utility, provider.name(), today());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    Change change(String reason) {
        return new Change(now(), AUTHOR, reason);
    }
}
