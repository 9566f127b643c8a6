package org.taswiya.store.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where a program wants to be called.
///
/// @param key that registered it
/// @param customer of whose accounts alone it is told; null for all
/// @param version how often somebody has said what holds of it
/// @param because why it is on or off
/// @param position the last event that it has
/// @param failures how many calls in a row came to nothing
/// @param failingSince null while they do not
/// @param nextAt not called before
public record StoredWebhook(
        long id,
        long key,
        @Nullable String customer,
        int version,
        String url,
        Set<WebhookKind> kinds,
        boolean isOn,
        Because because,
        long position,
        int failures,
        @Nullable Instant failingSince,
        Instant nextAt) {
    public StoredWebhook {
        kinds = Set.copyOf(kinds);
    }

    /// Why it is as it is.
    public enum Because {
        /// Its program said so.
        ASKED,
        /// It took nothing for too long.
        FAILING,
        /// It answered that it is there no more.
        GONE,
        /// Its program has ended it for good.
        ENDED
    }

    /// Whether it is over, and nothing of it is changed any more.
    public boolean isEnded() {
        return because == Because.ENDED;
    }

    /// In the order in which they are told.
    public Set<WebhookKind> kindsInOrder() {
        return new TreeSet<>(kinds);
    }
}
