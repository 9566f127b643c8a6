package org.taswiya.deliver.push;

import java.nio.charset.StandardCharsets;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.announcement.AnnouncementWords;
import org.taswiya.deliver.bill.ToldBill;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.deliver.mail.BillMail;

/// What a push message says.
///
/// @param title one line
/// @param body what there is to know
/// @param url where more is to be seen; empty where nowhere
/// @param tag under which a browser shows it in place of what it showed before
public record PushText(Language language, String title, String body, String url, String tag) {
    /// That of a bill in a language.
    public static PushText of(
            BillDocument document, UtilityProfile utility, Language language, String url, String tag) {
        ToldBill bill = ToldBill.of(document, language);
        return new PushText(language, BillMail.of(bill, utility, "").subject(), bill.result(), url, tag);
    }

    /// That of what is told beside bills.
    public static PushText of(AnnouncementWords words, String tag) {
        return new PushText(words.language(), words.subject(), words.brief(), "", tag);
    }

    /// As the page that subscribed reads it: one object of JSON with `title`, `body`, `lang`, `dir`, `tag` and `url`. A
    /// body for which there is no room ends sooner.
    public byte[] json() {
        byte[] whole = json(body);
        int end = body.length();
        while (whole.length > PushEncryption.LONGEST && end > 0) {
            end = body.offsetByCodePoints(end, -1);
            whole = json(body.substring(0, end) + "…");
        }
        if (whole.length > PushEncryption.LONGEST) {
            throw new IllegalStateException("no room for " + title + " and " + url);
        }
        return whole;
    }

    private byte[] json(String said) {
        String line = JsonLine.object(json -> {
            json.writeStringProperty("title", title);
            json.writeStringProperty("body", said);
            json.writeStringProperty("lang", language.code());
            json.writeStringProperty("dir", language == Language.AR ? "rtl" : "ltr");
            json.writeStringProperty("tag", tag);
            if (!url.isEmpty()) {
                json.writeStringProperty("url", url);
            }
        });
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
