package org.taswiya.core.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What whoever carries a message reports of it after having accepted it.
public enum ReceiptState {
    /// It is with the customer.
    DELIVERED,
    /// It will not be.
    FAILED,
    /// It could not be in the time that it had.
    EXPIRED,
    /// Nobody can tell.
    UNKNOWN,
    /// It may still be.
    UNDERWAY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReceiptState> ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    /// Whether nothing else is to come.
    public boolean isFinal() {
        return switch (this) {
            case DELIVERED, FAILED, EXPIRED -> true;
            case UNKNOWN, UNDERWAY -> false;
        };
    }

    /// What all reports of one thing come to: the first that is final, since what was done about it stands; else the
    /// last.
    ///
    /// @param reported in the order in which it was taken, which need not be that in which it happened
    /// @return empty when nothing was reported
    public static Optional<ReceiptState> ofAll(List<ReceiptState> reported) {
        return reported.stream()
                .filter(ReceiptState::isFinal)
                .findFirst()
                .or(() -> reported.isEmpty() ? Optional.empty() : Optional.of(reported.getLast()));
    }

    /// What the parts of a message come to: one that failed fails it, and it is delivered when all are.
    ///
    /// @param parts each as [#ofAll] found it; a part of which nothing is known yet is underway
    public static ReceiptState ofParts(List<ReceiptState> parts) {
        for (ReceiptState first : List.of(FAILED, EXPIRED, UNKNOWN, UNDERWAY)) {
            if (parts.contains(first)) {
                return first;
            }
        }
        return DELIVERED;
    }
}
