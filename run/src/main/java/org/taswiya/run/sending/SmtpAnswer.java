package org.taswiya.run.sending;

/// What an SMTP server said to a message.
sealed interface SmtpAnswer {
    /// Word for word, as far as it said something.
    String said();

    /// It has the message, and answers for it.
    record Accepted(String said) implements SmtpAnswer {}

    /// Not now (4xx).
    record PutOff(String said) implements SmtpAnswer {}

    /// Never, to this recipient or of this content (5xx).
    record Refused(String said) implements SmtpAnswer {}

    /// It went away, fell silent, or does not let this sender send at all. It may have the message.
    record Lost(String said) implements SmtpAnswer {}
}
