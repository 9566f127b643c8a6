package org.taswiya.core.privacy;

import java.time.LocalDate;

/// How long a utility keeps what it knows of people.
///
/// @param codeDays digits of a code after it has run out
/// @param messageMonths addresses and facts of messages after they were sent
/// @param contactMonths how somebody is reached, and their identity number, after their last agreement has ended
/// @param documentYears tax documents after the end of the year of which they are
public record PrivacyRules(int codeDays, int messageMonths, int contactMonths, int documentYears) {
    public PrivacyRules {
        if (codeDays < 0 || messageMonths < 1 || contactMonths < 1 || documentYears < 1) {
            throw new IllegalArgumentException("Kept for " + codeDays + " days, " + messageMonths + " and "
                    + contactMonths + " months and " + documentYears + " years; expected at least a month and a year");
        }
    }

    /// Codes that ran out before this day have no digits.
    public LocalDate codesFrom(LocalDate on) {
        return on.minusDays(codeDays);
    }

    /// Messages that were sent before this day have no address.
    public LocalDate messagesFrom(LocalDate on) {
        return on.minusMonths(messageMonths);
    }

    /// Who was served last on a day before this one is not reached any more.
    public LocalDate contactsFrom(LocalDate on) {
        return on.minusMonths(contactMonths);
    }

    /// The first day on which nobody has to be named on a document.
    public LocalDate namesUntil(LocalDate document) {
        return LocalDate.of(document.getYear() + 1 + documentYears, 1, 1);
    }
}
