package org.taswiya.bench.pages;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A price book that somebody writes on the console's page: the one in force, another from a day on that nobody is
/// billed for yet.
///
/// @param content as the form sends it
record DraftBook(String content) {
    static final String DRAFT = "/staff/price-books/draft";

    private static final Pattern EDITED =
            Pattern.compile("<textarea id=\"book-text\"[^>]*>\\n(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern FIRST_DAY = Pattern.compile("from: [0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern PER_MONTH = Pattern.compile("perMonth: [0-9.]+");

    static String begin(String tariff) {
        return DRAFT + "?begin=" + tariff;
    }

    /// @param tariff the id of the book in force
    /// @throws IOException when no page shows it
    static DraftBook of(Clerk clerk, String tariff) throws IOException, InterruptedException {
        Matcher edited = EDITED.matcher(clerk.reads(begin(tariff)));
        if (!edited.find()) {
            throw new IOException("the page " + begin(tariff) + " shows no book");
        }
        return of(plain(edited.group(1)));
    }

    /// With a last version in which a charge for a month is another.
    private static DraftBook of(String content) {
        int end = content.indexOf("\nexamples:");
        String last = content.substring(content.lastIndexOf("\n  - from: ", end), end);
        String later = FIRST_DAY.matcher(last).replaceFirst("from: 2099-01-01");
        String dearer = PER_MONTH.matcher(later).replaceFirst("perMonth: 99.50");
        return new DraftBook(content.substring(0, end) + dearer + content.substring(end));
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /// Waits for a second person from now on, where it does not already.
    void propose(Clerk clerk) throws IOException, InterruptedException {
        clerk.sends(DRAFT, "do", "propose", "content", content, "meant", "yes", "why", "for trials");
    }

    boolean isChecked(Clerk clerk) throws IOException, InterruptedException {
        return clerk.previews(DRAFT, "do", "check", "content", content);
    }

    /// @param typed what it is tried on: names and values of fields
    boolean isTried(Clerk clerk, String... typed) throws IOException, InterruptedException {
        String[] fields = new String[typed.length + 4];
        System.arraycopy(new String[] {"do", "try", "content", content}, 0, fields, 0, 4);
        System.arraycopy(typed, 0, fields, 4, typed.length);
        return clerk.previews(DRAFT, fields);
    }
}
