package org.taswiya.bench.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /// How a page says that something is being counted.
    private static final String AT_WORK = "data-at-work";

    private static final Duration LOOKED_AGAIN = Duration.ofMillis(500);

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

    /// Another text that charges the same.
    DraftBook numbered(long number) {
        return new DraftBook(content + "# " + number + "\n");
    }

    /// @param typed what it is tried on: names and values of fields
    boolean isTried(Clerk clerk, String... typed) throws IOException, InterruptedException {
        return clerk.previews(DRAFT, fields("try", typed));
    }

    /// The same, and looks until all that is counted beside the page is there.
    boolean isCounted(Clerk clerk, String... typed) throws IOException, InterruptedException {
        String page = clerk.answered(DRAFT, fields("try", typed));
        while (page.contains(AT_WORK)) {
            Thread.sleep(LOOKED_AGAIN);
            page = clerk.answered(DRAFT, fields("look", typed));
        }
        return page.contains("id=\"revenue\"");
    }

    private String[] fields(String act, String... typed) {
        return Stream.concat(Stream.of("do", act, "content", content), Stream.of(typed))
                .toArray(String[]::new);
    }
}
