package org.taswiya.web.api.write;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.DelegateKind;
import org.taswiya.store.access.Delegates;
import org.taswiya.web.api.json.Says;

/// Delegates as programs send and see them.
public final class DelegateJson {
    private DelegateJson() {}

    /// Whom a holder asks.
    public record NewDelegate(
            @Says(
                    value = "An account of theirs, as they have told it; whether there is one is not answered.",
                    pattern = "[0-9]{10}")
            String reference,

            @Says(value = "What they are to do for this account.", codesOf = DelegateKind.class)
            String may) {}

    /// What became of it.
    public record DelegateAsked(
            @Says("Whose delegate they are to be.") String account,
            @Says("Whom, as it was sent.") String reference,

            @Says(value = "What they are to do for it.", codesOf = DelegateKind.class)
            String may,

            @Says("The last day but one on which they can accept.")
            LocalDate until) {}

    /// Whether somebody who is asked accepts.
    public record DelegateAcceptance(
            @Says("Whether they do; no ends it, as DELETE does.")
            boolean accepted) {}

    /// How one stands.
    public record DelegateStanding(
            @Says("Its number.") String delegate,

            @Says(
                    value = "Whether it holds.",
                    oneOf = {"accepted", "ended"})
            String state) {}

    /// Somebody who is let into an account, or is asked.
    public record LetInDelegate(
            @Says("Its number.") String delegate,
            @Says("Who, by what the holder has typed.") String reference,

            @Says(value = "What they may do.", codesOf = DelegateKind.class)
            String may,

            @Says("The day on which they were asked.") LocalDate invitedOn,

            @Says("The day from which they can accept no more.")
            LocalDate until,

            @Says("Since when it holds; absent until they have accepted.") @Nullable LocalDate since) {
        static LetInDelegate of(Delegates.LetIn one) {
            return new LetInDelegate(
                    Long.toString(one.id()),
                    one.invited(),
                    one.kind().code(),
                    one.invitedOn(),
                    one.until(),
                    one.since());
        }
    }

    /// An account of somebody else that this one looks after, or is asked to.
    public record LookedAfterAccount(
            @Says("Its number.") String delegate,
            @Says("The account of the other.") String account,

            @Says(value = "What may be done for it.", codesOf = DelegateKind.class)
            String may,

            @Says("Of the holder's name, in Latin letters where there are any.")
            String initials,

            @Says("The day on which it was asked.") LocalDate invitedOn,

            @Says("Since when it holds; absent until it is accepted.") @Nullable LocalDate since) {
        static LookedAfterAccount of(Delegates.LookedAfter one) {
            return new LookedAfterAccount(
                    Long.toString(one.id()),
                    one.account(),
                    one.kind().code(),
                    one.initials(),
                    one.invitedOn(),
                    one.since());
        }
    }

    /// Of an account, both ways.
    public record AccountDelegates(
            @Says("Who is let into it, or asked.") List<LetInDelegate> letIn,

            @Says("What its holder is asked and has not answered.")
            List<LookedAfterAccount> invitations,

            @Says("What its holder looks after.") List<LookedAfterAccount> lookedAfter) {
        public AccountDelegates {
            letIn = List.copyOf(letIn);
            invitations = List.copyOf(invitations);
            lookedAfter = List.copyOf(lookedAfter);
        }
    }
}
