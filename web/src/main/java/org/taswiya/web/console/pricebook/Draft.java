package org.taswiya.web.console.pricebook;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// What somebody has typed on the page that edits a price book.
///
/// @param content with one line feed at the end of each line, as a file has it
/// @param whose what it is tried on: usages, a profile, an account or a class; or nothing
/// @param usages of one month, with blanks or commas between
/// @param profile lines, as a file has them
/// @param from, to days of the billed periods that count; empty for the last month that was billed
/// @param begun the number of the book that nobody has approved yet from which it was begun; empty for another
/// @param isAfter whether it follows that one, and does not stand in for it
/// @param isMeant whether figures without a source are meant to be
public record Draft(
        String content,
        String whose,
        String usages,
        String account,
        String profile,
        String customerClass,
        String from,
        String to,
        String begun,
        boolean isAfter,
        boolean isMeant,
        String why) {

    /// As the form names them.
    public static final String USAGES = "usages";

    public static final String ACCOUNT = "account";
    public static final String PROFILE = "profile";
    public static final String CLASS = "class";

    /// As long as a book may be here: what is longer is edited in a file and proposed by a command.
    public static final int LETTERS_MOST = 32_000;

    static final int WHY_MOST = 500;

    private static final char NO_TEXT = '\uFFFD';

    static Draft of(HttpServletRequest request) {
        return new Draft(
                lines(request, "content"),
                typed(request, "whose").strip(),
                typed(request, "usages").strip(),
                typed(request, "account").strip(),
                lines(request, "profile"),
                typed(request, "customerClass").strip(),
                typed(request, "from").strip(),
                typed(request, "to").strip(),
                typed(request, "begun").strip(),
                typed(request, "after").equals("yes"),
                typed(request, "meant").equals("yes"),
                typed(request, "why").strip());
    }

    static Draft of(String content, String begun) {
        return new Draft(content, "", "", "", "", "", "", "", begun, false, false, "");
    }

    public boolean isBegunFromAnother() {
        return begun.matches("[0-9]{1,9}");
    }

    /// The number of the book that it follows; null for the last that is approved, or the one in use.
    @Nullable Long after() {
        return isAfter && isBegunFromAnother() ? Long.valueOf(begun) : null;
    }

    boolean isTooLong() {
        return content.length() > LETTERS_MOST;
    }

    private static String lines(HttpServletRequest request, String name) {
        return typed(request, name).replace("\r\n", "\n").replace('\r', '\n');
    }

    /// What no text has stands as what is not read as one either, so that it is refused and not left out.
    static String typed(HttpServletRequest request, String name) {
        String typed = request.getParameter(name);
        return typed == null ? "" : typed.replace('\u0000', NO_TEXT);
    }

    /// Whether a reason can be kept as it was typed.
    static boolean isText(String why) {
        return why.indexOf(NO_TEXT) < 0;
    }
}
