package org.taswiya.deliver.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.bill.BillWords;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Texts;

/// The e-mail that comes with a bill.
///
/// @param subject one line
/// @param text plain
/// @param html a whole document
public record BillMail(Language language, String subject, String text, String html) {

    /// That of a bill in a language.
    public static BillMail of(BillDocument document, UtilityProfile utility, Language language) {
        Texts texts = Texts.of(language);
        BillWords words = new BillWords(document, language);
        String name = utility.names().getOrDefault(language, utility.legalName());
        String subject = plain(texts.text("mail.bill.subject", "title", words.numberedTitle(), "utility", name));
        List<String> before = List.of(
                words.addressee().stream()
                        .findFirst()
                        .map(to -> texts.text("mail.greeting", "name", to))
                        .orElseGet(() -> texts.text("mail.greeting.nobody")),
                texts.text("mail.bill.ready", "title", words.numberedTitle(), "reference", words.reference()));
        List<String> after = Stream.of(
                        utility.help().getOrDefault(language, ""),
                        name,
                        utility.phone(),
                        utility.email(),
                        utility.web())
                .filter(line -> !line.isBlank())
                .toList();
        return new BillMail(
                language, subject, text(before, words, after), html(language, subject, before, words, after));
    }

    /// Isolates keep figures in order within Arabic; a list of subjects shows them as boxes.
    private static String plain(String line) {
        return line.replaceAll("[\u2066-\u2069]", "").replaceAll("\\s+", " ").strip();
    }

    private static String text(List<String> before, BillWords words, List<String> after) {
        List<String> parts = new ArrayList<>(before);
        parts.add(words.result());
        parts.addAll(words.notes());
        parts.add(String.join("\n", after));
        return String.join("\n\n", parts) + "\n";
    }

    /// Programs that show mail drop what is said of the whole document, so the direction is said of what is in it too.
    private static String html(
            Language language, String title, List<String> before, BillWords words, List<String> after) {
        String direction = "lang=\"" + language.code() + "\" dir=\"" + (language == Language.AR ? "rtl" : "ltr") + "\"";
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html " + direction
                + "><head><meta charset=\"utf-8\"><title>" + escaped(title) + "</title></head>\n<body>\n<div "
                + direction + " style=\"max-width: 36em; font: 16px/" + (language == Language.AR ? "1.7" : "1.5")
                + " sans-serif; text-align: start\">\n");
        before.forEach(line -> html.append("<p>").append(escaped(line)).append("</p>\n"));
        html.append("<p style=\"font-size: 1.2em\"><strong>")
                .append(escaped(words.result()))
                .append("</strong></p>\n");
        words.notes().forEach(line -> html.append("<p>").append(escaped(line)).append("</p>\n"));
        html.append("<p>");
        after.forEach(line -> html.append("<bdi>").append(escaped(line)).append("</bdi><br>\n"));
        return html.append("</p>\n</div>\n</body></html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
