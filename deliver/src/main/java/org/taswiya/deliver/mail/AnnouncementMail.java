package org.taswiya.deliver.mail;

import java.util.List;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.announcement.AnnouncementWords;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// The e-mail of what is told beside bills.
public final class AnnouncementMail {
    private AnnouncementMail() {}

    /// The first line of it stands out.
    ///
    /// @param name of whom it greets; empty where nobody is known to read it, or it may be read by somebody else
    public static MailText of(AnnouncementWords words, String name, UtilityProfile utility) {
        List<String> lines = words.lines();
        Texts texts = Texts.of(words.language());
        String greeting = name.isBlank()
                ? texts.text("mail.greeting.nobody")
                : texts.text("mail.greeting", "name", new Figures(words.language(), "").foreign(name));
        MailText.Said said = new MailText.Said(List.of(greeting), lines.getFirst(), lines.subList(1, lines.size()), "");
        return MailText.of(utility, words.language(), words.subject(), said);
    }
}
