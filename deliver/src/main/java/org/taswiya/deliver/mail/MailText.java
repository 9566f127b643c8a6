package org.taswiya.deliver.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;

/// What an e-mail says, plain and as a page.
///
/// @param sender who says it, as a list of mail shows it
/// @param subject one line
/// @param text plain
/// @param html a whole document
public record MailText(Language language, String sender, String subject, String text, String html) {

    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");
    private static final Pattern PAGE =
            Pattern.compile("(https?://)?([a-z0-9-]+\\.)+[a-z]{2,}(/[^\\s]*)?", Pattern.CASE_INSENSITIVE);

    /// What is said between the subject and who says it.
    ///
    /// @param before paragraphs
    /// @param result one that stands out
    /// @param notes paragraphs after it
    /// @param link that a page makes one of, wherever it is said; empty for none
    record Said(List<String> before, String result, List<String> notes, String link) {}

    static MailText of(UtilityProfile utility, Language language, String subject, Said said) {
        List<String> after = Stream.of(
                        utility.help().getOrDefault(language, ""),
                        name(utility, language),
                        utility.phone(),
                        utility.email(),
                        utility.web())
                .filter(line -> !line.isBlank())
                .toList();
        String line = plain(subject);
        String sender = plain(name(utility, language));
        return new MailText(language, sender, line, text(said, after), html(language, line, said, after));
    }

    static String name(UtilityProfile utility, Language language) {
        return utility.names().getOrDefault(language, utility.legalName());
    }

    /// Isolates keep figures in order within Arabic; a list of subjects shows them as boxes.
    private static String plain(String line) {
        return line.replaceAll("[\u2066-\u2069]", "").replaceAll("\\s+", " ").strip();
    }

    private static String text(Said said, List<String> after) {
        List<String> parts = new ArrayList<>(said.before());
        parts.add(said.result());
        parts.addAll(said.notes());
        parts.add(String.join("\n", after));
        return String.join("\n\n", parts) + "\n";
    }

    /// Programs that show mail drop what is said of the whole document, so the direction is said of what is in it too.
    private static String html(Language language, String title, Said said, List<String> after) {
        String direction = "lang=\"" + language.code() + "\" dir=\"" + (language == Language.AR ? "rtl" : "ltr") + "\"";
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html " + direction
                + "><head><meta charset=\"utf-8\"><title>" + escaped(title) + "</title></head>\n<body>\n<div "
                + direction + " style=\"max-width: 36em; font: 16px/" + (language == Language.AR ? "1.7" : "1.5")
                + " sans-serif; text-align: start\">\n");
        said.before()
                .forEach(line -> html.append("<p>")
                        .append(linked(escaped(line), said.link()))
                        .append("</p>\n"));
        html.append("<p style=\"font-size: 1.2em\"><strong>")
                .append(escaped(said.result()))
                .append("</strong></p>\n");
        said.notes().forEach(line -> html.append("<p>").append(escaped(line)).append("</p>\n"));
        html.append("<p>");
        after.forEach(line -> html.append("<bdi>").append(reached(line)).append("</bdi><br>\n"));
        return html.append("</p>\n</div>\n</body></html>\n").toString();
    }

    private static String linked(String paragraph, String link) {
        String address = escaped(link);
        return link.isEmpty()
                ? paragraph
                : paragraph.replace(address, "<a dir=\"ltr\" href=\"" + address + "\">" + address + "</a>");
    }

    /// A telephone, an e-mail address or a page as a link; another line as it is.
    private static String reached(String line) {
        String said = escaped(line);
        String digits = line.replaceAll("[ .()/\u00A0\u202F-]", "");
        String target = digits.matches("\\+?[0-9]{4,15}")
                ? "tel:" + digits
                : MAIL.matcher(line).matches()
                        ? "mailto:" + said
                        : PAGE.matcher(line).matches() ? said.startsWith("http") ? said : "https://" + said : "";
        return target.isEmpty() ? said : "<a dir=\"ltr\" href=\"" + target + "\">" + said + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
