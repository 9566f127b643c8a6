package org.taswiya.server.online;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.online.NoticeReason;
import org.taswiya.core.online.ProviderNotice;
import org.taswiya.store.online.CardRefunds.CardRefund;

/// A provider of pages on which cards are paid with.
///
/// An interface although there is one in this repository: each utility has a contract with a provider of its own, whose
/// messages are not public, so the next one is a class beside `SandboxProvider` and nothing else.
public interface CardProvider {
    /// As it is called among the collectors: its money is in `assets:collector:<name>`.
    String name();

    /// Where a customer is sent. Nobody on the way can change what is paid.
    ///
    /// @param back where the customer comes back to
    /// @param notices where the provider tells what came of it
    URI page(CardAttempt attempt, URI back, URI notices);

    /// What a notice says.
    ///
    /// @param body as it came
    Heard heard(String body, String signature);

    /// All that it has of an attempt; empty when it could not be asked.
    Optional<List<Heard>> of(CardAttempt attempt) throws InterruptedException;

    /// Sends a payment back. The same refund again is the same; empty when there was no answer.
    Optional<SentBack> sendBack(CardRefund refund) throws InterruptedException;

    /// What came of money that was to be sent back.
    ///
    /// @param said by the provider
    record SentBack(boolean isDone, String said) {}

    /// What was heard.
    sealed interface Heard {
        /// It is the provider's word.
        record Notice(ProviderNotice notice) implements Heard {}

        /// It is the provider's word, and cannot be understood.
        ///
        /// @param reason `BAD_NOTICE` or `BAD_AMOUNT`
        record Unclear(NoticeReason reason, String found) implements Heard {}

        /// It is not the provider's word.
        record Forged() implements Heard {}
    }
}
