package org.taswiya.server.online;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.server.online.CardProvider.Heard;
import org.taswiya.server.online.CardProvider.SentBack;
import org.taswiya.store.online.CardAttempts;
import org.taswiya.store.online.CardRefunds;
import org.taswiya.store.online.CardRefunds.CardRefund;
import org.taswiya.store.online.NoticeAnswer;
import org.taswiya.store.online.StandingAttempt;

/// What is done without a customer: asking of attempts that nothing was heard of, and sending payments back. Killed at
/// any moment and begun again, it ends the same.
public final class ProviderRounds {
    private final Takings takings;

    public ProviderRounds(Takings takings) {
        this.takings = takings;
    }

    /// What came of asking.
    ///
    /// @param asked attempts
    /// @param paid of them, now in the books
    /// @param unanswered of them; they are to be asked again
    public record Asked(int asked, int paid, int refused, int unanswered) {
        Asked plus(Asked other) {
            return new Asked(
                    asked + other.asked, paid + other.paid, refused + other.refused, unanswered + other.unanswered);
        }
    }

    /// What came of sending back.
    public record Sent(int done, int failed, int unanswered) {}

    /// Asks of one attempt, whatever was heard of it; empty when this provider has none of this name.
    public Optional<Asked> ask(String name) throws InterruptedException {
        Optional<StandingAttempt> found =
                CardAttempts.named(takings.database(), name, takings.now()).filter(this::isTheirs);
        return found.isEmpty() ? Optional.empty() : Optional.of(ask(found.get().attempt()));
    }

    private boolean isTheirs(StandingAttempt standing) {
        return standing.attempt().provider().equals(takings.provider().name());
    }

    /// Asks of all attempts of this provider that no money was heard of.
    ///
    /// @param back how long ago they may have been asked for
    public Asked ask(Duration back) throws InterruptedException {
        Asked sum = new Asked(0, 0, 0, 0);
        for (StandingAttempt standing : CardAttempts.unpaid(
                takings.database(), takings.now(), takings.now().minus(back))) {
            if (isTheirs(standing)) {
                sum = sum.plus(ask(standing.attempt()));
            }
        }
        return sum;
    }

    private Asked ask(CardAttempt attempt) throws InterruptedException {
        Optional<List<Heard>> answer = takings.provider().of(attempt);
        if (answer.isEmpty()) {
            return new Asked(1, 0, 0, 1);
        }
        Asked sum = new Asked(1, 0, 0, 0);
        for (Heard heard : answer.get()) {
            if (takings.take(heard, attempt.name()) instanceof NoticeAnswer.Kept kept && kept.isNew()) {
                sum = sum.plus(kept.receipt() == null ? new Asked(0, 0, 1, 0) : new Asked(0, 1, 0, 0));
            }
        }
        return sum;
    }

    /// Has the provider send back what is approved.
    public Sent sendBack() throws InterruptedException {
        int done = 0;
        int failed = 0;
        int unanswered = 0;
        for (CardRefund refund :
                CardRefunds.approved(takings.database(), takings.provider().name())) {
            Optional<SentBack> answer = takings.provider().sendBack(refund);
            if (answer.isEmpty()) {
                unanswered++;
                continue;
            }
            SentBack back = answer.get();
            CardRefunds.ended(
                    takings.database(),
                    refund.id(),
                    back.isDone(),
                    back.said(),
                    takings.today(),
                    takings.change("as told by " + takings.provider().name()));
            done += back.isDone() ? 1 : 0;
            failed += back.isDone() ? 0 : 1;
        }
        return new Sent(done, failed, unanswered);
    }
}
