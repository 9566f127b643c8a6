package org.taswiya.server.page;

import org.taswiya.core.customer.Language;

/// A page of plain HTML, from right to left where its language is.
public final class Html {
    private final StringBuilder body = new StringBuilder();
    private final Language language;
    private final String title;

    public Html(Language language, String title) {
        this.language = language;
        this.title = title;
        body.append("<h1>").append(escaped(title)).append("</h1>\n");
    }

    /// What somebody has sent, so that it is read and does nothing.
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    public Html paragraph(String text) {
        body.append("<p>").append(escaped(text)).append("</p>\n");
        return this;
    }

    public Html link(String target, String text) {
        body.append("<p><a href=\"").append(escaped(target)).append("\">").append(escaped(text));
        body.append("</a></p>\n");
        return this;
    }

    /// A form begins; [#end] ends it.
    public Html form(String target) {
        body.append("<form method=\"post\" action=\"").append(escaped(target)).append("\">\n");
        return this;
    }

    public Html input(String name, String label) {
        body.append("<p><label>").append(escaped(label)).append(" <input required dir=\"ltr\" name=\"");
        body.append(escaped(name)).append("\"></label></p>\n");
        return this;
    }

    public Html hidden(String name, String value) {
        body.append("<input type=\"hidden\" name=\"").append(escaped(name)).append("\" value=\"");
        body.append(escaped(value)).append("\">\n");
        return this;
    }

    public Html button(String name, String value, String label) {
        body.append("<p><button name=\"")
                .append(escaped(name))
                .append("\" value=\"")
                .append(escaped(value));
        body.append("\">").append(escaped(label)).append("</button></p>\n");
        return this;
    }

    public Html end() {
        body.append("</form>\n");
        return this;
    }

    public String text() {
        String direction = language == Language.AR ? "rtl" : "ltr";
        return "<!DOCTYPE html>\n<html lang=\"" + language.code() + "\" dir=\"" + direction + "\">\n<head>"
                + "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                + escaped(title) + "</title></head>\n<body>\n" + body + "</body>\n</html>\n";
    }
}
