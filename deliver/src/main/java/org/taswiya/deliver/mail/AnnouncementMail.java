package org.taswiya.deliver.mail;

import java.util.List;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.announcement.AnnouncementWords;
import org.taswiya.deliver.wording.Texts;

/// The e-mail of what is told beside bills.
public final class AnnouncementMail {
    private AnnouncementMail() {}

    /// The first line of it stands out.
    public static MailText of(AnnouncementWords words, UtilityProfile utility) {
        List<String> lines = words.lines();
        MailText.Said said = new MailText.Said(
                List.of(Texts.of(words.language()).text("mail.greeting.nobody")),
                lines.getFirst(),
                lines.subList(1, lines.size()),
                "");
        return MailText.of(utility, words.language(), words.subject(), said);
    }
}
