package org.taswiya.run.sending;

import java.util.List;
import org.taswiya.deliver.mail.MailText;
import org.taswiya.deliver.push.PushText;
import org.taswiya.deliver.sms.SmsText;

/// What became of a message when it was made.
public sealed interface Made {
    /// Nothing goes out.
    ///
    /// @param found a sentence with what was found
    record Nothing(String found) implements Made {}

    /// All that goes out, in the form of its channel.
    sealed interface Content extends Made {}

    /// An e-mail.
    ///
    /// @param papers that come with it; there may be none
    record Mail(MailText words, List<Paper> papers) implements Content {
        public Mail {
            papers = List.copyOf(papers);
        }
    }

    /// A text message.
    record Sms(SmsText text) implements Content {}

    /// A push message.
    record Push(PushText text) implements Content {}

    /// A letter.
    record Letter(Paper paper) implements Content {}

    /// A paper: a letter, or what comes with an e-mail.
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Paper(String fileName, byte[] pdf) {}
}
