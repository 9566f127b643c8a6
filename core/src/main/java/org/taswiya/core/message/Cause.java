package org.taswiya.core.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a message tells of.
///
/// @param key of the bill, the outage, the payment: its number
public record Cause(Kind kind, String key) {

    /// Whether a customer may say that they do not want to be told.
    public enum Consent {
        /// It is told whatever they prefer: law, or their own safety, asks for it.
        NOT_ASKED,
        /// Until they say no.
        UNLESS_REFUSED,
        /// Once they have said yes.
        IF_GIVEN
    }

    /// The more urgent first.
    public enum Kind {
        /// The code by which a customer signs in. It is read at once and by nobody else: it goes by e-mail or text
        /// message, whatever else the ladder has.
        SIGN_IN_CODE(12, Consent.NOT_ASKED),
        /// The code by which somebody shows that an address is theirs. Somebody waits for a code, and it is good for
        /// minutes: it does not wait behind an outage that thousands are told of.
        CONTACT_CODE(15, Consent.NOT_ASKED),
        /// An interruption that is planned, changed, over or called off.
        OUTAGE(17, Consent.NOT_ASKED),
        /// That an account is reached otherwise from now on.
        CONTACT(20, Consent.NOT_ASKED),
        /// That a delegate is let in, or is one no more.
        DELEGATE(22, Consent.NOT_ASKED),
        /// That somebody may sign in otherwise from now on, or no longer may.
        SIGN_IN_CHANGE(24, Consent.NOT_ASKED),
        /// A leak or a surge.
        ABNORMAL_USE(30, Consent.UNLESS_REFUSED),
        BILL(50, Consent.NOT_ASKED),
        /// That something is overdue.
        REMINDER(55, Consent.NOT_ASKED),
        /// That an agreement has ended, and that its last bill follows.
        AGREEMENT_END(57, Consent.NOT_ASKED),
        /// The answer to what a customer has asked for or complained of.
        REQUEST(58, Consent.NOT_ASKED),
        /// That an instalment falls due.
        INSTALMENT(60, Consent.UNLESS_REFUSED),
        /// That money came in.
        PAYMENT(65, Consent.UNLESS_REFUSED),
        /// When the meter is read.
        READING_DAY(70, Consent.UNLESS_REFUSED),
        /// That the meter may be read by whoever uses it.
        OWN_READING(75, Consent.UNLESS_REFUSED),
        /// That the utility asks for an address, or to confirm one.
        CONTACT_REQUEST(80, Consent.UNLESS_REFUSED),
        MARKETING(90, Consent.IF_GIVEN);

        private final int priority;
        private final Consent consent;

        Kind(int priority, Consent consent) {
            this.priority = priority;
            this.consent = consent;
        }

        /// The smaller goes first.
        public int priority() {
            return priority;
        }

        public Consent consent() {
            return consent;
        }

        /// Whether it goes by the ladder of its customer. What tells of an address goes to that address or nowhere:
        /// another one would be the wrong one. Of a delegate, and of a change of how somebody signs in, each address is
        /// told, so that nobody can keep it from them.
        public boolean isOfLadder() {
            return this != CONTACT_CODE && this != CONTACT && this != DELEGATE && this != SIGN_IN_CHANGE;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    public Cause {
        if (!key.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("The key of a cause is letters and digits, found '" + key + "'");
        }
    }

    /// Under which its message to an account by a channel is known at every attempt: `bill.0000000042BQ.email`. A bill
    /// is one account's; of an outage many are told: `outage.12V1.0000000001.email`.
    public String messageKey(String account, Channel channel) {
        String whom = kind == Kind.BILL ? "" : "." + account;
        return kind.code() + "." + key + whom + "." + channel.code();
    }
}
