package org.taswiya.core.online;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.PaymentOutcome;

/// Says what a notice comes to.
public final class NoticeRules {
    private NoticeRules() {}

    /// What a notice meets.
    ///
    /// @param utility that is served here
    /// @param said what was told of the transaction before; null where nothing was
    /// @param isPaid whether another transaction has paid the attempt
    /// @param firstOpenDay before which nothing can be booked, its months being closed
    /// @param trial why a payment would be refused; empty when it would be taken
    public record Around(
            String utility,
            @Nullable String said,
            boolean isPaid,
            Instant now,
            LocalDate firstOpenDay,
            LocalDate today,
            Function<Payment, Optional<PaymentOutcome.Refused>> trial) {}

    /// @param attempt null where there is none of this name at this provider
    public static NoticeVerdict of(@Nullable CardAttempt attempt, ProviderNotice notice, Around around) {
        NoticeVerdict.Refused refused = refusal(attempt, notice, around);
        if (refused != null) {
            return refused;
        }
        if (around.said() != null) {
            return new NoticeVerdict.Again();
        }
        if (attempt == null || !notice.isPaid()) {
            return new NoticeVerdict.Noted();
        }
        return booked(attempt, notice, around);
    }

    private static NoticeVerdict.@Nullable Refused refusal(
            @Nullable CardAttempt attempt, ProviderNotice notice, Around around) {
        if (!notice.utility().equals(around.utility())) {
            return new NoticeVerdict.Refused(
                    NoticeReason.OTHER_UTILITY,
                    "this is " + around.utility() + ", the money is '" + notice.utility() + "'s; tell them");
        }
        if (notice.amount().signum() <= 0) {
            return new NoticeVerdict.Refused(
                    NoticeReason.BAD_AMOUNT, "found " + notice.amount() + "; a card gives more than nothing");
        }
        if (attempt == null) {
            return new NoticeVerdict.Refused(
                    NoticeReason.UNKNOWN_ATTEMPT,
                    "nobody was sent for '" + notice.attempt() + "' from here; look for whose money it is");
        }
        String before = around.said();
        if (before != null && !before.equals(notice.said())) {
            return new NoticeVerdict.Refused(
                    NoticeReason.OTHER_CONTENTS,
                    "transaction " + notice.transaction() + " was told as " + before + " and that stands");
        }
        return null;
    }

    private static NoticeVerdict booked(CardAttempt attempt, ProviderNotice notice, Around around) {
        LocalDate on = day(notice.day(), around);
        Payment asked = attempt.payment(notice.transaction(), notice.amount(), on, attempt.items());
        NoticeReason reason = otherwise(attempt, notice, around, asked);
        if (reason != null) {
            return new NoticeVerdict.Booked(
                    attempt.payment(notice.transaction(), notice.amount(), on, List.of()), reason);
        }
        boolean isLate = around.now().isAfter(attempt.expiresAt());
        return new NoticeVerdict.Booked(asked, isLate ? NoticeReason.LATE : null);
    }

    /// Why it cannot pay what it was asked for; null when it can.
    private static @Nullable NoticeReason otherwise(
            CardAttempt attempt, ProviderNotice notice, Around around, Payment asked) {
        if (around.isPaid()) {
            return NoticeReason.PAID_AGAIN;
        }
        if (!notice.amount().equals(attempt.amount())) {
            return NoticeReason.OTHER_AMOUNT;
        }
        return around.trial()
                .apply(asked)
                .map(refused -> NoticeReason.of(refused.reason()))
                .orElse(null);
    }

    /// The day on which it was paid, unless the books cannot have it: it is to come, or its month is closed.
    private static LocalDate day(LocalDate told, Around around) {
        return told.isAfter(around.today()) || told.isBefore(around.firstOpenDay()) ? around.today() : told;
    }
}
