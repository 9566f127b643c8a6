package org.taswiya.core.message;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// What a utility has decided about its messages.
///
/// @param smsSender whose text messages are; empty where it has not said
/// @param segmentPrice what its gateway takes for a segment of a text message; null where it has not said
/// @param quietHours of text messages; null where there are none
/// @param billLink where a bill is to be seen, with `{bill}` for its number; empty where nowhere
public record MessageRules(
        String smsSender,
        @Nullable Decimal segmentPrice,
        @Nullable QuietHours quietHours,
        String billLink) {
    /// Of a utility that has decided nothing.
    public static final MessageRules NONE = new MessageRules("", null, null, "");
}
